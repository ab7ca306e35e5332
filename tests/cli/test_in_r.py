"""R reads the ratings as the manual prints it, and finds the same alpha."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from cli.conftest import Shell
from source import ROOT

from tests.agreement_study import FIRST, a_compared_study, put

pytestmark = pytest.mark.long

STUDY = "trust.qnhs"


def printed(beginning: str) -> str:
    """What the manual prints for R and begins so, as it stands there."""
    told = (ROOT / "docs" / "command-line.md").read_text(encoding="utf-8")
    blocks = re.findall(r"```r\n(.*?)```", told, re.DOTALL)
    return next(block for block in blocks if beginning in block)


def in_r(words: str) -> str:
    program = shutil.which("Rscript")
    if program is None:
        pytest.skip("R is not looked at: Rscript is not installed")
    done = subprocess.run([program, "-e", words], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def alphas(shell: Shell) -> dict[str, float | None]:
    """Three coders, one of whom has not read everything; their ratings lie beside the study."""
    with a_compared_study(Path(STUDY)) as study:
        put(study, "CD", "FG1", "Waste", FIRST + 12, FIRST + 15)
    command = ("report", STUDY, "agreement", "--all", "--replicates", 0)
    assert shell(*command, "ratings.csv").status == 0
    codes = shell(*command, "--json").json["codes"]
    return {code["slug"]: code["own"]["alpha"]["value"] for code in codes}


def test_alpha_in_plain_r_is_the_same(alphas: dict[str, float | None]) -> None:
    told = in_r(
        printed("sapply") + '\nfound <- sapply(split(d, d$code), alpha)\n'
        'cat(sprintf("%s %.12f", names(found), found), sep = "\\n")'
    )  # fmt: skip
    found = dict(line.split() for line in told.splitlines()[-len(alphas) :])
    assert found.keys() == alphas.keys()
    for code, value in alphas.items():
        if value is None:
            assert found[code] == "NaN"
        else:
            assert float(found[code]) == pytest.approx(value, abs=1e-9)


def test_rows_repeated_are_the_units_that_packages_want(alphas: dict[str, float | None]) -> None:
    before_packages = printed("irr::").partition("irr::")[0].replace("tru-motive", "cost")
    told = in_r(before_packages + "\ncat(dim(units), sum(units, na.rm = TRUE), names(units))")
    assert told.split() == ["60", "3", "33", "HL", "AB", "CD"]
    assert "cost" in alphas
