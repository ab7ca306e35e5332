"""A study of another program comes in whole, as one step, and every thing in it is told of."""

from pathlib import Path

import pytest

from qualcoder_nhs.actions.take_study import StudyTaken, TakeStudy
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.foreign import ForeignStudy, Kind, TableRow
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.study_of_another_program import TALK, TALK_STUDY, TALK_TURNS, THEN, at
from tests.builders import all_rows, coder

BOARD = at("The board")


@pytest.fixture
def empty(tmp_path: Path):
    with Study.create(tmp_path / "new.qnhs", "New", "HL") as study:
        yield study


def take(study: Study, same: dict[str, str] | None = None) -> StudyTaken:
    action = TakeStudy(TALK_STUDY, TALK_TURNS, "talk.qdpx", same or {})
    return study.run(action, coder(study))


def row(taken: StudyTaken, kind: Kind) -> TableRow:
    return next(one for one in taken.table if one.what is kind)


def test_the_sums_add_up(empty: Study) -> None:
    taken = take(empty)
    assert all(one.in_file == one.taken + one.changed + one.left_out for one in taken.table)
    assert {
        one.what: (one.in_file, one.taken, one.changed, one.left_out)
        for one in taken.table
        if one.in_file
    } == {
        Kind.TEXTS: (2, 1, 1, 0),
        Kind.CODES: (5, 4, 1, 0),
        Kind.CODINGS: (7, 5, 1, 1),
        Kind.MEMOS: (7, 6, 1, 0),
        Kind.CASES: (6, 2, 3, 1),
        Kind.ATTRIBUTES: (5, 5, 0, 0),
        Kind.CODERS: (3, 2, 0, 1),
        Kind.SETS: (2, 1, 1, 0),
        Kind.LINKS: (3, 1, 0, 2),
    }
    assert empty.faults() == []
    told = {(one.kind, one.name, one.left_out) for one in taken.items}
    words = BOARD.of(TALK)
    named = f"Other in FG1, character {BOARD.start}: ‘{words}’"
    assert (Kind.CODINGS, named, False) in told
    assert (Kind.CASES, "Money", True) in told


def test_texts_stay_to_the_letter_and_names_are_made_unique(empty: Study) -> None:
    assert take(empty).transcripts == ("FG1", "FG1 (2)")
    first, second = empty.ask(Reader.transcripts)
    assert (first.text, first.turns, first.file_name) == (TALK, TALK_TURNS["t1"], "FG1.txt")
    assert (second.text, second.turns) == ("No labels here.", ())


def test_codes_keep_tree_colour_and_definition(empty: Study) -> None:
    take(empty)
    book = empty.ask(Reader.codebook)
    assert [book.path(code.id) for code in book.walk()] == [
        "Trust",
        "Trust > Other",
        "Doubt",
        "Doubt > Other",
        "Doubt > other (2)",
    ]
    trust = book.by_slug["trust"]
    assert (trust.applicable, trust.definition) == (Applicable.YES, "Relying.")
    assert book.by_slug["other"].colour == "#AA0000"
    assert len(book.by_slug) == 5


def test_codings_of_each_coder_stand_on_their_words(empty: Study) -> None:
    taken = take(empty)
    names = {one.id: one.name for one in empty.ask(Reader.coders)}
    book = empty.ask(Reader.codebook)
    texts = {one.id: one.text for one in empty.ask(Reader.transcripts)}
    assert sorted(
        (names[one.coder], book.path(one.code), one.span.of(texts[one.transcript]))
        for one in empty.ask(Reader.codings)
    ) == [
        ("Ann", "Doubt > other (2)", "No"),
        ("Ann", "Trust > Other", "The board"),
        ("Ann", "Trust > Other", "board."),
        ("Unknown", "Trust", "I disagree"),
        ("ann s.", "Trust > Other", "The board"),
    ]
    assert taken.coders == ("Ann", "ann s.", "Unknown")
    assert "they stay two" in row(taken, Kind.CODINGS).why
    assert "marks as not codable" in row(taken, Kind.CODINGS).why
    [listed] = [one for one in taken.items if "not codable" in one.how]
    assert (listed.kind, listed.name, listed.left_out) == (Kind.CODINGS, "Trust", False)
    assert {one.made for one in empty.ask(Reader.codings)} >= {THEN}


