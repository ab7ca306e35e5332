"""Themes on the command line, and the stance a study is begun with."""

import shutil
from pathlib import Path
from typing import Any

from qualcoder_nhs.cli.commands import COMMANDS
from qualcoder_nhs.cli.names import COMMAND_NAMES
from tests.cli.conftest import Shell


def test_every_command_is_known_as_one_before_it_is_loaded() -> None:
    assert list(COMMAND_NAMES) == list(COMMANDS)


def test_themes_are_told_with_denominators_and_quotes(shell: Shell, sample: Path) -> None:
    shutil.copyfile(sample, "sample.qnhs")
    answer = shell("themes", "sample.qnhs", "--json")
    assert (answer.status, answer.err) == (0, "")
    first, second = answer.json["themes"]
    assert (first["number"], first["layer"], len(first["statements"])) == (1, "settled", 2)
    assert first["statement"] == first["statements"][-1]["text"]
    whole: dict[str, Any] = first["whole"]
    assert (whole["groups"], whole["groups_of"], whole["participants_of"]) == (4, 4, 28)
    assert whole["participants"] <= sum(one["participants"] for one in first["codes"])
    assert [one["code"] for one in second["codes"]] == [
        "fin-cost-quality",
        "fin-cost-access",
        "fin-erode",
    ]
    quotes = first["quotes"]
    assert [one["against"] for one in quotes] == [False] * 9 + [True] * 2
    assert quotes[0]["attribution"] == "(FG1, P6, chief executive)"
    assert quotes[0]["turns"] == [27]
    told = shell("themes", "sample.qnhs")
    assert told.out.startswith("Theme 1. Good manners, closed drawers\n")
    assert f"4 of 4 groups, {whole['participants']} of 28 people" in told.out
    assert "against “when our emergency" in told.out


def test_a_study_without_themes_has_none(coded: Shell) -> None:
    assert coded("themes", "s.qnhs", "--json").json == {"themes": []}
    assert coded("themes", "s.qnhs").out == ""


def test_a_study_is_begun_with_a_stance(shell: Shell) -> None:
    assert shell("new", "r.qnhs", "--coder", "HL", "--stance", "reflexive").status == 0
    assert shell("show", "r.qnhs", "--json").json["stance"] == "reflexive"
    assert shell("new", "c.qnhs", "--coder", "HL").status == 0
    assert shell("show", "c.qnhs", "--json").json["stance"] == "codebook"
    assert shell("new", "x.qnhs", "--stance", "positivist").status == 2
