"""Sheets of the framework matrix, one a root of the codebook and one of the themes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from qualcoder_nhs.analysis.consensus.standings import by_number
from qualcoder_nhs.analysis.counting.hits import Hit, hits
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.framework.references import faults
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.attribution import Crowd
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.framework import Summary, cell_id
from qualcoder_nhs.domain.framework_sheet import (
    Emptiness,
    FrameworkCase,
    FrameworkCell,
    FrameworkColumn,
    FrameworkSheet,
)
from qualcoder_nhs.domain.ids import CodeId, ParticipantId, QuestionId
from qualcoder_nhs.domain.people import Participant
from qualcoder_nhs.i18n import N_, _

THEMES = "themes"
ALL = N_("ALL")
EMPTY = N_(
    "– the case was there and said nothing that is coded so; n/a not asked here, or not there; "
    "blank: there are codings and the summary is still to be written."
)


@dataclass(frozen=True)
class SheetWish:
    """What is wanted of a sheet.

    Of a code no question is asked: where a `question` is chosen, only what was said while it was
    open stands in the cells, and they tell where it was not asked. Columns in which nothing is
    coded and nothing written are left out unless `unused`. Where a `crowd` is given, attributes
    that few people share are not told.
    """

    question: QuestionId | None = None
    unused: bool = False
    crowd: Crowd | None = None


def sheet_keys(material: Material) -> tuple[tuple[str, str], ...]:
    """The keys of all sheets with their titles: the roots, then the themes where there are any."""
    roots = [one for one in material.codebook.children(None) if not one.archived]
    keys = [(one.slug, one.name) for one in roots]
    return (*keys, *([(THEMES, _("Themes"))] if material.themes else []))


def sheet(material: Material, key: str, wish: SheetWish | None = None) -> FrameworkSheet:
    """The sheet of a root, of any code with others below it, or of the themes.

    It has no columns where the key is empty.

    Raises:
        NoSuch, Ambiguous: when the key names no code, or several.
    """
    return _Making(material, wish or SheetWish()).sheet(key)


@dataclass
class _Making:
    """A sheet while it is made."""

    material: Material
    wish: SheetWish
    summaries: Mapping[str, Summary] = field(init=False)
    everything: Sequence[Hit] = field(init=False)

    def __post_init__(self) -> None:
        self.summaries = {one.id: one for one in self.material.written.summaries}
        self.everything = hits(self.material)

    def sheet(self, key: str) -> FrameworkSheet:
        titles = dict(sheet_keys(self.material))
        found = self._themes() if key == THEMES else self._codes(key)
        columns = tuple(found)
        keys = _attribute_keys(self.material)
        cases = (
            case
            for session in self.material.sessions
            if not session.survey
            for case in self._cases(session, columns, keys)
        )
        names = {one.key: one.name for one in self.material.attributes}
        title = titles.get(key, "") or (self.material.codebook.find(key).name if key else "")
        told = tuple(names.get(one, one) for one in keys)
        heads = tuple(column for column, _takes in columns)
        return FrameworkSheet(key, title, told, heads, tuple(cases))

    # ── columns ──────────────────────────────────────────────────────────────────────────────

    def _codes(self, key: str) -> Iterator[tuple[FrameworkColumn, frozenset[CodeId]]]:
        """A code and those below it; of one with others below only what is coded with it itself."""
        book = self.material.codebook
        if not key:  # the study has no codes yet
            return
        top = book.find(key)
        below = [one for one in (top, *book.walk(top.id)) if not one.archived]
        used = {hit.coding.code for hit in self.everything}
        used |= {one.code for one in self.summaries.values() if one.code}
        for code in below:
            if code.id in used or (self.wish.unused and not book.children(code.id)):
                yield _code_column(code), frozenset({code.id})

    def _themes(self) -> Iterator[tuple[FrameworkColumn, frozenset[CodeId]]]:
        book = self.material.codebook
        if not self.material.themes:
            raise NoSuch(kind="theme", name=THEMES)
        for one in self.material.themes:
            takes = (book.descendants(code) for code in one.codes if code in book.by_id)
            column = FrameworkColumn(one.name, one.name, theme=one.id)
            yield column, frozenset().union(*takes)

    # ── cases ────────────────────────────────────────────────────────────────────────────────

    def _cases(
        self,
        session: Session,
        columns: Sequence[tuple[FrameworkColumn, frozenset[CodeId]]],
        keys: Sequence[str],
    ) -> Iterator[FrameworkCase]:
        people = self.material.people
        ordered = sorted(session.people, key=lambda one: by_number(people[one].name))
        own = [hit for hit in self.everything if hit.session is session]
        for person in (None, *ordered):
            name = _(ALL) if person is None else people[person].name
            told = tuple(self._attribute(person, key) for key in keys)
            scope = _scope(self.material, session, self.wish.question, person)
            held = [hit for hit in own if scope.holds(hit)]
            cells = tuple(
                self._cell(session, person, column, [h for h in held if h.coding.code in takes])
                for column, takes in columns
            )
            yield FrameworkCase(session.id, session.name, person, name, told, cells)

    def _attribute(self, person: ParticipantId | None, key: str) -> str:
        if person is None:
            return ""
        if self.wish.crowd is not None:
            return dict(self.wish.crowd.told(person)).get(key, "")
        return self.material.people[person].attributes.get(key, "")

    def _cell(
        self,
        session: Session,
        person: ParticipantId | None,
        column: FrameworkColumn,
        held: Sequence[Hit],
    ) -> FrameworkCell:
        key = cell_id(session.id, person, column.code, column.theme)
        summary = self.summaries.get(key)
        codings = tuple(dict.fromkeys(hit.coding.id for hit in held))
        turns = tuple(sorted({hit.near for hit in held}))
        wrong = tuple(faults(self.material, session, person, summary.text)) if summary else ()
        empty = Emptiness.WRITTEN if summary else self._empty(session, person, held)
        return FrameworkCell(empty, summary, codings, turns, wrong)

    def _empty(
        self, session: Session, person: ParticipantId | None, held: Sequence[Hit]
    ) -> Emptiness:
        if held:
            return Emptiness.TO_WRITE
        scope = _scope(self.material, session, self.wish.question, person)
        if scope.unmarked:
            return Emptiness.UNMARKED
        there = scope.sessions and (person is None or scope.participants)
        return Emptiness.NOTHING if there else Emptiness.NOT_ASKED


def crowd_of(material: Material) -> Crowd:
    """The people of these sessions, by the attributes that a sheet tells of them."""
    there = {person for one in material.sessions if not one.survey for person in one.people}
    people = {one: material.people[one].attributes for one in there}
    return Crowd(people, tuple(_attribute_keys(material)))


def _scope(
    material: Material,
    session: Session,
    question: QuestionId | None,
    person: ParticipantId | None,
) -> Scope:
    return Scope(material, {session.id}, question, _only(person) if person else None)


def _only(person: ParticipantId) -> "_Is":
    return _Is(person)


@dataclass(frozen=True)
class _Is:
    """Whether a participant is this one."""

    person: ParticipantId

    def __call__(self, one: Participant) -> bool:
        return one.id == self.person


def _code_column(code: Code) -> FrameworkColumn:
    return FrameworkColumn(code.slug, code.name, code=code.id)


def _attribute_keys(material: Material) -> list[str]:
    """Those listed for participants that do not identify, and that anybody here has."""
    used = {
        key for one in material.people.values() for key, value in one.attributes.items() if value
    }
    return [
        one.key
        for one in material.attributes
        if one.subject is Subject.PARTICIPANT and not one.identifying and one.key in used
    ]
