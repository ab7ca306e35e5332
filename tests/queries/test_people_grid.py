"""Who stands where in the grid of people, and which descriptions few of them share."""

from pathlib import Path

from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.queries.people_grid import PeopleGrid, PersonRow, people_grid
from qualcoder_nhs.study import Study


def row(grid: PeopleGrid, group: str, name: str) -> PersonRow:
    for section in grid.sections:
        for one in section.rows:
            if section.group and (section.group.name, one.person.name) == (group, name):
                return one
    raise KeyError(group, name)


def test_people_stand_in_the_order_of_their_numbers(sample_study: Study) -> None:
    grid = sample_study.ask(people_grid)
    assert [one.group.name for one in grid.sections if one.group] == ["FG1", "FG2", "FG3", "FG4"]
    names = [one.person.name for one in grid.sections[2].rows]
    assert names == [f"P{number}" for number in range(1, 9)]
    assert row(grid, "FG3", "P3").labels == ("Speaker 3", "Participant 3")
    assert grid.people == 28


def test_what_fewer_than_three_share_is_told(sample_study: Study) -> None:
    grid = sample_study.ask(people_grid)
    assert grid.rare_by == ("role", "organisation_type")
    assert row(grid, "FG1", "P1").alike == 2  # two chief executives of acute trusts
    assert row(grid, "FG2", "P2").alike == 0  # four medical directors of acute trusts
    assert row(grid, "FG2", "P5").alike == 1
    by_role = sample_study.ask(people_grid, ("role",))
    assert (by_role.few, row(by_role, "FG1", "P1").alike) == (0, 0)


def test_other_attributes_are_looked_at_where_those_are_not_listed(tmp_path: Path) -> None:
    listed = [AttributeDraft(Subject.PARTICIPANT, name) for name in ("Ward", "Shift", "Age")]
    with Study.create(tmp_path / "wards.qnhs", "Wards", "HL", listed) as study:
        assert study.ask(people_grid).rare_by == ("ward", "shift")
        assert study.ask(people_grid, ()).rare_by == ()
