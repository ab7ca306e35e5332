"""What the Study desk shows: the study's name and age, its coders, and what it holds."""

from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Applicable, Code
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.study import StudyNote
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class StudyCard:
    """A study at a glance. `codings` counts by coder, in all layers."""

    study: StudyNote
    coders: tuple[Coder, ...]
    codings: dict[str, int]
    transcripts: int
    words: int
    codes: int


def study_card(read: Reader) -> StudyCard:
    """The study as it is now; codes that only group others or are archived are not counted."""
    summaries = read.transcript_summaries()
    return StudyCard(
        read.study(),
        tuple(read.coders()),
        read.coding_counts("coder"),
        len(summaries),
        sum(one.words for one in summaries),
        sum(_can_be_applied(code) for code in read.codebook().codes),
    )


def _can_be_applied(code: Code) -> bool:
    return code.applicable is Applicable.YES and not code.archived
