"""How long the window takes to be on the screen, and how much memory it takes with a study."""

import os
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from tests.bench.row import Row
from tests.bench.window import PAINTED, READY
from tests.bench.yardstick import ONE_LARGE, yardstick
from tests.conftest import HOMES

ROOT = Path(__file__).resolve().parents[2]
# Without a screen, and without what Qt says about its absence.
QUIET = {"QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "*.warning=false"}
TRIES = 5
PATIENCE = 120

# Milliseconds and megabytes, from the table of speeds.
START, MEMORY = 1_500, 300


def start() -> Iterable[Row]:
    """New processes, each with an empty home; the best of a few where time counts."""
    with TemporaryDirectory() as home:
        figure, bare = _best("program", home), _best("bare", home)
        yield Row("window on screen, wall", figure[PAINTED], START, bare[PAINTED], "ms")
        yield Row("ready to open a study, wall", figure[READY], START, bare[PAINTED], "ms")
        yield Row("memory with the transcript open", _memory(home), MEMORY, None, "MB")


def _best(kind: str, home: str) -> dict[str, float]:
    """For each thing it told, the least milliseconds since the process was begun."""
    tries = [_times(kind, home) for _ in range(TRIES)]
    return {words: min(one[words] for one in tries) for words in tries[0]}


def _times(kind: str, home: str) -> dict[str, float]:
    begun = perf_counter()
    with _window(home, kind) as told:
        return {words: (perf_counter() - begun) * 1000 for words in told}


def _memory(home: str) -> float:
    with yardstick(ONE_LARGE) as made:
        made.study.close()
        with _window(home, "memory", str(made.study.path)) as told:
            return float(next(told))


@contextmanager
def _window(home: str, *words: str) -> Iterator[Iterator[str]]:
    """The lines that a window in a process of its own tells, as they come."""
    env = {**os.environ, **dict.fromkeys(HOMES, home), **QUIET}
    command = [sys.executable, "-m", "tests.bench.window", *words]
    with subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        yield (line.strip() for line in process.stdout)
        if process.wait(PATIENCE):
            raise subprocess.CalledProcessError(process.returncode, command)
