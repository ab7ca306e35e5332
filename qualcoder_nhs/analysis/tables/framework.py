"""One sheet of the framework matrix as a table: its cells as written, or why they are empty."""

from collections.abc import Iterator

from qualcoder_nhs.analysis.counted_report import CODERS, LAYER, TRANSCRIPTS, CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.framework.sheets import (
    EMPTY,
    THEMES,
    SheetWish,
    crowd_of,
    sheet,
    sheet_keys,
)
from qualcoder_nhs.analysis.tables.code_rows import UNUSED
from qualcoder_nhs.analysis.tables.grid import question_of
from qualcoder_nhs.analysis.tables.telling import NOT_PREVALENCE, caption
from qualcoder_nhs.domain.framework_sheet import (
    Emptiness,
    FrameworkCase,
    FrameworkCell,
    FrameworkSheet,
)
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row, Tabled
from qualcoder_nhs.i18n import N_, _

TITLE = N_("Framework matrix")
SHEET = Option(
    "sheet",
    Takes.SHEET,
    N_("Sheet"),
    N_(
        "A code with others below it, whose columns these are; or “themes”. The first that is "
        "written in otherwise."
    ),
    choices=((THEMES, N_("Themes")),),
)
OF_QUESTION = Option(
    "question",
    Takes.QUESTION,
    N_("Question"),
    N_("Only what was said while this was open; then cells tell where it was not asked."),
)
_MARKS = {
    Emptiness.NOTHING: Mark.NOTHING,
    Emptiness.NOT_ASKED: Mark.NOT_ASKED,
    Emptiness.UNMARKED: Mark.UNMARKED,
}


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NoSuch, Ambiguous: when the sheet or the question is none of the study's.
    """
    wished = SheetWish(question_of(material, wish), wish.flag("unused"), crowd_of(material))
    key = wish.word("sheet") or first_sheet(material)
    made = sheet(material, key.casefold() if key.casefold() == THEMES else key, wished)
    title = f"{_(TITLE)}: {made.title}" if made.title else _(TITLE)
    notes = tuple(_notes(material, made))
    return Tabled(
        name=_("Framework"),
        title=title,
        corner=_("Case"),
        heads=(
            *(Head(name, key=f"attribute:{name}") for name in made.attributes),
            *(
                Head(one.title, key=one.theme or one.key, code=one.code, long=True)
                for one in made.columns
            ),
        ),
        rows=tuple(_row(case) for case in made.cases),
        notes=notes,
        caption=caption(title, "", notes),
    )


def first_sheet(material: Material) -> str:
    """The sheet in which most is written, else the first."""
    keys = [key for key, _title in sheet_keys(material)]
    book = material.codebook
    written = [one for one in material.written.summaries if one.code in book.by_id]
    roots = [book.root(one.code).slug for one in written if one.code]
    return max(keys, key=roots.count) if keys else ""


def _row(case: FrameworkCase) -> Row:
    key = f"{case.transcript}/{case.participant}" if case.participant else case.transcript
    cells = tuple(_entry(case, cell) for cell in case.cells)
    told = tuple(Entry(words) for words in case.attributes)
    depth = 2 if case.participant else 1
    return Row(f"{case.group} {case.name}", (*told, *cells), depth, key)


def _entry(case: FrameworkCase, cell: FrameworkCell) -> Entry:
    turns = tuple((case.transcript, turn) for turn in cell.turns)
    there = frozenset({case.participant} if case.participant else ())
    mark = _MARKS.get(cell.empty, Mark.NONE)
    told = "" if cell.summary else cell.empty.words
    return Entry(cell.shown, None, mark, None, there, cell.codings, turns, told=told)


def _notes(material: Material, made: FrameworkSheet) -> Iterator[str]:
    cells = [cell for *_where, cell in made.cells]
    written = sum(1 for one in cells if one.summary)
    left = sum(1 for one in cells if one.empty is Emptiness.TO_WRITE)
    yield _("{written} cells are written, {left} still to be written.").format(
        written=written, left=left
    )
    yield _(EMPTY)
    yield _("Codings of the layer “{layer}”; moderators are no cases.").format(layer=material.layer)
    for fault in made.faults:
        yield _("Check: {fault}").format(fault=fault)
    yield _(NOT_PREVALENCE)


REPORT = CountedReport(
    id="framework",
    title=TITLE,
    purpose=N_(
        "Cases by codes or themes, as the analyst summed each up; groups above their people."
    ),
    options=(SHEET, OF_QUESTION, UNUSED, LAYER, TRANSCRIPTS, CODERS),
    run=run,
)
