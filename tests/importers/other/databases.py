"""Synthetic databases of other programs, made table by table from what is known of their schema."""

import sqlite3
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from qualcoder_nhs.domain.foreign import ForeignStudy, Kind

Schema = Mapping[str, str]
"""The columns of each table, with their types."""

Rows = Mapping[str, Sequence[Mapping[str, object]]]


@contextmanager
def hurried(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection that does not wait for the disk."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA synchronous = OFF")
        yield connection


def made(path: Path, schema: Schema, rows: Rows) -> Path:
    """A database of these tables with these rows."""
    with hurried(path) as connection:
        for table, columns in schema.items():
            connection.execute(f'CREATE TABLE "{table}" ({columns})')
        for table, some in rows.items():
            for row in some:
                names = ", ".join(f'"{name}"' for name in row)
                places = ", ".join("?" * len(row))
                connection.execute(
                    f'INSERT INTO "{table}" ({names}) VALUES ({places})', tuple(row.values())
                )
    return path


def run(path: Path, *statements: str) -> Path:
    """The database after some statements."""
    with hurried(path) as connection:
        for statement in statements:
            connection.execute(statement)
    return path


def number(path: Path, query: str) -> int:
    """What a query counts."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
        [found] = connection.execute(query).fetchone()
    return int(found)


def written(path: Path, places: Iterable[str]) -> int:
    """In how many rows of these places (`table.column`) something is written."""
    pairs = [place.split(".") for place in places]
    return sum(
        number(path, f"SELECT count(*) FROM {table} WHERE trim({column}) <> ''")
        for table, column in pairs
    )


def read_or_left(study: ForeignStudy) -> Counter[Kind]:
    """How many things of each kind the reader says the file has."""
    here = {
        Kind.TEXTS: len(study.texts),
        Kind.CODES: sum(not code.made for code in study.codes),
        Kind.CODINGS: len(study.codings),
        Kind.MEMOS: len(study.memos),
        Kind.CASES: len(study.cases),
        Kind.ATTRIBUTES: len(study.attributes),
        Kind.CODERS: len(study.coders),
        Kind.SETS: len(study.sets),
        Kind.LINKS: len(study.links),
    }
    found = Counter(here)
    found.update(one.kind for one in study.turned)
    found.update(one.kind for one in study.left_out if one.kind is not Kind.OTHER)
    return +found


def quotes(study: ForeignStudy) -> dict[str, str]:
    """The words of each coding by its key."""
    texts = {one.key: one.text for one in study.texts}
    return {one.key: one.span.of(texts[one.text]) for one in study.codings}


def left(study: ForeignStudy, kind: Kind) -> list[tuple[str, str]]:
    """What of a kind stays out, and why."""
    return [(one.name, one.why) for one in study.left_out if one.kind is kind]


def altered(study: ForeignStudy, kind: Kind) -> dict[str, str]:
    """What of a kind is otherwise than in the file, and how."""
    return {one.key: one.how for one in study.altered if one.kind is kind}


def without_loose_ends(study: ForeignStudy) -> None:
    """Check that every key is there once and everything that is meant by one is here."""
    texts = {one.key: len(one.text) for one in study.texts}
    codes = {one.key for one in study.codes}
    coders = {one.key for one in study.coders} | {None}
    codings = {one.key for one in study.codings}
    for some in (study.texts, study.codes, study.codings, study.memos, study.cases, study.coders):
        keys = [one.key for one in some]
        assert len(keys) == len(set(keys))
    assert all(code.parent is None or code.parent in codes for code in study.codes)
    for one in study.codings:
        assert one.code in codes
        assert one.coder in coders
        assert 0 <= one.span.start < one.span.end <= texts[one.text]
    on = {*texts, *codes, *codings, *(case.key for case in study.cases), ""}
    assert {memo.on for memo in study.memos} <= on
    assert {memo.coder for memo in study.memos} <= coders
