"""Attribution: nobody is described in words that fit fewer people than was asked for."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.attribution import (
    Crowd,
    Template,
    attributed,
    crowd_template,
    widenings,
)
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import AttributeId, ParticipantId
from qualcoder_nhs.domain.people import Function

KEYS = Template().keys


def person(number: int) -> ParticipantId:
    return ParticipantId(f"person {number}")


def crowd(*described: tuple[str, str], minimum: int = 3) -> Crowd:
    named = ({"role": role, "organisation_type": kind} for role, kind in described)
    return Crowd({person(at): one for at, one in enumerate(named)}, KEYS, minimum)


def voice(*numbers: int) -> Voice:
    people = tuple(map(person, numbers))
    name = " and ".join(f"P{one}" for one in numbers)
    return Voice(name, name, Function.PARTICIPANT, "", people)


DIRECTORS = crowd(
    *[("medical director", "acute")] * 3,
    ("medical director", "acute specialist"),
    *[("chief executive", "acute")] * 2,
)


def test_a_description_that_enough_people_share_is_told() -> None:
    told = attributed(Template(), DIRECTORS, "FG2", [voice(0)])
    assert told == "(FG2, P0, medical director, acute)"


def test_a_rare_one_loses_its_last_attribute_and_it_says_which() -> None:
    told = attributed(Template(), DIRECTORS, "FG2", [voice(3)])
    assert told == "(FG2, P3, medical director)"
    (widened,) = widenings(DIRECTORS, [person(0), person(3)])
    assert widened.words == "“medical director, acute specialist” → “medical director”"
    assert widened.people == 1


def test_in_a_cell_of_two_the_role_goes_as_well() -> None:
    assert attributed(Template(), DIRECTORS, "FG1", [voice(5)]) == "(FG1, P5)"
    assert [one.told for one in widenings(DIRECTORS, [person(4), person(5)])] == [""]


def test_the_role_goes_last_wherever_the_template_sets_it() -> None:
    turned = Crowd(DIRECTORS.people, ("organisation_type", "role"))
    template = Template("{organisation_type}, {role}")
    assert attributed(template, turned, "FG2", [voice(3)]) == "medical director"


def test_several_people_have_their_names_before_what_they_share() -> None:
    told = attributed(Template(), DIRECTORS, "FG2", [voice(0), voice(1)])
    assert told == "(FG2, P0, P1: medical director, acute)"
    assert attributed(Template(), DIRECTORS, "FG2", [voice(0), voice(3), voice(4)]) == (
        "(FG2, P0, P3, P4: medical director)"
    )


def test_who_answered_a_survey_is_no_company_for_who_was_in_a_group() -> None:
    alone = Crowd(DIRECTORS.people, KEYS, 3, frozenset({person(0)}))
    assert alone.told(person(0)) == ()
    assert alone.told(person(1)) == (("role", "medical director"),)


def test_a_minimum_of_one_tells_everything() -> None:
    everything = Crowd(DIRECTORS.people, KEYS, 1)
    assert attributed(Template(), everything, "FG1", [voice(5)]) == (
        "(FG1, P5, chief executive, acute)"
    )


def test_what_identifies_people_is_taken_out_of_the_template() -> None:
    gender = Attribute(AttributeId("g"), Subject.PARTICIPANT, "gender", "Gender", identifying=True)
    template = Template("({transcript}: {participant}, {gender}, {role})")
    assert crowd_template(template, [gender]).text == "({transcript}: {participant}, {role})"


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{transcript}", "FG2"),
        ("[{transcript} {participant}]", "[FG2 P0]"),
        ("({participant}; {role}; {nation})", "(P0; medical director)"),
        ("said by a participant", "said by a participant"),
    ],
)
def test_templates_are_filled_as_they_stand(template: str, told: str) -> None:
    assert attributed(Template(template), DIRECTORS, "FG2", [voice(0)]) == told


DESCRIPTIONS = st.lists(
    st.tuples(st.sampled_from(["", "MD", "CE", "GM"]), st.sampled_from(["", "acute", "board"])),
    min_size=1,
    max_size=14,
)


@given(DESCRIPTIONS, st.integers(1, 5))
def test_no_printed_description_stands_for_fewer_than_the_minimum(
    described: list[tuple[str, str]], minimum: int
) -> None:
    known = crowd(*described, minimum=minimum)
    template = Template("{role}/{organisation_type}")
    for one, other in product(range(len(described)), repeat=2):
        voices = [voice(one)] if one == other else [voice(one), voice(other)]
        for part in filter(None, attributed(template, known, "", voices).split("/")):
            for word in part.split(", "):
                assert sum(word in each for each in described) >= minimum
    for at in range(len(described)):
        told = known.told(person(at))
        fitting = [one for one in known.people.values() if dict(told).items() <= one.items()]
        assert not told or len(fitting) >= minimum
