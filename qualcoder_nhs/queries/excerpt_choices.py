"""What excerpts can be chosen by: codes, transcripts, speakers, roles and coders of the study."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.queries.codebook_tree import codebook_tree
from qualcoder_nhs.queries.layers import Layer, layers
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class ExcerptChoices:
    """Everything that can be named in a filter, in the order in which it is offered.

    `codings` counts each code's codings, all beneath included. `labels` are speaker labels of all
    transcripts, each once; `roles` those of participants. `layer` is the one that is counted.
    """

    codebook: Codebook
    codings: Mapping[CodeId, int]
    transcripts: Mapping[TranscriptId, str]
    labels: tuple[str, ...]
    roles: tuple[str, ...]
    coders: Mapping[CoderId, str]
    layers: tuple[Layer, ...]
    layer: str


def excerpt_choices(read: Reader, layer: str | None = None) -> ExcerptChoices:
    """What there is to choose from now; counts are of the settled layer where none is named."""
    tree = codebook_tree(read, layer)
    voices = [voice for cast in all_voices(read).values() for voice in cast.values()]
    return ExcerptChoices(
        codebook=tree.codebook,
        codings=tree.beneath,
        transcripts=read.transcript_names(),
        labels=tuple(sorted({voice.label for voice in voices}, key=_by_number)),
        roles=tuple(sorted({voice.role for voice in voices if voice.role})),
        coders={coder.id: coder.name for coder in read.coders()},
        layers=layers(read),
        layer=tree.layer,
    )


def _by_number(label: str) -> tuple[str, int, str]:
    """P2 before P10."""
    digits = "".join(letter for letter in label if letter.isdigit())
    return label.rstrip("0123456789").casefold(), int(digits or 0), label
