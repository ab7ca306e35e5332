"""Value to rows and row to value, side by side."""

from collections.abc import Callable
from typing import Any

from qualcoder_nhs.domain.attributes import Attribute, Presence
from qualcoder_nhs.domain.codebook import Code, CodeSet
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.consensus import Correction, Proposition, Voicing
from qualcoder_nhs.domain.framework import Summary
from qualcoder_nhs.domain.guide import Asking, GuideVersion, Question
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.merge.lineage import Merge
from qualcoder_nhs.domain.people import Coder, Group, Participant, Speaker
from qualcoder_nhs.domain.rounds import Finish, Round
from qualcoder_nhs.domain.settling import Decision, Recheck
from qualcoder_nhs.domain.study import Export, StudyNote
from qualcoder_nhs.domain.themes import Quote, Statement, Theme
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.storage import schema
from qualcoder_nhs.storage.rows.codes import (
    code_from,
    code_set_from,
    of_code,
    of_code_set,
)
from qualcoder_nhs.storage.rows.codings import (
    coding_from,
    codings_from,
    memo_from,
    of_coding,
    of_memo,
)
from qualcoder_nhs.storage.rows.guides import guide_version_from, of_guide_version
from qualcoder_nhs.storage.rows.people import (
    coder_from,
    group_from,
    of_coder,
    of_group,
    of_participant,
    of_speaker,
    participant_from,
    speaker_from,
)
from qualcoder_nhs.storage.rows.placed import Placed, Row
from qualcoder_nhs.storage.rows.plain import plain_from, plainly
from qualcoder_nhs.storage.rows.rounds import (
    finish_from,
    of_finish,
    of_round,
    of_version,
    portion_from,
    round_from,
    version_from,
)
from qualcoder_nhs.storage.rows.settling import (
    decision_from,
    of_decision,
    of_recheck,
    recheck_from,
)
from qualcoder_nhs.storage.rows.studies import (
    export_from,
    merge_from,
    of_export,
    of_merge,
    of_study,
    study_from,
)
from qualcoder_nhs.storage.rows.themes import of_theme, theme_from
from qualcoder_nhs.storage.rows.transcripts import (
    of_transcript,
    summary_from,
    transcript_from,
    turn_from,
)

__all__ = [
    "Placed",
    "Row",
    "code_from",
    "code_set_from",
    "coder_from",
    "coding_from",
    "codings_from",
    "decision_from",
    "export_from",
    "finish_from",
    "group_from",
    "guide_version_from",
    "memo_from",
    "merge_from",
    "participant_from",
    "plain_from",
    "portion_from",
    "recheck_from",
    "round_from",
    "rows_of",
    "speaker_from",
    "study_from",
    "summary_from",
    "theme_from",
    "transcript_from",
    "turn_from",
    "version_from",
]

_ROWS: dict[type, Callable[[Any], list[Placed]]] = {
    StudyNote: of_study,
    Coder: of_coder,
    Group: of_group,
    Participant: of_participant,
    Transcript: of_transcript,
    Speaker: of_speaker,
    Code: of_code,
    CodeSet: of_code_set,
    Coding: of_coding,
    Memo: of_memo,
    Export: of_export,
    CodebookVersion: of_version,
    Round: of_round,
    Finish: of_finish,
    Decision: of_decision,
    Recheck: of_recheck,
    Merge: of_merge,
    Attribute: plainly(schema.attributes),
    Presence: plainly(schema.presences),
    Question: plainly(schema.questions),
    GuideVersion: of_guide_version,
    Asking: plainly(schema.askings),
    Link: plainly(schema.links),
    Theme: of_theme,
    Statement: plainly(schema.statements),
    Quote: plainly(schema.quotes),
    Summary: plainly(schema.summaries),
    Proposition: plainly(schema.propositions),
    Voicing: plainly(schema.voicings),
    Correction: plainly(schema.corrections),
}


def rows_of(value: object) -> list[Placed]:
    """The rows that keep a value, parents before children.

    Raises:
        KeyError: for a value that no table keeps.
    """
    return _ROWS[type(value)](value)
