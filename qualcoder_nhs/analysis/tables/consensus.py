"""The consensus matrix as a table: who agrees with a proposition, who dissents, who is silent."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from qualcoder_nhs.analysis.consensus.standings import (
    SUBSTANCE,
    Group,
    Standing,
    by_number,
    groups,
)
from qualcoder_nhs.analysis.consensus.stands import Taken, Way
from qualcoder_nhs.analysis.counted_report import (
    CODERS,
    LAYER,
    QUESTION,
    TRANSCRIPTS,
    CountedReport,
)
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.grid import question_of
from qualcoder_nhs.analysis.tables.telling import NOT_PREVALENCE, caption
from qualcoder_nhs.analysis.voices import parts
from qualcoder_nhs.domain.consensus import Proposition, Stand
from qualcoder_nhs.domain.guide import Asked
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Place, Row, Tabled
from qualcoder_nhs.i18n import N_, _

TITLE = N_("Consensus and dissent")
BY_HAND = "✎"
WORDS = Option(
    "substance",
    Takes.NUMBER,
    N_("Words that are substance"),
    N_("From so many words on, a turn is taken to give a reason or an example."),
    default=SUBSTANCE,
    least=1,
)
SIGNS = N_(
    "A agrees, A+ agrees with substance, D dissents, D+ dissents with substance, . no response "
    "though there; blank: not in this group; A→D: changed sides; n/a: not asked."
)
RULE = N_(
    "A participant stands where their last turn on the proposition does: one that voices it, one "
    "coded for or against it, or one linked to such a turn (agree and build take its stand, soft "
    "dissent and challenge the opposite, a question none), over any number of links while the "
    "question was open. With substance (+): it builds, it has a content code, or at least {n} "
    "words. Silence is not dissent."
)
AFTER = N_(
    "After Onwuegbuzie, Dickinson, Leech and Zoran (2009), A qualitative framework for collecting "
    "and analyzing data in focus group research."
)


_STANDS = {
    Stand.AGREES: N_("agrees"),
    Stand.DISSENTS: N_("dissents"),
    None: N_("says both"),
}


def run(material: Material, wish: Wish) -> Tabled:
    """The matrix of each proposition, below one another where there are several.

    Raises:
        NoSuch: when the question is none of the guide's.
    """
    question = question_of(material, wish)
    chosen = [one for one in material.written.propositions if question in (None, one.question)]
    words = wish.number("substance") or SUBSTANCE
    made = {one.id: groups(material, one, words) for one in chosen}
    columns = columns_of(material, (line for lines in made.values() for line in lines))
    title = _title(material, chosen)
    notes = tuple(_notes(material, [line for lines in made.values() for line in lines], words))
    rows = (
        row
        for one in chosen
        for row in _rows(material, one, made[one.id], columns, alone=len(chosen) == 1)
    )
    return Tabled(
        name=_("Consensus"),
        title=title,
        corner=_("Group"),
        heads=(
            *(Head(name, key=name) for name in columns),
            Head(_("First"), key="first"),
            Head(_("Shape"), key="shape"),
            Head(_("Checked by"), key="checked"),
        ),
        rows=tuple(rows),
        notes=notes,
        caption=caption(title, "", notes),
    )


def columns_of(material: Material, lines: Iterable[Group]) -> tuple[str, ...]:
    """The heads of the people: their names where groups number them alike, else `1`, `2`, …"""
    rooms = [[material.people[one].name for one in line.session.people] for line in lines]
    names = sorted({name for room in rooms for name in room}, key=by_number)
    most = max((len(room) for room in rooms), default=0)
    if len(names) <= most + 1:
        return tuple(names)
    return tuple(str(number + 1) for number in range(most))


def in_columns(material: Material, line: Group, columns: Sequence[str]) -> Mapping[str, Standing]:
    """The cells of a group by the head they stand under."""
    names = [material.people[one.person].name for one in line.cells]
    known = names if set(names) <= set(columns) else columns
    return dict(zip(known, line.cells, strict=False))


def cell_words(one: Standing) -> str:
    """What stands in a cell: `A+`, `A→D`, `. ✎` where set by hand."""
    if one.shown is None:
        return ""
    if one.corrected:
        return f"{one.shown.value} {BY_HAND}"
    way = "→".join(stand.value for stand in one.path[:-1])
    return f"{way}→{one.shown.value}" if way else one.shown.value


def _title(material: Material, chosen: Sequence[Proposition]) -> str:
    if len(chosen) != 1:
        return _(TITLE)
    return _("{title}: {proposition}").format(
        title=_(TITLE), proposition=named(material, chosen[0])
    )


def named(material: Material, one: Proposition) -> str:
    """A proposition with its question: `Q5 “Good care costs less.”`."""
    asked = [each.name for each in material.questions if each.id == one.question]
    return " ".join([*asked, f"“{one.text}”"])


def _rows(
    material: Material,
    one: Proposition,
    lines: Sequence[Group],
    columns: Sequence[str],
    *,
    alone: bool,
) -> Iterator[Row]:
    if not alone:
        blank = tuple(Entry("") for _column in range(len(columns) + 3))
        yield Row(named(material, one), blank, key=one.id)
    for line in lines:
        key = f"{one.id}/{line.session.id}"
        cells = tuple(_entries(material, one, line, columns))
        yield Row(line.session.name, cells, depth=1 if alone else 2, key=key)


def _entries(
    material: Material, one: Proposition, line: Group, columns: Sequence[str]
) -> Iterator[Entry]:
    cells = in_columns(material, line, columns)
    seats = frozenset(material.people[one].name for one in line.session.people)
    for place, column in enumerate(columns):
        seated = column in seats or (not seats & set(columns) and place < len(seats))
        yield _entry(line, cells.get(column), seated=seated)
    people = material.people
    yield Entry(people[line.first].name if line.first else "", turns=tuple(_all(line, one)))
    yield _shape(line)
    checked = dict.fromkeys(material.coders.get(one.by, one.by) for one in line.corrections)
    yield Entry(", ".join(checked))


def _entry(line: Group, cell: Standing | None, *, seated: bool) -> Entry:
    if line.asked is Asked.NOT_ASKED:
        return Entry(_("n/a") if seated else "", mark=Mark.NOT_ASKED if seated else Mark.NONE)
    if line.asked is Asked.UNKNOWN or cell is None:
        return Entry("")
    if cell.shown is None:
        return Entry(_("away"), mark=Mark.NOBODY)
    turns = tuple((line.session.id, one.turn) for one in cell.turns)
    silent = cell.shown.stand is None
    there = frozenset({cell.person})
    mark = Mark.NOTHING if silent else Mark.NONE
    told = "; ".join(_told(one) for one in cell.turns)
    return Entry(cell_words(cell), mark=mark, there=there, turns=turns, told=told)


def _told(one: Taken) -> str:
    """How a turn takes its stand: `t.78 agrees: soft dissent → t.77`."""
    stand = _(_STANDS[one.stand])
    linked = ", ".join(f"{link.kind.words} → t.{link.target}" for link in one.links)
    ways = {Way.VOICED: _("voices it"), Way.CODED: _("coded"), Way.LINKED: ""}
    why = ", ".join(part for part in (ways[one.way], linked) if part)
    return f"t.{one.turn} {stand}: {why}"


def _all(line: Group, one: Proposition) -> Iterator[Place]:
    """Every participant's turn while the question was open, the first of them first."""
    for part in parts(line.session, one.question):
        for turn in line.session.turns[part.first - 1 : part.last]:
            if turn.counts and turn.words and turn.people:
                yield line.session.id, turn.index


