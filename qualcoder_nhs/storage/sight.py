"""Sight: what of others' work in blind rounds is kept from whoever asks; nowhere else is it said.

Every read of codings, memos and steps puts these conditions to its query, so that no list, count,
search or export can show what a round still keeps apart. It prevents accidents, not intent:
whoever opens the file with another program sees all of it.
"""

from collections import defaultdict
from dataclasses import dataclass

from sqlalchemy import Connection, and_, exists, not_, or_, select
from sqlalchemy.sql.elements import ColumnElement

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.people import CoderRole
from qualcoder_nhs.storage.schema import (
    coders,
    codings,
    links,
    memos,
    round_coders,
    round_transcripts,
    rounds,
    row_changes,
    steps,
    transcripts,
)

Conditions = list[ColumnElement[bool]]


@dataclass(frozen=True)
class Veil:
    """A blind round that nobody has opened yet: who codes what in it, and since when."""

    layer: str
    since: str
    coders: frozenset[str]
    transcripts: frozenset[str]


@dataclass(frozen=True)
class Sight:
    """Who asks, whether they lead the study, and the rounds that are veiled now.

    Nobody in particular asks with None: nothing of a veiled round is shown then. Without veils
    there are no conditions.
    """

    asker: CoderId | None = None
    leads: bool = False
    veils: tuple[Veil, ...] = ()

    def of_codings(self) -> Conditions:
        """Of a veiled round, the asker's own codings only."""
        if not self.veils:
            return []
        return [or_(codings.c.layer.not_in(self._layers), self._own(codings.c.coder))]

    def of_links(self) -> Conditions:
        """Of a veiled round, the asker's own links only."""
        if not self.veils:
            return []
        return [or_(links.c.layer.not_in(self._layers), self._own(links.c.coder))]

    def of_memos(self) -> Conditions:
        """No memo on a coding that is not shown, and none that another wrote for the round.

        Written for the round is what one of its coders wrote or rewrote since it began, on its
        transcripts, on passages of them and on codes.
        """
        if not self.veils:
            return []
        hidden = select(codings.c.id).where(
            codings.c.layer.in_(self._layers), not_(self._own(codings.c.coder))
        )
        on_hidden = and_(memos.c.coding.is_not(None), memos.c.coding.in_(hidden))
        return [not_(on_hidden), *map(self._not_written_for, self.veils)]

    def of_steps(self) -> Conditions:
        """No step of another that touched a coding of a veiled round, or memos while it runs.

        But for corrections of the words, which everybody works on: these tell of nobody's coding.
        """
        if not self.veils:
            return []
        told = or_(self._own(steps.c.coder), _corrects())
        return [or_(told, not_(or_(*map(_worked_in, self.veils))))]

    def may_follow(self, layer: str, coder: str) -> bool:
        """Whether the asker may know how far a coder has come: the lead may, and everybody else
        once the round is opened.
        """
        return self.leads or coder == self.asker or layer not in self._layers

    @property
    def _layers(self) -> list[str]:
        return [veil.layer for veil in self.veils]

    def _own(self, coder: ColumnElement[object]) -> ColumnElement[bool]:
        return coder == (self.asker or "")

    def _not_written_for(self, veil: Veil) -> ColumnElement[bool]:
        of_its_text = and_(
            memos.c.transcript.is_not(None), memos.c.transcript.in_(veil.transcripts)
        )
        return or_(
            self._own(memos.c.coder),
            memos.c.coder.not_in(veil.coders),
            memos.c.changed < veil.since,
            not_(or_(of_its_text, memos.c.code.is_not(None))),
        )


EVERYTHING = Sight(leads=True)
"""What the rules of the house themselves look with: no condition at all."""


def sight_of(connection: Connection, asker: CoderId | None) -> Sight:
    """What this asker may see now."""
    veiled = select(rounds.c.id, rounds.c.made).where(
        rounds.c.blind == 1, rounds.c.opened.is_(None)
    )
    running = connection.execute(veiled).all()
    if not running:
        return Sight(asker)
    who = _members(connection, round_coders.c.round, round_coders.c.coder)
    what = _members(connection, round_transcripts.c.round, round_transcripts.c.transcript)
    role = connection.scalar(select(coders.c.role).where(coders.c.id == asker))
    veils = (Veil(row.id, row.made, who[row.id], what[row.id]) for row in running)
    return Sight(asker, role == CoderRole.LEAD, tuple(veils))


def _members(
    connection: Connection, of: ColumnElement[object], member: ColumnElement[object]
) -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = defaultdict(frozenset)
    for row in connection.execute(select(of.label("of"), member.label("member"))):
        found[row.of] |= {row.member}
    return found


def _corrects() -> ColumnElement[bool]:
    """Whether a step put other words in the place of a transcript's."""
    line = row_changes.c
    both = and_(line.before.contains('"text": '), line.after.contains('"text": '))
    return exists().where(line.step == steps.c.id, line.table == transcripts.name, both)


def _worked_in(veil: Veil) -> ColumnElement[bool]:
    line = row_changes.c
    coded = and_(
        line.table.in_([codings.name, links.name]),
        or_(line.before.contains(veil.layer), line.after.contains(veil.layer)),
    )
    noted = and_(line.table == memos.name, steps.c.coder.in_(veil.coders), steps.c.at >= veil.since)
    return exists().where(line.step == steps.c.id, or_(coded, noted))