def test_two_names_of_one_coder_can_be_one(empty: Study) -> None:
    taken = take(empty, {"ann s.": "Ann", "Nobody": "Ann"})
    assert taken.coders == ("Ann", "Unknown")
    assert row(taken, Kind.CODERS).changed == 1, "Ann is Ann, as in the file"
    assert "nobody is called “Nobody”" in row(taken, Kind.CODERS).why
    assert len(empty.ask(Reader.codings)) == 4


def test_cases_become_people_groups_or_are_listed(empty: Study) -> None:
    take(empty)
    first, second = empty.ask(Reader.transcripts)
    people = empty.ask(Reader.participants)
    speakers = {one.label: one for one in empty.ask(Reader.speakers, first.id)}
    told = {
        label: [(people[p].name, dict(people[p].attributes)) for p in one.participants]
        for label, one in speakers.items()
    }
    assert told == {
        "MOD": [],
        "P1": [("Anna", {"role": "nurse", "age": "41"})],
        "P2": [("P2", {})],
        "Jo": [("jo", {"role": "manager"})],
    }
    assert speakers["MOD"].function is Function.MODERATOR
    groups = empty.ask(Reader.groups)
    assert dict(groups[first.group].attributes) == {
        "site": "Leeds; York",
        "case": "Ward 5",
        "beds": "12",
        "document_set": "First wave",
    }
    assert dict(groups[second.group].attributes)["site"] == "York"
    of_people = [one.name for one in empty.ask(Reader.attributes, Subject.PARTICIPANT)]
    assert {"Role", "Age", "Unused"} <= set(of_people)
    assert "Site" not in of_people


def test_what_is_said_of_nobody_stays_with_the_groups_where_it_is_known_there(
    empty: Study,
) -> None:
    """Its own projects name every attribute, and not whom each is about."""
    before = empty.ask(Reader.attributes, Subject.PARTICIPANT)
    known = [one.name for one in empty.ask(Reader.attributes, Subject.GROUP)]
    silent = ForeignStudy("", "", attributes=(*known, "Shift"))
    empty.run(TakeStudy(silent, {}, "silent.qdpx", {}), coder(empty))
    after = empty.ask(Reader.attributes, Subject.PARTICIPANT)
    assert [one.name for one in after] == [*(one.name for one in before), "Shift"]
    assert [one.name for one in empty.ask(Reader.attributes, Subject.GROUP)] == known


def test_memos_stand_on_what_they_are_about(empty: Study) -> None:
    take(empty)
    memos = {one.text: one for one in empty.ask(Reader.memos)}
    text = empty.ask(Reader.transcripts)[0]
    codes = empty.ask(Reader.codebook).by_slug
    ann = empty.ask(Reader.coder, "Ann").id
    first = next(one for one in empty.ask(Reader.codings, None, None, ann) if one.span == BOARD)
    assert memos["Room\n\nNoisy."].transcript == text.id
    assert memos["Room\n\nNoisy."].made == THEN
    passage = memos["Ask."].span
    assert passage is not None
    assert passage.of(TALK) == "that"
    assert memos["Wide."].code == codes["doubt"].id
    assert memos["Sure?"].coding == first.id
    assert memos["Shy."].participant is not None
    assert memos["A pilot."].transcript is memos["Who?"].participant is None


def test_links_lead_from_a_turn_to_an_earlier_one(empty: Study) -> None:
    taken = take(empty)
    [link] = empty.ask(Reader.links)
    assert (link.turn, link.target, link.kind) == (3, 2, LinkKind.CHALLENGE)
    assert row(taken, Kind.LINKS).left_out == 2


def test_it_is_one_step_and_the_same_again_adds_nothing(empty: Study) -> None:
    before = all_rows(empty)
    take(empty)
    after = all_rows(empty)
    again = take(empty)
    assert all_rows(empty) == after
    assert (again.transcripts, again.codings, again.coders) == ((), 0, ())
    assert all(one.in_file == one.taken + one.changed + one.left_out for one in again.table)
    empty.undo(coder(empty))
    assert all_rows(empty) == before


def test_a_study_with_work_in_it_keeps_that(study: Study) -> None:
    before = all_rows(study)
    take(study)
    after = all_rows(study)
    assert before.items() <= after.items()
    assert study.faults() == []
