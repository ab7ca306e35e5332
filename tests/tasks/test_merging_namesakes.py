"""Coders of the same name in two studies: two people, unless the lead says they are one."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.people import AddCoder, RenameCoder
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.domain.errors import NoNamesake
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.wording import namesake_row
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.packs import incoming, joined, merge, merge_plan
from tests.builders import all_rows, code, coder, transcript
from tests.packs import a_pack, a_study_alone, a_team, merged, opened, plan_of

PLACES = (Span(18, 40), Span(50, 60))


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


@pytest.fixture
def alone(tmp_path: Path) -> Iterator[Study]:
    """Another study, in which another AB has coded two passages of FG1, the first as AB did."""
    with a_study_alone(tmp_path / "alone.qnhs") as study:
        study.run(RenameCoder(coder(study, "YY"), "AB"), coder(study, "ZZ"))
        first = transcript(study, "First")
        for span in PLACES:
            made = CodePassage(first, span, code(study, "Warm"))
            study.run(made, coder(study, "AB"))
        study.run(FinishTranscript(first), coder(study, "AB"))
        yield study


def with_joins(study: Study, other: Study, *names: str, plan: bool = False) -> MergePlan:
    there, lead = incoming(study, other.path), coder(study)
    act = merge_plan if plan else merge
    return act(study, there, lead, joined(study, there, lead, names))


def spans(study: Study, who: str) -> set[Span]:
    layer, mine = "open", coder(study, who)
    return {one.span for one in study.ask(Reader.codings, coder=mine, layer=layer)}


def test_without_a_word_they_are_two_people(team: Study, alone: Study) -> None:
    plan = merged(team, alone.path)
    [one] = plan.namesakes
    row = namesake_row(one)
    assert (row.what, row.why) == ("coder AB", "another id than “AB” here; comes in as “AB (2)”")
    assert spans(team, "AB (2)") == set(PLACES)
    assert spans(team, "AB") == {PLACES[0]}
    assert team.ask(Reader.coder, "AB (2)").initials == "AB2"
    assert not merged(team, alone.path)


def test_joined_they_are_one_and_merging_twice_changes_nothing(team: Study, alone: Study) -> None:
    before = all_rows(team)
    plan = with_joins(team, alone, "AB", plan=True)
    assert all_rows(team) == before
    assert (len(plan.codings.added), plan.codings.known, len(plan.finishes.added)) == (1, 1, 1)
    assert [one.joined for one in plan.namesakes] == [True]
    assert [one.name for one in plan.coders] == ["ZZ"]
    assert with_joins(team, alone, "AB").codings == plan.codings
    assert spans(team, "AB") == set(PLACES)
    assert "AB (2)" not in {one.name for one in team.ask(Reader.coders)}
    assert team.faults() == []
    after = all_rows(team)
    assert not with_joins(team, alone, "AB")
    assert all_rows(team) == after
    team.undo(coder(team))
    assert all_rows(team) == before


def test_what_was_joined_stays_joined_unsaid(team: Study, alone: Study) -> None:
    with_joins(team, alone, "AB")
    after = all_rows(team)
    again = merged(team, alone.path)
    assert not again
    assert (again.conflicting, all_rows(team)) == ((), after)
    assert "earlier merge" in namesake_row(again.namesakes[0]).why
    more = CodePassage(transcript(alone, "First"), Span(4, 9), code(alone, "Warm"))
    alone.run(more, coder(alone, "AB"))
    assert len(merged(team, alone.path).codings.added) == 1
    assert Span(4, 9) in spans(team, "AB")


def test_a_join_that_was_undone_is_no_join(team: Study, alone: Study) -> None:
    with_joins(team, alone, "AB")
    team.undo(coder(team))
    assert [(one.joined, one.before) for one in plan_of(team, alone.path).namesakes] == [
        (False, False)
    ]


def test_a_joined_coder_codes_the_rounds_that_come_in(team: Study, alone: Study) -> None:
    lead, other = coder(alone, "ZZ"), coder(alone, "AB")
    made = alone.run(NewRound("Alone", (lead, other), blind=False), lead)
    alone.run(CodePassage(transcript(alone, "FG7"), Span(4, 9), code(alone, "Sky"), made), other)
    with_joins(team, alone, "AB")
    ab = coder(team, "AB")
    assert ab in team.ask(Reader.round, "Alone").coders
    assert {one.coder for one in team.ask(Reader.codings, layer=made)} == {ab}
    assert team.faults() == []
    assert not merged(team, alone.path)


def test_only_coders_of_that_name_in_both_can_be_joined(team: Study, alone: Study) -> None:
    before = all_rows(team)
    for name in ("CD", "ZZ", "AB (2)", "Nobody"):
        with pytest.raises(NoNamesake, match=name[:2]):
            with_joins(team, alone, name)
    merged(team, alone.path)
    with pytest.raises(NoNamesake):
        with_joins(team, alone, "AB")
    team.undo(coder(team))
    assert all_rows(team) == before


def test_who_did_nothing_there_is_not_asked_about(team: Study, alone: Study) -> None:
    alone.run(AddCoder("CD"), coder(alone, "ZZ"))
    assert [one.name for one in plan_of(team, alone.path).namesakes] == ["AB"]


def test_names_that_differ_in_letters_only_are_asked_about(team: Study, alone: Study) -> None:
    alone.run(RenameCoder(coder(alone, "AB"), "ab"), coder(alone, "ZZ"))
    [one] = plan_of(team, alone.path).namesakes
    assert (one.name, one.otherwise) == ("AB", "ab")


def test_a_pack_claims_nobody_elses_work(team: Study) -> None:
    """A coding of CD with CD's id, in AB's pack, as if it were AB's."""
    path = a_pack(team)
    plan = merged(team, path)
    assert plan.namesakes == ()
    with opened(path) as pack:
        stranger = pack.run(AddCoder("CD"), coder(pack))
        pack.run(CodePassage(transcript(pack), Span(4, 9), code(pack, "Warm")), stranger)
    plan = merged(team, path)
    assert [one.joined for one in plan.namesakes] == [False]
    assert ["made by somebody else" in row.why for row in plan.refused] == [True]
