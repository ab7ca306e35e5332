"""The study at a glance: transcripts with their speakers, codes and coders, all with counts."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.study import StudyNote
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class ListedTranscript:
    """A transcript with its labels and how many turns each has, and its codings in all layers."""

    summary: TranscriptSummary
    labels: Mapping[str, int]
    codings: int


@dataclass(frozen=True)
class ListedCode:
    """A code with its place in the tree and its own codings in all layers."""

    code: Code
    path: str
    depth: int
    codings: int


@dataclass(frozen=True)
class ListedCoder:
    """A coder with the codings they made."""

    coder: Coder
    codings: int


@dataclass(frozen=True)
class Overview:
    """Everything in a study, counted."""

    study: StudyNote
    transcripts: tuple[ListedTranscript, ...]
    codes: tuple[ListedCode, ...]
    coders: tuple[ListedCoder, ...]
    codings: int


def overview(read: Reader) -> Overview:
    """What is in the study now; archived codes included."""
    by_transcript = read.coding_counts("transcript")
    by_code, by_coder = read.coding_counts("code"), read.coding_counts("coder")
    labels, codebook = read.label_counts(), read.codebook()
    return Overview(
        read.study(),
        tuple(
            ListedTranscript(one, labels.get(one.id, {}), by_transcript.get(one.id, 0))
            for one in read.transcript_summaries()
        ),
        tuple(
            ListedCode(
                code, codebook.path(code.id), codebook.depth(code.id), by_code.get(code.id, 0)
            )
            for code in codebook.walk()
        ),
        tuple(ListedCoder(coder, by_coder.get(coder.id, 0)) for coder in read.coders()),
        sum(by_coder.values()),
    )
