"""What the store takes without a window: one coding, all excerpts, a page, a search."""

from collections.abc import Iterable, Iterator

from qualcoder_nhs.queries.coding_page import coding_page
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.storage import engines
from qualcoder_nhs.storage.reader import Reader
from tests.bench.clock import cpu
from tests.bench.one_coding import one_coding, one_commit
from tests.bench.row import Row
from tests.bench.yardstick import MANY, ONE_LARGE, Yardstick, yardstick

# Milliseconds, from the table of speeds; a page is a part of opening a transcript.
CODING, EXCERPTS, PAGE, SEARCH = 50, 500, 600, 50

# Ranks in the vocabulary: a word of every second turn, and one that is said now and then.
COMMON, ORDINARY = 0, 200


def store() -> Iterable[Row]:
    """The large transcript, then the many."""
    with yardstick(ONE_LARGE) as made:
        yield from _codings(made, "10,000 codings")
        yield from _excerpts(made)
        yield _page(made, "10,000 codings")
    with yardstick(MANY) as made:
        yield from _codings(made, "50,000 codings")
        yield _page(made, "1,000 of 50,000 codings")
        yield _search(made, "a word in a few hundred turns", made.words[ORDINARY])
        yield _search(made, "the commonest word", made.words[COMMON])
        yield _stemmed(made, "all forms of a word", made.words[ORDINARY])


def _codings(made: Yardstick, among: str) -> Iterator[Row]:
    commit = one_commit(made.study.path)
    for name, figure in one_coding(made).items():
        yield Row(f"{name} one coding among {among}, disk", figure, CODING, commit, "ms")


def _excerpts(made: Yardstick) -> Iterator[Row]:
    """Beside reading the same rows bare."""
    figure = cpu(lambda: made.study.ask(excerpt_book, ExcerptFilter()), 3)
    bare = _bare(made, "SELECT * FROM codings ORDER BY transcript, start")
    yield Row("all excerpts of 10,000 codings, from the store", figure, EXCERPTS, bare, "ms")


def _page(made: Yardstick, holding: str) -> Row:
    figure = cpu(lambda: made.study.ask(coding_page, made.transcript))
    wanted = "SELECT * FROM codings WHERE transcript = ? ORDER BY start"
    bare = _bare(made, wanted, made.transcript)
    return Row(f"a coding page of {holding}, from the store", figure, PAGE, bare, "ms")


def _search(made: Yardstick, kind: str, word: str) -> Row:
    figure = cpu(lambda: made.study.ask(Reader.search, word), 9)
    wanted = "SELECT transcript, start, words FROM search WHERE search MATCH ? ORDER BY rank"
    bare = _bare(made, f"{wanted} LIMIT 200", word)
    return Row(f"search 1 million words for {kind}", figure, SEARCH, bare, "ms")


def _stemmed(made: Yardstick, kind: str, word: str) -> Row:
    """Beside the same search for the word alone; stems are learnt at the first one."""
    figure = cpu(lambda: made.study.ask(Reader.search, word, stems=True), 9)
    bare = cpu(lambda: made.study.ask(Reader.search, word), 9)
    return Row(f"search 1 million words for {kind}", figure, SEARCH, bare, "ms")


def _bare(made: Yardstick, query: str, *values: str) -> float:
    """The rows that SQLite gives, made into nothing."""
    connection = engines.connect(made.study.path, write=False)
    try:
        return cpu(lambda: connection.execute(query, values).fetchall(), 9)
    finally:
        connection.close()
