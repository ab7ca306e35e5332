"""Names for things that keep them for ever: UUIDs in their usual dashed form."""

from typing import NewType
from uuid import uuid4

StudyId = NewType("StudyId", str)
CoderId = NewType("CoderId", str)
GroupId = NewType("GroupId", str)
TranscriptId = NewType("TranscriptId", str)
SpeakerId = NewType("SpeakerId", str)
ParticipantId = NewType("ParticipantId", str)
CodeId = NewType("CodeId", str)
CodeSetId = NewType("CodeSetId", str)
CodingId = NewType("CodingId", str)
MemoId = NewType("MemoId", str)
ExportId = NewType("ExportId", str)
RoundId = NewType("RoundId", str)
VersionId = NewType("VersionId", str)
FinishId = NewType("FinishId", str)
DecisionId = NewType("DecisionId", str)
MergeId = NewType("MergeId", str)
AttributeId = NewType("AttributeId", str)
PresenceId = NewType("PresenceId", str)
QuestionId = NewType("QuestionId", str)
GuideVersionId = NewType("GuideVersionId", str)
AskingId = NewType("AskingId", str)
LinkId = NewType("LinkId", str)
PropositionId = NewType("PropositionId", str)
VoicingId = NewType("VoicingId", str)
ThemeId = NewType("ThemeId", str)
StatementId = NewType("StatementId", str)
QuoteId = NewType("QuoteId", str)
SummaryId = NewType("SummaryId", str)


def new_id() -> str:
    """A fresh id. Wrap it in the kind it is for: `CodeId(new_id())`."""
    return str(uuid4())
