"""Survey answers from the command line: looked at, brought in, counted beside the rooms."""

from pathlib import Path

from cli.conftest import Shell

SURVEY = Path(__file__).parents[1] / "importers" / "survey.csv"
HELP = "What one thing would help most?"


def test_a_plan_says_what_columns_are_taken_for_and_does_nothing(coded: Shell) -> None:
    plan = coded("survey", "s.qnhs", SURVEY, "--plan", "--json").json
    assert (plan["rows"], plan["respondents"], plan["silent"]) == (30, 29, 1)
    uses = {one["title"]: one["use"] for one in plan["columns"]}
    assert uses["Respondent ID"] == "name"
    assert uses[HELP] == "open"
    assert len(coded("show", "s.qnhs", "--json").json["transcripts"]) == 1


def test_answers_come_in_and_their_respondents_are_counted_apart(coded: Shell) -> None:
    taken = coded("survey", "s.qnhs", SURVEY, "--json").json
    assert taken["respondents"] == 29
    assert [one["answers"] for one in taken["questions"]] == [28, 25]
    name = taken["questions"][0]["name"]
    turn = coded("turns", "s.qnhs", name, "--json").json["turns"][0]
    assert turn["label"] == "R1"
    assert coded("code", "s.qnhs", name, turn["start"], turn["end"], "money").status == 0
    assert coded("code", "s.qnhs", "FG9", 23, 43, "money").status == 0
    (money, *_), notes = (
        coded("report", "s.qnhs", "frequencies", "--json").json[part] for part in ("rows", "notes")
    )
    assert money[:3] == ["Money", "1 of 1", "1 of 2; 1 of 29 respondents"]
    assert any("1 group, 2 participants, 29 respondents" in one for one in notes)
    matrix = coded("report", "s.qnhs", "matrix", "--columns", "group", "--json").json
    assert matrix["columns"][1:] == [
        "FG9 (2 people)",
        "Survey (29 respondents)",
        "All (2 people, FG9; 29 respondents)",
    ]
    assert matrix["rows"][0][1:] == ["1 of 2", "1 of 29 respondents", "1 of 2; 1 of 29 respondents"]


def test_columns_are_chosen_by_name(coded: Shell) -> None:
    said = coded("survey", "s.qnhs", SURVEY, "--open", HELP, "--attributes", "Nation,Role")
    assert said.status == 0
    assert "25 respondents" in said.out
    assert "Survey How do" not in said.out


def test_a_column_that_is_not_there_is_refused_with_those_that_are(coded: Shell) -> None:
    said = coded("survey", "s.qnhs", SURVEY, "--open", "Why?")
    assert said.status == 2
    assert "“Nation”" in said.err


def test_a_column_the_study_knows_describes_though_everybody_says_something_else(
    coded: Shell,
) -> None:
    Path("answers.csv").write_text(
        "ID,Role,Shoe,What would help?\nR1,GP,a1,More time.\nR2,nurse,b2,More staff.\n"
    )
    plan = coded("survey", "s.qnhs", "answers.csv", "--plan", "--json").json
    uses = {one["title"]: one["use"] for one in plan["columns"]}
    assert uses == {"ID": "name", "Role": "attribute", "Shoe": "out", "What would help?": "open"}
