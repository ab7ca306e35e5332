"""Saturation: how many codes are new in each discussion, in the order held and over all orders."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import comb

from qualcoder_nhs.analysis.counted_report import CODES, OF_MATERIAL, CountedReport
from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.tables.code_rows import level_rows
from qualcoder_nhs.analysis.tables.grid import ALL, Grid
from qualcoder_nhs.analysis.tables.measures import of, places
from qualcoder_nhs.analysis.tables.slices import Slice, slices
from qualcoder_nhs.analysis.tables.telling import caption, of_material
from qualcoder_nhs.domain.chart import Curve, CurveChart
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _, ngettext

TITLE = N_("New codes by discussion")
BY = Option(
    "by",
    Takes.ATTRIBUTE,
    N_("By stratum"),
    N_("Apart for each value of this attribute of groups or participants, too."),
)
LEVEL = Option(
    "level",
    Takes.NUMBER,
    N_("At level"),
    N_("Take codes of this level with all below them; 0 takes each code by itself."),
    default=0,
)
DEFINITION = N_(
    "A code is new in the discussion in which it is applied for the first time in this layer. The "
    "average is exact, over all orders in which the same discussions could have been held. "
    "Surveys take no part."
)
EVIDENCE = N_(
    "No new codes is not no new meaning: in ten focus groups four gave most of the codes, more "
    "were needed to understand them, and one or two groups in each stratum did most of the work "
    "(Hennink, Kaiser and Weber 2019)."
)
_NAMED = 8
"""Discussions that an axis has room to name."""


@dataclass(frozen=True)
class Course:
    """The discussions of a stratum in the order held, with the codes that each of them has."""

    title: str
    key: str
    sessions: tuple[Session, ...]
    codes: tuple[dict[CodeId, list[Hit]], ...]

    @property
    def total(self) -> int:
        """How many codes there are in the end."""
        return len(set().union(*self.codes))

    def new(self) -> Iterator[dict[CodeId, list[Hit]]]:
        """What each discussion has that none before it had."""
        before: set[CodeId] = set()
        for there in self.codes:
            yield {code: found for code, found in there.items() if code not in before}
            before |= there.keys()

    def expected(self) -> list[float]:
        """How many codes so many discussions have on average over all orders."""
        held = Counter(code for there in self.codes for code in there)
        return expected(len(self.codes), list(held.values()))


def expected(sessions: int, held: Sequence[int]) -> list[float]:
    """The codes that 1, 2, … of the sessions have on average, each drawing as likely as another.

    `held` says in how many sessions each code is: of the C(n, k) ways to draw k sessions, the code
    is missed by those C(n - m, k) that draw from the others.
    """
    return [
        sum(1 - comb(sessions - each, drawn) / comb(sessions, drawn) for each in held)
        for drawn in range(1, sessions + 1)
    ]


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NotAChoice: when there is no such attribute.
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    grid = Grid(material, wish)
    names = {row.code.id: row.code.name for row in level_rows(material, wish)}
    courses = list(_courses(material, grid, wish))
    said = _said(courses[0])
    notes = (_(DEFINITION), _(EVIDENCE), *of_material(material, grid.scope(ALL), wish))
    return Tabled(
        name=_("Saturation"),
        title=_(TITLE),
        corner=_("Discussion"),
        heads=(
            Head(_("New codes"), key="new"),
            Head(_("Codes so far, in the order held"), key="held"),
            Head(_("Codes so far, average over orders"), key="average"),
            Head(_("Which are new"), key="which", long=True),
        ),
        rows=tuple(row for one in courses for row in _rows(one, names)),
        notes=notes,
        caption=caption(_(TITLE), said, notes),
        headline=said,
        chart=_chart(courses),
    )


def _said(whole: Course) -> str:
    """Where most of the codes had been found, in the order held."""
    so_far, most = 0, 0.8 * whole.total
    for at, new in enumerate(whole.new(), 1):
        so_far += len(new)
        if so_far >= most:
            first = ngettext("{n} discussion", "{n} discussions", at)
            found = of(so_far, whole.total)
            of_all = len(whole.sessions)
            told = _("{found} codes had been applied after the first {first} of {all}.")
            return told.format(found=found, first=first, all=of_all)
    return _("Nothing is coded yet.")


def _courses(material: Material, grid: Grid, wish: Wish) -> Iterator[Course]:
    stands = {code: row.code.id for row in level_rows(material, wish) for code in row.takes}
    yield _course(grid, ALL, stands)
    if attribute := wish.word("by"):
        strata = (_course(grid, one, stands) for one in slices(material, attribute, wish, BY))
        yield from (one for one in strata if one.sessions)


def _course(grid: Grid, one: Slice, stands: dict[CodeId, CodeId]) -> Course:
    scope = grid.scope(one)
    everybody = one.keep is None
    held = [room for room in scope.sessions if not room.survey]
    rooms = [room for room in held if everybody or scope.present[room.id]]
    found: dict[TranscriptId, dict[CodeId, list[Hit]]] = {room.id: {} for room in rooms}
    for hit in grid.held(one):
        code = stands.get(hit.coding.code)
        if code and hit.session.id in found:
            found[hit.session.id].setdefault(code, []).append(hit)
    return Course(one.title, one.key, tuple(rooms), tuple(found[room.id] for room in rooms))


def _rows(course: Course, names: dict[CodeId, str]) -> Iterator[Row]:
    so_far, average = 0, course.expected()
    for at, (room, new) in enumerate(zip(course.sessions, course.new(), strict=True)):
        so_far += len(new)
        stratum = f"{course.title}: " if course.title else ""
        yield Row(
            name=f"{stratum}{at + 1}. {room.name}",
            entries=(
                _leading(of(len(new), course.total), len(new), new),
                Entry(of(so_far, course.total), so_far),
                Entry(_average(average[at], course.total), average[at]),
                _leading(", ".join(names[code] for code in names if code in new), None, new),
            ),
            depth=2 if course.title else 1,
            key=f"{course.key}:{room.name}",
        )


def _average(number: float, total: int) -> str:
    return _("{n} of {of}").format(n=f"{number:.1f}", of=total)


def _leading(words: str, number: int | None, new: dict[CodeId, list[Hit]]) -> Entry:
    """What leads to the first passages with the new codes."""
    found = [hit for hits in new.values() for hit in hits]
    codings = tuple(dict.fromkeys(hit.coding.id for hit in found))
    return Entry(words or "–", number, codings=codings, turns=places(found))


def _chart(courses: Sequence[Course]) -> CurveChart:
    whole = courses[0]
    held, so_far = [], 0
    for new in whole.new():
        so_far += len(new)
        held.append(float(so_far))
    curves = [
        Curve(_("in the order held"), tuple(held), marked=True),
        Curve(_("average over orders"), tuple(whole.expected()), dashed=True),
        *(Curve(one.title, tuple(one.expected()), dashed=True) for one in courses[1:]),
    ]
    axis = _("Discussions, held in the order {names}").format(
        names=", ".join(one.name for one in whole.sessions)
    )
    numbers = tuple(str(at + 1) for at in range(len(whole.sessions)))
    axis = axis if len(numbers) <= _NAMED else _("Discussions, in the order held")
    return CurveChart(_(TITLE), axis, _("Codes"), numbers, tuple(curves), whole.total)


REPORT = CountedReport(
    id="saturation",
    title=TITLE,
    purpose=N_("How many codes each discussion adds, as held and on average over all orders."),
    options=(BY, CODES, LEVEL, *OF_MATERIAL),
    run=run,
    pictured=True,
)
