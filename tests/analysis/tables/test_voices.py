"""Who talks: worked by hand on a discussion of a few turns, and held to the sample."""

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.table_options import Value, wish
from qualcoder_nhs.domain.tabled import Mark, Tabled
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.study import Study
from tests.talk import session, talk

FG1 = session(
    "FG1",
    [
        "MOD: Who decides here?",
        "P1: The board decides all of it.",
        "P2: Yes.",
        "P1: And we wait.",
        "??: Mm.",
        "MOD: And money?",
        "P2: None.",
        "P3: Never.",
    ],
    asked={"Q1": 1, "Q2": 6, "Q3": None},
    away={"P3": (6, None)},
)
REPORT = report_named("voices")
MATERIAL = talk([FG1])


def made(found: Material = MATERIAL, **said: Value) -> Tabled:
    return REPORT.run(found, wish(REPORT.options, said))


def shown(tabled: Tabled) -> dict[str, list[str]]:
    return {row.key: [one.words for one in row.entries] for row in tabled.rows}


def test_turns_and_words_stand_over_those_of_the_participants() -> None:
    table = made()
    assert shown(table) == {
        "FG1/P1": ["2 of 6", "9 of 13", "69%", "4", "1 of 2", "1 of 2"],
        "FG1/P2": ["2 of 6", "2 of 13", "15%", "1", "2 of 2", "1 of 2"],
        "FG1/P3": ["1 of 6", "1 of 13", "8%", "1", "1 of 1", "0 of 1"],
        "FG1/unknown": ["1 of 6", "1 of 13", "8%", "1", "–", "–"],
        "FG1/moderator": ["2 of 8", "5 of 18", "28%", "2", "–", "–"],
    }
    assert table.entry("FG1/P1", "share").mark is Mark.ONE_VOICE
    assert table.entry("FG1/P1", "turns").turns == ((FG1.id, 2), (FG1.id, 4))


def test_by_question_silence_and_absence_and_not_asked_are_kept_apart() -> None:
    table = made(show="questions")
    assert shown(table)["FG1/P1"] == ["9 of 11", "nothing said"]
    assert shown(table)["FG1/P3"] == ["nobody there", "1 of 2"]
    assert table.entry("FG1/P3", "Q1").mark is Mark.NOBODY


def test_who_speaks_first_after_the_moderator() -> None:
    table = made(show="first")
    assert shown(table) == {"Q1": ["P1, t.2"], "Q2": ["P2, t.7"]}
    assert table.entry("Q1", "FG1").turns == ((FG1.id, 2),)


def test_who_follows_whom() -> None:
    table = made(show="follows")
    assert [one.key for one in table.heads] == ["P1", "P2", "P3", "moderator", "unknown"]
    assert shown(table)["FG1/P1"] == ["–", "1 of 2", "0 of 2", "0 of 2", "1 of 2"]
    assert shown(table)["FG1/P2"] == ["1 of 2", "–", "1 of 2", "0 of 2", "0 of 2"]


def test_one_question_alone() -> None:
    assert shown(made(question="Q2"))["FG1/P2"][:3] == ["1 of 2", "1 of 2", "50%"]
    assert made(question="Q2").rows[0].entries[0].words == "0 of 2"


def test_an_interjection_joins_or_splits(sample_study: Study) -> None:
    joined = made(sample_study.ask(material))
    assert joined.entry("FG1/P1", "turns").words.endswith(" of 156")
    split = made(sample_study.ask(material, MaterialWish(joined=False)))
    assert split.entry("FG1/P1", "turns").words.endswith(" of 167")
    for row in ("FG2/P1", "FG1/moderator"):
        assert split.entry(row, "words").words == joined.entry(row, "words").words


def test_words_of_people_add_up_where_nobody_speaks_for_two(sample_study: Study) -> None:
    table = made(sample_study.ask(material))
    own = [row.entries[1] for row in table.rows if row.key.startswith("FG2/P")]
    total = sum(one.number or 0 for one in own)
    assert {one.words.split(" of ")[1] for one in own} == {f"{total:,}"}


def test_in_the_sample_not_asked_is_told_as_such(sample_study: Study) -> None:
    table = made(sample_study.ask(material), show="first")
    assert [one.words for one in table.rows[6].entries[1:]] == ["not asked"] * 3
    assert table.rows[7].entries[0].mark is Mark.NOT_ASKED
