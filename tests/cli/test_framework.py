"""The framework matrix and the consensus matrix from the command line."""

from pathlib import Path

import pytest
from cli.conftest import Shell
from openpyxl import load_workbook

from qualcoder_nhs.actions.framework import WriteSummary
from qualcoder_nhs.actions.propositions import AddProposition, Voice
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


@pytest.fixture
def told(coded: Shell) -> Shell:
    """A folder with a study in which a cell is written and a proposition is voiced."""
    assert coded("code", "s.qnhs", "FG9", 23, 43, "money").status == 0
    with Study.open(Path("s.qnhs")) as study:
        lead = study.ask(Reader.coders)[0].id
        room = study.ask(Reader.transcript_called, "FG9")
        money = study.ask(Reader.codebook).find("money").id
        study.run(WriteSummary(room, None, money, None, "They pay [t.2]"), lead)
        claim = study.run(AddProposition(None, "Somebody pays."), lead)
        study.run(Voice(claim, room, 2), lead)
    return coded


def test_the_workbook_goes_out_and_comes_back(told: Shell) -> None:
    assert told("export", "s.qnhs", "framework", "f.xlsx").status == 0
    book = load_workbook("f.xlsx")
    cell = next(
        one for sheet in book for row in sheet for one in row if one.value == "They pay [t.2]"
    )
    cell.value = "Who pays [t.2]"
    book.save("f.xlsx")
    planned = told("framework", "s.qnhs", "f.xlsx", "--plan", "--json").json
    assert (planned["taken"], [one["fate"] for one in planned["cells"]]) == (0, ["changed"])
    said = told("framework", "s.qnhs", "f.xlsx")
    assert (said.status, said.err) == (0, "")
    assert "1 of 1 cells taken" in said.out
    rows = told("report", "s.qnhs", "framework", "--json").json["rows"]
    assert "Who pays [t.2]" in rows[0]


def test_import_knows_the_workbook_by_what_stands_in_it(told: Shell) -> None:
    assert told("export", "s.qnhs", "framework", "f.xlsx").status == 0
    book = load_workbook("f.xlsx")
    cell = next(
        one for sheet in book for row in sheet for one in row if one.value == "They pay [t.2]"
    )
    cell.value = "Who pays [t.2]"
    book.save("some other name.xlsx")
    found = told("import", "s.qnhs", "some other name.xlsx", "--json")
    assert (found.status, found.err, found.json["refused"]) == (0, "", [])
    [one] = found.json["imported"]
    assert (one["kind"], one["summaries"], one["known"]) == ("framework", 1, 0)
    assert [each["what"] for each in one["problems"]] == ["1 of 1 cells taken."]
    rows = told("report", "s.qnhs", "framework", "--json").json["rows"]
    assert "Who pays [t.2]" in rows[0]
    [again] = told("import", "s.qnhs", "some other name.xlsx", "--json").json["imported"]
    assert (again["summaries"], again["known"]) == (0, 1)
    [older] = told("import", "s.qnhs", "f.xlsx", "--json").json["imported"]
    assert (older["summaries"], older["known"]) == (0, 1)
    assert told("undo", "s.qnhs").status == 0


def test_another_workbook_is_still_a_codebook_or_refused(told: Shell) -> None:
    assert told("export", "s.qnhs", "codebook", "c.xlsx").status == 0
    [one] = told("import", "s.qnhs", "c.xlsx", "--json").json["imported"]
    assert one["kind"] == "codebook"
    Path("broken.xlsx").write_bytes(b"PK no workbook")
    refused = told("import", "s.qnhs", "broken.xlsx", "--json")
    assert refused.status == 1
    assert "damaged" in refused.json["refused"][0]["why"]


def test_the_matrices_are_tables_as_shown(told: Shell) -> None:
    found = told("report", "s.qnhs", "consensus", "--json").json
    assert found["columns"][-3:] == ["First", "Shape", "Checked by"]
    assert found["rows"][0][-2] == "one voice"
    assert any("Onwuegbuzie" in one for one in found["notes"])
