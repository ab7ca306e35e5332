"""Migrations make today's tables; older studies come up to date whole, or stay as they were."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, text

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.domain.errors import (
    DiskTrouble,
    FromTheFuture,
    NotAStudy,
    NothingToRedo,
    NothingToUndo,
)
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage import backups, upgrades
from qualcoder_nhs.storage.drift import UPGRADE
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.schema import metadata
from qualcoder_nhs.study import Study
from tests.builders import all_rows, code, coder, transcript
from tests.older_revisions import take_back

REVISION = '''"""A later storey."""
from alembic import op

revision = "9999"
down_revision = "0005"


def upgrade() -> None:
    """Change what the test says."""
{changes}
'''

Later = Callable[..., None]


@pytest.fixture
def later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Later:
    """Make this program one with a second revision that runs these statements."""

    def make(*statements: str) -> None:
        folder = tmp_path / "migrations"
        shutil.copytree(upgrades._folder(), folder)
        changes = "\n".join(f"    op.execute({statement!r})" for statement in statements)
        revision = folder / "versions" / "r9999_later.py"
        revision.write_text(REVISION.format(changes=changes or "    pass"))
        monkeypatch.setattr(upgrades, "_folder", lambda: folder)

    return make


def content(path: Path) -> list[str]:
    """All that stands in a file, whatever SQLite did with its pages."""
    with closing(sqlite3.connect(path)) as connection:
        return list(connection.iterdump())


def tables(engine: Engine) -> dict[str, str]:
    """The statements that made the tables and indexes, without what only looks different."""
    with engine.connect() as connection:
        made = connection.execute(text("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL"))
        return {name: "".join(sql.split()) for name, sql in made}


def test_the_migrations_make_exactly_the_tables_of_the_schema(closed: Path) -> None:
    wanted, found = create_engine("sqlite://"), create_engine(f"sqlite:///{closed}")
    metadata.create_all(wanted)
    ours = {
        name: sql
        for name, sql in tables(found).items()
        if name != "alembic_version" and not name.startswith("search")
    }
    assert ours == tables(wanted)
    with found.connect() as connection:
        unlike = compare_metadata(MigrationContext.configure(connection), metadata)
    assert {change[1].name for change in unlike if not change[1].name.startswith("search")} == set()
    wanted.dispose()
    found.dispose()


def test_the_names_of_the_files_tell_the_revisions_that_alembic_goes_through() -> None:
    script = ScriptDirectory(str(upgrades._folder()))
    assert upgrades.revisions() == {one.revision for one in script.walk_revisions()}
    assert max(upgrades.revisions()) == script.get_current_head()


def test_a_study_that_says_nothing_of_its_revision_is_none(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("DELETE FROM alembic_version")
    with pytest.raises(NotAStudy, match="empty"):
        Study.open(closed)


def test_a_study_of_two_revisions_at_once_is_left_to_its_program(closed: Path) -> None:
    with closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    with pytest.raises(FromTheFuture):
        Study.open(closed)


def test_an_older_study_is_upgraded_after_a_backup(closed: Path, later: Later) -> None:
    with Study.read(closed) as study:
        rows = all_rows(study)
    before = content(closed)
    later("ALTER TABLE codings ADD COLUMN weight INTEGER", "UPDATE codes SET name = upper(name)")
    with Study.open(closed) as study:
        newest, oldest = study.backups
        assert content(oldest.path) == before
        assert study.faults() == []
        now = all_rows(study)
        changed = {table for table, row in now if now[table, row] != rows[table, row]}
        assert changed == {"codes"}
        assert study.ask(Reader.codebook).by_slug["warm"].name == "WARM"
        assert study.ask(Reader.history)[0].label == UPGRADE
    assert newest.step == oldest.step + 1
    assert Study.restore(closed, newest.path)


def test_undo_does_not_reach_back_beyond_an_upgrade(study: Study, later: Later) -> None:
    lead = coder(study)
    study.run(CodePassage(transcript(study), Span(0, 5), code(study, "Money")), lead)
    study.undo(lead)
    study.close()
    later("ALTER TABLE codings ADD COLUMN weight INTEGER")
    with Study.open(study.path) as upgraded:
        assert upgraded.ask(Reader.undoable, lead) is None
        assert upgraded.ask(Reader.redoable, lead) is None
        with pytest.raises(NothingToUndo):
            upgraded.undo(lead)
        with pytest.raises(NothingToRedo):
            upgraded.redo(lead)
        before = all_rows(upgraded)
        upgraded.run(CodePassage(transcript(upgraded), Span(0, 5), code(upgraded, "Money")), lead)
        upgraded.undo(lead)
        assert all_rows(upgraded) == before


def test_tables_made_anew_keep_their_rows(closed: Path, later: Later) -> None:
    with Study.read(closed) as study:
        rows = all_rows(study)
    later(
        "CREATE TABLE new_codes AS SELECT * FROM codes",
        "DROP TABLE codes",
        "ALTER TABLE new_codes RENAME TO codes",
        "CREATE UNIQUE INDEX new_key ON codes (id)",
    )
    with Study.open(closed) as study:
        assert all_rows(study) == rows
        assert study.faults() == []


@pytest.mark.parametrize(
    ("statement", "error"),
    [
        pytest.param("SELECT * FROM nowhere", Exception, id="wrong statement"),
        pytest.param("DELETE FROM coders", RuntimeError, id="broken references"),
    ],
)
def test_an_upgrade_that_fails_leaves_the_study_as_it_was(
    closed: Path, later: Later, statement: str, error: type[Exception]
) -> None:
    before = content(closed)
    later("ALTER TABLE codings ADD COLUMN weight INTEGER", statement)
    with pytest.raises(error):
        Study.open(closed)
    assert content(closed) == before
    assert {path.name for path in closed.parent.iterdir()} == {"trust.qnhs", "trust backups"}


def test_without_a_backup_there_is_no_upgrade(closed: Path, later: Later) -> None:
    before = content(closed)
    backups.folder_of(closed).write_text("in the way")
    later("ALTER TABLE codings ADD COLUMN weight INTEGER")
    with pytest.raises(DiskTrouble):
        Study.open(closed)
    assert content(closed) == before
    backups.folder_of(closed).unlink()
    with Study.open(closed) as study:
        assert study.faults() == []


def test_an_older_study_is_not_read_before_it_is_upgraded(closed: Path, later: Later) -> None:
    later()
    before = closed.read_bytes()
    with pytest.raises(NotAStudy, match="older version"):
        Study.read(closed)
    assert closed.read_bytes() == before


def test_a_study_upgraded_elsewhere_is_from_the_future(
    closed: Path, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    later("ALTER TABLE codings ADD COLUMN weight INTEGER")
    Study.open(closed).close()
    monkeypatch.undo()
    before = closed.read_bytes()
    for door in (Study.open, Study.read):
        with pytest.raises(FromTheFuture):
            door(closed)
    assert closed.read_bytes() == before


def test_an_older_backup_is_restored_and_then_upgraded(closed: Path, later: Later) -> None:
    Study.open(closed).close()
    older = backups.backups_of(closed)[0].path
    later("ALTER TABLE codings ADD COLUMN weight INTEGER")
    Study.open(closed).close()
    Study.restore(closed, older)
    with Study.open(closed) as study:
        assert study.faults() == []


LATER = ("attributes", "presences", "questions", "askings")
"""What the study holds that the first revision had no tables for."""


def test_a_study_from_before_rounds_is_upgraded_whole(closed: Path) -> None:
    with Study.read(closed) as study:
        rows = {at: row for at, row in all_rows(study).items() if at[0] not in LATER}
    take_back(closed, "0001")
    before = content(closed)
    with pytest.raises(NotAStudy, match="older version"):
        Study.read(closed)
    with Study.open(closed) as study:
        assert content(study.backups[-1].path) == before
        assert all_rows(study) == rows
        assert study.faults() == []
        lead = coder(study)
        one = study.run(NewRound("Pilot", (lead,)), lead)
        study.run(CodePassage(transcript(study), Span(0, 5), code(study, "Money"), one), lead)
        assert study.faults() == []


def test_a_layer_that_came_with_a_table_before_rounds_stays_readable(closed: Path) -> None:
    take_back(closed, "0001")
    with closing(sqlite3.connect(closed)) as connection, connection:
        connection.execute("UPDATE codings SET layer = 'pilot'")
    with Study.open(closed) as study:
        assert study.ask(Reader.layer_names) == {"open": "open", "pilot": "pilot"}
        assert study.ask(Reader.layer_called, "pilot") == "pilot"
        assert len(study.ask(Reader.codings, layer="pilot")) == 3
