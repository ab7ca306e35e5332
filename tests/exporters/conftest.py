"""LibreOffice without a window, for those who look at what it makes of our files."""

import shutil
import subprocess
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from exporters.printed import Office
from pptx import Presentation

Shop = Callable[[Sequence[Path]], dict[Path, Path]]
"""Many files in, the pages that each of them is in print out."""

MOST = 900
"""Seconds that a whole batch may take on a busy machine."""


@pytest.fixture(scope="session")
def print_shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    """The same for many files at one start of the program, all of one folder."""
    program, profile = _program(), tmp_path_factory.mktemp("profile").as_uri()

    def convert(files: Sequence[Path]) -> dict[Path, Path]:
        out = files[0].parent / "printed"
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", "pdf", "--outdir", str(out), *map(str, files)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=MOST, check=False)
        made = {file: out / f"{file.stem}.pdf" for file in files}
        assert [file.name for file, pdf in made.items() if not pdf.exists()] == [], done.stderr
        return made

    return convert


def _program() -> str:
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice is not looked at: soffice or pdftotext (poppler) is not installed")
    return program


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice without a window, with a profile of its own: a file and a kind in, a file out."""
    program, profile = _program(), tmp_path_factory.mktemp("profile").as_uri()

    def convert(file: Path, kind: str) -> Path:
        out = file.parent / "converted"
        command = [program, "--headless", "--norestore", f"-env:UserInstallation={profile}"]
        command += ["--convert-to", kind, "--outdir", str(out), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, timeout=180, check=False)
        made = out / f"{file.stem}.{kind.partition(':')[0]}"
        assert made.exists(), done.stdout + done.stderr
        return made

    return convert


@pytest.fixture
def sheets(office: Office, tmp_path: Path) -> Office:
    """The same where it can open sheets: some systems install its parts one by one."""
    probe = tmp_path / "probe.csv"
    probe.write_text("a,b\n1,2\n")
    try:
        office(probe, "xlsx")
    except AssertionError:
        pytest.skip("LibreOffice is here without Calc, the part of it that opens sheets")
    return office


@pytest.fixture
def slides(office: Office, tmp_path: Path) -> Office:
    """The same where it can open slides."""
    probe = tmp_path / "probe.pptx"
    Presentation().save(str(probe))
    try:
        office(probe, "odp")
    except AssertionError:
        pytest.skip("LibreOffice is here without Impress, the part of it that opens slides")
    return office
