"""Codings and memos."""

from collections.abc import Collection

from sqlalchemy import func, select
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.coding import Coding, Flag, Memo
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage import rows, schema
from qualcoder_nhs.storage.reads.within import Within

_CHUNK = 500


class CodingReads(Within):
    """Who put which code where, and what was noted."""

    def codings(
        self,
        transcript: TranscriptId | None = None,
        codes: Collection[CodeId] | None = None,
        coder: CoderId | None = None,
        layer: str | None = None,
        touching: Span | None = None,
        flag: Flag | None = None,
    ) -> list[Coding]:
        """The codings that fit every filter given, by transcript, then place."""
        table = schema.codings
        wanted: list[ColumnElement[bool]] = self._sight.of_codings()
        if transcript is not None:
            wanted.append(table.c.transcript == transcript)
        if codes is not None:
            wanted.append(table.c.code.in_(codes))
        if coder is not None:
            wanted.append(table.c.coder == coder)
        if layer is not None:
            wanted.append(table.c.layer == layer)
        if touching is not None:
            wanted += [table.c.start < touching.end, table.c.end > touching.start]
        if flag is not None:
            wanted.append(table.c.flags.contains(flag.value))  # none is a part of another
        order = (table.c.transcript, table.c.start, table.c.end, table.c.made, table.c.id)
        query = select(table).where(*wanted).order_by(*order)
        return rows.codings_from(self._connection.execute(query).all())

    def codings_by_id(self, ids: Collection[CodingId]) -> list[Coding]:
        """The codings that still are, of those named, by place."""
        table, wanted = schema.codings, list(ids)
        found: list[Coding] = []
        for at in range(0, len(wanted), _CHUNK):
            some = table.c.id.in_(wanted[at : at + _CHUNK])
            query = select(table).where(some, *self._sight.of_codings())
            found += map(rows.coding_from, self._all(query))
        return sorted(found, key=lambda coding: (coding.transcript, coding.span))

    def coding(self, coding: CodingId) -> Coding:
        """One coding.

        Raises:
            NoSuch: when it is gone.
        """
        found = self.codings_by_id([coding])
        if not found:
            raise NoSuch(kind="coding", name=coding)
        return found[0]

    def coding_counts(self, by: str) -> dict[str, int]:
        """How many codings there are by `transcript`, `coder` or `code`."""
        column = schema.codings.c[by]
        query = select(column.label("by"), func.count().label("n")).group_by(column)
        query = query.where(*self._sight.of_codings())
        return {row["by"]: row["n"] for row in self._all(query)}

    def coding_count(self, transcript: TranscriptId, start: int = 0) -> int:
        """How many codings of a transcript begin at this place of its text or behind it."""
        table = schema.codings
        query = select(func.count()).where(table.c.transcript == transcript)
        query = query.where(table.c.start >= start, *self._sight.of_codings())
        return self._connection.scalar(query) or 0

    def coders_of(self) -> dict[TranscriptId, frozenset[CoderId]]:
        """Who has coded each transcript, in any layer that is seen."""
        table = schema.codings
        query = select(table.c.transcript, table.c.coder).where(*self._sight.of_codings())
        found: dict[TranscriptId, set[CoderId]] = {}
        for row in self._all(query.distinct()):
            found.setdefault(row["transcript"], set()).add(row["coder"])
        return {transcript: frozenset(coders) for transcript, coders in found.items()}

    def memos(self, *, transcript: TranscriptId | None = None) -> list[Memo]:
        """All memos, or those on one transcript, its passages and its codings; oldest first."""
        table, codings = schema.memos, schema.codings
        query = select(table).where(*self._sight.of_memos()).order_by(table.c.made, table.c.id)
        if transcript is not None:
            on_codings = select(codings.c.id).where(codings.c.transcript == transcript)
            query = query.where((table.c.transcript == transcript) | table.c.coding.in_(on_codings))
        return [rows.memo_from(row) for row in self._all(query)]

    def memos_on(self, column: str, thing: str) -> list[Memo]:
        """The memos whose `transcript`, `code`, `coding`, `participant` or `theme` is it."""
        table = schema.memos
        wanted = (table.c[column] == thing, *self._sight.of_memos())
        query = select(table).where(*wanted).order_by(table.c.made)
        return [rows.memo_from(row) for row in self._all(query)]

    def memo(self, memo: str) -> Memo:
        """One memo.

        Raises:
            NoSuch: when it is gone.
        """
        found = self.memos_on("id", memo)
        if not found:
            raise NoSuch(kind="memo", name=memo)
        return found[0]
