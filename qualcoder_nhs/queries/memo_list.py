"""All memos, each with what it is on, in words, and where to jump to."""

from dataclasses import dataclass

from qualcoder_nhs.domain.coding import Memo
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class ListedMemo:
    """A memo with its coder, what it is on, and its place in a transcript where it has one."""

    memo: Memo
    coder: str
    on: str
    transcript: TranscriptId | None
    span: Span | None


def memo_list(read: Reader) -> tuple[ListedMemo, ...]:
    """All memos of the study, oldest first."""
    names, codebook = read.transcript_names(), read.codebook()
    coders = {coder.id: coder.name for coder in read.coders()}
    people = read.participants()
    themes = {one.id: one.name for one in read.themes()}

    def listed(memo: Memo) -> ListedMemo:
        transcript, span = memo.transcript, memo.span
        if memo.coding is not None:
            coding = read.coding(memo.coding)
            transcript, span = coding.transcript, coding.span
            on = f"{codebook[coding.code].name}, {names[coding.transcript]}"
        elif memo.code is not None:
            on = codebook[memo.code].name
        elif memo.participant is not None:
            on = people[memo.participant].name
        elif memo.theme is not None:
            on = themes[memo.theme]
        elif transcript is not None:
            on = names[transcript]
        else:
            on = _("the study")
        return ListedMemo(memo, coders[memo.coder], on, transcript, span)

    return tuple(map(listed, read.memos()))
