"""One coding applied, given other ends, removed and brought back, each beside one bare commit."""

import gc
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median

from qualcoder_nhs.actions.codings import CodePassage, MoveEnds, RemoveCodings
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from tests.bench.clock import waited, wall
from tests.bench.yardstick import Yardstick

ROUNDS = 9


def one_coding(made: Yardstick) -> dict[str, float]:
    """What a person waits for each of the four, listeners of the study included.

    Python's collector comes at any time and is measured by itself: it is kept out of these.
    """
    rounds = [dict(_a_round(made)) for _ in range(ROUNDS)]
    return {name: median(one[name] for one in rounds) for name in rounds[0]}


def _a_round(made: Yardstick) -> Iterator[tuple[str, float]]:
    """In the last turn, which is free of codings before and after."""
    study, coder = made.study, made.coders[0]
    words = study.ask(Reader.turns, made.transcript)[-1].words
    shorter = Span(words.start + 5, words.end - 5)
    fresh: list[CodingId] = []

    def apply() -> None:
        action = CodePassage(made.transcript, words, made.codes[0])
        fresh.append(study.run(action, coder).coding)

    yield "apply", _undisturbed(apply)
    yield "resize", _undisturbed(lambda: study.run(MoveEnds(fresh[0], shorter), coder))
    yield "remove", _undisturbed(lambda: study.run(RemoveCodings((fresh[0],)), coder))
    yield "undo", _undisturbed(lambda: study.undo(coder))
    study.run(RemoveCodings((fresh[0],)), coder)


def _undisturbed(work: Callable[[], object]) -> float:
    gc.collect()
    return waited(work)


def one_commit(beside: Path) -> float:
    """What SQLite itself takes to put one row safely on the same disk."""
    path = beside.with_name("bare.sqlite")
    bare = sqlite3.connect(path, isolation_level=None)
    bare.execute("PRAGMA journal_mode = WAL")
    bare.execute("PRAGMA synchronous = FULL")
    bare.execute("CREATE TABLE codings (id INTEGER PRIMARY KEY, words TEXT)")
    try:
        return wall(lambda: bare.execute("INSERT INTO codings (words) VALUES ('words')"), 15)
    finally:
        bare.close()
        path.unlink()
