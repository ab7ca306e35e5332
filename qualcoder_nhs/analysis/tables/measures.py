"""What the entries of a table say of a count: people of those there, groups, turns, words."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.tables.talked import Talked
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.table_options import Option, Takes
from qualcoder_nhs.domain.tabled import Entry, Mark, Place
from qualcoder_nhs.i18n import N_, _, ngettext


class Measure(StrEnum):
    """What is counted."""

    PEOPLE = "participants"
    GROUPS = "groups"
    TURNS = "turns"
    WORDS = "words"
    RATE = "per-1000"
    EXCERPTS = "excerpts"


MEASURES = {
    Measure.PEOPLE: N_("Participants, of those present"),
    Measure.GROUPS: N_("Groups, of those asked"),
    Measure.TURNS: N_("Turns, of all turns"),
    Measure.WORDS: N_("Words, of all words said"),
    Measure.RATE: N_("Words per 1,000 words of that talk"),
    Measure.EXCERPTS: N_("Excerpts, and who is behind them"),
}
MEASURE = Option(
    "measure",
    Takes.CHOICE,
    N_("Count"),
    N_("What the entries count."),
    default=Measure.PEOPLE.value,
    choices=tuple((measure.value, words) for measure, words in MEASURES.items()),
)


@dataclass(frozen=True)
class Counted:
    """A count with the scope it was made in and the hits that make it.

    `event` where it is of what happens to the group; `everybody` where no people are left out.
    """

    scope: Scope
    talked: Talked
    found: Count
    held: tuple[Hit, ...]
    event: bool = False
    everybody: bool = True

    @property
    def closed(self) -> Mark:
        """Why nothing can be said here; the empty mark where something can."""
        if self.found.open:
            return Mark.NONE
        if self.scope.unmarked:
            return Mark.UNMARKED
        return Mark.NOT_ASKED if self.scope.not_asked else Mark.NOBODY


def entry(counted: Counted, measure: Measure) -> Entry:
    """What a table shows of it."""
    if closed := counted.closed:
        return Entry(_(closed.value), mark=closed)
    if counted.event and not counted.everybody:
        return Entry(_("of the group"))
    words, number = _said(counted, measure)
    return Entry(
        words=words,
        number=number,
        mark=_mark(counted, measure),
        count=counted.found,
        there=counted.scope.participants or counted.scope.respondents,
        codings=tuple(dict.fromkeys([hit.coding.id for hit in counted.held])),
        turns=places(counted.held),
    )


def _mark(counted: Counted, measure: Measure) -> Mark:
    """Where people are counted, `1 of 8` says by itself whose voice it is."""
    found = counted.found
    if found.nothing:
        return Mark.NOTHING
    plain = measure is Measure.PEOPLE and len(found.participants | found.respondents) == 1
    return Mark.ONE_VOICE if found.one_voice and not plain else Mark.NONE


def places(held: Iterable[Hit]) -> tuple[Place, ...]:
    """The turns of these, each once, in order."""
    return tuple(dict.fromkeys([hit.place for hit in held]))


def _said(counted: Counted, measure: Measure) -> tuple[str, float]:
    found, talked = counted.found, counted.talked
    if measure is Measure.PEOPLE:
        either = found.participants if found.participants_of else found.respondents
        return _people(counted), len(either)
    if measure is Measure.GROUPS:
        return of(len(found.groups), found.groups_of), len(found.groups)
    if measure is Measure.TURNS:
        return of(found.turns, talked.turns), found.turns
    if measure is Measure.WORDS:
        return of(found.words, talked.words), found.words
    if measure is Measure.RATE:
        rate = 1000 * found.words / talked.words if talked.words else 0.0
        return f"{rate:.1f}", rate
    return _excerpts(counted), found.excerpts


def _people(counted: Counted) -> str:
    found = counted.found
    if counted.event or (found.events and not found.participants and not found.respondents):
        return _event(found)
    parts = []
    if found.participants_of or not found.respondents_of:
        parts.append(of(len(found.participants), found.participants_of))
    if found.respondents_of:
        told = _("{n} of {of} respondents")
        parts.append(told.format(n=len(found.respondents), of=f"{found.respondents_of:,}"))
    return "; ".join(parts)


def _event(found: Count) -> str:
    """A pause is nobody's: it is told in events and groups."""
    times = ngettext("{n} event", "{n} events", found.events)
    if found.groups_of == 1:
        return times
    return _("{events}, {groups} groups").format(
        events=times, groups=of(len(found.groups), found.groups_of)
    )


def _excerpts(counted: Counted) -> str:
    """Never a bare number: who is behind it stands with it."""
    if counted.found.nothing:
        return "0"
    return _("{n} by {people}").format(n=f"{counted.found.excerpts:,}", people=_people(counted))


def of(number: float, total: float) -> str:
    """A number over its denominator: `6 of 8`."""
    return _("{n} of {of}").format(n=f"{number:,.0f}", of=f"{total:,.0f}")
