"""Writing memos on the study, a transcript, a passage, a code, a coding or a participant."""

from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.coding import Memo
from qualcoder_nhs.domain.ids import (
    CodeId,
    CodingId,
    MemoId,
    ParticipantId,
    TranscriptId,
    new_id,
)
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class WriteMemo:
    """Put a new memo on one thing; on the study where nothing is named."""

    text: str
    transcript: TranscriptId | None = None
    span: Span | None = None
    code: CodeId | None = None
    coding: CodingId | None = None
    participant: ParticipantId | None = None
    label: ClassVar[str] = N_("Write memo")

    def apply(self, write: Writer) -> MemoId:
        """Write it."""
        memo = Memo(
            MemoId(new_id()),
            write.coder,
            self.text,
            write.now,
            write.now,
            self.transcript,
            self.span,
            self.code,
            self.coding,
            self.participant,
        )
        write.add(memo)
        return memo.id


@dataclass(frozen=True)
class ChangeMemo:
    """Give a memo other words; a memo without words goes."""

    memo: MemoId
    text: str
    label: ClassVar[str] = N_("Change memo")

    def apply(self, write: Writer) -> None:
        """Change it.

        Raises:
            NoSuch: when it is gone.
        """
        old = write.read.memo(self.memo)
        if self.text.strip():
            write.change(old, replace(old, text=self.text, changed=write.now))
        else:
            write.remove(old)
