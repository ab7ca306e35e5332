"""People and the topic guide from the command line."""

from pathlib import Path

from cli.conftest import Shell


def test_people_are_described_from_a_table_and_listed(coded: Shell) -> None:
    Path("people.csv").write_text("transcript,label,role,age\nFG9,P1,nurse,50 to 59\nFG9,P7,x,\n")
    taken = coded("people", "s.qnhs", "people.csv", "--json")
    assert (taken.status, taken.json["described"], taken.json["rows"]) == (1, 1, 2)
    assert (taken.json["columns"], taken.json["not_taken"]) == (["role"], ["age"])
    assert [one["line"] for one in taken.json["problems"]] == [3]
    [group] = coded("people", "s.qnhs", "--json").json["groups"]
    assert [(one["name"], one["attributes"]) for one in group["participants"]] == [
        ("P1", {"role": "nurse"}),
        ("P2", {}),
    ]


def test_a_list_can_be_taken_in_again(coded: Shell) -> None:
    Path("first.csv").write_text("transcript,label,role,=age\nFG9,P1,nurse,+50\n")
    assert coded("people", "s.qnhs", "first.csv", "--add", "=age").status == 0
    listed = coded("people", "s.qnhs", "--csv").out
    assert "'+50" in listed
    Path("again.csv").write_text(listed, encoding="utf-8")
    assert coded("people", "s.qnhs", "again.csv").status == 0
    assert coded("people", "s.qnhs", "--csv").out == listed


def test_a_guide_is_taken_in_and_marked(coded: Shell) -> None:
    Path("guide.txt").write_text("1. What gives?\n  - Say more?\n2. What would help?\nBye.\n")
    taken = coded("guide", "s.qnhs", "guide.txt", "--json").json
    assert (taken["questions"], len(taken["problems"])) == (2, 1)
    [room] = coded("guide", "s.qnhs", "--json").json["transcripts"]
    assert room["questions"][0]["suggested"] == [1]
    assert coded("ask", "s.qnhs", "FG9", "Q1", "1").status == 0
    assert coded("ask", "s.qnhs", "FG9", "-", "4").status == 0
    assert coded("ask", "s.qnhs", "FG9", "Q2", "--not-asked").status == 0
    [room] = coded("guide", "s.qnhs", "--json").json["transcripts"]
    assert [(one["asked"], one["stretches"]) for one in room["questions"]] == [
        ("asked", [{"from": 1, "to": 3}]),
        ("not asked", []),
    ]
    assert room["none_open"] == [{"from": 4, "to": 6}]
    assert coded("ask", "s.qnhs", "FG9", "Q1", "1", "--not-asked").status == 2
    assert coded("ask", "s.qnhs", "FG9", "Q1", "7").status == 2
    assert "Q1 t.1–3; Q2 not asked" in coded("guide", "s.qnhs").out


def test_a_new_study_has_a_list_of_attributes_that_fits_its_codebook(shell: Shell) -> None:
    assert shell("new", "plain.qnhs").status == 0
    keys = [one["key"] for one in shell("people", "plain.qnhs", "--json").json["attributes"]]
    assert "role" in keys
    assert "hybrid" not in keys
    codebook = Path(__file__).parents[2] / "codebooks" / "nhs_doctor_manager.yaml"
    assert shell("new", "nhs.qnhs", "--codebook", codebook).status == 0
    keys = [one["key"] for one in shell("people", "nhs.qnhs", "--json").json["attributes"]]
    assert "hybrid" in keys
    assert shell("import", "plain.qnhs", codebook).status == 0
    keys = [one["key"] for one in shell("people", "plain.qnhs", "--json").json["attributes"]]
    assert "hybrid" in keys
