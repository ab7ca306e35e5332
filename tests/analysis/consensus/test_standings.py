"""Who stands where: voiced, coded, linked over several turns, changed; and by hand."""

from dataclasses import replace

import pytest

from qualcoder_nhs.analysis.consensus.shapes import shape_of
from qualcoder_nhs.analysis.consensus.standings import Group, group
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.codebook import CodeSet, SetKind
from qualcoder_nhs.domain.consensus import Correction, Position, Proposition, Voicing
from qualcoder_nhs.domain.ids import (
    CodeId,
    CodeSetId,
    ParticipantId,
    PropositionId,
    QuestionId,
    VoicingId,
)
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.domain.table_options import wish
from qualcoder_nhs.domain.written import Written
from tests.talk import HL, NOW, coded, linked, session, talk

LINES = [
    "MOD: What gives?",
    "P1: Good care costs less.",
    "P2: No.",
    "P3: Quite so, quite so.",
    "P2: Well, you are right after all.",
    "P4: Is there tea?",
]
CLAIM = Proposition(
    PropositionId("claim"),
    QuestionId("Q1"),
    "Good care costs less.",
    (CodeId("cheaper"),),
    (CodeId("dearer"),),
)
ROOM = session("FG1", LINES, {"Q1": 1})


def voiced(turn: int, *, holds: bool = True) -> Voicing:
    return Voicing(VoicingId(f"v{turn}"), CLAIM.id, ROOM.id, turn, holds)


def material(
    *voicings: Voicing, links: tuple[Link, ...] = (), room: Session = ROOM, **more: object
) -> Material:
    made = talk([room], links=links)
    return replace(made, written=Written((CLAIM,), voicings, **more))


def line(made: Material, words: int = 30) -> Group:
    return group(made, made.sessions[0], CLAIM, words)


def positions(one: Group) -> dict[str, str]:
    return {cell.person.split("/")[1]: cell.shown.value for cell in one.cells if cell.shown}


def test_silence_is_no_response_and_no_dissent() -> None:
    assert positions(line(material())) == {"P1": ".", "P2": ".", "P3": ".", "P4": "."}
    assert line(material()).shape_words == "dropped"


def test_links_take_the_stand_of_what_they_join_and_the_opposite_of_what_they_part_from() -> None:
    links = (
        linked(ROOM, 3, 2, LinkKind.CHALLENGE),
        linked(ROOM, 4, 3, LinkKind.SOFT),
        linked(ROOM, 6, 2, LinkKind.QUESTION),
    )
    found = line(material(voiced(2), links=links))
    assert positions(found) == {"P1": "A", "P2": "D", "P3": "A", "P4": "."}
    assert found.shape_words == "shared, one dissenter"
    assert found.first == "FG1/P1"


def test_the_last_word_counts_and_the_change_is_told() -> None:
    links = (linked(ROOM, 3, 2, LinkKind.CHALLENGE), linked(ROOM, 5, 2, LinkKind.AGREE))
    found = line(material(voiced(2), links=links))
    assert positions(found)["P2"] == "A"
    assert ["→".join(cell.path) for cell in found.cells] == ["A", "D→A", "", ""]
    assert found.shape_words == "shared"


def test_a_split_that_was_softened_says_so() -> None:
    links = (linked(ROOM, 3, 2, LinkKind.CHALLENGE), linked(ROOM, 5, 2, LinkKind.AGREE))
    found = line(material(voiced(2), voiced(5, holds=False), links=links))
    assert found.shape_words == "split, then eased"


def test_a_turn_that_answers_both_sides_is_counted_on_neither() -> None:
    links = (
        linked(ROOM, 3, 2, LinkKind.CHALLENGE),
        linked(ROOM, 4, 2, LinkKind.AGREE),
        linked(ROOM, 4, 3, LinkKind.AGREE),
    )
    found = line(material(voiced(2), links=links))
    assert positions(found)["P3"] == "."
    assert found.unclear == (4,)


def test_what_was_said_before_the_question_is_not_followed() -> None:
    room = session("FG1", LINES, {"Q0": 1, "Q1": 3})
    links = (linked(room, 3, 2, LinkKind.CHALLENGE),)
    assert positions(line(material(voiced(2), links=links, room=room)))["P2"] == "."


