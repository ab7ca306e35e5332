"""Writing memos on the study, a transcript, a passage, a code, a coding, a person or a theme."""

from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codings import refuse_no_passage
from qualcoder_nhs.domain.coding import Memo
from qualcoder_nhs.domain.errors import EmptyMemo, NoSuch, NotYourMemo
from qualcoder_nhs.domain.ids import (
    CodeId,
    CodingId,
    MemoId,
    ParticipantId,
    ThemeId,
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
    theme: ThemeId | None = None
    label: ClassVar[str] = N_("Write memo")

    def apply(self, write: Writer) -> MemoId:
        """Write it.

        Raises:
            EmptyMemo: when it has no words.
            OutsideText: when the span is no passage of the transcript.
            NoSuch: when what it is about is gone.
        """
        if not self.text.strip():
            raise EmptyMemo
        self._refuse_missing(write)
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
            theme=self.theme,
        )
        write.add(memo)
        return memo.id

    def _refuse_missing(self, write: Writer) -> None:
        if self.transcript is not None and self.span is not None:
            refuse_no_passage(write, self.transcript, self.span)
        elif self.transcript is not None and self.transcript not in write.read.transcript_names():
            raise NoSuch(kind="transcript", name=self.transcript)
        if self.code is not None:
            write.read.code(self.code)
        if self.coding is not None:
            write.seen.coding(self.coding)
        if self.participant is not None and self.participant not in write.read.participants():
            raise NoSuch(kind="participant", name=self.participant)
        if self.theme is not None:
            write.read.theme(self.theme)


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
        old = write.seen.memo(self.memo)
        if self.text.strip():
            write.change(old, replace(old, text=self.text, changed=write.now))
        else:
            write.remove(old)


@dataclass(frozen=True)
class KeepPrivate:
    """Mark a memo as one that stays in this file, or take the mark off."""

    memo: MemoId
    private: bool = True
    label: ClassVar[str] = N_("Say whether a memo is private")

    def apply(self, write: Writer) -> None:
        """Mark it.

        Raises:
            NoSuch: when it is gone.
            NotYourMemo: when somebody else wrote it.
        """
        old = write.seen.memo(self.memo)
        if old.coder != write.coder:
            raise NotYourMemo
        write.change(old, replace(old, private=self.private))
