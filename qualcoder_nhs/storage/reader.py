"""Named reads: values out."""

from qualcoder_nhs.storage.reads.codebook import CodebookReads
from qualcoder_nhs.storage.reads.codings import CodingReads
from qualcoder_nhs.storage.reads.history import HistoryReads
from qualcoder_nhs.storage.reads.people import PeopleReads
from qualcoder_nhs.storage.reads.rounds import RoundReads
from qualcoder_nhs.storage.reads.settling import SettlingReads
from qualcoder_nhs.storage.reads.study import StudyReads
from qualcoder_nhs.storage.reads.talk import TalkReads
from qualcoder_nhs.storage.reads.themes import ThemeReads
from qualcoder_nhs.storage.reads.transcripts import TranscriptReads


class Reader(
    StudyReads,
    PeopleReads,
    TranscriptReads,
    CodebookReads,
    CodingReads,
    RoundReads,
    SettlingReads,
    TalkReads,
    ThemeReads,
    HistoryReads,
):
    """Reads of one study within one transaction: they all see the same state.

    Of blind rounds they show what the sight they were given lets through, and nothing else.
    """
