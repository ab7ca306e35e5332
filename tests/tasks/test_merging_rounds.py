"""Rounds and layers that only a merged study has: brought in as they stood, with all codings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound
from qualcoder_nhs.actions.settling import Settle
from qualcoder_nhs.domain.errors import UndoClash
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.domain.merge.wording import sections
from qualcoder_nhs.domain.rounds import Sample
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.queries.rounds import round_board, round_wording
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, code, coder, transcript
from tests.packs import ROUND, a_study_alone, a_team, harmed, merged, opened, plan_of

LEAD = "ZZ"


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Study]:
    with a_study_alone(tmp_path / "alone.qnhs") as study:
        yield study


def coded_round(study: Study, *, blind: bool = True, sample: Sample | None = None) -> RoundId:
    """The round `Pilot` of ZZ and YY, of all transcripts; both coded the first, one the other."""
    lead, other = coder(study, LEAD), coder(study, "YY")
    made = study.run(NewRound(ROUND, (lead, other), blind=blind, sample=sample), lead)
    one = study.ask(Reader.round, made)
    for who, name in ((lead, "First"), (other, "First"), (other, "FG7")):
        text = study.ask(Reader.transcript, transcript(study, name))
        portion = one.portion(text.id)
        drawn = (portion.turns if portion else None) or (2,)
        words = text.turns[drawn[0] - 1].words
        study.run(CodePassage(text.id, words, code(study, "Warm"), made), who)
    study.run(FinishTranscript(transcript(study, "First"), made), lead)
    return made


def test_a_round_of_another_study_comes_in_with_its_codings(team: Study, alone: Study) -> None:
    made, before = coded_round(alone, sample=Sample(0.5, 3)), all_rows(team)
    alone.run(EndRound(made), coder(alone, LEAD))
    alone.run(OpenRound(made), coder(alone, LEAD))
    was = alone.ask(Reader.round, made)
    row = next(row for row in sections(plan_of(team, alone.path))[0].rows if "round" in row.what)
    assert row.what == "round “Pilot (2)”"
    assert row.why == "a round this study does not have, ended, 3 codings"
    assert all_rows(team) == before
    plan = merged(team, alone.path)
    assert plan.refused == ()
    assert ("round “Pilot”", "this study has a round of that name; comes in as “Pilot (2)”") in {
        (row.what, row.why) for row in plan.conflicting
    }
    now = team.ask(Reader.round, "Pilot (2)")
    assert (now.id, now.sample, now.opened, now.ended) == (made, was.sample, was.opened, was.ended)
    assert [part.turns for part in now.portions] == [part.turns for part in was.portions]
    ours = {transcript(team), transcript(team, "FG7")}
    assert {part.transcript for part in now.portions} == ours
    assert len(team.ask(Reader.codings, layer=made)) == 3
    assert {"ZZ", "YY"} <= {one.name for one in team.ask(Reader.coders)}
    assert team.faults() == []
    after = all_rows(team)
    assert not merged(team, alone.path)
    assert all_rows(team) == after
    team.undo(coder(team))
    assert all_rows(team) == before
    team.redo(coder(team))
    assert all_rows(team) == after


def test_its_figures_are_the_same_as_where_it_was_coded(team: Study, alone: Study) -> None:
    coded_round(alone, blind=False)
    merged(team, alone.path)
    wish, here = AgreementWish(round=ROUND), AgreementWish(round="Pilot (2)")
    there, found = alone.ask(agreement_material, wish), team.ask(agreement_material, here)
    assert set(there.plan.codes) <= set(found.plan.codes)
    told, heard = (
        [{who: codes.get("warm") for who, codes in talk.marks.items()} for talk in one.continua]
        for one in (there, found)
    )
    assert told == heard
    assert any(talk.values() for talk in heard)


def test_a_round_in_which_somebody_coded_since_does_not_go_again(team: Study, alone: Study) -> None:
    made = coded_round(alone, blind=False)
    merged(team, alone.path)
    who = coder(team, "YY")
    team.run(CodePassage(transcript(team), Span(4, 9), code(team, "Warm"), made), who)
    with pytest.raises(UndoClash, match="hangs on it"):
        team.undo(coder(team))


def test_a_blind_round_that_was_not_opened_is_as_blind_here(team: Study, alone: Study) -> None:
    made = coded_round(alone)
    plan = merged(team, alone.path)
    lead, other = coder(team), coder(team, "YY")
    assert len(plan.codings.added) == 3
    assert team.ask_as(lead, Reader.codings, layer=made) == []
    assert len(team.ask_as(other, Reader.codings, layer=made)) == 2
    board = team.ask_as(lead, round_board, made)
    assert board.cells[coder(team, LEAD), transcript(team)].state == "finished"
    alone.run(OpenRound(made), coder(alone, LEAD))
    again = merged(team, alone.path)
    assert [(row.what, row.why) for row in again.conflicting if "round" in row.what] == [
        ("round “Pilot (2)”", "ended there, running here")
    ]
    assert team.ask_as(lead, Reader.codings, layer=made) == []


def test_a_row_of_a_blind_round_that_is_new_tells_neither_code_nor_place(
    team: Study, alone: Study
) -> None:
    coded_round(alone)
    path = harmed(alone, 'UPDATE codings SET "end" = 9999')
    told = {row.what for row in plan_of(team, path).refused}
    assert told == {"a coding of ZZ in “Pilot (2)”", "a coding of YY in “Pilot (2)”"}


def test_the_codebook_it_froze_comes_along(team: Study, alone: Study) -> None:
    made = coded_round(alone)
    merged(team, alone.path)
    wording = team.ask_as(coder(team), round_wording, made)
    assert wording.version.number == 2
    frozen = wording.version.codebook
    assert frozen.path(code(team, "Warm")) == "Trust > Warm"
    assert "“Sky” moved from the top to “New ideas”." in {one.words for one in wording.differences}


def test_what_was_coded_in_it_after_it_came_comes_later(team: Study, alone: Study) -> None:
    made, lead = coded_round(alone), coder(alone, LEAD)
    merged(team, alone.path)
    seventh, sky = transcript(alone, "FG7"), code(alone, "Sky")
    alone.run(CodePassage(seventh, Span(4, 9), sky, made), lead)
    assert len(merged(team, alone.path).codings.added) == 1
    team.run(EndRound(made), coder(team))
    alone.run(CodePassage(seventh, Span(20, 30), sky, made), lead)
    assert ["has ended" in row.why for row in merged(team, alone.path).refused] == [True]


def test_layers_of_imported_tables_keep_their_name(team: Study, alone: Study) -> None:
    coded_round(alone, blind=False)
    plan = merged(team, harmed(alone, "UPDATE codings SET layer = 'From Excel'"))
    assert {one.layer for one in plan.codings.added} == {"From Excel"}
    assert "From Excel" in team.ask(Reader.layer_names)


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("DELETE FROM round_transcripts", "none of its transcripts is in this study"),
        ("UPDATE codebook_versions SET codebook = '{}'", "its codebook cannot be read"),
        ("UPDATE rounds SET unit = 'page'", "it is not in this study"),
        ("UPDATE rounds SET name = ' '", "it is not in this study"),
        ("UPDATE round_transcripts SET turns = '[\"a\"]'", "it is not in this study"),
    ],
)
def test_codings_of_a_round_that_cannot_come_are_listed(
    team: Study, alone: Study, statement: str, why: str
) -> None:
    coded_round(alone)
    plan = merged(team, harmed(alone, statement))
    assert plan.rounds == ()
    assert [why in row.why for row in plan.refused if "Warm" in row.what] == [True] * 3


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        ("DELETE FROM round_transcripts", "none of its transcripts is in this study"),
        ("UPDATE rounds SET unit = 'page'", "its row cannot be read"),
    ],
)
def test_a_round_that_cannot_come_is_told_of_without_codings(
    team: Study, alone: Study, statement: str, why: str
) -> None:
    lead = coder(alone, LEAD)
    alone.run(NewRound(ROUND, (lead, coder(alone, "YY"))), lead)
    [row] = merged(team, harmed(alone, statement)).refused
    assert (row.what, row.why) == ("round “Pilot”", why)
    assert team.faults() == []


def test_a_copy_of_this_study_brings_the_round_that_was_begun_in_it(
    team: Study, tmp_path: Path
) -> None:
    copy, lead = tmp_path / "copy.qnhs", coder(team)
    team.save_copy(copy)
    with opened(copy) as other:
        stranger, first = other.run(AddCoder("New"), lead), transcript(other)
        second = other.run(NewRound("Second", (lead, stranger), (first,), blind=False), lead)
        other.run(CodePassage(first, Span(4, 9), code(other, "Warm"), second), stranger)
    plan = merged(team, copy)
    assert ([one.name for one in plan.rounds], plan.versions) == (["Second"], ())
    assert len(team.ask(Reader.codings, layer=second)) == 1
    assert [one.name for one in plan.coders] == ["New"]
    assert team.faults() == []
    assert not merged(team, copy)


def test_decisions_that_stay_out_are_counted(team: Study, alone: Study) -> None:
    made, lead = coded_round(alone, blind=False), coder(alone, LEAD)
    alone.run(EndRound(made), lead)
    about = [one.id for one in alone.ask(Reader.codings, layer=made)]
    alone.run(Settle(made, tuple(about[:1]), Choice.ALL, cause=Cause.SLIP, reason="Seen"), lead)
    plan = merged(team, alone.path)
    assert [(row.what, row.why) for row in plan.refused] == [
        ("round “Pilot (2)”", "1 decision on a disagreement stays out, with its reason")
    ]
    assert len(team.ask(Reader.codings, layer="settled")) == 1
    again = merged(team, alone.path)
    assert not again
    assert [row.what for row in again.refused] == ["1 decision on a disagreement"]
