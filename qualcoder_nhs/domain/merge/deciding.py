"""Deciding for each thing of one kind whether it comes, changes, goes, or stays out, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.merge.plan import Moves
from qualcoder_nhs.domain.merge.sides import Here, MergeRow
from qualcoder_nhs.domain.merge.states import Point, Things, Verdict, verdict
from qualcoder_nhs.domain.merge.translating import Untold
from qualcoder_nhs.domain.rounds import Finish
from qualcoder_nhs.i18n import _

T = TypeVar("T", Coding, Memo, Finish, Link)


def anything(_thing: object) -> None:
    """No reason against it."""


def nothing(_thing: object) -> bool:
    """Not so."""
    return False


@dataclass(frozen=True)
class Kind(Generic[T]):
    """What is asked about things of one kind.

    `told` says a thing of the file in the terms of here, `was` the same of what it was, `allow`
    and `spare` refuse that it comes to stand here or goes from here; all four raise Untold.
    `standing` looks for the same under another id, `name` is what a row calls it. What is
    `private` stays out; what is `silent` does, too, since a row elsewhere tells of all such.
    """

    things: Things[T]
    here: Mapping[str, T]
    told: Callable[[T], T]
    was: Callable[[T], T]
    name: Callable[[T], str]
    allow: Callable[[T], None] = anything
    spare: Callable[[T], None] = anything
    standing: Callable[[T], bool] = nothing
    private: Callable[[T], bool] = nothing
    silent: Callable[[T], bool] = nothing


class Deciding(Generic[T]):
    """The things of one kind while they are decided on: what goes first, then what comes."""

    def __init__(self, kind: Kind[T], here: Here, point: Point) -> None:
        self._kind: Kind[T] = kind
        self._here, self._point = here, point
        self.added: dict[str, T] = {}
        self.changed: list[tuple[T, T]] = []
        self.removed: dict[str, T] = {}
        self._known = self._left = 0
        self._conflicting: list[MergeRow] = []
        self._refused: list[MergeRow] = []

    def decide(self) -> Moves[T]:
        """Decide on all of them."""
        now = self._kind.things.now
        for thing in self._kind.things.ids():
            if thing not in now:
                self._go(thing)
        for thing in self._kind.things.ids():
            if thing in now:
                self._come(thing, now[thing])
        return Moves(
            tuple(self.added.values()),
            tuple(self.changed),
            tuple(self.removed.values()),
            self._known,
            self._left,
            tuple(self._conflicting),
            tuple(self._refused),
        )

    def _go(self, thing: str) -> None:
        own, then = self._kind.here.get(thing), self._then(thing)
        if own is None or then is None:
            return
        found = self._verdict(thing, None, then)
        if found is Verdict.CONFLICT:
            self._conflict(then, _("removed there, edited here"))
        elif found is Verdict.TAKE:
            try:
                self._kind.spare(own)
            except Untold as untold:
                self._conflict(then, _("removed there, but not here: {why}").format(why=untold))
            else:
                self.removed[thing] = own

    def _come(self, thing: str, raw: T) -> None:
        if self._point.older:
            self._known += 1
        elif self._kind.private(raw):
            self._left += 1
        elif not self._kind.silent(raw):
            try:
                self._take(thing, raw, self._kind.told(raw))
            except Untold as untold:
                self._refused.append(MergeRow(self._kind.name(raw), str(untold)))

    def _take(self, thing: str, raw: T, now: T) -> None:
        own = self._kind.here.get(thing)
        found = self._verdict(thing, now, self._then(thing))
        if found is Verdict.TAKE and own is not None and own.coder != now.coder:
            found = Verdict.CONFLICT
        if found is Verdict.KNOWN or (own is None and self._kind.standing(now)):
            self._known += 1
        elif found is Verdict.CONFLICT:
            gone = _("removed here, edited there")
            self._conflict(raw, gone if own is None else _("same id, edited in both places"))
        else:
            self._kind.allow(now)
            if own is None:
                self.added[thing] = now
            else:
                self.changed.append((own, now))

    def _verdict(self, thing: str, now: T | None, then: T | None) -> Verdict:
        own, had = self._kind.here.get(thing), self._here.past(thing)
        gone = self._kind.things.gone_by(self._point.step, thing)
        return verdict(now, then, own, had, older=self._point.older, gone=gone)

    def _then(self, thing: str) -> T | None:
        """What it was when the file was merged last, in the terms of here."""
        was = self._kind.things.after(self._point.step, thing)
        try:
            return None if was is None else self._kind.was(was)
        except Untold:
            return None

    def _conflict(self, thing: T, why: str) -> None:
        self._conflicting.append(MergeRow(self._kind.name(thing), why))
