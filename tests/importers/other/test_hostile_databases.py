"""Databases that are damaged, or made to do harm: refused by name, or read with a line for it."""

import random
import sqlite3
import time
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

import pytest

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.foreign import ForeignStudy
from qualcoder_nhs.importers.foreign.foreign_sqlite import opened
from qualcoder_nhs.importers.qualcoder import project as of_qualcoder
from qualcoder_nhs.importers.rqda import project as of_rqda
from qualcoder_nhs.importers.taguette import project as of_taguette
from tests.importers.other import qualcoder, rqda, taguette
from tests.importers.other.databases import made, run, without_loose_ends

SECONDS = 5.0
BEGINS = b"SQLite format 3\x00"
ODD = ("NULL", "x'ff00fe'", "'words'", "9223372036854775807", "-1", "1e300", "0.5", "''")


class Program(NamedTuple):
    """A program with its fixture and the way its files are read."""

    name: str
    schema: Mapping[str, str]
    rows: Mapping[str, object]
    recognises: Callable[[Path], bool]
    read: Callable[[Path], ForeignStudy]
    heart: str


PROGRAMS = (
    Program(
        "qualcoder", qualcoder.SCHEMA, qualcoder.ROWS, of_qualcoder.is_project, of_qualcoder.read,
        "code_text",
    ),
    Program("rqda", rqda.SCHEMA, rqda.ROWS, of_rqda.is_project, of_rqda.read, "coding"),
    Program(
        "taguette", taguette.SCHEMA, taguette.ROWS, of_taguette.is_project, of_taguette.read,
        "highlights",
    ),
)  # fmt: skip
each_program = pytest.mark.parametrize("program", PROGRAMS, ids=lambda one: one.name)


def database(folder: Path, program: Program) -> Path:
    return made(folder / "data.qda", program.schema, program.rows)  # type: ignore[arg-type]


def is_held(program: Program, path: Path) -> bool:
    """Whether the file was read, soundly, or else refused; nothing else may come of it."""
    began = time.process_time()
    program.recognises(path)
    refusal = None
    try:
        without_loose_ends(program.read(path))
    except BadFile as refused:
        refusal = refused
    assert refusal is None or path.name in str(refusal)
    assert time.process_time() - began < SECONDS
    return refusal is None


@each_program
def test_any_table_may_be_missing(program: Program, tmp_path: Path) -> None:
    path = database(tmp_path, program)
    whole = path.read_bytes()
    read = 0
    for table in program.schema:
        path.write_bytes(whole)
        read += is_held(program, run(path, f'DROP TABLE "{table}"'))
    assert 0 < read < len(program.schema)


@each_program
def test_any_column_may_hold_anything(program: Program, tmp_path: Path, is_long: bool) -> None:
    path = database(tmp_path, program)
    whole = path.read_bytes()
    columns = [
        f'UPDATE "{table}" SET "{column.split()[0]}" ='
        for table, columns in program.schema.items()
        for column in columns.split(", ")
    ]
    for at, column in enumerate(columns):
        for value in ODD if is_long else (ODD[at % len(ODD)], "NULL"):
            path.write_bytes(whole)
            with suppress(sqlite3.IntegrityError):  # some columns must be unique
                run(path, f"{column} {value}")
            assert is_held(program, path)


@each_program
def test_no_rows_at_all(program: Program, tmp_path: Path) -> None:
    assert is_held(program, made(tmp_path / "data.qda", program.schema, {}))


@each_program
def test_bytes_changed_anywhere(program: Program, tmp_path: Path, is_long: bool) -> None:
    path = database(tmp_path, program)
    whole = path.read_bytes()
    dice = random.Random(7)
    for _once in range(400 if is_long else 40):
        changed = bytearray(whole)
        for _byte in range(dice.choice((1, 5, 50))):
            changed[dice.randrange(16, len(changed))] = dice.randrange(256)
        path.write_bytes(changed[: dice.choice((len(changed), dice.randrange(17, len(changed))))])
        is_held(program, path)


@each_program
def test_a_view_in_place_of_a_table_is_never_asked(program: Program, tmp_path: Path) -> None:
    path = database(tmp_path, program)
    endless = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"
    run(path, f"DROP TABLE {program.heart}", f"CREATE VIEW {program.heart} AS {endless}")
    assert not program.recognises(path)
    assert not is_held(program, path)


@each_program
def test_what_a_file_would_have_run_is_not_run(program: Program, tmp_path: Path) -> None:
    path = database(tmp_path, program)
    run(
        path,
        f"ALTER TABLE {program.heart} ADD COLUMN bomb AS (hex(zeroblob(900000000)))",
        f"CREATE TRIGGER boom AFTER UPDATE ON {program.heart} BEGIN SELECT randomblob(1); END",
    )
    assert is_held(program, path)


@each_program
def test_a_cell_larger_than_any_transcript(program: Program, tmp_path: Path) -> None:
    path = database(tmp_path, program)
    column = program.schema[program.heart].split()[0]
    text = {"qualcoder": "seltext", "rqda": "seltext", "taguette": "snippet"}[program.name]
    large = f"SET {text} = CAST(zeroblob(70000000) AS text)"
    run(path, f"UPDATE {program.heart} {large} WHERE {column} = 1")
    with pytest.raises(BadFile, match="more in it than any study"):
        program.read(path)


@each_program
@pytest.mark.parametrize("content", [b"", BEGINS, BEGINS + b"x" * 999])
def test_no_database_at_all(program: Program, content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "data.qda"
    path.write_bytes(content)
    assert not program.recognises(path)
    assert not is_held(program, path)


@each_program
def test_the_database_of_another_program(program: Program, tmp_path: Path) -> None:
    for other in PROGRAMS:
        folder = tmp_path / other.name
        folder.mkdir()
        path = database(folder, other)
        assert program.recognises(path) is (program == other)
        assert is_held(program, path) is (program == other)


def test_names_that_would_be_words_of_sql(tmp_path: Path) -> None:
    path = run(
        tmp_path / "odd.sqlite3",
        'CREATE TABLE "sour""ce; DROP" ("a""b" text, "select" integer)',
        'INSERT INTO "sour""ce; DROP" VALUES (\'x\', 3)',
    )
    with opened(path) as found:
        [row] = found.rows('sour"ce; drop')
    assert (row.text('a"b'), row.number("select")) == ("x", 3)
