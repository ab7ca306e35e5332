"""Attributes of people and groups: the list, what is said with it, and what goes with it."""

import pytest

from qualcoder_nhs.actions.attributes import (
    AddAttributes,
    ChangeAttribute,
    DescribeGroups,
    DescribePeople,
    MoveAttribute,
    RemoveAttribute,
)
from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.errors import AlreadyThere, Nameless, NoSuch
from qualcoder_nhs.domain.ids import AttributeId, GroupId, ParticipantId
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, coder, person, transcript


def listed(study: Study, subject: Subject = Subject.PARTICIPANT) -> dict[str, Attribute]:
    return {one.key: one for one in study.ask(Reader.attributes, subject)}


def said(study: Study, name: str, label: str) -> dict[str, str]:
    return dict(study.ask(Reader.participants)[person(study, name, label)].attributes)


def test_an_attribute_gets_a_key_from_its_name_and_stands_last(study: Study) -> None:
    draft = AttributeDraft(Subject.PARTICIPANT, "Organisation type", ("acute", "health board"))
    study.run(AddAttributes((draft,)), coder(study))
    assert list(listed(study)) == ["role", "nation", "organisation_type"]
    assert listed(study)["organisation_type"].values == ("acute", "health board")


def test_people_and_groups_may_share_a_key_but_not_among_themselves(study: Study) -> None:
    lead = coder(study)
    study.run(AddAttributes((AttributeDraft(Subject.GROUP, "Role"),)), lead)
    with pytest.raises(AlreadyThere):
        study.run(AddAttributes((AttributeDraft(Subject.PARTICIPANT, "role "),)), lead)
    with pytest.raises(Nameless):
        study.run(AddAttributes((AttributeDraft(Subject.GROUP, " "),)), lead)


def test_only_what_is_named_is_said_and_an_empty_word_is_unknown(study: Study) -> None:
    lead, one, other = coder(study), person(study, "FG1", "P1"), person(study, "FG1", "P2")
    both = {one: {"role": " medical director ", "nation": "Wales"}, other: {"nation": "England"}}
    study.run(DescribePeople(both), lead)
    study.run(DescribePeople({one: {"role": ""}, other: {"role": "nurse"}}), lead)
    assert said(study, "FG1", "P1") == {"nation": "Wales"}
    assert said(study, "FG1", "P2") == {"nation": "England", "role": "nurse"}


def test_people_are_described_in_one_step_or_not_at_all(study: Study) -> None:
    before = all_rows(study)
    told = {person(study, "FG1", "P1"): {"role": "x"}, ParticipantId("gone"): {"role": "y"}}
    with pytest.raises(NoSuch):
        study.run(DescribePeople(told), coder(study))
    assert all_rows(study) == before


def test_what_was_said_goes_with_the_attribute_and_comes_back_with_undo(study: Study) -> None:
    lead, one = coder(study), person(study, "FG1", "P1")
    study.run(DescribePeople({one: {"role": "nurse", "nation": "Wales"}}), lead)
    study.run(RemoveAttribute(listed(study)["role"].id), lead)
    assert said(study, "FG1", "P1") == {"nation": "Wales"}
    study.undo(lead)
    assert said(study, "FG1", "P1") == {"role": "nurse", "nation": "Wales"}
    assert "role" in listed(study)


def test_attributes_change_their_name_and_values_but_not_their_key(study: Study) -> None:
    lead, old = coder(study), listed(study)["nation"]
    study.run(ChangeAttribute(old.id, " Country ", ("Wales", "", "Wales", "England")), lead)
    new = listed(study)["nation"]
    assert (new.name, new.values) == ("Country", ("Wales", "England"))
    study.run(MoveAttribute(old.id, 0), lead)
    assert list(listed(study)) == ["nation", "role"]
    with pytest.raises(NoSuch):
        study.run(MoveAttribute(AttributeId("gone"), 0), lead)


def test_groups_are_described_too(study: Study) -> None:
    group = study.ask(Reader.transcript, transcript(study)).group
    study.run(DescribeGroups({group: {"mode": "video", "date": "2026-05-12"}}), coder(study))
    assert study.ask(Reader.groups)[group].attributes == {"mode": "video", "date": "2026-05-12"}
    with pytest.raises(NoSuch):
        study.run(DescribeGroups({GroupId("gone"): {}}), coder(study))
