"""What is known of the talk, and what is made of it, comes out of the store as it went in."""

from datetime import UTC, datetime

import pytest

from qualcoder_nhs.domain.attributes import Attribute, Presence, Subject
from qualcoder_nhs.domain.consensus import Correction, Proposition, Voicing
from qualcoder_nhs.domain.framework import Summary
from qualcoder_nhs.domain.guide import Asking, GuideVersion, Question
from qualcoder_nhs.domain.ids import (
    AskingId,
    AttributeId,
    CodeId,
    CoderId,
    GuideVersionId,
    LinkId,
    ParticipantId,
    PresenceId,
    PropositionId,
    QuestionId,
    QuoteId,
    StatementId,
    ThemeId,
    TranscriptId,
    VoicingId,
)
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.themes import Quote, Statement, Theme
from qualcoder_nhs.storage.rows import guide_version_from, plain_from, rows_of, theme_from

NOW = datetime(2026, 5, 12, 9, 30, tzinfo=UTC)
HL, FG1, P1 = CoderId("HL"), TranscriptId("FG1"), ParticipantId("P1")
Q5, CLOSE = QuestionId("Q5"), ThemeId("close")

VALUES = [
    Attribute(AttributeId("a"), Subject.GROUP, "mode", "Mode", ("video", "in person"), True, 3),
    Presence(PresenceId("p"), FG1, P1, None, 41),
    Question(Q5, "Q5", "Money: what gives?", ("Who decides?", "“Really?”"), 5),
    Asking(AskingId("x"), FG1, Q5, 7),
    Asking(AskingId("y"), FG1, None, None),
    Link(LinkId("l"), FG1, 9, 7, LinkKind.SOFT, HL, "open", NOW),
    Statement(StatementId("s"), CLOSE, "Kind words.", NOW, HL),
    Quote(QuoteId("q"), CLOSE, FG1, Span(4, 9), True, 0, "the same person", NOW, HL),
    Summary("FG1/P1/c", FG1, P1, CodeId("c"), None, "Softened a paper [t.88]", HL, NOW),
    Proposition(PropositionId("g"), Q5, "Good care costs less.", (CodeId("c"),), (), 1),
    Voicing(VoicingId("v"), PropositionId("g"), FG1, 7, False),
    Correction("g/FG1/P1", PropositionId("g"), FG1, P1, "A+", HL, NOW),
]


@pytest.mark.parametrize("value", VALUES, ids=lambda value: type(value).__name__)
def test_a_value_of_one_row_comes_back_whole(value: object) -> None:
    [placed] = rows_of(value)
    assert set(placed.row) == {column.name for column in placed.table.columns}
    assert plain_from(type(value), placed.row) == value


def test_a_theme_comes_back_with_its_codes_in_order() -> None:
    theme = Theme(CLOSE, "Kind words", (CodeId("b"), CodeId("a")), "S1", 2)
    first, *codes = rows_of(theme)
    assert theme_from(first.row, [placed.row["code"] for placed in codes]) == theme


def test_a_guide_of_earlier_comes_back_with_its_probes() -> None:
    question = Question(Q5, "Q5", "Money?", ("Who decides?",), 5)
    version = GuideVersion(GuideVersionId("w"), 2, (question,), NOW, HL)
    [placed] = rows_of(version)
    assert guide_version_from(placed.row) == version
