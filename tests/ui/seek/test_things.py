"""What letters mean: names by how they match, and turns by their number."""

from qualcoder_nhs.domain.ids import GroupId, TranscriptId
from qualcoder_nhs.domain.transcript import TranscriptSummary
from qualcoder_nhs.ui.seek.things import MOST, Kind, Thing, meant, turns_meant


def things(*names: str) -> list[Thing]:
    return [Thing(Kind.COMMAND, name, name) for name in names]


def names(letters: str, *given: str) -> list[str]:
    return [match.thing.name for match in meant(things(*given), [], letters)]


def summary(name: str, turns: int = 200) -> TranscriptSummary:
    return TranscriptSummary(TranscriptId(f"id of {name}"), name, 1, 1, turns, GroupId("g"))


SHELF = [summary("FG1", 100), summary("FG2"), summary("FG20")]


def turns(letters: str, here: str = "") -> list[str]:
    return [one.name for one in turns_meant(SHELF, TranscriptId(f"id of {here}"), letters)]


def test_names_that_begin_so_come_first_then_words_then_the_rest() -> None:
    given = ("Reimport", "Do import", "Import", "Export", "Important")
    assert names("import", *given) == ["Import", "Important", "Do import", "Reimport"]


def test_a_word_in_the_middle_is_preferred_to_letters_within_one() -> None:
    (match,) = meant(things("Intrust a trust"), [], "trust")
    assert (match.start, match.end) == (10, 15)


def test_without_letters_the_first_are_offered_and_never_more_than_nine() -> None:
    many = things(*(f"one {n}" for n in range(20)))
    assert [match.thing for match in meant(many, [], " ")] == many[:MOST]
    assert len(meant(many, [], "one")) == MOST == 9


def test_letters_are_no_pattern_and_capitals_do_not_matter() -> None:
    assert names("a.c", "abc", "A.C now") == ["A.C now"]


def test_a_turn_by_transcript_and_number() -> None:
    assert turns("FG2 142") == ["FG2, turn 142"]
    assert turns("fg2, 142") == ["FG2, turn 142"]
    assert turns("fg 99") == ["FG1, turn 99", "FG2, turn 99", "FG20, turn 99"]


def test_a_number_alone_is_a_turn_of_the_transcript_on_the_desk() -> None:
    assert turns("42", here="FG1") == ["FG1, turn 42"]
    assert turns("42") == []


def test_turns_that_are_not_there_are_not_offered() -> None:
    assert turns("FG1 101") == turns("FG1 0") == turns("FG2") == turns("FG2 x") == []


def test_a_name_that_begins_so_comes_before_a_turn() -> None:
    named = things("Group 2", "In group 2")
    found = meant(named, [Thing(Kind.TURN, "t", "Group 1, turn 2")], "group 2")
    assert [match.thing.name for match in found] == ["Group 2", "Group 1, turn 2", "In group 2"]
