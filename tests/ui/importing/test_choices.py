"""What is chosen for a file: proposals stand, each can be taken back, and names stay together."""

from dataclasses import replace
from pathlib import Path

import pytest
from transcript_material import FG2, parsed

from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.format import Doubt, Parsed, ReadingOptions
from qualcoder_nhs.ui.importing import choices
from qualcoder_nhs.ui.importing.answers import UNKNOWN, answers_to, other_speakers
from qualcoder_nhs.ui.importing.file_choice import FileChoice


@pytest.fixture
def file() -> FileChoice:
    return FileChoice(Path("FG2.txt"), parsed=parsed(FG2), file_hash="h")


def names(file: FileChoice) -> dict[str, tuple[str, ...]]:
    return {label: part.participants for label, part in file.cast.items()}


def test_proposals_are_applied_before_anybody_says_so(file: FileChoice) -> None:
    assert file.cast["MOD-03"].function is Function.MODERATOR
    assert file.cast["?"].function is Function.UNKNOWN
    assert file.spellings == {"MD-3": "MD-03"}
    assert names(file)["MD-3"] == names(file)["MD-03"] == ("MD-03",)
    assert len(file.participants) == 7
    assert file.proposals == 1 + 1 + 2  # a moderator, a merge, two doubtful lines


def test_turns_and_words_are_counted_by_label(file: FileChoice) -> None:
    assert file.turns["MOD-03"] == 3
    assert file.words["MD-07"] == 1
    assert sum(file.turns.values()) == len(parsed(FG2).turns)


def test_a_merge_can_be_taken_back_and_made_by_hand(file: FileChoice) -> None:
    apart = choices.kept_apart(file, "MD-3")
    assert names(apart)["MD-3"] == ("MD-3",)
    assert len(apart.participants) == 8
    again = choices.same_as(apart, "MD-3", "MD-07")
    assert names(again)["MD-3"] == ("MD-07",)


def test_a_label_that_others_follow_takes_them_along(file: FileChoice) -> None:
    moved = choices.same_as(file, "MD-03", "MD-01")
    assert moved.spellings == {"MD-3": "MD-01", "MD-03": "MD-01"}
    back = choices.same_as(moved, "MD-01", "MD-3")
    assert names(back)["MD-01"] == names(back)["MD-3"] == ("MD-01",)


def test_a_proposed_moderator_can_be_a_participant(file: FileChoice) -> None:
    changed = choices.as_function(file, "MOD-03", Function.PARTICIPANT)
    assert changed.cast["MOD-03"].participants == ("MOD-03",)
    assert changed.proposed_functions == {}
    assert (
        choices.as_function(changed, "MD-01", Function.NOTE_TAKER).cast["MD-01"].participants == ()
    )


def test_participants_are_numbered_in_the_order_they_speak(file: FileChoice) -> None:
    numbered = choices.numbered(file)
    assert names(numbered)["MD-01"] == ("P1",)
    assert names(numbered)["MD-06"] == ("P2",)
    assert names(numbered)["MD-3"] == names(numbered)["MD-03"] == ("P3",)
    assert numbered.participants == tuple(f"P{number}" for number in range(1, 8))


def test_joint_labels_follow_when_people_are_renamed() -> None:
    text = "Ann: Yes.\nBob: No.\nAnn and Bob: Friday.\nAnn: So.\nBob: Well.\n"
    file = FileChoice(Path("a.txt"), parsed=parsed(text))
    assert names(file)["Ann and Bob"] == ("Ann", "Bob")
    assert names(choices.numbered(file))["Ann and Bob"] == ("P1", "P2")


def test_a_role_for_all_reaches_every_participant_and_nobody_else(file: FileChoice) -> None:
    given = choices.role_for_all(file, " medical director ")
    assert given.roles == ("medical director",)
    assert given.cast["MOD-03"].attributes == {}
    assert given.cast["MD-3"].attributes == {"role": "medical director"}
    assert choices.role_for_all(given, "").roles == ()


def test_a_name_and_a_role_typed_for_one(file: FileChoice) -> None:
    changed = choices.described(file, "MD-3", "Ann", "nurse")
    assert names(changed)["MD-3"] == names(changed)["MD-03"] == ("Ann",)
    assert changed.cast["MD-03"].attributes == {"role": "nurse"}
    assert choices.described(changed, "MD-03", "  ", "nurse").cast["MD-03"].participants == ("Ann",)


def test_doubts_are_settled_one_by_one(file: FileChoice) -> None:
    first, second = file.open_doubts
    assert choices.settled(file, first).open_doubts == (second,)


