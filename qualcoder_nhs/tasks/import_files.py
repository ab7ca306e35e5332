"""Files into a study: transcripts, codebooks and codings, each in one step, problems listed."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from qualcoder_nhs.actions.attributes import TakeAttributes
from qualcoder_nhs.actions.codebook import ImportCodebook
from qualcoder_nhs.actions.import_codings import ImportCodings
from qualcoder_nhs.actions.import_links import ImportLinks
from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.casting import Part, proposed
from qualcoder_nhs.domain.codebook_import import CodebookPlan
from qualcoder_nhs.domain.errors import AlreadyThere, Refusal
from qualcoder_nhs.domain.foreign import Kind, TableRow
from qualcoder_nhs.domain.framework_plan import Fate
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.taking.telling import item_line
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.attribute_list import attributes_beside
from qualcoder_nhs.importers.codebooks.codebook_format import ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_formats import is_codebook, read_codebook
from qualcoder_nhs.importers.first_look import first_look
from qualcoder_nhs.importers.format import Parsed, Problem
from qualcoder_nhs.importers.study_formats import is_study
from qualcoder_nhs.importers.tables.codings_csv import is_codings_csv, read_codings
from qualcoder_nhs.importers.tables.framework_xlsx import is_framework
from qualcoder_nhs.importers.tables.links_csv import is_links_csv, read_links
from qualcoder_nhs.importers.talk_sheets.sheet_transcript import is_talk
from qualcoder_nhs.importers.transcript_formats import (
    file_hash,
    is_document,
    is_misnamed_talk,
    read_transcript,
)
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.corrected_since import corrected_notes
from qualcoder_nhs.tasks.file_names import legible
from qualcoder_nhs.tasks.framework import take_framework
from qualcoder_nhs.tasks.import_report import Imported, ImportReport, Refused
from qualcoder_nhs.tasks.import_study import ImportStudy
from qualcoder_nhs.tasks.task import Progress

Cast = Callable[[str, Parsed], dict[str, Part]]


def proposed_cast(_name: str, parsed: Parsed) -> dict[str, Part]:
    """Who speaks, as the labels themselves suggest."""
    return proposed(dict.fromkeys(turn.label for turn in parsed.turns))


def _known_table(file: Path) -> Callable[[Study, CoderId, Path], Imported] | None:
    """How a table of codings or links, or a framework's workbook, comes in; None for others."""
    is_text = bool(first_look(file).words)
    if is_text and is_codings_csv(file):
        return _codings
    if is_text and is_links_csv(file):
        return _links
    return _framework if is_framework(file) else None


def _is_transcript(file: Path) -> bool:
    """The cheapest looks first: only a name that codebooks bear has the whole text looked into."""
    sure = is_document(file) or is_talk(file) or not is_codebook(file)
    return sure or is_misnamed_talk(file)


