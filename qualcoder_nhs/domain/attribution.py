"""Attribution: whose words these are, told so that no description stands for too few people."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.domain.attributes import FEW_PEOPLE, Attribute
from qualcoder_nhs.domain.errors import AttributesNobody, NotAChoice
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.i18n import _

TEMPLATE = "({transcript}, {participant}, {role}, {organisation_type})"
"""How words are attributed unless another way is asked for."""

ROLE = "role"
"""The attribute that is kept longest when a description is widened."""

_FIELD = re.compile(r"\{(\w+)\}")
_PLACES = ("transcript", "group", "participant")

Described = tuple[tuple[str, str], ...]
"""Attributes and their values, in the order in which they are told."""


@dataclass(frozen=True)
class Template:
    """How an attribution is set: words, with the names of attributes in braces.

    `{transcript}`, `{group}` and `{participant}` are no attributes. A field without a value goes,
    and what stands before it goes with it.
    """

    text: str = TEMPLATE

    @property
    def keys(self) -> tuple[str, ...]:
        """The attributes it asks for."""
        return tuple(key for key in _FIELD.findall(self.text) if key not in _PLACES)

    def refuse_unknown(self, attributes: Iterable[str]) -> None:
        """See that every field of it is known, and that it has any.

        Raises:
            NotAChoice: when something in braces is neither a place nor one of these attributes.
            AttributesNobody: when nothing stands in braces.
        """
        known = dict.fromkeys([*_PLACES, *Template().keys, *attributes])
        told = ", ".join(f"{{{key}}}" for key in known)
        fields = _FIELD.findall(self.text)
        for key in fields:
            if key not in known:
                raise NotAChoice(option=_("the template"), value=f"{{{key}}}", known=told)
        if not fields:
            raise AttributesNobody(template=self.text, known=told)

    def without(self, keys: Iterable[str]) -> "Template":
        """The same without some attributes."""
        text = self.text
        for key in keys:
            text = re.sub(r"[^{}(]*\{" + key + r"\}", "", text)
        return Template(text)

    def filled(self, values: Mapping[str, str], *, several: bool = False) -> str:
        """The words with these values. Of several people, a colon parts names and description."""
        opening, *fields = _FIELD.split(self.text)
        if not fields:
            return opening
        told, parting = "", False
        for at, key in enumerate(fields[::2]):
            if not values.get(key):
                continue
            before = fields[2 * at - 1] if told else ""
            if key in _PLACES:
                parting = several
            elif parting:
                before, parting = ": ", False
            told += before + values[key]
        return opening + told + fields[-1] if told else ""


@dataclass(frozen=True)
class Widening:
    """A description that too few people share, and what was told instead; empty for nothing."""

    full: str
    told: str
    people: int

    @property
    def words(self) -> str:
        """Such as `“medical director, acute specialist” → “medical director”`."""
        return f"“{self.full}” → “{self.told or _('participant')}”"


@dataclass(frozen=True)
class Crowd:
    """Everybody among whom one may not be recognised, and how they are described.

    `people` are the participants of the study with their attributes, `keys` the attributes that
    are told. Of `respondents`, who answered a survey, others are no company. What fewer than
    `minimum` people share is not told.
    """

    people: Mapping[ParticipantId, Mapping[str, str]]
    keys: tuple[str, ...] = (ROLE,)
    minimum: int = FEW_PEOPLE
    respondents: frozenset[ParticipantId] = frozenset()

    def full(self, person: ParticipantId) -> Described:
        """All that is known of somebody, as far as it is asked for."""
        known = self.people.get(person, {})
        return tuple((key, known[key]) for key in self.keys if known.get(key))

    def told(self, person: ParticipantId) -> Described:
        """What may be told of somebody: the last attributes go first, their role goes last."""
        described = self.full(person)
        while described and self.sharing(person, described) < self.minimum:
            described = _narrowed(described)
        return described

    def sharing(self, person: ParticipantId, described: Described) -> int:
        """How many people, of those like this one in group or survey, a description fits."""
        return self._shared[person in self.respondents, frozenset(described)]

    def widening(self, person: ParticipantId) -> Widening | None:
        """What was widened for somebody; None where all is told."""
        full, told = self.full(person), self.told(person)
        if full == told:
            return None
        return Widening(_listed(full), _listed(told), self.sharing(person, full))

    @cached_property
    def _shared(self) -> Counter[tuple[bool, frozenset[tuple[str, str]]]]:
        """How many each description fits, for every one that widening may come to."""
        found: Counter[tuple[bool, frozenset[tuple[str, str]]]] = Counter()
        wanted = {part for person in self.people for part in _wider(self.full(person))}
        for person in self.people:
            known = frozenset(self.full(person))
            apart = person in self.respondents
            found.update((apart, part) for part in wanted if part <= known)
        return found


def crowd_template(template: Template, attributes: Iterable[Attribute]) -> Template:
    """The template without attributes that identify people."""
    return template.without(one.key for one in attributes if one.identifying)


def attributed(
    template: Template, crowd: Crowd, transcript: str, voices: Sequence[Voice], group: str = ""
) -> str:
    """Whose words these are: `(FG2, P4, medical director, acute)`.

    Of several people of whom not the same may be told, only what comes first is told of each.
    """
    people = [person for voice in voices for person in voice.participants]
    told = list(dict.fromkeys(crowd.told(person) for person in people))
    values = {"transcript": transcript, "group": group or transcript}
    values["participant"] = ", ".join(dict.fromkeys(voice.name for voice in voices))
    if len(told) == 1:
        values |= dict(told[0])
    else:
        values |= _firsts(told, crowd.keys)
    return template.filled(values, several=len(people) > 1)


def widenings(crowd: Crowd, people: Iterable[ParticipantId]) -> tuple[Widening, ...]:
    """What was widened for these people, each kind once, in alphabetical order."""
    found = {crowd.widening(person) for person in people}
    return tuple(sorted((one for one in found if one), key=lambda one: (one.full, one.told)))


def _firsts(told: Iterable[Described], keys: Iterable[str]) -> dict[str, str]:
    first = next(iter(keys), "")
    values = dict.fromkeys(value for one in told for key, value in one if key == first)
    return {first: ", ".join(values)} if values else {}


def _narrowed(described: Described) -> Described:
    """Without its last attribute; without the role only where nothing else is left."""
    others = [one for one in described if one[0] != ROLE]
    return tuple(one for one in described if one != others[-1]) if others else ()


def _wider(described: Described) -> Iterator[frozenset[tuple[str, str]]]:
    while described:
        yield frozenset(described)
        described = _narrowed(described)


def _listed(described: Described) -> str:
    return ", ".join(value for _key, value in described)
