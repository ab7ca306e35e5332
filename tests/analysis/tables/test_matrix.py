"""Who says what: codes against whatever can be set against them, worked by hand and by force."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.errors import NotAChoice, NotCrossed
from qualcoder_nhs.domain.ids import AttributeId, CodeId, CoderId, ThemeId
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Mark, Tabled
from qualcoder_nhs.domain.themes import Theme
from tests.talk import coded, session, talk

FG1 = session(
    "FG1",
    ["MOD: So?", "P1: We were close.", "P2: Well, yes.", "P1: And we spoke.", "P3: Money."],
    asked={"Q1": 1, "Q2": 4},
)
FG2 = session("FG2", ["MOD: So?", "P1: They lie.", "P2: No."], asked={"Q1": 1, "Q2": None})
FG3 = session("FG3", ["P1: Trust me."])
ROLES = {
    "FG1/P1": "manager",
    "FG1/P2": "doctor",
    "FG1/P3": "doctor",
    "FG2/P1": "doctor",
    "FG2/P2": "manager",
}
OFFERED = Attribute(AttributeId("role"), Subject.PARTICIPANT, "role", "Role", ("manager", "doctor"))
MATERIAL = replace(
    talk(
        [FG1, FG2, FG3],
        [
            coded(FG1, "masked", 2, 4),
            coded(FG1, "cost", 5),
            coded(FG2, "masked", 2),
            coded(FG1, "silence", 3),
        ],
        roles=ROLES,
    ),
    attributes=(OFFERED,),
)
REPORT = report_named("matrix")


def made(material: Material = MATERIAL, **said: Value) -> Tabled:
    return REPORT.run(material, wish(REPORT.options, said))


def shown(tabled: Tabled) -> dict[str, list[str]]:
    return {row.key: [one.words for one in row.entries] for row in tabled.rows}


def heads(tabled: Tabled) -> list[tuple[str, str]]:
    return [(one.title, one.over) for one in tabled.heads]


def test_roles_stand_in_the_order_of_their_list_and_those_not_known_at_its_end() -> None:
    found = made()
    assert heads(found) == [
        ("manager", "2 people, FG1, FG2"),
        ("doctor", "3 people, FG1, FG2"),
        ("not known", "1 person, FG3"),
        ("All", "6 people, FG1, FG2, FG3"),
    ]
    assert shown(found)["masked"] == ["1 of 2", "2 of 3", "0 of 1", "3 of 6"]
    assert shown(found)["cost"] == ["0 of 2", "1 of 3", "0 of 1", "1 of 6"]


def test_the_largest_voice_is_marked_where_the_number_does_not_say_it() -> None:
    assert made().entry("masked", "all").mark is Mark.NONE
    assert made(columns="group").entry("masked", "group FG1").mark is Mark.ONE_VOICE
    assert made().entry("cost", "all").mark is Mark.NONE, "one of six is one voice as it stands"
    assert made(measure="turns").entry("cost", "all").mark is Mark.ONE_VOICE
    assert made().entry("cost", "manager").mark is Mark.NOTHING


def test_not_asked_not_marked_and_nothing_said_are_three_things() -> None:
    found = made(columns="group", question="Q2")
    assert shown(found)["cost"] == ["1 of 3", "not asked", "not marked yet", "1 of 3"]
    assert shown(found)["masked"][0] == "1 of 3", "P1 speaks on after the question was asked"
    assert shown(made(columns="question"))["cost"] == ["0 of 5", "1 of 3", "1 of 6"]


def test_people_are_counted_in_turns_of_all_their_turns() -> None:
    found = made(columns="participant")
    assert [one.title for one in found.heads][:3] == ["FG1 P1", "FG1 P2", "FG1 P3"]
    assert shown(found)["masked"][:3] == ["2 of 2", "1 of 1", "0 of 1"]
    assert any("turns are counted" in note for note in found.notes)


def test_a_pause_belongs_to_the_group_and_to_no_role() -> None:
    assert shown(made())["silence"] == [*["of the group"] * 3, "1 event, 1 of 3 groups"]
    assert shown(made(columns="group"))["silence"][:2] == ["1 event", "0 events"]


def test_the_same_the_other_way_round() -> None:
    found = made(rows="role", columns="code")
    assert [one.key for one in found.heads] == ["masked", "cost", "silence", "all"]
    assert shown(found)["doctor"][:2] == ["2 of 3", "1 of 3"]
    assert found.rows[0].over == "2 people, FG1, FG2"
    assert shown(found)["doctor"][3] == "3 of 3"


def test_themes_count_their_codes_with_all_below_and_everything_once() -> None:
    theme = Theme(ThemeId("t"), "Unsaid", (CodeId("masked"), CodeId("cost"), CodeId("gone")))
    found = made(replace(MATERIAL, themes=(theme,)), rows="theme")
    assert found.title == "Who says what: themes by role"
    assert shown(found) == {"t": ["1 of 2", "3 of 3", "0 of 1", "4 of 6"]}
    assert found.rows[0].code is None
    turned = made(replace(MATERIAL, themes=(theme,)), rows="group", columns="theme")
    assert heads(turned) == [("Unsaid", ""), ("Any of these", "")]
    with pytest.raises(NotCrossed):
        made(rows="theme", columns="code")


def test_two_sides_of_people_without_codes() -> None:
    found = made(rows="role", columns="group")
    assert shown(found)["manager"] == ["1 of 1", "0 of 1", "nobody there", "1 of 2"]


@pytest.mark.parametrize(
    ("measure", "words"),
    [
        ("groups", "2 of 3"),
        ("turns", "4 of 7"),
        ("words", "10 of 14"),
        ("per-1000", "714.3"),
        ("excerpts", "2 by 3 of 6"),
    ],
)
def test_what_is_counted_is_a_choice(measure: str, words: str) -> None:
    assert shown(made(columns="none", measure=measure))["masked"] == [words]


def test_coders_stand_over_what_they_coded() -> None:
    other = replace(coded(FG1, "cost", 2), coder=CoderId("AB"))
    material = replace(
        MATERIAL,
        codings=(*MATERIAL.codings, other),
        coders={CoderId("HL"): "HL", CoderId("AB"): "AB"},
    )
    found = made(material, columns="coder")
    assert heads(found)[:2] == [("HL", "5 people, FG1, FG2"), ("AB", "3 people, FG1")]
    assert shown(found)["cost"] == ["1 of 5", "1 of 3", "2 of 6"]


def test_a_survey_stands_beside_the_groups_and_is_never_added_to_them() -> None:
    survey = session("Survey", ["R1: They lie.", "R2: Money."], survey=True)
    material = replace(
        talk([FG1, survey], [coded(FG1, "masked", 2), coded(survey, "masked", 1)], roles=ROLES),
        questions=MATERIAL.questions,
    )
    found = made(material, columns="group")
    assert heads(found) == [
        ("FG1", "3 people"),
        ("Survey", "2 respondents"),
        ("All", "3 people, FG1; 2 respondents"),
    ]
    assert shown(found)["masked"] == [
        "1 of 3",
        "1 of 2 respondents",
        "1 of 3; 1 of 2 respondents",
    ]
    everybody = found.entry("masked", "all")
    assert (everybody.number, len(everybody.there)) == (1, 3)


def test_the_same_value_of_two_attributes_is_two_things() -> None:
    people = {
        key: replace(one, attributes={"nurse": yes, "lead": "no" if yes == "yes" else "yes"})
        for (key, one), yes in zip(sorted(MATERIAL.people.items()), ["yes", "no"] * 3, strict=True)
    }
    found = made(replace(MATERIAL, people=people), rows="nurse", columns="lead")
    assert shown(found)["yes"] == ["2 of 3", "nobody there", "2 of 3"]
    assert shown(found)["no"] == ["nobody there", "2 of 3", "2 of 3"]


def test_one_question_alone_leaves_no_columns_for_others() -> None:
    assert [one.key for one in made(columns="question", question="Q2").heads] == ["Q2", "all"]


def test_few_who_share_a_value_are_named_in_a_note() -> None:
    assert any("who may be recognised: manager, not known" in note for note in made().notes)


def test_what_cannot_be_crossed_is_refused() -> None:
    with pytest.raises(NotCrossed):
        made(rows="role", columns="role")
    with pytest.raises(NotAChoice, match="gender"):
        made(columns="gender")


@given(st.lists(st.tuples(st.integers(2, 5), st.integers(0, 3), st.booleans()), max_size=6))
def test_every_entry_is_what_counting_heads_gives(drawn: list[tuple[int, int, bool]]) -> None:
    codings: list[Coding] = [
        coded(FG1, "masked" if masked else "cost", first, min(5, first + more))
        for first, more, masked in drawn
    ]
    found = made(replace(MATERIAL, codings=tuple(codings)), unused=True)
    for code in ("masked", "cost"):
        for role in ("manager", "doctor"):
            people = {
                person
                for one in codings
                for turn in FG1.turns
                for person in turn.people
                if one.code == code and turn.span.overlaps(one.span) and ROLES[person] == role
            }
            entry = found.entry(code, role)
            assert entry.number == len(people)
            assert entry.count is not None
            assert entry.count.participants == people
