"""Two kinds of people beside each other: who they are, what is counted, what is quoted."""

from dataclasses import replace

import pytest

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import NobodyDescribed, NotAChoice
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Tabled
from tests.talk import coded, session, talk

FG1 = session(
    "FG1",
    ["MOD: So?", "P1: One.", "P2: Two. Too.", "P1: Three.", "P3: Four.", "P1: Five.", "P4: Six."],
)
FG2 = session("FG2", ["P1: Seven."])
PROFESSIONS = {
    "FG1/P1": "medicine",
    "FG1/P2": "finance",
    "FG1/P3": "nursing",
    "FG2/P1": "medicine",
}
CODINGS = [
    coded(FG1, "trust", 2),
    replace(coded(FG1, "trust", 3, start=5), flags=(Flag.STRONG,)),
    coded(FG1, "trust", 4),
    replace(coded(FG1, "trust", 6), flags=(Flag.IDENTIFYING,)),
    coded(FG1, "trust", 5),
    coded(FG1, "trust", 7),
    coded(FG2, "trust", 1),
]
PLAIN = talk([FG1, FG2], CODINGS)
PEOPLE = {
    key: replace(one, attributes={"profession": PROFESSIONS[key]} if key in PROFESSIONS else {})
    for key, one in PLAIN.people.items()
}
MATERIAL = replace(PLAIN, people=PEOPLE)
REPORT = report_named("side-by-side")


def made(**said: Value) -> Tabled:
    return REPORT.run(MATERIAL, wish(REPORT.options, said))


def shown(tabled: Tabled) -> list[list[str]]:
    return [[one.words for one in row.entries] for row in tabled.rows]


def test_the_commonest_stands_beside_all_others_of_whom_it_is_known() -> None:
    table = made()
    assert table.title == "Medicine beside all others"
    assert [head.over for head in table.heads] == ["2 people, FG1, FG2", "2 people, FG1"]
    assert shown(table)[0] == ["2 of 2 people, 4 turns", "2 of 2 people, 2 turns"]


def test_quotes_go_round_the_speakers_strong_ones_first_and_identifying_ones_stay_out() -> None:
    table = made()
    assert shown(table)[1:] == [
        ["“One.” (FG1, P1)", "“Too.” (FG1, P2) ★"],
        ["“Seven.” (FG2, P1)", "“Four.” (FG1, P3)"],
        ["“Three.” (FG1, P1)", ""],
    ]
    assert any("1 passage is counted and not quoted" in note for note in table.notes)
    assert [len(shown(made(quotes=n))) for n in (0, 1)] == [1, 2]


def test_a_quote_leads_to_its_passage() -> None:
    entry = made().rows[1].entries[1]
    assert entry.codings == (CODINGS[1].id,)
    assert entry.turns == (("FG1", 3),)


def test_sides_can_be_named() -> None:
    table = made(left=("nursing", "finance"), right=("medicine",))
    assert table.title == "Nursing, finance beside medicine"
    assert shown(table)[0] == ["2 of 2 people, 2 turns", "2 of 2 people, 4 turns"]


def test_what_nobody_is_or_no_study_has_is_refused() -> None:
    with pytest.raises(NotAChoice, match="pharmacy"):
        made(left=("pharmacy",))
    with pytest.raises(NotAChoice, match="gender"):
        made(attribute="gender")


def test_where_nothing_is_known_of_anybody_it_is_said_what_to_fill_in() -> None:
    with pytest.raises(NobodyDescribed, match="fill in an attribute"):
        REPORT.run(PLAIN, wish(REPORT.options))


def test_kinds_of_people_that_few_are_are_named_in_a_note() -> None:
    told = "Fewer than 3 people each, who may be recognised: nursing."
    assert told in made(left=("nursing",), right=("medicine", "finance")).notes
