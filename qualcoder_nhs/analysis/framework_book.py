"""The whole framework matrix: its sheets, the groups over all of them, tables, and excerpts."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from qualcoder_nhs.analysis.counting.hits import hits
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.framework.sheets import EMPTY, SheetWish, sheet, sheet_keys
from qualcoder_nhs.analysis.framework.veiled import doubtful, veiled
from qualcoder_nhs.analysis.tables import consensus, matrix
from qualcoder_nhs.analysis.tables.few import without_few
from qualcoder_nhs.analysis.tables.paper import Occasion, table
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.framework import referred_turns
from qualcoder_nhs.domain.framework_book import FrameworkBook, FrameworkExcerpt
from qualcoder_nhs.domain.framework_sheet import FrameworkSheet
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.report import Column, Table
from qualcoder_nhs.domain.table_options import wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.i18n import N_, _, ngettext

REFERENCES = N_(
    "[t.61] is turn 61 of the transcript; the narrow cell beside leads to its row in Excerpts."
)
BACK = N_(
    "Words written or changed in the cells of a root or of the themes can be taken back into the "
    "study. The hidden columns and the hidden sheet tell which cell is which: leave them there."
)
_Place = tuple[TranscriptId, int]


def book(material: Material, occasion: Occasion, wished: SheetWish) -> FrameworkBook:
    """The book of all sheets in which anything is coded or written."""
    made = [sheet(material, key, wished) for key, _title in sheet_keys(material)]
    whole = [one for one in made if one.columns]
    sheets = tuple(veiled(material, one) for one in whole)
    excerpts = tuple(_excerpts(material, sheets))
    return FrameworkBook(
        occasion.study,
        occasion.author,
        occasion.made,
        occasion.program,
        material.layer,
        sheets,
        _groups(sheets),
        tuple(_tables(material)),
        excerpts,
        tuple(_notes(material, sheets, excerpts, wished)),
    )


def _groups(sheets: Sequence[FrameworkSheet]) -> FrameworkSheet:
    """The group rows of all sheets side by side."""
    lines = [[case for case in one.cases if case.participant is None] for one in sheets]
    columns = tuple(column for one in sheets for column in one.columns)
    cases = tuple(
        replace(each[0], attributes=(), cells=tuple(cell for case in each for cell in case.cells))
        for each in zip(*lines, strict=True)
    )
    return FrameworkSheet("groups", _("Group matrix"), (), columns, cases)


def _tables(material: Material) -> Iterator[Table]:
    if material.themes:
        said = {"rows": "theme", "columns": "role"}
        made = matrix.REPORT.run(material, wish(matrix.REPORT.options, said))
        yield _named(made, _("Theme x role"))
    if material.written.propositions:
        yield _named(consensus.REPORT.run(material, wish(consensus.REPORT.options)), _("Consensus"))
    yield _codebook(material)


def _named(made: Tabled, name: str) -> Table:
    """As it may leave: kinds of people of whom there are few are not told apart."""
    safe, _told = without_few(made)
    return replace(table(safe, " ".join(safe.notes)), name=name)


def _codebook(material: Material) -> Table:
    book_ = material.codebook
    heads = (_("Code"), _("Slug"), _("Definition"), _("Use"), _("Do not use"))
    rows = tuple(
        (book_.path(one.id), one.slug, one.definition, one.use, one.do_not_use)
        for one in book_.walk()
        if not one.archived
    )
    return Table(_("Codebook"), _("Codebook"), tuple(map(Column, heads)), rows)


# ── excerpts ─────────────────────────────────────────────────────────────────────────────────


def _excerpts(material: Material, sheets: Iterable[FrameworkSheet]) -> Iterator[FrameworkExcerpt]:
    coded = _coded(material)
    wanted: set[_Place] = set()
    for one in sheets:
        for case, _column, cell in one.cells:
            wanted.update((case.transcript, turn) for turn in cell.turns)
            if cell.summary:
                named = referred_turns(cell.summary.text)
                wanted.update((case.transcript, turn) for turn in named)
    questions = {one.id: one.name for one in material.questions}
    for session in material.sessions:
        for turn in session.turns:
            if (session.id, turn.index) in wanted:
                asked = session.course.at(turn.index)
                own = coded.get((session.id, turn.index), [])
                yield _excerpt(
                    material, session, turn.index, questions[asked] if asked else "", own
                )


def _coded(material: Material) -> Mapping[_Place, list[Coding]]:
    found: dict[_Place, list[Coding]] = defaultdict(list)
    for hit in hits(material):
        found[hit.session.id, hit.near].append(hit.coding)
    return found


def _excerpt(
    material: Material, session: Session, number: int, question: str, own: Sequence[Coding]
) -> FrameworkExcerpt:
    turn = session.turns[number - 1]
    who = ", ".join(material.people[one].name for one in turn.people) or turn.label
    kept = material.identifies(session.id, turn.span)
    words = "" if kept else turn.span.of(session.text)
    codes = (material.codebook.by_id.get(one.code) for one in own)
    names = tuple(dict.fromkeys(code.slug for code in codes if code))
    return FrameworkExcerpt(session.id, session.name, number, who, question, names, words, kept)


def _notes(
    material: Material,
    sheets: Sequence[FrameworkSheet],
    excerpts: Sequence[FrameworkExcerpt],
    wished: SheetWish,
) -> Iterator[str]:
    yield from (_(EMPTY), _(REFERENCES), _(BACK))
    yield _("Codings of the layer “{layer}”; moderators are no cases.").format(layer=material.layer)
    left = sum(1 for one in excerpts if one.left_out)
    if left:
        told = ngettext("{n} turn is", "{n} turns are", left)
        yield _("{turns} named without words, since a passage is flagged as identifying.").format(
            turns=told
        )
    for one in sheets:
        for where in doubtful(material, one):
            told = _("Read before it leaves, it rests on words flagged as identifying: {where}.")
            yield told.format(where=where)
    people = {one.participant for each in sheets for one in each.cases if one.participant}
    less = [one for one in people if wished.crowd and wished.crowd.widening(one)]
    if wished.crowd and less:
        told = _("Of {n} of {total} people less is told, since fewer than {few} share all of it.")
        yield told.format(n=len(less), total=len(people), few=wished.crowd.minimum)
    for one in sheets:
        for fault in one.faults:
            yield _("Check: {fault}").format(fault=fault)
