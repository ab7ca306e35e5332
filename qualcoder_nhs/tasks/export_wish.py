"""What is wanted of an export, in names, and the filter of excerpts that these mean."""

from dataclasses import dataclass

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.queries.excerpts import ExcerptFilter
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Wish:
    """What is wanted of an export, in names; None means all.

    Without a `layer` excerpts are of the settled one where it exists, else of the open one.
    `asker` is who wants it: blind rounds show them their own codings, and nobody's to None.
    """

    code: str | None = None
    transcript: str | None = None
    coder: str | None = None
    layer: str | None = None
    context: int = 0
    asker: CoderId | None = None


def excerpt_filter(read: Reader, wish: Wish) -> ExcerptFilter:
    """The filter that the names mean."""
    codebook = read.codebook()
    code = codebook.find(wish.code) if wish.code else None
    scope = [code.name if code else None, wish.transcript, wish.coder]
    return ExcerptFilter(
        codes=(code.id,) if code else (),
        transcripts=frozenset({read.transcript_called(wish.transcript)} if wish.transcript else ()),
        coders=frozenset({read.coder(wish.coder).id} if wish.coder else ()),
        layer=read.layer_called(wish.layer) if wish.layer else None,
        context=wish.context,
        scope=", ".join(part for part in scope if part),
    )
