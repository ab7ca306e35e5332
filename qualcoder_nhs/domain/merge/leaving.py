"""What stays behind in a file that is merged, counted by kind: nothing stays out in silence."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.merge.comparing import compared
from qualcoder_nhs.domain.merge.sides import MergeRow
from qualcoder_nhs.domain.merge.translating import Terms
from qualcoder_nhs.domain.people import Group, Participant, Speaker
from qualcoder_nhs.i18n import N_, _, ngettext

_WORDS: Mapping[str, Callable[[int], str]] = {
    "groups": lambda n: ngettext("{n} group", "{n} groups", n),
    "participants": lambda n: ngettext("{n} participant", "{n} participants", n),
    "attributes": lambda n: ngettext("{n} attribute", "{n} attributes", n),
    "presences": lambda n: ngettext(
        "{n} time when somebody was there", "{n} times when somebody was there", n
    ),
    "questions": lambda n: ngettext("{n} question of the guide", "{n} questions of the guide", n),
    "askings": lambda n: ngettext("{n} mark of a question", "{n} marks of questions", n),
    "guide_versions": lambda n: ngettext("{n} frozen guide", "{n} frozen guides", n),
    "code_sets": lambda n: ngettext("{n} set of codes", "{n} sets of codes", n),
    "code_set_members": lambda n: ngettext("{n} code of a set", "{n} codes of sets", n),
    "themes": lambda n: ngettext("{n} theme", "{n} themes", n),
    "theme_codes": lambda n: ngettext("{n} code of a theme", "{n} codes of themes", n),
    "statements": lambda n: ngettext("{n} statement of a theme", "{n} statements of themes", n),
    "quotes": lambda n: ngettext("{n} quote of a theme", "{n} quotes of themes", n),
    "summaries": lambda n: ngettext("{n} framework summary", "{n} framework summaries", n),
    "propositions": lambda n: ngettext("{n} proposition", "{n} propositions", n),
    "voicings": lambda n: ngettext("{n} voice on a proposition", "{n} voices on propositions", n),
    "corrections": lambda n: ngettext(
        "{n} correction of a consensus", "{n} corrections of a consensus", n
    ),
    "decisions": lambda n: ngettext(
        "{n} decision on a disagreement", "{n} decisions on disagreements", n
    ),
    "rechecks": lambda n: ngettext("{n} coding looked at again", "{n} codings looked at again", n),
}
_LEFT = N_("only in the file, and stays there: a merge does not bring it")
_ADVICE = {
    "attributes": N_("only in the file, and stays there: take the table of people in for it"),
    "questions": N_("only in the file, and stays there: add it to the guide here"),
    "askings": N_("only in the file, and stays there: mark it here"),
    "presences": N_("only in the file, and stays there: say it here"),
    "summaries": N_("only in the file, and stays there: the framework’s workbook can bring it"),
}


@dataclass(frozen=True)
class Leaving:
    """Rows of what only the file has, and of what both have and does not say the same."""

    left: tuple[MergeRow, ...] = ()
    differing: tuple[MergeRow, ...] = ()


@dataclass
class _Counts:
    """How much of one kind is only there, was removed here, or differs."""

    left: int = 0
    dropped: int = 0
    differing: int = 0


@dataclass
class _Telling:
    left: list[MergeRow] = field(default_factory=list)
    differing: list[MergeRow] = field(default_factory=list)

    def tell(self, kind: str, found: _Counts) -> None:
        words = _WORDS[kind]
        if found.left:
            self.left.append(MergeRow(words(found.left), _(_ADVICE.get(kind, _LEFT))))
        if found.dropped:
            why = _("removed here, and not brought back")
            self.differing.append(MergeRow(words(found.dropped), why))
        if found.differing:
            why = _("not the same there; what is here stays")
            self.differing.append(MergeRow(words(found.differing), why))


def leaving(terms: Terms) -> Leaving:
    """All of it, one row for each kind and reason."""
    telling, here = _Telling(), terms.here
    for kind, theirs, own in compared(terms):
        found = _Counts()
        for id_, said in theirs:
            if id_ in own:
                found.differing += said != own[id_]
            elif id_ in here.dropped:
                found.dropped += 1
            else:
                found.left += 1
        telling.tell(kind, found)
    return Leaving(
        tuple(telling.left),
        (
            *telling.differing,
            *_described_otherwise(terms),
            *_rooms(terms),
            *_cast_otherwise(terms),
        ),
    )


def _described_otherwise(terms: Terms) -> Iterator[MergeRow]:
    """People of whom the file knows something that this study does not know so."""
    people, here = terms.arrivals.people, terms.here.participants
    there = terms.there.people.values()
    pairs = [(one, here.get(people.get(one.id, one.id))) for one in there]
    yield from _differing("participants", pairs)


def _rooms(terms: Terms) -> Iterator[MergeRow]:
    rooms, here = terms.arrivals.rooms, terms.here.groups
    pairs = [(one, here.get(rooms.get(one.id, one.id))) for one in terms.there.groups.values()]
    yield from _differing("groups", pairs)


def _cast_otherwise(terms: Terms) -> Iterator[MergeRow]:
    """Labels of transcripts that both have, which stand for others there."""
    here, there = terms.here, terms.there
    own = {(one.transcript, one.label): one for one in here.speakers}
    names = []
    for one in there.voices:
        known = own.get((terms.transcripts.here.get(one.transcript, one.transcript), one.label))
        if known is not None and _part(terms, one) != _part(terms, known):
            names.append(f"{here.transcripts[known.transcript].name} {one.label}")
    if names:
        what = ngettext("{n} speaker label", "{n} speaker labels", len(names))
        why = _("said to be somebody else there ({names}); who speaks here stays")
        yield MergeRow(what, why.format(names=", ".join(names)))


def _part(terms: Terms, one: Speaker) -> tuple[object, ...]:
    """What a label stands for, its people as they are here."""
    known = terms.arrivals.people
    return one.function, frozenset(known.get(who, who) for who in one.participants)


def _differing(
    kind: str,
    pairs: Iterable[tuple[Participant, Participant | None]] | Iterable[tuple[Group, Group | None]],
) -> Iterator[MergeRow]:
    names = [
        own.name
        for one, own in pairs
        if own is not None and not one.attributes.items() <= own.attributes.items()
    ]
    if names:
        why = _("described differently there ({names}); what is here stays")
        yield MergeRow(_WORDS[kind](len(names)), why.format(names=", ".join(names)))
