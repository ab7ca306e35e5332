"""Words in context, frequent words and collocations: counted by hand on a small discussion."""

import pytest

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.analysis.words.spoken import spoken
from qualcoder_nhs.analysis.words.stop_list import stop_list
from qualcoder_nhs.domain.errors import NotAChoice
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Mark, Tabled
from tests.talk import session, talk

FG1 = session(
    "FG1",
    [
        "MOD: Do you trust the managers?",
        "P1: I trust my manager, and the car park manager trusts me.",
        "P2: The car park. [the trust car park] Managing it is trusting nobody.",
        "P1: Trust’s car park, that.",
    ],
    asked={"Q1": 1},
)
ANSWERS = session("Survey", ["R1: Trust grows slowly.", "R2: Pay."], survey=True)
ROLES = {"FG1/P1": "nurse", "FG1/P2": "doctor", "Survey/R1": "nurse"}
MATERIAL = talk([FG1, ANSWERS], roles=ROLES)


def made(report: str, found: Material = MATERIAL, **said: Value) -> Tabled:
    one = report_named(report)
    return one.run(found, wish(one.options, said))


def asked(report: str, found: Material = MATERIAL, **said: Value) -> Tabled:
    """A table of talk; where one word has to be named, it is trust."""
    return made(report, found, **said, **({"word": "trust"} if report == "kwic" else {}))


def shown(tabled: Tabled) -> dict[str, list[str]]:
    return {row.key: [one.words for one in row.entries] for row in tabled.rows}


def test_moderators_and_stage_directions_are_not_heard() -> None:
    said = [word for one in spoken(Scope(MATERIAL)) for word in one.words]
    assert said.count("trust") == 2
    assert "do" not in said


def test_a_word_stands_in_its_context_under_whoever_says_it() -> None:
    table = shown(made("kwic", word="trust", around=2))
    assert table["nurse"][1] == "3× by 1 of 1 and 1 of 1 respondent; 166.7 per 1,000 words"
    assert table["doctor"][1] == "0"
    assert table["nurse:1"] == ["P1", "I", "trust", "my manager…"]
    assert table["nurse:2"][2:] == ["Trust", "’s car…"]


def test_all_forms_of_a_word_are_found_where_that_is_wished() -> None:
    table = made("kwic", word="trust", stems=True, by="none")
    said = [row.entries[2].words for row in table.rows if row.depth == 2]
    assert said == ["trust", "trusts", "trusting", "Trust’s", "Trust"]
    assert table.rows[0].entries[1].words.startswith("5× by 2 of 2 and 1 of 2 respondents")


def test_a_star_and_a_phrase_are_understood() -> None:
    table = made("kwic", word="car  park", by="none")
    assert [row.entries[2].words for row in table.rows[1:]] == ["car park"] * 3
    starred = made("kwic", word="manag*", by="none")
    assert [one.entries[2].words for one in starred.rows[1:]] == ["manager", "manager", "Managing"]


def test_what_is_not_listed_is_counted_and_said_so() -> None:
    table = made("kwic", word="car park", by="none", most=1)
    assert len(table.rows) == 2
    assert "2 more places are counted and not listed." in table.notes


def test_until_a_word_is_named_the_table_is_empty() -> None:
    table = made("kwic")
    assert (table.rows, table.notes) == ((), ("Name a word or a phrase.",))


def test_an_attribute_that_is_not_there_is_refused() -> None:
    with pytest.raises(NotAChoice):
        made("words", by="shoe_size")


@pytest.mark.parametrize("report", ["kwic", "words", "collocations"])
@pytest.mark.parametrize("dimension", ["code", "coder", "theme"])
def test_talk_has_no_parts_by_what_is_no_talk(report: str, dimension: str) -> None:
    with pytest.raises(NotAChoice, match="for by; choose one of participant, group"):
        asked(report, by=dimension)


@pytest.mark.parametrize("report", ["kwic", "words", "collocations"])
def test_kinds_of_few_people_are_warned_of(report: str) -> None:
    few = "Fewer than 3 people each, who may be recognised: doctor, nurse."
    assert few in asked(report, by="role").notes
    for by in ("participant", "group", "none"):
        assert not any("recognised" in note for note in asked(report, by=by).notes)
    everybody = talk([FG1], roles={f"FG1/P{n}": "nurse" for n in (1, 2)})
    alone = asked(report, everybody, by="role").notes
    assert "Fewer than 3 people each, who may be recognised: nurse." in alone
    many = session("FG2", [f"P{n}: I trust it, trust it." for n in range(1, 4)])
    enough = asked(report, talk([many], roles={f"FG2/P{n}": "nurse" for n in (1, 2, 3)}))
    assert not any("recognised" in note for note in enough.notes)


def test_frequent_words_leave_the_stop_list_out() -> None:
    table = made("words", by="none")
    told = shown(table)
    assert list(told)[:2] == ["car", "park"]
    assert told["car"] == ["3× by 2 of 2 and 0 of 2 respondents; 111.1 per 1,000 words"]
    assert not stop_list() & set(told)
    assert not {"[the", "nobody", "it"} & set(told)


def test_forms_count_as_one_by_their_stem() -> None:
    table = made("words", stems=True)
    trust = shown(table)["trust"]
    assert trust[0].startswith("5× by 2 of 2 and 1 of 2 respondents")
    assert trust[-1] == "trust, trust's, trusting, trusts"
    assert table.entry("trust", "nurse").number == pytest.approx(1000 * 4 / 18)
    assert shown(made("words"))["trust"][0].startswith("2×")


def test_one_voice_is_marked_and_a_question_keeps_to_its_talk() -> None:
    table = made("words", question="Q1", by="none")
    assert table.entry("manager", "all").mark is Mark.ONE_VOICE
    assert "grows" not in shown(table)
    assert any("not marked yet in Survey" in note for note in table.notes)


def test_pairs_stand_within_a_turn_and_are_counted_over_who_could_have_spoken() -> None:
    table = made("collocations", least=2, window=1)
    (row,) = table.rows
    assert row.key == "car park"
    assert row.entries[1].words.startswith("3× by 2 of 2")
    assert row.entries[1].turns == ((FG1.id, 2), (FG1.id, 3), (FG1.id, 4))


@pytest.mark.parametrize("measure", ["log-likelihood", "pmi"])
def test_pairs_of_one_word(measure: str) -> None:
    table = made("collocations", word="park", least=1, measure=measure, by="none")
    assert table.rows
    assert all("park" in row.key.split() for row in table.rows)
    scores = [row.entries[0].number for row in table.rows]
    assert scores == sorted(scores, key=lambda one: -(one or 0))
    assert "said at least 1 times" in table.notes[0]
