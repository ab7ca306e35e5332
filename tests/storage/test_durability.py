"""A program killed in the middle of work: every step it told of is there, and none is half done."""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from qualcoder_nhs.domain.errors import NothingToUndo, UndoClash
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import a_coded_study, all_rows, coder

ROOT = Path(__file__).resolve().parents[2]

Told = dict[int, str]


class Workers:
    """Starts workers and kills them; hears which steps they said were safe."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "tests.storage.busy_coder"]
        self._process = subprocess.Popen(
            command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def kill_one(self, path: Path, dice: random.Random) -> Told:
        """Let one work on the study for a while, then kill it."""
        assert self._process.stdin is not None
        self._process.stdin.write(f"{path} {dice.random()}\n")
        self._process.stdin.flush()
        pid = int(self._line().split()[1])
        told = self._listen(dice.choice((0, 1, 3, 10, 25)))
        time.sleep(dice.uniform(0, 0.02))
        os.kill(pid, signal.SIGKILL)
        while (line := self._line()) != "over":
            told |= as_told(line)
        return told

    def _listen(self, steps: int) -> Told:
        told: Told = {}
        for _ in range(steps):
            told |= as_told(self._line())
        return told

    def _line(self) -> str:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line.endswith("\n")
        return line.strip()

    def close(self) -> None:
        self._process.communicate()
        assert self._process.returncode == 0


def as_told(line: str) -> Told:
    _, number, label = line.split(" ", 2)
    return {int(number): label}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="Windows has no fork; it kills in the same way")
@pytest.mark.parametrize("folder", ["plain", "OneDrive"])
def test_a_killed_program_loses_nothing_it_told_of(
    tmp_path: Path, folder: str, *, is_long: bool
) -> None:
    """In a synced folder a study has no log, and a crash leaves a rollback behind."""
    path = tmp_path / folder / "trust.qnhs"
    path.parent.mkdir()
    with a_coded_study(path) as study:
        told = history_of(study)
    dice = random.Random(7)
    workers = Workers()
    for _ in range(200 if is_long else 30):
        told |= workers.kill_one(path, dice)
        with Study.open(path) as study:
            look_at(study, told)
            told = history_of(study)
    workers.close()
    assert len(told) > 200


def history_of(study: Study) -> Told:
    return {step.id: step.label for step in study.ask(Reader.history)}


def look_at(study: Study, told: Told) -> None:
    """Everything told of is there; what else is there is whole, and undo reaches back."""
    history = history_of(study)
    assert {number: history.get(number) for number in told} == told
    assert len(history.keys() - told.keys()) <= 1  # killed between the disk and the telling
    assert study.faults() == []
    lead, before = coder(study), all_rows(study)
    try:
        study.undo(lead)
    except (NothingToUndo, UndoClash):
        return
    assert all_rows(study) != before
    study.redo(lead)
    assert all_rows(study) == before