def test_a_doubtful_line_can_be_read_the_other_way_and_back(file: FileChoice) -> None:
    doubt = file.open_doubts[0]
    as_read, otherwise = answers_to(file, doubt)
    assert as_read.reading is None
    assert otherwise.reading is not None
    assert otherwise.reading.as_label == {"I said"}
    anew = FileChoice(file.path, otherwise.reading, parsed(FG2, otherwise.reading))
    assert "I said" in anew.turns
    turn = next(turn for turn in parsed(FG2, otherwise.reading).turns if turn.label == "I said")
    _as_turn, speech = answers_to(anew, Doubt(8, turn.whole.start, "", "I said"))
    assert speech.reading is not None
    assert speech.reading.as_speech == {"I said"}
    assert speech.reading.as_label == frozenset()


CLOCK = Doubt(10, FG2.index("17: 30"), "Starts with a time of day. Read as speech.")


def test_a_line_that_names_nobody_can_be_said_by_others(file: FileChoice) -> None:
    ways = answers_to(file, CLOCK)
    assert [way.words for way in ways] == [
        "Speech of MD-03",  # typed MD-3 above it
        "Unknown speaker",
        "MD-01",
        "MD-07",
        "Choose …",
    ]
    assert [way.speaker for way in ways] == [None, UNKNOWN, "MD-01", "MD-07", None]
    assert [way.words for way in other_speakers(file, CLOCK)] == [
        "MOD-03",
        "MD-06",
        "MD-02",
        "MD-04",
        "MD-05",
    ]


def test_somebody_begins_with_a_line_until_it_is_taken_back(file: FileChoice) -> None:
    changed = choices.settled(file, CLOCK, "MD-02")
    assert (file.turns["MD-02"], changed.turns["MD-02"]) == (1, 2)
    assert sum(changed.words.values()) == sum(file.words.values())
    ready = changed.ready()
    assert ready is not None
    begun = ready.parsed.turns[8]
    assert begun.label == "MD-02"
    assert begun.words.of(FG2) == "17: 30 everyone had gone home by then, that's the thing."
    assert ready.parsed.turns[7].words.of(FG2) == "And it was"
    assert answers_to(changed, CLOCK)[0].words == "MD-02"
    again = choices.settled(choices.reopened(changed, CLOCK), CLOCK)
    assert again.understood == file.parsed


def test_a_line_may_open_with_a_time_mark_that_is_none_of_the_words(file: FileChoice) -> None:
    start = CLOCK.start
    doubt = replace(CLOCK, mark=Span(start, start + 6), time=1050)
    goes_on, as_time, *_others = answers_to(file, doubt)
    assert (goes_on.as_time, as_time.words, as_time.as_time) == (False, "Time mark", True)
    changed = choices.settled(file, doubt, as_time=True)
    assert changed.understood is not None
    begun = changed.understood.turns[8]
    assert (begun.label, begun.time) == ("MD-3", 1050)
    assert begun.time_at is not None
    assert begun.time_at.of(FG2) == "17: 30"
    assert begun.words.of(FG2) == "everyone had gone home by then, that's the thing."
    assert changed.understood.text == FG2
    assert sum(changed.words.values()) == sum(file.words.values()) - 2
    assert answers_to(changed, doubt)[0] == as_time
    again = choices.settled(choices.reopened(changed, doubt), doubt)
    assert again.understood == file.parsed


def test_what_was_said_of_places_holds_as_long_as_the_text_does(file: FileChoice) -> None:
    changed = choices.settled(file, CLOCK, "MD-02")
    same = choices.read_anew(changed, parsed(FG2, ReadingOptions(as_speech=frozenset({"MD-07"}))))
    assert same.begun == changed.begun
    assert same.turns["MD-02"] == 2
    other = choices.read_anew(changed, parsed("\n" + FG2))
    assert (other.begun, other.settled) == ({}, frozenset())


def test_a_line_outside_all_turns_stays_as_it_was_read(file: FileChoice) -> None:
    outside = Doubt(1, 0, "Odd.")
    assert [way.words for way in answers_to(file, outside)] == ["As it was read"]
    assert choices.settled(file, outside, "MD-02").turns == file.turns


def test_what_is_in_the_study_already_stays_out_unless_wanted(file: FileChoice) -> None:
    assert file.comes
    known = FileChoice(file.path, parsed=file.parsed, known_as=("FG2",))
    twin = FileChoice(file.path, parsed=file.parsed, twin="FG2_copy.txt")
    wanted = FileChoice(file.path, parsed=file.parsed, known_as=("FG2",), wanted=True)
    refused = FileChoice(file.path, refused="It is empty.", wanted=True)
    assert [one.comes for one in (known, twin, wanted, refused)] == [False, False, True, False]


def test_what_is_ready_becomes_an_action(file: FileChoice) -> None:
    ready = file.ready()
    assert ready is not None
    action = ready.action()
    assert (action.name, action.file_name, action.file_hash) == ("FG2", "FG2.txt", "h")
    assert action.cast == file.cast
    assert FileChoice(Path("a.txt"), parsed=Parsed("words", (), "text")).ready() is not None
    assert FileChoice(Path("a.txt")).ready() is None