def _shape(line: Group) -> Entry:
    if line.asked is Asked.UNKNOWN:
        return Entry(_("not marked yet"), mark=Mark.UNMARKED)
    mark = Mark.NOT_ASKED if line.asked is Asked.NOT_ASKED else Mark.NONE
    turns = [one.turn for cell in line.cells for one in cell.turns]
    differs = line.correction and line.shaped and line.shape_words != line.shaped.words
    words = f"{line.shape_words} {BY_HAND}" if differs else line.shape_words
    return Entry(words, mark=mark, turns=tuple((line.session.id, one) for one in sorted(turns)))


# ── the words around it ──────────────────────────────────────────────────────────────────────


def _notes(material: Material, lines: Sequence[Group], words: int) -> Iterator[str]:
    yield _(SIGNS)
    yield _(RULE).format(n=words)
    yield _("Links and codings of the layer “{layer}”.").format(layer=material.layer)
    yield from _corrected(material, lines)
    for line in lines:
        if line.unclear:
            turns = ", ".join(f"t.{turn}" for turn in line.unclear)
            told = _("{group} {turns} says both, and is counted on neither side.")
            yield told.format(group=line.session.name, turns=turns)
    yield _(AFTER)
    yield _(NOT_PREVALENCE)


def _corrected(material: Material, lines: Sequence[Group]) -> Iterator[str]:
    told = _("✎ set by hand: {group} {who} {shown}, counted {counted} ({by}).")
    for line in lines:
        for cell in line.cells:
            if cell.correction and cell.corrected:
                yield told.format(
                    group=line.session.name,
                    who=material.people[cell.person].name,
                    shown=cell.correction.value,
                    counted=cell.counted.value if cell.counted else _("away"),
                    by=material.coders.get(cell.correction.by, ""),
                )
        if line.correction and line.shaped and line.shape_words != line.shaped.words:
            yield told.format(
                group=line.session.name,
                who=_("shape"),
                shown=line.shape_words,
                counted=line.shaped.words,
                by=material.coders.get(line.correction.by, ""),
            )


REPORT = CountedReport(
    id="consensus",
    title=TITLE,
    purpose=N_("Who agrees with a proposition, who dissents, with or without substance, by group."),
    options=(QUESTION, WORDS, LAYER, TRANSCRIPTS, CODERS),
    run=run,
)
