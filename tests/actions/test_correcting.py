"""Correcting words after coding: every coding stays on its words, and nothing goes silently."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.correcting import CorrectTranscript, CorrectTurn
from qualcoder_nhs.actions.framework import WriteSummary
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing, Thing
from qualcoder_nhs.domain.errors import (
    NoSuchTurn,
    NothingToCorrect,
    NoWords,
    WordsWouldGo,
)
from qualcoder_nhs.domain.ids import CoderId, CodingId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.round_hands import begin, put
from tests.builders import all_rows, an_import, code, coder, transcript

Lines = list[str]


def here(study: Study, name: str = "FG2") -> Transcript:
    return study.ask(Reader.transcript, study.ask(Reader.transcript_called, name))


def lead(study: Study) -> CoderId:
    return study.ask(Reader.coders)[0].id


def version(
    old: Transcript, text: str, turns: tuple[Turn, ...], losing: Losing = Losing.REFUSE
) -> CorrectTranscript:
    return CorrectTranscript(
        old.id, text, turns, "again.txt", "its own hash", "text", losing=losing
    )


def quotes(study: Study, name: str = "FG2") -> dict[CodingId, tuple[Coding, str]]:
    text = here(study, name)
    found = study.ask_as(lead(study), Reader.codings, transcript=text.id)
    return {one.id: (one, one.span.of(text.text)) for one in found}


def spoken(study: Study) -> dict[str, tuple[str, str]]:
    """The words of both turns of each link."""
    text = here(study)
    said = {turn.index: turn.words.of(text.text) for turn in text.turns}
    return {one.id: (said[one.turn], said[one.target]) for one in study.ask(Reader.links, text.id)}


def asked(study: Study) -> dict[str, str]:
    text = here(study)
    said = {turn.index: turn.words.of(text.text) for turn in text.turns}
    return {one.id: said[one.turn] for one in study.ask(Reader.askings, text.id) if one.turn}


# ── ways to change a text, turns along with it ───────────────────────────────────────────────────


def without_turn(text: Transcript, number: int) -> tuple[str, tuple[Turn, ...]]:
    """The text without a turn."""
    start = text.turns[number - 1].whole.start
    end = text.turns[number].whole.start
    kept = [
        *text.turns[: number - 1],
        *(moved(one, start - end, -1) for one in text.turns[number:]),
    ]
    return text.text[:start] + text.text[end:], tuple(kept)


def with_turn_first(text: Transcript) -> tuple[str, tuple[Turn, ...]]:
    """The text with a turn before all others."""
    at, words = text.turns[0].whole.start, "MOD: Before we begin, a word.\n"
    first = Turn(1, "MOD", Span(at + 5, at + len(words) - 1), Span(at, at + 4))
    rest = (moved(one, len(words), 1) for one in text.turns)
    return text.text[:at] + words + text.text[at:], (first, *rest)


def split_turn(text: Transcript, number: int) -> tuple[str, tuple[Turn, ...]]:
    """The text with the second half of a turn said by somebody else."""
    turn = text.turns[number - 1]
    middle = text.text.index(" ", (turn.words.start + turn.words.end) // 2)
    label = "\nP9: "
    by = len(label) - 1
    first = replace(turn, words=Span(turn.words.start, middle))
    second = Turn(
        number + 1, "P9", Span(middle + 1 + by, turn.words.end + by), Span(middle + 1, middle + 4)
    )
    rest = (moved(one, by, 1) for one in text.turns[number:])
    turns = (*text.turns[: number - 1], first, second, *rest)
    return text.text[:middle] + label + text.text[middle + 1 :], turns


def moved(turn: Turn, by: int, later: int) -> Turn:
    return Turn(
        turn.index + later,
        turn.label,
        turn.words.shifted(by),
        turn.label_at and turn.label_at.shifted(by),
        turn.time_at and turn.time_at.shifted(by),
        turn.time,
    )


# ── one turn ─────────────────────────────────────────────────────────────────────────────────────


def most_coded(study: Study) -> Turn:
    """The turn in which most coders have put codes."""
    text, found = here(study), [one for one, _quote in quotes(study).values()]

    def coders(turn: Turn) -> int:
        return len({one.coder for one in found if one.span.overlaps(turn.words)})

    return max(text.turns, key=coders)


def test_a_word_inside_codings_of_several_coders_is_corrected(sampled: Study) -> None:
    turn, text, before = most_coded(sampled), here(sampled), quotes(sampled)
    rows = all_rows(sampled)
    said = turn.words.of(text.text).split(" ")
    middle = len(said) // 2
    wrong, said[middle] = said[middle], "corrected"
    plan = sampled.run(CorrectTurn(text.id, turn.index, " ".join(said)), lead(sampled))
    after = quotes(sampled)
    assert after.keys() == before.keys()
    changed = {one for one in before if before[one][1] != after[one][1]}
    assert {one.id for one in plan.told if one.thing is Thing.CODING} == changed != set()
    assert len({before[one][0].coder for one in changed}) > 1
    for one in changed:
        assert "corrected" in after[one][1]
        assert wrong in before[one][1]
    assert {one.layer for one, _quote in (before[each] for each in changed)} > {"open"}
    assert sampled.faults() == []
    newest = sampled.ask(Reader.history, 1)[0]
    assert newest.words == f"Correct t.{turn.index} of FG2: 1 word"
    done = all_rows(sampled)
    sampled.undo(lead(sampled))
    assert all_rows(sampled) == rows
    sampled.redo(lead(sampled))
    assert all_rows(sampled) == done
    assert sampled.faults() == []


def test_search_finds_the_corrected_words_and_not_the_old_ones(study: Study) -> None:
    study.run(CorrectTurn(transcript(study), 3, "We were consulted twice."), coder(study))
    assert study.ask(Reader.search, "consulted")
    assert [hit.transcript for hit in study.ask(Reader.search, "once")] != [transcript(study)]


@pytest.mark.parametrize(
    ("turn", "words", "refusal"),
    [
        (99, "x", NoSuchTurn),
        (3, "  \n ", NoWords),
        (3, " We were asked once.\r\n", NothingToCorrect),
    ],
)
def test_what_cannot_be_corrected(
    study: Study, turn: int, words: str, refusal: type[Exception]
) -> None:
    before = all_rows(study)
    with pytest.raises(refusal):
        study.run(CorrectTurn(transcript(study), turn, words), coder(study))
    assert all_rows(study) == before


def test_label_time_and_line_breaks_stay(study: Study) -> None:
    study.run(CorrectTurn(transcript(study), 3, "We were asked once.\r\nTwice 🩺."), coder(study))
    text = here(study, "FG1")
    assert [turn.label for turn in text.turns] == ["MOD", "P1", "P2", "P1 and P2", "MOD"]
    assert text.turns[2].words.of(text.text) == "We were asked once.\nTwice 🩺."
    assert [turn.label_at.of(text.text) for turn in text.turns if turn.label_at] == [
        "MOD:", "P1:", "P2:", "P1 and P2:", "MOD:",
    ]  # fmt: skip


# ── a corrected version ──────────────────────────────────────────────────────────────────────────

Way = Callable[[Transcript], tuple[str, tuple[Turn, ...]]]


@pytest.mark.parametrize(
    "way",
    [lambda text: without_turn(text, 3), with_turn_first, lambda text: split_turn(text, 10)],
    ids=("a turn deleted", "a turn inserted at the start", "a turn split"),
)
def test_untouched_words_keep_all_that_lies_on_them(sampled: Study, way: Way) -> None:
    old, before = here(sampled), quotes(sampled)
    joined, marked, rows = spoken(sampled), asked(sampled), all_rows(sampled)
    text, turns = way(old)
    plan = sampled.run(version(old, text, turns, Losing.KEEP), lead(sampled))
    reached = {one.id for one in plan.told}
    after = quotes(sampled)
    for one, (_coding, quote) in before.items():
        if one not in reached:
            assert after[one][1] == quote
    said = {turn.words.of(old.text) for turn in old.turns}
    for link, pair in spoken(sampled).items():
        was = joined[link]
        assert all(now == then or then.startswith(now) for now, then in zip(pair, was, strict=True))
    for asking, words in asked(sampled).items():
        assert marked[asking] == words or words not in said
    assert len(quotes(sampled)) == len(before) - len(
        [one for one in plan.touched if (one.thing, one.fate) == (Thing.CODING, Fate.LOST)]
    )
    assert sampled.faults() == []
    done = all_rows(sampled)
    sampled.undo(lead(sampled))
    assert all_rows(sampled) == rows
    sampled.redo(lead(sampled))
    assert all_rows(sampled) == done


def test_a_turn_at_the_start_moves_every_link_and_question_by_one(sampled: Study) -> None:
    old = here(sampled)
    links = {one.id: (one.turn, one.target) for one in sampled.ask(Reader.links, old.id)}
    askings = {one.id: one.turn for one in sampled.ask(Reader.askings, old.id) if one.turn}
    plan = sampled.run(version(old, *with_turn_first(old)), lead(sampled))
    assert (plan.turns.new, plan.turns.gone, plan.losses) == ((1,), (), 0)
    assert {
        one.id: (one.turn - 1, one.target - 1) for one in sampled.ask(Reader.links, old.id)
    } == (links)
    now = {one.id: one.turn for one in sampled.ask(Reader.askings, old.id) if one.turn}
    assert now == {one: turn + 1 for one, turn in askings.items()}
    assert not plan.told


def test_a_new_label_is_somebody_and_an_old_one_stays(study: Study) -> None:
    old = here(study, "FG1")
    text = old.text.replace("P2: We", "P7: We")
    turns = tuple(replace(one, label="P7") if one.index == 3 else one for one in old.turns)
    plan = study.run(version(old, text, turns), coder(study))
    people = study.ask(Reader.participants)
    new = next(one for one in study.ask(Reader.speakers, old.id) if one.label == "P7")
    assert [people[one].name for one in new.participants] == ["P7"]
    assert new.function is Function.PARTICIPANT
    assert len(plan.notes) == 2
    assert here(study, "FG1").file_hash == "its own hash"


def test_a_text_without_speakers_is_corrected_and_may_get_some(study: Study) -> None:
    it = study.run(an_import("Paper", "A finding of note.\nAnother one."), coder(study))
    coded = study.run(CodePassage(it, Span(19, 31), code(study, "Warm")), coder(study)).coding
    new = an_import("Paper", "A finding.\nP1: Well.\nAnother one.")
    study.run(version(here(study, "Paper"), new.text, new.turns), coder(study))
    found = study.ask(Reader.coding, coded)
    assert found.span.of(here(study, "Paper").text) == "Another one."
    assert [one.label for one in study.ask(Reader.speakers, it)] == ["P1"]
    assert study.faults() == []


def with_lines(study: Study, lines: Callable[[Lines], Lines], losing: Losing) -> CorrectionPlan:
    old = here(study, "FG1")
    new = an_import("again", "\n".join(lines(old.text.split("\n"))))
    return study.run(version(old, new.text, new.turns, losing), coder(study))


def no_board(lines: Lines) -> Lines:
    return [line for line in lines if "board" not in line]


def test_lost_codings_are_never_silent(study: Study) -> None:
    before = all_rows(study)
    with pytest.raises(WordsWouldGo) as refused:
        with_lines(study, no_board, Losing.REFUSE)
    assert "3 of what lies on “FG1”" in str(refused.value)
    assert all_rows(study) == before


def test_lost_codings_are_kept_as_memos_by_who_made_them(study: Study) -> None:
    plan = with_lines(study, no_board, Losing.KEEP)
    lost = [one for one in plan.touched if one.fate is Fate.LOST]
    assert {one.thing for one in lost} == {Thing.CODING}
    memos = study.ask(Reader.memos, transcript=transcript(study))
    told = [memo for memo in memos if memo.text.startswith("Words were taken out: ")]
    assert len(told) == len(lost) == 3
    assert {memo.coder for memo in told} == {coder(study), coder(study, "AB")}
    assert "Look at this" in {memo.text for memo in memos}
    assert study.faults() == []


def test_lost_codings_are_removed_where_that_is_wanted(study: Study) -> None:
    with_lines(study, no_board, Losing.REMOVE)
    assert study.ask(Reader.codings, transcript=transcript(study)) == []
    assert [memo.text for memo in study.ask(Reader.memos, transcript=transcript(study))] == [
        "Tense"
    ]


def test_a_memo_whose_words_went_stays_on_the_transcript(study: Study) -> None:
    with_lines(study, lambda lines: lines[1:], Losing.KEEP)
    memo = next(one for one in study.ask(Reader.memos) if one.text == "Tense")
    assert (memo.transcript, memo.span) == (transcript(study), None)


def test_a_summary_names_its_turns_by_their_new_numbers(study: Study) -> None:
    it = transcript(study)
    study.run(WriteSummary(it, None, code(study, "Warm"), None, "The board [t.2–3]"), coder(study))
    with_lines(study, lambda lines: ["MOD: Welcome.", *lines], Losing.REFUSE)
    assert [one.text for one in study.ask(Reader.summaries)] == ["The board [t.3–4]"]


# ── rounds ───────────────────────────────────────────────────────────────────────────────────────


def test_an_ended_round_follows_its_words(sampled: Study) -> None:
    old, before = here(sampled), quotes(sampled)
    plan = sampled.run(version(old, *with_turn_first(old)), lead(sampled))
    ended = sampled.ask(Reader.round, "Pilot")
    of_it = [one for one, (coding, _quote) in before.items() if coding.layer == ended.layer]
    assert of_it
    assert all(quotes(sampled)[one][1] == before[one][1] for one in of_it)
    assert any("“Pilot” has ended" in note for note in plan.notes)


def test_a_preview_counts_what_is_kept_apart_and_does_not_show_it(study: Study) -> None:
    layer = begin(study)
    mine, theirs = put(study, layer), put(study, layer, "AB", (20, 44), "Cold")
    action = CorrectTurn(transcript(study), 2, "The committee does, and the nurses hear of it.")
    plan = study.rehearse(replace(action, losing=Losing.KEEP), coder(study))
    told = {one.id for one in plan.touched}
    assert mine in told
    assert theirs not in told
    assert sum(number for _fate, number in plan.hidden) == 1
    study.run(action, coder(study))
    kept = study.ask_as(coder(study, "AB"), Reader.coding, theirs)
    assert kept.span.of(here(study, "FG1").text).startswith(": The committee")
    assert [step.label for step in study.ask_as(coder(study, "AB"), Reader.history, 1)] == [
        "Correct {}"
    ]
