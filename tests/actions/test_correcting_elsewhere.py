"""Correcting paragraphs that nobody speaks, and turns that stand elsewhere in a new version."""

from dataclasses import replace

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.correcting import CorrectPassage
from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.correcting.paragraphs import unspoken_numbered
from qualcoder_nhs.domain.correcting.plan import Losing, Thing
from qualcoder_nhs.domain.errors import InATurn, NoSuchParagraph, NoWordsLeft, OutsideText
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.test_correcting import (
    here,
    lead,
    most_coded,
    moved,
    quotes,
    spoken,
    version,
)
from tests.builders import all_rows, an_import, code, coder, transcript


def test_a_turn_that_moved_takes_all_that_lies_on_it_along(sampled: Study) -> None:
    old, before, joined, rows = here(sampled), quotes(sampled), spoken(sampled), all_rows(sampled)
    number = most_coded(sampled).index
    lines = old.text.split("\n")
    line = next(one for one in lines if old.turns[number - 1].words.of(old.text) in one)
    lines.remove(line)
    lines.insert(len(lines) - 8, line)
    text = "\n".join(lines)
    turns = known_again(old, text, number)
    plan = sampled.run(version(old, text, turns, Losing.KEEP), lead(sampled))
    assert plan.turns.moved == (number,)
    assert (plan.turns.gone, plan.turns.new, plan.words) == ((), (), 0)
    assert [one.moved for one in plan.changed] == [True]
    assert {one: quote for one, (_coding, quote) in quotes(sampled).items()} == {
        one: quote for one, (_coding, quote) in before.items()
    }
    lost = {one.id for one in plan.told if one.thing is Thing.LINK}
    assert {one: pair for one, pair in joined.items() if one not in lost} == spoken(sampled)
    whys = {one.why for one in plan.told if one.thing is Thing.LINK}
    assert whys <= {"the turn it answers stands after it now"}
    assert sampled.faults() == []
    sampled.undo(lead(sampled))
    assert all_rows(sampled) == rows


def known_again(old: Transcript, text: str, number: int) -> tuple[Turn, ...]:
    """The turns of a text in which a line of the old one stands elsewhere, by their words."""
    found = []
    for turn in old.turns:
        by = text.index(turn.whole.of(old.text)) - turn.whole.start
        found.append(moved(turn, by, 0))
    found.sort(key=lambda turn: turn.words.start)
    return tuple(replace(turn, index=n) for n, turn in enumerate(found, 1))


def test_a_paragraph_that_nobody_speaks_is_corrected(study: Study) -> None:
    it = study.run(an_import("Paper", "Title\n\n  A finding of note.\nAnother one."), coder(study))
    coded = study.run(CodePassage(it, Span(22, 26), code(study, "Warm")), coder(study)).coding
    later = study.run(CodePassage(it, Span(32, 35), code(study, "Warm")), coder(study)).coding
    passage = unspoken_numbered(here(study, "Paper"), 2)
    rows = all_rows(study)
    action = CorrectPassage(it, passage, "Two findings 🩺 of true note.\nAnd more.")
    plan = study.run(action, coder(study))
    assert here(study, "Paper").text == (
        "Title\n\n  Two findings 🩺 of true note.\nAnd more.\nAnother one."
    )
    assert {one.id: (one.before, one.after) for one in plan.told} == {}
    text = here(study, "Paper").text
    quoted = [study.ask(Reader.coding, one).span.of(text) for one in (coded, later)]
    assert quoted == ["note", "her"]
    assert (plan.along, plan.fates[Fate.MOVED]) == (((Fate.MOVED, 1),), 2)
    assert study.faults() == []
    study.undo(coder(study))
    assert all_rows(study) == rows


@pytest.mark.parametrize(
    ("passage", "words", "refusal"),
    [
        (Span(5, 9), "x", InATurn),
        (Span(400, 500), "x", OutsideText),
        (Span(9, 9), "x", OutsideText),
    ],
)
def test_what_is_no_paragraph(
    study: Study, passage: Span, words: str, refusal: type[Exception]
) -> None:
    with pytest.raises(refusal):
        study.run(CorrectPassage(transcript(study), passage, words), coder(study))


def test_a_paragraph_is_not_left_without_words(study: Study) -> None:
    it = study.run(an_import("Paper", "Title\nA finding."), coder(study))
    with pytest.raises(NoWordsLeft):
        study.run(CorrectPassage(it, Span(0, 5), " \n"), coder(study))
    with pytest.raises(NoSuchParagraph):
        unspoken_numbered(here(study, "Paper"), 3)
