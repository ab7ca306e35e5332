"""The store against one bare commit: a coding and its undo, reading all of them, finding words."""

import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from qualcoder_nhs.actions.codings import CodePassage, MoveEnds, RemoveCodings
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.bench.row import Row
from tests.bench.yardstick import long_transcript, project
from tests.builders import code, coder

ROUNDS = 5


def store() -> Iterable[Row]:
    """One coding and its like among 10,000; reading those; searching a million words."""
    commit = one_commit()
    with long_transcript() as (study, transcript):
        yield from of_one_coding(study, transcript, commit)
        yield Row(
            "codings of a transcript with 10,000, from the store",
            best(lambda: study.ask(Reader.codings, transcript=transcript)),
            90,
            None,
            "ms",
        )
    with project() as (study, _transcripts):
        found, bare = best(lambda: search(study)), bare_search(study)
        yield Row("full-text search, 1 million words", found, 50, bare, "ms")
        looked = best(lambda: Study.read(study.path).close())
        yield Row("look whether a project of 50 transcripts is whole", looked, 500, None, "ms")


def of_one_coding(study: Study, transcript: TranscriptId, commit: float) -> Iterator[Row]:
    """Disk included, screen not."""
    lead, dearest = coder(study), code(study, "Code 7")
    took: dict[str, list[float]] = {"apply": [], "resize": [], "undo": [], "remove": []}
    for number in range(ROUNDS):
        span = Span(1_000 * number + 5, 1_000 * number + 60)
        action = CodePassage(transcript, span, dearest, "bench")
        took["apply"].append(timed(lambda action=action: study.run(action, lead)))
        (made,) = study.ask(Reader.codings, layer="bench")
        wider = MoveEnds(made.id, Span(span.start, span.end + 20))
        took["resize"].append(timed(lambda wider=wider: study.run(wider, lead)))
        took["undo"].append(timed(lambda: study.undo(lead)))
        gone = RemoveCodings((made.id,))
        took["remove"].append(timed(lambda gone=gone: study.run(gone, lead)))
    for what, times in took.items():
        yield Row(f"{what} one coding among 10,000, disk included", min(times), 50, commit, "ms")


def one_commit() -> float:
    """What SQLite needs for a row that is safe on this disk."""
    with TemporaryDirectory() as folder:
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        with closing(bare):
            bare.execute("PRAGMA journal_mode = WAL")
            bare.execute("PRAGMA synchronous = FULL")
            bare.execute("CREATE TABLE line (words)")
            return best(lambda: bare.execute("INSERT INTO line VALUES ('one')"))


def search(study: Study) -> None:
    """A common word and a rare one."""
    assert study.ask(Reader.search, "trust")
    study.ask(Reader.search, "doctor quality")


def bare_search(study: Study) -> float:
    """The same two questions put to the index itself."""
    with closing(sqlite3.connect(study.path)) as bare:
        query = "SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 200"

        def ask() -> None:
            for words in ("trust*", "doctor* AND quality*"):
                bare.execute(query, (words,)).fetchall()

        return best(ask)


def best(work: Callable[[], object]) -> float:
    """Milliseconds of the best of five."""
    return min(timed(work) for _ in range(ROUNDS))


def timed(work: Callable[[], object]) -> float:
    """Milliseconds by the clock: waiting for the disk is part of it."""
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1_000
