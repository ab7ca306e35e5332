"""Slices: the parts of a study that rows and columns stand for, along one dimension."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.counting.scope import Keep
from qualcoder_nhs.analysis.tables.code_rows import CodeRow, code_rows
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.errors import NotAChoice
from qualcoder_nhs.domain.ids import CodeId, CoderId, ParticipantId, QuestionId, TranscriptId
from qualcoder_nhs.domain.people import Participant
from qualcoder_nhs.domain.table_options import Option, Wish
from qualcoder_nhs.i18n import N_, _

CODE, THEME, PARTICIPANT, GROUP, QUESTION, CODER, NONE = (
    "code",
    "theme",
    "participant",
    "group",
    "question",
    "coder",
    "none",
)
CHOICES = (
    (CODE, N_("Codes")),
    (THEME, N_("Themes")),
    (PARTICIPANT, N_("Participants")),
    (GROUP, N_("Groups")),
    (QUESTION, N_("Questions")),
    (CODER, N_("Coders")),
    (NONE, N_("Nothing else")),
)
"""What rows and columns may stand for, besides the attributes of participants and groups."""

UNKNOWN = "?"
"""The key of those of whom an attribute is not known."""


@dataclass(frozen=True)
class Slice:
    """One row or column: what is not None restricts. `key` is the same in any language.

    `alone` where it is of a single person. `takes` are the codes of a theme or of a `row`.
    """

    key: str
    title: str
    sessions: frozenset[TranscriptId] | None = None
    question: QuestionId | None = None
    keep: Keep | None = None
    coder: CoderId | None = None
    alone: bool = False
    takes: frozenset[CodeId] | None = None
    row: CodeRow | None = None

    @property
    def of_a_kind(self) -> bool:
        """Whether it is of people who have something in common."""
        return self.keep is not None and not self.alone


def slices(
    material: Material, dimension: str, wish: Wish, asked: Option | None = None
) -> tuple[Slice, ...]:
    """The slices along a dimension, in their order.

    `asked` is the option that names it: what it does not offer is refused as an answer to it.

    Raises:
        NotAChoice: when the study has no such dimension, or it is not offered.
        NoSuch, Ambiguous: as the codes that were wished for are.
    """
    if asked is not None:
        _refuse_unoffered(material, dimension, asked)
    if dimension == CODE:
        return tuple(_code(row) for row in code_rows(material, wish))
    known: dict[str, Callable[[Material], Iterator[Slice]]] = {
        THEME: _themes,
        PARTICIPANT: _participants,
        GROUP: _groups,
        QUESTION: _questions,
        CODER: _coders,
        NONE: lambda _material: iter(()),
    }
    if dimension in known:
        found = known[dimension](material)
        return tuple(one for one in found if _wanted(one, wish.word("question")))
    return tuple(_attribute(material, dimension))


def _refuse_unoffered(material: Material, dimension: str, asked: Option) -> None:
    offered = [key for key, _words in asked.choices]
    taken = {key for key, _words in CHOICES}
    own = [*participant_attributes(material), *group_attributes(material)]
    known = [*offered, *(key for key in own if key not in taken)]
    if dimension not in known:
        raise NotAChoice(option=asked.id, value=dimension, known=", ".join(known))


def _wanted(one: Slice, question: str) -> bool:
    """Where one question alone is looked at, others make no columns."""
    return not question or one.question is None or question in (one.key, one.question)


def _code(row: CodeRow) -> Slice:
    return Slice(row.code.slug, row.code.name, takes=row.takes, row=row)


def _themes(material: Material) -> Iterator[Slice]:
    """Each theme with its codes and all below them."""
    book = material.codebook
    for theme in material.themes:
        below = (book.descendants(code) for code in theme.codes if code in book.by_id)
        yield Slice(theme.id, theme.name, takes=frozenset[CodeId]().union(*below))


def _participants(material: Material) -> Iterator[Slice]:
    listed: dict[ParticipantId, str] = {}
    for session in material.sessions:
        for person in sorted(session.people, key=lambda one: _numbered(material.people[one].name)):
            listed.setdefault(person, f"{session.name} {material.people[person].name}")
    for person, title in listed.items():
        yield Slice(person, title, keep=_is(person), alone=True)


def _numbered(name: str) -> tuple[int, str]:
    """P2 before P10."""
    return len(name), name


def _is(person: ParticipantId) -> Keep:
    return lambda one: one.id == person


def _groups(material: Material) -> Iterator[Slice]:
    """The groups of people, then the surveys beside them."""
    for key, group in material.groups.items():
        rooms = (one.id for one in material.sessions if one.group.id == key and not one.survey)
        yield Slice(key, group.name, sessions=frozenset(rooms))
    surveys = {one.group.id: one.group.name for one in material.sessions if one.survey}
    for key, name in surveys.items():
        rooms = (one.id for one in material.sessions if one.group.id == key)
        yield Slice(key, name, sessions=frozenset(rooms))


def _questions(material: Material) -> Iterator[Slice]:
    for one in material.questions:
        yield Slice(one.name, one.name, question=one.id)


def _coders(material: Material) -> Iterator[Slice]:
    """Each coder over the sessions in which they coded anything."""
    for coder, name in material.coders.items():
        own = frozenset(one.transcript for one in material.codings if one.coder == coder)
        if own:
            yield Slice(name, name, sessions=own, coder=coder)


def _attribute(material: Material, key: str) -> Iterator[Slice]:
    """The values of an attribute that occur, in the order of its list; then those not known."""
    if key in group_attributes(material):
        rooms = [(one, one.group.attributes.get(key, "")) for one in material.sessions]
        for value in _ordered(material, key, [value for _one, value in rooms]):
            chosen = frozenset(one.id for one, own in rooms if own == value)
            yield Slice(value or UNKNOWN, value or _("not known"), sessions=chosen)
        return
    there = {person for one in material.sessions for person in one.people}
    values = [material.people[person].attributes.get(key, "") for person in there]
    for value in _ordered(material, key, values):
        yield Slice(value or UNKNOWN, value or _("not known"), keep=_has(key, value))


def _has(key: str, value: str) -> Keep:
    return lambda one: one.attributes.get(key, "") == value


def _ordered(material: Material, key: str, values: Sequence[str]) -> list[str]:
    offered = [value for one in material.attributes if one.key == key for value in one.values]
    places = {value: at for at, value in enumerate(offered)}
    return sorted(set(values), key=lambda one: (not one, places.get(one, len(places)), one))


def participant_attributes(material: Material) -> list[str]:
    """The attributes of participants that are listed, or that anybody has; roles are always one."""
    listed = [one.key for one in material.attributes if one.subject is Subject.PARTICIPANT]
    used = sorted({key for one in material.people.values() for key in one.attributes})
    return list(dict.fromkeys([*listed, *used, "role"]))


def group_attributes(material: Material) -> list[str]:
    """The attributes of groups that are listed, or that any group has."""
    listed = [one.key for one in material.attributes if one.subject is Subject.GROUP]
    used = sorted({key for one in material.sessions for key in one.group.attributes})
    of_people = participant_attributes(material)
    return [key for key in dict.fromkeys([*listed, *used]) if key not in of_people]


def attribute_title(material: Material, key: str) -> str:
    """What an attribute is called on screens."""
    titles = (one.name for one in material.attributes if one.key == key)
    return next(titles, key.replace("_", " "))


def both(one: Keep | None, other: Keep | None) -> Keep | None:
    """Whoever both keep."""
    if one is None or other is None:
        return one or other

    def kept(person: Participant) -> bool:
        return one(person) and other(person)

    return kept


def named(sessions: Sequence[Session]) -> str:
    """The names of sessions, or how many there are."""
    if len(sessions) > 4:
        return _("{n} groups").format(n=len(sessions))
    return ", ".join(one.name for one in sessions)