@dataclass
class ImportFiles:
    """Bring files in one after the other; one that is refused does not hold up the others.

    Where only `tables` are wanted, codings and codebooks, a Word file is a codebook as well, and
    nothing is taken for a transcript. `same` says which coders of other programs' studies are one
    person.
    """

    files: Sequence[Path]
    cast: Cast = proposed_cast
    tables: bool = False
    same: Mapping[str, str] = field(default_factory=dict)
    title: str = field(default_factory=lambda: _("Import"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> ImportReport:
        """Import them; when stopped, what came in stays, each file whole."""
        imported: list[Imported] = []
        refused: list[Refused] = []
        for done, file in enumerate(self.files):
            progress(done, len(self.files), _("Reading {name}").format(name=legible(file.name)))
            try:
                imported.append(self._one(study, coder, file, progress))
            except Refusal as refusal:
                refused.append(Refused(file, str(refusal)))
        progress(len(self.files), len(self.files), "")
        return ImportReport(tuple(imported), tuple(refused))

    def _one(self, study: Study, coder: CoderId, file: Path, progress: Progress) -> Imported:
        if is_study(file):
            return _study(ImportStudy(file, self.same), study, coder, progress)
        if take := _known_table(file):
            return take(study, coder, file)
        talk = not self.tables and _is_transcript(file)
        return (self._transcript if talk else _codebook)(study, coder, file)

    def _transcript(self, study: Study, coder: CoderId, file: Path) -> Imported:
        parsed = read_transcript(file)
        digest = file_hash(file)
        known = study.ask(Reader.transcripts_from, digest)
        if known:
            raise AlreadyThere(kind=_("transcript with the same content:"), name=known[0])
        name = legible(file.stem)
        cast = self.cast(name, parsed)
        action = AddTranscript(
            name, parsed.text, parsed.turns, cast, parsed.kind, legible(file.name), digest
        )
        transcript = study.ask(Reader.transcript, study.run(action, coder))
        return Imported(
            file,
            "transcript",
            transcript.name,
            turns=len(transcript.turns),
            speakers=dict(transcript.labels),
            problems=problems_of(parsed),
        )


def _study(task: ImportStudy, study: Study, coder: CoderId, progress: Progress) -> Imported:
    done = task.run(study, coder, progress)
    return Imported(
        done.file,
        "project",
        done.name,
        turns=done.turns,
        codings=done.taken.codings,
        coders=done.taken.coders,
        problems=tuple(Problem(None, item_line(one)) for one in done.taken.items),
        table=done.taken.table,
        placings=done.placings,
    )


def problems_of(parsed: Parsed) -> tuple[Problem, ...]:
    """What to look at in a transcript: what was left out, how it was read, and doubtful lines."""
    told = list(parsed.problems)
    if parsed.encoding:
        told.append(Problem(None, _("Read as {name}.").format(name=parsed.encoding)))
    if not parsed.turns:
        told.append(Problem(None, _("No speakers were found; the text can be coded as it stands.")))
    told += (Problem(doubt.line, doubt.what) for doubt in parsed.doubts)
    return tuple(told)


def _codebook(study: Study, coder: CoderId, file: Path) -> Imported:
    parsed = read_codebook(file)
    name = legible(file.stem)
    plan = study.run(ImportCodebook(parsed.draft, name), coder)
    told = ngettext("{n} code is new", "{n} codes are new", plan.added)
    was = ngettext("{n} was brought up to date", "{n} were brought up to date", plan.updated)
    note = Problem(None, f"{told}, {was}, {plan.known} {_('were there already')}.")
    notes = (note, *_attributes(study, coder, file, name))
    problems = (*parsed.problems, *notes)
    table = _table_of(parsed, plan)
    return Imported(file, "codebook", name, known=plan.known, problems=problems, table=table)


def _table_of(parsed: ParsedCodebook, plan: CodebookPlan) -> tuple[TableRow, ...]:
    """How the codes and sets of a codebook fared, as for a whole study."""
    codes, sets = len(parsed.draft.codes) - parsed.made, len(parsed.draft.sets)
    why = _("the study’s words were brought up to date") if plan.updated else ""
    gone = _("none of their codes is in the file") if parsed.groups else ""
    return (
        TableRow(Kind.CODES, codes, codes - plan.updated, plan.updated, 0, why),
        TableRow(Kind.SETS, sets + parsed.groups, sets, 0, parsed.groups, gone),
    )


def _attributes(study: Study, coder: CoderId, codebook: Path, name: str) -> Iterator[Problem]:
    """Take in the list of attributes that lies beside a codebook."""
    drafts = attributes_beside(codebook)
    if drafts and (new := study.run(TakeAttributes(drafts, name), coder)):
        told = ngettext("{n} attribute is new.", "{n} attributes are new.", new)
        yield Problem(None, told)


def _codings(study: Study, coder: CoderId, file: Path) -> Imported:
    table = read_codings(file)
    name = legible(file.stem)
    taken = study.run(ImportCodings(table.drafts, name), coder)
    told = [*table.problems, *(Problem(one.line, one.what) for one in taken.problems)]
    told += corrected_notes(study, (one.transcript for one in table.drafts))
    told += (Problem(None, _("Coder “{name}” was added.").format(name=n)) for n in taken.coders)
    if taken.overlapping:
        words = ngettext(
            "{n} row overlaps another coding of the same coder and code; they stay two.",
            "{n} rows overlap another coding of the same coder and code; they stay apart.",
            taken.overlapping,
        )
        told.append(Problem(None, words))
    if taken.known:
        words = ngettext("{n} row was there already.", "{n} rows were there already.", taken.known)
        told.append(Problem(None, words))
    return Imported(
        file,
        "codings",
        name,
        codings=taken.added,
        known=taken.known,
        coders=taken.coders,
        problems=tuple(sorted(told, key=lambda problem: problem.line or 0)),
    )


def _links(study: Study, coder: CoderId, file: Path) -> Imported:
    table, name = read_links(file), legible(file.stem)
    taken = study.run(ImportLinks(table.drafts, name), coder)
    told = [*table.problems, *(Problem(one.line, one.what) for one in taken.problems)]
    told += corrected_notes(study, (one.transcript for one in table.drafts))
    told += (Problem(None, _("Coder “{name}” was added.").format(name=n)) for n in taken.coders)
    if taken.known:
        words = ngettext("{n} row was there already.", "{n} rows were there already.", taken.known)
        told.append(Problem(None, words))
    return Imported(
        file,
        "links",
        name,
        links=taken.added,
        known=taken.known,
        coders=taken.coders,
        problems=tuple(sorted(told, key=lambda problem: problem.line or 0)),
    )


def _framework(study: Study, coder: CoderId, file: Path) -> Imported:
    """What changed in the study and the workbook stays as it is here, and is told."""
    plan, taken = take_framework(study, coder, file)
    left = plan.of(Fate.CONFLICT, Fate.UNKNOWN)
    told = (
        Problem(None, _("{n} of {total} cells taken.").format(n=taken, total=taken + len(left))),
        *(Problem(None, f"{one.where}: {one.fate.words}") for one in left),
    )
    name, same = legible(file.stem), len(plan.of(Fate.SAME))
    return Imported(file, "framework", name, summaries=taken, known=same, problems=told)