@pytest.mark.parametrize(("words", "shown"), [(5, "A"), (4, "A+")])
def test_enough_words_are_substance(words: int, shown: str) -> None:
    assert positions(line(material(voiced(2)), words))["P1"] == shown


def test_to_build_is_substance_and_so_is_a_content_code_beside_but_not_one_of_interaction() -> None:
    links = (linked(ROOM, 4, 2, LinkKind.BUILD), linked(ROOM, 3, 2, LinkKind.AGREE))
    made = talk([ROOM], [coded(ROOM, "money", 2), coded(ROOM, "joins", 3)], links)
    joins = CodeSet(CodeSetId("l"), SetKind.LINKS, "Links", "agree", "", (CodeId("joins"),))
    book = replace(made.codebook, sets=(*made.codebook.sets, joins))
    written = Written((CLAIM,), (voiced(2),))
    found = line(replace(made, codebook=book, written=written))
    assert positions(found) == {"P1": "A+", "P2": "A", "P3": "A+", "P4": "."}


def test_codes_take_a_side_and_voicing_goes_before_them() -> None:
    made = talk([ROOM], [coded(ROOM, "cheaper", 2), coded(ROOM, "dearer", 3)])
    plain = replace(made, written=Written((CLAIM,)))
    assert positions(line(plain)) == {"P1": "A+", "P2": "D+", "P3": ".", "P4": "."}
    voiced_too = replace(made, written=Written((CLAIM,), (voiced(3),)))
    assert positions(line(voiced_too))["P2"] == "A+"


def by_hand(person: str | None, value: str) -> Correction:
    who = ParticipantId(person) if person else None
    return Correction(f"c{person}", CLAIM.id, ROOM.id, who, value, HL, NOW)


def test_what_is_set_by_hand_is_shown_beside_what_was_counted() -> None:
    made = material(voiced(2), corrections=(by_hand("FG1/P4", "D+"), by_hand(None, "torn")))
    found = line(made)
    assert positions(found)["P4"] == "D+"
    assert found.cells[3].counted is Position.NO_RESPONSE
    assert found.shape_words == "torn"
    assert found.shaped is not None
    assert found.shaped.words == "split"
    report = report_named("consensus")
    table = report.run(made, wish(report.options))
    assert table.entry("claim/FG1", "P4").words == "D+ ✎"
    assert table.entry("claim/FG1", "shape").words == "torn ✎"
    assert table.entry("claim/FG1", "checked").words == "HL"
    assert "✎ set by hand: FG1 P4 D+, counted . (HL)." in table.notes
    assert "✎ set by hand: FG1 shape torn, counted split (HL)." in table.notes


def test_setting_what_is_counted_is_a_check_and_no_correction() -> None:
    [first, *_rest] = line(material(voiced(2), corrections=(by_hand("FG1/P1", "A"),))).cells
    assert not first.corrected


def test_not_asked_not_marked_and_away_are_told_apart() -> None:
    gone = session("FG1", LINES, {"Q1": 3}, {"P1": (None, 2)})
    skipped = session("FG2", LINES, {"Q1": None})
    blank = session("FG3", LINES[:3])
    made = replace(talk([gone, skipped, blank]), written=Written((CLAIM,)))
    report = report_named("consensus")
    table = report.run(made, wish(report.options, {"question": "Q1"}))
    shown = [[one.words for one in row.entries] for row in table.rows]
    assert shown[0] == ["away", ".", ".", ".", "P2", "dropped", ""]
    assert shown[1] == ["n/a", "n/a", "n/a", "n/a", "", "not asked", ""]
    assert shown[2] == ["", "", "", "", "", "not marked yet", ""]


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ("", "dropped"),
        ("A", "one voice"),
        ("D", "one voice, against"),
        ("AA", "shared"),
        ("AAD", "shared, one dissenter"),
        ("AD", "split"),
        ("AADD", "split"),
        ("DD", "rejected"),
        ("ADD", "rejected, 1 holds"),
    ],
)
def test_the_shape_follows_from_who_agrees_and_who_dissents(cells: str, words: str) -> None:
    assert shape_of([Position(one) for one in cells]).words == words
