"""The material of a table, as its wish chooses it: layer, transcripts, coders, interjections."""

from collections.abc import Iterator

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.storage.reader import Reader


def table_material(read: Reader, wish: Wish) -> Material:
    """What a table that was wished for is counted from.

    Raises:
        NoSuch: when a layer, transcript or coder that was named is not there.
    """
    return material(
        read,
        MaterialWish(
            layer=_layer(read, wish.word("layer")),
            transcripts=frozenset(_transcripts(read, wish)),
            coders=frozenset(read.coder(name).id for name in wish.names("coders")),
            joined=not wish.flag("split-interjections"),
        ),
    )


def _layer(read: Reader, words: str) -> str | None:
    if not words:
        return None
    for key, name in read.layer_names().items():
        if words in (key, name):
            return key
    raise NoSuch(kind="layer", name=words)


def _transcripts(read: Reader, wish: Wish) -> Iterator[TranscriptId]:
    known = read.transcript_names()
    for words in wish.names("transcripts"):
        found = [one for one, name in known.items() if words in (one, name)]
        if not found:
            raise NoSuch(kind="transcript", name=words)
        yield from found
