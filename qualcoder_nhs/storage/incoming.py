"""Reading a file that is to be merged: row by row, from a copy, believing nothing of it."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from sqlalchemy import Connection, Engine, Table, select, text
from sqlalchemy.exc import SQLAlchemyError

from qualcoder_nhs.domain.errors import DiskTrouble, NotAStudy, Unreadable
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.domain.merge.beside import Beside
from qualcoder_nhs.domain.merge.sides import MergeRow, Text, There
from qualcoder_nhs.domain.merge.states import Things
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage import backups, doors, engines, schema, upgrades
from qualcoder_nhs.storage.beside_rows import others_of
from qualcoder_nhs.storage.former_texts import former_texts
from qualcoder_nhs.storage.incoming_rounds import rounds_of, versions_of
from qualcoder_nhs.storage.incoming_sessions import sessions_of, voices_of
from qualcoder_nhs.storage.lineages import PACK, Steps, steps_of
from qualcoder_nhs.storage.rows import Row
from qualcoder_nhs.storage.sound_rows import (
    ASKINGS,
    ATTRIBUTES,
    CODERS,
    CODES,
    CODINGS,
    FINISHES,
    GROUPS,
    LINKS,
    MEMOS,
    PEOPLE,
    PRESENCES,
    QUESTIONS,
    Kind,
    image_value,
    value_of,
)


def read_incoming(path: Path, known: Mapping[TranscriptId, str] | None = None) -> There:
    """What a study file or pack holds, brought up to date in a copy; the file is left as it is.

    Of transcripts that are `known` with the same text, turns and who was in the room are not read.

    Raises:
        NotAStudy, FromTheFuture: when it is no study this program can read.
    """
    doors.refuse_foreign(path)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "incoming.qnhs"
        try:
            backups.write_copy(path, copy)
            return _read(copy, path.name, known or {})
        except (DiskTrouble, Unreadable) as error:
            why = _("it cannot be read ({why}).").format(why=error.why)
            raise NotAStudy(name=path.name, why=why) from error
        except (SQLAlchemyError, RuntimeError, RecursionError) as error:
            raise NotAStudy(name=path.name, why=_("it is damaged.")) from error


def _read(copy: Path, name: str, known: Mapping[TranscriptId, str]) -> There:
    engine = engines.open_file(copy, write=True, shared=False)
    try:
        _refuse_strange(engine, name)
        upgrades.refuse_newer(engine, name)
        upgrades.bring_up_to_date(engine, name, lambda: copy)
        with engines.reading(engine, name) as connection:
            return _Reading(connection, name).there(known)
    finally:
        engine.dispose()


def _refuse_strange(engine: Engine, name: str) -> None:
    """A study has tables and indexes; what would run when it is read or changed is none of ours."""
    with engines.reading(engine, name) as connection:
        strange = text("SELECT name FROM sqlite_master WHERE type NOT IN ('table', 'index')")
        if connection.execute(strange).first() is not None:
            raise NotAStudy(name=name, why=_("it holds more than a study does."))


class _Reading:
    """One file while it is read."""

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection, self._name = connection, name
        self._steps: Steps = steps_of(connection)
        self._broken: list[MergeRow] = []

    def there(self, known: Mapping[TranscriptId, str]) -> There:
        """All of it that can be read."""
        studies = self._rows(schema.studies)
        if not studies:
            raise NotAStudy(name=self._name, why=_("it is empty."))
        connection = self._connection
        groups = {one.id: one for one in self._values(GROUPS)}
        people = {one.id: one for one in self._values(PEOPLE)}
        found = There(
            name=self._name,
            study=studies[0]["id"],
            study_name=studies[0]["name"],
            lineage=self._steps.lineage,
            pack_of=self._pack_of(),
            coders={CoderId(one.id): one for one in self._values(CODERS)},
            codes={CodeId(one.id): one for one in self._values(CODES)},
            texts={one.id: one for one in self._texts()},
            sessions=sessions_of(connection, groups, people, known),
            voices=tuple(voices_of(connection, people)),
            people=people,
            groups=groups,
            layers={row["id"]: row["name"] for row in self._rows(schema.rounds)},
            rounds=rounds_of(connection),
            versions=versions_of(connection),
            decided=Counter(row["round"] for row in self._rows(schema.decisions)),
            codings=self._things(CODINGS),
            memos=self._things(MEMOS),
            finishes=self._things(FINISHES),
            links=self._things(LINKS),
            beside=self._beside(),
            former=former_texts(connection),
        )
        return replace(found, broken=tuple(self._broken))

    def _beside(self) -> Beside:
        return Beside(
            tuple(self._values(PRESENCES)),
            tuple(self._values(ASKINGS)),
            tuple(self._values(QUESTIONS)),
            tuple(self._values(ATTRIBUTES)),
            others_of(self._connection),
        )

    def _pack_of(self) -> CoderId | None:
        """Whose pack it is; the one coder of its one round."""
        if self._steps.first != PACK:
            return None
        who = {row["coder"] for row in self._rows(schema.round_coders)}
        if len(who) != 1 or len(self._rows(schema.rounds)) != 1:
            raise NotAStudy(name=self._name, why=_("it is a pack without its round."))
        return CoderId(who.pop())

    def _rows(self, table: Table) -> list[Row]:
        found = self._connection.execute(select(table).order_by(table.c.id)).mappings()
        return [dict(row) for row in found]

    def _texts(self) -> Iterator[Text]:
        for row in self._rows(schema.transcripts):
            if isinstance(row["text"], str) and isinstance(row["name"], str):
                yield Text(TranscriptId(row["id"]), row["name"], row["text"])
            else:
                self._break(_("transcript {id}").format(id=row["id"]))

    def _values(self, kind: Kind) -> Iterator[Any]:
        for row in self._rows(kind.table):
            value = value_of(kind, row)
            if value is None:
                self._break(_(kind.what).format(id=str(row["id"])[:40]))
            else:
                yield value

    def _break(self, what: str) -> None:
        self._broken.append(MergeRow(what, _("its row cannot be read")))

    def _things(self, kind: Kind) -> Things[Any]:
        now = {value.id: value for value in self._values(kind)}
        past: dict[str, list[tuple[int, Any]]] = defaultdict(list)
        table = schema.row_changes
        query = select(table.c.step, table.c.row, table.c.after).where(
            table.c.table == kind.table.name
        )
        for line in self._connection.execute(query.order_by(table.c.step, table.c.seq)):
            past[line.row].append((self._steps.until(line.step), image_value(kind, line.after)))
        return Things(now, {row: tuple(states) for row, states in past.items()})
