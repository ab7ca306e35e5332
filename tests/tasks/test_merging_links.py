"""Links in packs: a coder's own go out and come back, by the same rules as codings."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.links import ChangeLink, LinkTurns, Unlink
from qualcoder_nhs.actions.rounds import EndRound
from qualcoder_nhs.domain.ids import LinkId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.merge.wording import sections
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, coder, transcript
from tests.packs import a_pack, a_team, harmed, layer, merged, opened, plan_of

SOFT, AGREE, CHALLENGE = LinkKind.SOFT, LinkKind.AGREE, LinkKind.CHALLENGE


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


def link(
    path: Path, turn: int, target: int, kind: LinkKind = SOFT, who: str = "AB", within: str = ""
) -> LinkId:
    with opened(path) as pack:
        action = LinkTurns(transcript(pack), turn, target, kind, within or layer(pack))
        return pack.run(action, coder(pack, who)).link


def standing(study: Study) -> list[tuple[int, int, str]]:
    found = study.ask_as(coder(study, "AB"), Reader.links)
    return [(one.turn, one.target, one.kind.value) for one in found]


def told(study: Study, path: Path) -> list[list[str]]:
    return [[row.what for row in part.rows] for part in sections(plan_of(study, path))]


def test_links_come_back_are_known_again_and_can_be_undone(team: Study) -> None:
    path = a_pack(team)
    link(path, 3, 2)
    link(path, 4, 3, AGREE)
    before = all_rows(team)
    assert told(team, path)[0] == ["2 links between turns"]
    plan = merged(team, path)
    assert len(plan.links.added) == 2
    assert plan.refused == ()
    assert standing(team) == [(3, 2, "soft dissent"), (4, 3, "agree")]
    assert team.faults() == []
    after = all_rows(team)
    assert not merged(team, path)
    assert told(team, path)[1] == ["2 links"]
    assert all_rows(team) == after
    team.undo(coder(team))
    assert all_rows(team) == before


def test_what_changes_and_goes_there_after_a_merge_follows(team: Study) -> None:
    path = a_pack(team)
    one, other = link(path, 3, 2), link(path, 4, 3)
    merged(team, path)
    with opened(path) as pack:
        pack.run(ChangeLink(one, CHALLENGE), coder(pack, "AB"))
        pack.run(Unlink((other,)), coder(pack, "AB"))
    plan = merged(team, path)
    assert (len(plan.links.changed), len(plan.links.removed)) == (1, 1)
    assert standing(team) == [(3, 2, "challenge")]


def test_what_was_edited_in_both_places_stays_as_it_is_here(team: Study) -> None:
    path = a_pack(team)
    one = link(path, 3, 2)
    merged(team, path)
    with opened(path) as pack:
        pack.run(ChangeLink(one, CHALLENGE), coder(pack, "AB"))
    team.run(ChangeLink(one, AGREE), coder(team, "AB"))
    plan = merged(team, path)
    [row] = plan.conflicting
    assert row.what == "a link of AB in “Pilot”"
    assert standing(team) == [(3, 2, "agree")]


def test_the_same_said_here_already_is_known(team: Study) -> None:
    path = a_pack(team)
    link(path, 3, 2)
    team.run(LinkTurns(transcript(team), 3, 2, SOFT, layer(team)), coder(team, "AB"))
    plan = merged(team, path)
    assert (plan.links.added, plan.links.known) == ((), 1)


def test_an_ended_round_and_somebody_elses_links_stay_out(team: Study) -> None:
    path = a_pack(team)
    link(path, 3, 2)
    lead = coder(team)
    team.run(EndRound(team.ask(Reader.round, "Pilot").id), lead)
    [row] = merged(team, path).refused
    assert "has ended" in row.why
    assert standing(team) == []


def test_a_pack_carries_nobody_elses_links(team: Study) -> None:
    for who in ("HL", "AB", "CD"):
        action = LinkTurns(transcript(team), 3, 2, SOFT, layer(team))
        team.run(action, coder(team, who))
    path = a_pack(team)
    with opened(path) as pack:
        ab = coder(pack, "AB")
        assert {one.coder for one in pack.ask_as(ab, Reader.links)} == {ab}
    assert merged(team, path).links.known == 1


def test_what_is_known_of_the_talk_travels_along(team: Study) -> None:
    known = team.ask(Reader.attributes)
    path = a_pack(team)
    with opened(path) as pack:
        assert pack.ask(Reader.attributes) == known
        assert pack.ask(Reader.questions) == team.ask(Reader.questions)
        assert pack.faults() == []


@pytest.mark.parametrize(
    ("harm", "why"),
    [
        ("UPDATE links SET target = 9", "does not lead to an earlier turn"),
        ("UPDATE links SET kind = 'shrug'", "cannot be read"),
        ("UPDATE links SET turn = 5", "not a participant’s"),
        ("UPDATE links SET turn = 2, target = 3", "does not lead to an earlier turn"),
        ("UPDATE links SET turn = 99", "does not lead to an earlier turn"),
        ("UPDATE links SET transcript = 'elsewhere'", "its transcript is not in the file"),
    ],
)
def test_a_link_that_makes_no_sense_is_refused_by_name(
    team: Study, tmp_path: Path, harm: str, why: str
) -> None:
    path = a_pack(team)
    link(path, 3, 2)
    with opened(path) as pack:
        broken = harmed(pack, harm)
    [row] = merged(team, broken).refused
    assert why in row.why
    assert standing(team) == []
