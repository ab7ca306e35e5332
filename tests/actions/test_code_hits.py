"""Every hit of a search coded in one step: what is proposed, what is left out, what is undone."""

import pytest

from qualcoder_nhs.actions.code_hits import CodeHits
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.domain.errors import EmptyPassage
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.hits_to_code import HitsToCode, HitUnit, Why, hits_to_code
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import an_import, code, coder, transcript


def proposed(
    study: Study, words: str, unit: HitUnit = HitUnit.TURN, layer: str = "open"
) -> HitsToCode:
    warm = code(study, "Warm")
    return study.ask_as(
        coder(study), hits_to_code, words, warm, coder(study), unit=unit, layer=layer
    )


def test_a_turn_is_listed_once_however_often_the_word_is_said(study: Study) -> None:
    found = proposed(study, "the")
    places = [(one.name, one.span) for one in found.hits]
    assert len(places) == len(set(places)) > 0
    turns = {one.words for one in study.ask(Reader.transcript, transcript(study)).turns}
    assert {one.span for one in found.hits if one.name == "FG1"} <= turns


def test_the_words_alone_lie_within_the_turn(study: Study) -> None:
    text = study.ask(Reader.transcript, transcript(study)).text
    hits = proposed(study, "nurses", HitUnit.HIT).hits
    assert {one.span.of(text) for one in hits if one.name == "FG1"} == {"nurses"}
    (sentence, *_) = proposed(study, "nurses", HitUnit.SENTENCE).hits
    assert "nurses" in sentence.words


def test_what_moderators_say_and_what_is_coded_is_marked(study: Study) -> None:
    lead, cold = coder(study), code(study, "Cold")
    before = study.ask_as(lead, hits_to_code, "the", cold, lead).hits
    first = next(one for one in before if not one.why)
    study.run(CodePassage(first.transcript, first.span, cold), lead)
    after = study.ask_as(lead, hits_to_code, "the", cold, lead).hits
    assert [one.why for one in after if one.span == first.span and one.name == first.name] == [
        Why.CODED
    ]
    said = [one.why for one in proposed(study, "say").hits if one.words.startswith("[laughs]")]
    assert set(said) == {Why.MODERATOR}


def test_words_above_the_first_turn_are_no_talk_and_not_ticked(study: Study) -> None:
    study.run(an_import("FG7", "About budgets\nP1: Budgets again."), coder(study))
    hits = [one for one in proposed(study, "budgets").hits if one.name == "FG7"]
    assert [(one.turn, one.why) for one in hits] == [(None, Why.BESIDE), (1, Why.NONE)]


def test_all_are_coded_in_one_step_and_undone_in_one(study: Study) -> None:
    lead, warm = coder(study), code(study, "Warm")
    hits = proposed(study, "the").hits
    before = study.ask(Reader.codings)
    study.run(CodeHits(tuple((one.transcript, one.span) for one in hits), warm), lead)
    assert {one.why for one in proposed(study, "the").hits} == {Why.CODED}
    assert study.ask(Reader.undoable, lead).label == CodeHits.label
    study.undo(lead)
    assert study.ask(Reader.codings) == before


def test_one_that_is_no_passage_keeps_all_from_being_coded(study: Study) -> None:
    room = transcript(study)
    before = study.ask(Reader.codings)
    with pytest.raises(EmptyPassage):
        study.run(
            CodeHits(((room, Span(15, 20)), (room, Span(9, 9))), code(study, "Warm")),
            coder(study),
        )
    assert study.ask(Reader.codings) == before
