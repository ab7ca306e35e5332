"""What the card of an entry says: who said it of whom, who holds most of it, who was not heard."""

from collections.abc import Iterable, Mapping

from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.tabled import Entry, Mark
from qualcoder_nhs.i18n import N_, _, ngettext

Names = Mapping[ParticipantId, str]

_CLOSED = {
    Mark.NOT_ASKED: N_("Not asked here, so nobody could answer; its people leave the denominator."),
    Mark.UNMARKED: N_("Where this question was open is not marked yet in these transcripts."),
    Mark.NOBODY: N_("Nobody of these was in the rooms that are looked at."),
}
MOST_NAMED = 12


def figures(entry: Entry) -> tuple[tuple[str, str], ...]:
    """The large figures of an entry, each with the words after it: `7`, `of 11 people`."""
    count = entry.count
    if count is None:
        return ()
    made = []
    if count.participants_of:
        told = _("of {n} people").format(n=count.participants_of)
        made.append((str(len(count.participants)), told))
    if count.respondents_of:
        told = _("of {n} respondents").format(n=count.respondents_of)
        made.append((str(len(count.respondents)), told))
    if count.groups_of:
        told = ngettext("of {n} group", "of {n} groups", count.groups_of)
        made.append((str(len(count.groups)), told))
    made.append((f"{count.turns:,}", ngettext("turn", "turns", count.turns)))
    return tuple(made)


def sentences(entry: Entry, names: Names) -> str:
    """The loudest voice and who was not heard; or why there is nothing."""
    if entry.mark in _CLOSED:
        return _(_CLOSED[entry.mark])
    count = entry.count
    if count is None:
        return ""
    if count.nothing:
        told = _("{n}: present, did not say it.")
        return told.format(n=entry.words)
    return " ".join(
        part for part in (_loudest(count, names), _unheard(entry, count, names)) if part
    )


def _loudest(count: Count, names: Names) -> str:
    if count.loudest is None or not count.turns:
        return ""
    if len(count.participants | count.respondents) == 1:
        return _("Only {name} said it.").format(name=names.get(count.loudest, "?"))
    held = round(count.share * count.turns)
    several = _("Largest voices {name}, {held} of {turns} turns each.")
    told = several if count.as_loud else _("Largest voice {name}, {held} of {turns} turns.")
    who = named(names.get(one, "?") for one in count.voices)
    words = told.format(name=who, held=held, turns=count.turns)
    return f"{words} {_('That is more than half.')}" if count.one_voice else words


def _unheard(entry: Entry, count: Count, names: Names) -> str:
    quiet = entry.there - count.participants - count.respondents
    if not quiet:
        return _("Everybody was heard.") if entry.there else ""
    return _("Not heard: {names}.").format(names=named(names[one] for one in quiet if one in names))


def named(names: Iterable[str]) -> str:
    """Names in order, the transcript said once for its people: `FG3 P2, P8; FG4 P5`."""
    rooms: dict[str, list[str]] = {}
    every = sorted(names, key=_by_number)
    for name in every[:MOST_NAMED]:
        room, _space, person = name.rpartition(" ")
        rooms.setdefault(room, []).append(person)
    told = "; ".join(f"{room} {', '.join(people)}".strip() for room, people in rooms.items())
    more = len(every) - MOST_NAMED
    return told if more <= 0 else _("{names} and {n} more").format(names=told, n=more)


def _by_number(name: str) -> tuple[str, int, str]:
    """P2 before P10."""
    room, _space, person = name.rpartition(" ")
    return room, len(person), person
