"""Putting one code on many passages at once, such as every turn in which a word is said."""

from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codings import (
    Coded,
    place,
    refuse_no_passage,
    refuse_unapplicable,
)
from qualcoder_nhs.actions.layers import Layers
from qualcoder_nhs.domain.coding import OPEN, Coding
from qualcoder_nhs.domain.ids import CodeId, CodingId, TranscriptId, new_id
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_

Passage = tuple[TranscriptId, Span]


@dataclass(frozen=True)
class CodeHits:
    """Put a code on passages in one step; each is treated as if it were coded by itself."""

    passages: tuple[Passage, ...]
    code: CodeId
    layer: str = OPEN
    label: ClassVar[str] = N_("Code hits with {}")

    def apply(self, write: Writer) -> tuple[Coded, ...]:
        """Code all of them, or none.

        Raises:
            EmptyPassage, OutsideText: when a span is no passage.
            NotApplicable, Archived: when the code is not put on words, or no more.
            NoSuch: when a transcript or the code is gone, or there is no such layer.
            Refusal: as the layer says.
        """
        code = write.read.code(self.code)
        refuse_unapplicable(code)
        layers = Layers(write)
        layers.refuse_unknown(self.layer)
        write.detail(code.name)
        return tuple(self._code(write, layers, *passage) for passage in self.passages)

    def _code(self, write: Writer, layers: Layers, transcript: TranscriptId, span: Span) -> Coded:
        refuse_no_passage(write, transcript, span)
        fresh = Coding(
            CodingId(new_id()),
            transcript,
            write.coder,
            self.code,
            self.layer,
            span,
            write.now,
        )
        layers.refuse_passage(fresh)
        return place(write, fresh)
