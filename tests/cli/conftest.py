"""The command line as a function: words in; status, JSON or text out."""

import json
import shutil
from contextlib import chdir
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from qualcoder_nhs.cli.commands import run


@dataclass
class Answer:
    """What a command left behind."""

    status: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        return json.loads(self.out)


@dataclass
class Shell:
    """Runs commands in one folder."""

    folder: Path
    captured: pytest.CaptureFixture[str]

    def __call__(self, *words: object) -> Answer:
        status = run([str(word) for word in words])
        told = self.captured.readouterr()
        return Answer(status, told.out, told.err)


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    """A command line in an empty folder."""
    monkeypatch.chdir(tmp_path)
    return Shell(tmp_path, capsys)


@pytest.fixture(scope="session")
def coded_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `s.qnhs`, which commands made: FG9 by HL, a codebook of three, one coding."""
    folder = tmp_path_factory.mktemp("coded")
    (folder / "FG9.txt").write_text(
        "MOD: What gives?\n\nP1: Money, \U0001f642 every year.\n\nP2: No.\n\nMOD: Say more?\n\n"
        "P1: I’d say time.\n\nP2: Yes.\n",
        encoding="utf-8",
    )
    (folder / "codes.csv").write_text(
        "level 1,level 2,slug,definition\nMoney,,money,What it costs\n,Waste,waste,\nTime,,time,\n",
        encoding="utf-8",
    )
    with chdir(folder):
        assert run(["new", "s.qnhs", "--coder", "HL"]) == 0
        assert run(["import", "s.qnhs", "codes.csv", "FG9.txt"]) == 0
    return folder


@pytest.fixture
def coded(coded_folder: Path, shell: Shell) -> Shell:
    """A command line in a copy of that folder."""
    shutil.copytree(coded_folder, shell.folder, dirs_exist_ok=True)
    return shell
