"""Find in the study: where words stand, who said them, and what stands around."""

from queries.conftest import FG2, Known, add

from qualcoder_nhs.queries.study_search import study_search
from qualcoder_nhs.storage.reader import Reader


def test_each_time_a_word_is_said_is_a_place_with_its_turn_and_voice(known: Known) -> None:
    found = known.study.ask(study_search, "gives")
    assert [(place.name, len(place.found)) for place in found.places] == [("FG1", 3)]
    first, second, third = found.places[0].found
    assert [one.turn for one in (first, second, third)] == [1, 2, 3]
    assert second.voice is not None
    assert second.voice.name == "P1"
    text = known.study.ask(Reader.transcript, known.fg1).text
    assert [one.span.of(text) for one in (first, second, third)] == ["gives"] * 3
    assert second.words == "Money gives, every year."
    assert [mark.of(second.words) for mark in second.marks] == ["gives"]


def test_transcripts_come_in_their_order_however_good_their_hits(known: Known) -> None:
    add(known.study, known.coder, "FG3", [*FG2, ("P1", "which which")], "nurse")
    found = known.study.ask(study_search, "which")
    assert [(place.name, len(place.found)) for place in found.places] == [("FG2", 1), ("FG3", 3)]
    starts = [one.span.start for one in found.places[1].found]
    assert starts == sorted(starts)


def test_words_in_quotes_stand_together(known: Known) -> None:
    found = known.study.ask(study_search, '"me which"')
    (one,) = found.places[0].found
    assert [mark.of(one.words) for mark in one.marks] == ["me which"]
    assert known.study.ask(study_search, '"which me"').places == ()


def test_several_words_find_each_paragraph_that_holds_them_all_once(known: Known) -> None:
    (place,) = known.study.ask(study_search, "which asked").places
    (one,) = place.found
    assert [mark.of(one.words) for mark in one.marks] == ["asked", "which"]
    assert known.study.ask(study_search, "which friday").places == ()


def test_labels_are_not_looked_at_and_front_matter_has_no_turn(known: Known) -> None:
    assert known.study.ask(study_search, "P1").places == ()
    place = known.study.ask(study_search, "matter").places[0]
    assert [(one.turn, one.voice, one.words) for one in place.found] == [
        (None, None, "Front matter")
    ]


def test_a_long_paragraph_is_cut_to_whole_words_around_the_match(known: Known) -> None:
    said = "left " * 60 + "needle" + " right" * 60
    add(known.study, known.coder, "FG3", [("P1", said)], "nurse")
    (place,) = known.study.ask(study_search, "needle").places
    (one,) = place.found
    assert one.words.startswith("…left ")
    assert one.words.endswith(" right…")
    assert len(one.words) < 300
    assert [mark.of(one.words) for mark in one.marks] == ["needle"]


def test_a_word_without_gaps_around_it_is_cut_too(known: Known) -> None:
    add(known.study, known.coder, "FG3", [("P1", "x" * 400 + "," + "y" * 400)], "nurse")
    (place,) = known.study.ask(study_search, "yy").places
    (one,) = place.found
    assert [mark.of(one.words) for mark in one.marks] == ["y" * 400]
    assert one.words.startswith("…" + "x" * 39)


def test_nothing_typed_finds_nothing(known: Known) -> None:
    assert known.study.ask(study_search, " ?! ").places == ()
