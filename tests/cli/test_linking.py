"""Links on the command line: made, listed, taken away, out to a table and back."""

import json
from pathlib import Path

import pytest

from qualcoder_nhs.cli.commands import run
from tests.builders import a_coded_study


@pytest.fixture
def study(tmp_path: Path) -> Path:
    path = tmp_path / "trust.qnhs"
    a_coded_study(path).close()
    return path


def told(capsys: pytest.CaptureFixture[str], *words: str) -> str:
    assert run(words) == 0, capsys.readouterr().err
    return capsys.readouterr().out


def listed(capsys: pytest.CaptureFixture[str], study: Path, *more: str) -> list[dict[str, object]]:
    return json.loads(told(capsys, "links", str(study), "--json", *more))["links"]


def test_a_link_is_made_listed_and_taken_away(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = told(capsys, "link", str(study), "FG1", "3", "2", "soft dissent").strip()
    [one] = listed(capsys, study)
    assert one["id"] == name
    assert (one["turn"], one["target"], one["kind"]) == (3, 2, "soft dissent")
    assert (one["who"], one["whom"], one["words"]) == ("P2", "P1", "We were asked once.")
    assert "answers t.2 P1: soft dissent" in told(capsys, "links", str(study))
    assert listed(capsys, study, "--kind", "agree") == []
    assert "1 links removed" in told(capsys, "unlink", str(study), name)
    assert listed(capsys, study) == []
    told(capsys, "undo", str(study))
    assert len(listed(capsys, study)) == 1


def test_a_table_of_links_comes_back_and_twice_changes_nothing(
    study: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "link", str(study), "FG1", "3", "2", "agree", "--coder", "AB")
    told(capsys, "link", str(study), "FG1", "4", "1", "question")
    table = tmp_path / "links.csv"
    table.write_text(told(capsys, "links", str(study), "--csv"), encoding="utf-8")
    before = listed(capsys, study)
    for one in before:
        told(capsys, "unlink", str(study), str(one["id"]))
    report = json.loads(told(capsys, "import", str(study), str(table), "--json"))
    assert report["imported"][0]["kind"] == "links"
    assert report["imported"][0]["links"] == 2
    parts = ("turn", "target", "kind", "coder", "layer")
    after = listed(capsys, study)
    assert [[one[p] for p in parts] for one in after] == [[one[p] for p in parts] for one in before]
    again = json.loads(told(capsys, "import", str(study), str(table), "--json"))
    assert (again["imported"][0]["links"], again["imported"][0]["known"]) == (0, 2)


@pytest.mark.parametrize("suffix", [".md", ".html", ".csv", ".docx"])
def test_exchanges_are_exported_and_the_export_is_remembered(
    study: Path, tmp_path: Path, suffix: str, capsys: pytest.CaptureFixture[str]
) -> None:
    told(capsys, "link", str(study), "FG1", "3", "2", "agree")
    out = tmp_path / f"exchanges{suffix}"
    assert "1 exchange exported" in told(capsys, "export", str(study), "exchanges", str(out))
    assert out.stat().st_size > 100
    steps = json.loads(told(capsys, "history", str(study), "--json"))["steps"]
    assert "exchanges" in steps[0]["step"]


def test_suggestions_name_what_gave_them_away(
    study: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    found = json.loads(told(capsys, "links", str(study), "--suggested", "--json"))["suggested"]
    assert all(one["cue"] and one["why"] for one in found)


@pytest.mark.parametrize(
    ("words", "why"),
    [
        (("link", "FG1", "2", "3", "agree"), "answers an earlier one"),
        (("link", "FG1", "9", "3", "agree"), "there is no turn 9"),
        (("link", "FG1", "5", "3", "agree"), "is not a participant’s"),
        (("link", "FG1", "3", "2", "shrug"), "shrug"),
        (("unlink", "nothing"), "There is no link"),
    ],
)
def test_a_wrong_request_is_one_sentence(
    study: Path, words: tuple[str, ...], why: str, capsys: pytest.CaptureFixture[str]
) -> None:
    command, *rest = words
    assert run((command, str(study), *rest)) == 2
    assert why in capsys.readouterr().err
