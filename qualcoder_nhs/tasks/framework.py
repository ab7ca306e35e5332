"""The framework matrix out of the study as a file, and summaries back in from a workbook."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from qualcoder_nhs import __version__
from qualcoder_nhs.actions.framework import WriteSummaries, WriteSummary
from qualcoder_nhs.analysis.framework.sheets import SheetWish
from qualcoder_nhs.analysis.framework_book import book
from qualcoder_nhs.analysis.tables.paper import Occasion
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.errors import NoSuchFormat
from qualcoder_nhs.domain.framework_book import FrameworkBook
from qualcoder_nhs.domain.framework_plan import FrameworkPlan, KnownCase, PlannedCell, planned
from qualcoder_nhs.domain.framework_sheet import FrameworkColumn
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.exporters.framework import framework_docx, framework_xlsx
from qualcoder_nhs.exporters.whole_file import whole_file
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.tables.framework_xlsx import read_framework
from qualcoder_nhs.queries.crowd import crowd
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported
from qualcoder_nhs.tasks.task import Progress, silent

WRITERS = {".xlsx": framework_xlsx.write, ".docx": framework_docx.write}


def write_framework(
    study: Study, asker: CoderId | None, out: Path, layer: str | None = None
) -> Exported:
    """Write the whole matrix; the suffix of `out` picks workbook or document.

    Raises:
        NoSuchFormat: when the suffix is neither.
        NotWritten: when the file cannot be put there.
    """
    write = WRITERS.get(out.suffix.casefold())
    if write is None:
        raise NoSuchFormat(name=out.name, known=", ".join(WRITERS))
    made = framework_book(study, asker, layer)
    with whole_file(out) as beside:
        write(made, beside)
    words = _("{n} of {total} cells are written; exported to {name}.").format(
        n=made.written, total=made.cells, name=out.name
    )
    return Exported(words, tuple(dict.fromkeys(one.transcript for one in made.excerpts)))


def framework_book(study: Study, asker: CoderId | None, layer: str | None = None) -> FrameworkBook:
    """The whole matrix, with attributes widened that few people share."""
    known = study.ask(Reader.attributes)
    keys = tuple(
        one.key for one in known if one.subject is Subject.PARTICIPANT and not one.identifying
    )
    among = study.ask(crowd, keys)
    made = study.ask_as(asker, material, MaterialWish(layer))
    author = study.ask(Reader.coder, asker).name if asker else ""
    occasion = Occasion(made.study, author, datetime.now(UTC), f"qualcoder_nhs {__version__}")
    return book(made, occasion, SheetWish(crowd=among))


@dataclass
class ReadFramework:
    """Read summaries from a workbook, and tell what taking them would do."""

    path: Path
    title: str = field(default_factory=lambda: _("Read framework workbook"))

    def run(self, study: Study, coder: CoderId, _progress: Progress) -> FrameworkPlan:
        """The plan; nothing is written.

        Raises:
            BadFile: when it is no such workbook.
        """
        drafts = read_framework(self.path)
        return planned(
            drafts,
            dict(_cases(study)),
            {one.head: one for one in _columns(study)},
            _people_heads(study),
            {one.id: one for one in study.ask_as(coder, Reader.summaries)},
        )


def taking(plan: FrameworkPlan, source: str, *, conflicts: bool = False) -> WriteSummaries:
    """The one step that takes what the plan tells."""
    cells = (_written(one) for one in plan.taken(conflicts=conflicts))
    return WriteSummaries(tuple(one for one in cells if one is not None), source)


def take_framework(
    study: Study, coder: CoderId, path: Path, *, conflicts: bool = False
) -> tuple[FrameworkPlan, int]:
    """Take what a workbook changed, as one step: what was planned, and how many cells were taken.

    Raises:
        BadFile: when it is no such workbook.
    """
    plan = ReadFramework(path).run(study, coder, silent)
    step = taking(plan, path.name, conflicts=conflicts)
    if step.cells:
        study.run(step, coder)
    return plan, len(step.cells)


def _written(one: PlannedCell) -> WriteSummary | None:
    if one.case is None or one.column is None:
        return None
    where = one.case.transcript, one.case.participant
    return WriteSummary(*where, one.column.code, one.column.theme, one.text)


def _cases(study: Study) -> Iterator[tuple[str, KnownCase]]:
    names, people = study.ask(Reader.transcript_names), study.ask(Reader.participants)
    there = [
        (one.transcript, who) for one in study.ask(Reader.speakers) for who in one.participants
    ]
    there += [(one.transcript, one.participant) for one in study.ask(Reader.presences)]
    for room, name in names.items():
        yield room, KnownCase(room, None, name)
    for room, person in there:
        if room in names:
            known = KnownCase(room, person, f"{names[room]} {people[person].name}")
            yield f"{room}/{person}", known


def _columns(study: Study) -> Iterator[FrameworkColumn]:
    for code in study.ask(Reader.codebook).codes:
        yield FrameworkColumn(code.slug, code.name, code=code.id)
    for theme in study.ask(Reader.themes):
        yield FrameworkColumn(theme.name, theme.name, theme=theme.id)


def _people_heads(study: Study) -> set[str]:
    attributes = study.ask(Reader.attributes)
    return {_("Group"), _("Case"), *(one.name for one in attributes)}
