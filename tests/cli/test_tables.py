"""Tables from the command line: the document to the letter, files by suffix, and refusals."""

import csv
import json
from pathlib import Path

import pytest
from cli.conftest import Shell
from docx import Document
from openpyxl import load_workbook

from qualcoder_nhs.analysis.tables import REPORTS


@pytest.fixture
def told(coded: Shell) -> Shell:
    """A folder with a study in which P1 and P2 speak of money, and P1 of waste."""
    for start, end, slug in ((23, 43, "money"), (49, 52, "money"), (23, 28, "waste")):
        assert coded("code", "s.qnhs", "FG9", start, end, slug).status == 0
    return coded


def test_the_json_is_the_table_as_shown(told: Shell) -> None:
    found = told("report", "s.qnhs", "frequencies", "--json")
    assert (found.status, found.err) == (0, "")
    assert list(found.json) == ["title", "columns", "rows", "notes"]
    assert found.json["columns"][:3] == ["Code", "Groups", "Participants"]
    assert found.json["rows"][0][:3] == ["Money", "1 of 1", "2 of 2"]
    assert found.json["rows"][1][:3] == ["Waste", "1 of 1", "1 of 2"]


def test_one_voice_is_signed_in_every_file(told: Shell) -> None:
    wish = ("--columns", "none", "--measure", "turns", "--codes", "waste")
    [row] = told("report", "s.qnhs", "matrix", *wish, "--json").json["rows"]
    assert row == ["Waste", "1 of 4 ▲"]
    assert told("report", "s.qnhs", "matrix", *wish, "t.docx").status == 0
    assert Document("t.docx").tables[-1].rows[1].cells[1].text == "1 of 4 ▲"


def test_turns_of_a_passage_stand_on_lines_of_their_own(told: Shell) -> None:
    terms = ("--first", "code:waste", "--then", "words:no")
    for name in ("t.docx", "t.xlsx", "t.html"):
        assert told("report", "s.qnhs", "sequences", *terms, name).status == 0
    lines = "P1: Money, \U0001f642 every year.\nP2: No."
    assert Document("t.docx").tables[-1].rows[1].cells[3].text == lines
    cell = load_workbook("t.xlsx")["Sequences"]["D2"]
    assert (cell.value, cell.alignment.wrap_text) == (lines, True)
    assert lines in Path("t.html").read_text(encoding="utf-8")


def test_rates_are_numbers(told: Shell) -> None:
    found = told(
        "report", "s.qnhs", "matrix", "--columns", "none", "--measure", "per-1000", "--json"
    )
    [name, rate] = found.json["rows"][0]
    assert name == "Money"
    assert rate == pytest.approx(1000 * 4 / 8)


def test_without_more_it_prints_lines_and_the_notes(told: Shell) -> None:
    said = told("report", "s.qnhs", "frequencies", "--codes", "waste").out
    assert "Waste  1 of 1  1 of 2" in said
    assert "do not estimate prevalence" in said
    assert "Money" not in said


def test_the_suffix_picks_the_file(told: Shell) -> None:
    for name in ("t.docx", "t.xlsx", "t.html", "t.csv", "t.json"):
        said = told("report", "s.qnhs", "frequencies", name)
        assert (said.status, said.err) == (0, "")
        assert name in said.out
    document = Document("t.docx")
    assert document.paragraphs[0].text == "How widely each code is spoken of"
    assert document.tables[-1].rows[1].cells[0].text == "Money"
    book = load_workbook("t.xlsx")
    assert book["Frequencies"]["C2"].value == "2 of 2"
    assert "2 of 2" in Path("t.html").read_text(encoding="utf-8")
    with Path("t.csv").open(encoding="utf-8", newline="") as file:
        assert next(csv.DictReader(file))["Participants"] == "2 of 2"
    assert json.loads(Path("t.json").read_text(encoding="utf-8"))["rows"][0][0] == "Money"


def test_a_picture_is_drawn_in_light_and_dark(told: Shell) -> None:
    for look in ("light", "dark"):
        said = told(
            "report", "s.qnhs", "matrix", "--columns", "none", f"{look}.svg", "--look", look
        )
        assert (said.status, said.err) == (0, "")
    light, dark = (Path(f"{look}.svg").read_text(encoding="utf-8") for look in ("light", "dark"))
    assert "2 of 2" in light
    assert light != dark
    assert "#1b1c1e" in dark


@pytest.mark.parametrize(
    "words",
    [
        ("matrix", "--columns", "participant", "--measure", "words"),
        ("cooccurrence", "--near", "after", "--within", 2),
        ("sequences", "--first", "code:money", "--then", "code:waste,words:no"),
        ("timeline", "--parts", 2, "--level", 0),
        ("saturation",),
        ("coders",),
    ],
)
def test_every_table_is_a_document(told: Shell, words: tuple[object, ...]) -> None:
    found = told("report", "s.qnhs", *words, "--json")
    assert (found.status, found.err) == (0, "")
    assert found.json["rows"]
    assert {len(row) for row in found.json["rows"]} == {len(found.json["columns"])}


def test_what_reports_there_are(told: Shell) -> None:
    said = told("report", "s.qnhs", "--list")
    assert said.status == 0
    for report in REPORTS:
        assert report.purpose in said.out


@pytest.mark.parametrize(
    ("words", "told_so"),
    [
        (("frequencies", "--codes", "tru"), "There is no code “tru”"),
        (("frequencies", "--question", "Q9"), "There is no question “Q9”"),
        (("frequencies", "--layer", "Pilot"), "There is no layer “Pilot”"),
        (("frequencies", "--transcripts", "FG8"), "There is no transcript “FG8”"),
        (("frequencies", "--coders", "ZZ"), "There is no coder “ZZ”"),
        (("frequencies", "t.odt"), "end it in .docx"),
        (("coders", "t.svg"), ".csv or .json"),
        (("matrix", "--measure", "turns", "t.svg"), "there is no chart of it"),
        (("matrix", "--columns", "code"), "make no table"),
        (("matrix", "--columns", "height"), "“height” cannot be chosen for columns"),
        (("matrix", "--rows", "height"), "“height” cannot be chosen for rows"),
        (("matrix", "--rows", "none"), "cannot be chosen for rows"),
        (("saturation", "--by", "code"), "“code” cannot be chosen for by"),
        (("saturation", "--by", "participant"), "“participant” cannot be chosen for by"),
        (("words", "--by", "theme"), "“theme” cannot be chosen for by"),
        (("timeline", "--parts", "100000"), "not in the range 1<=x<=100"),
        (("kwic", "t.svg", "--word", "money"), ".csv or .json"),
        (("cooccurrence", "--near", "far"), "is not one of"),
        (("sequences", "--first", "code:money"), "cannot be chosen for then"),
        (("sequences", "--first", "tears", "--then", "pause:0"), "“tears” cannot be chosen"),
        (("side-by-side",), "Nothing is known of any participant yet"),
        (("frequencies", "t.csv", "--json"), "not both"),
        (("prevalence",), "No such command"),
    ],
)
def test_what_cannot_be_is_refused_in_one_sentence(
    told: Shell, words: tuple[str, ...], told_so: str
) -> None:
    said = told("report", "s.qnhs", *words)
    assert (said.status, said.out) == (2, "")
    assert told_so in said.err
    assert not Path("t.odt").exists()
