"""LibreOffice without a window, for those who look at what it makes of our files."""

import shutil
import subprocess
from pathlib import Path

import pytest
from exporters.printed import Office
from pptx import Presentation


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """LibreOffice without a window, with a profile of its own: a file and a kind in, a file out."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None or shutil.which("pdftotext") is None:
        pytest.skip("LibreOffice is not looked at: soffice or pdftotext (poppler) is not installed")
    profile = tmp_path_factory.mktemp("profile").as_uri()

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
