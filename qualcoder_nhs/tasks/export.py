"""Files out of a study, from excerpts to the codebook; each export is noted in the study."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.domain.errors import NoSuchFormat
from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.table_options import wish as table_wish
from qualcoder_nhs.domain.widened import widened_excerpts
from qualcoder_nhs.exporters.codebooks.codebook_formats import write_codebook
from qualcoder_nhs.exporters.excerpts.excerpt_format import EVERYTHING, ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_formats import write_excerpts
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.crowd import crowd
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.queries.links import LinkFilter
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.export_archive import write_archive
from qualcoder_nhs.tasks.export_codings import write_codings, write_transcript
from qualcoder_nhs.tasks.export_links import link_filter, write_exchanges, write_link_table
from qualcoder_nhs.tasks.export_wish import Wish, excerpt_filter
from qualcoder_nhs.tasks.exported import Exported, note
from qualcoder_nhs.tasks.framework import write_framework
from qualcoder_nhs.tasks.tables import MakeTable, WriteTable, refuse_unknown_suffix
from qualcoder_nhs.tasks.task import Progress


def export_file(study: Study, what: str, out: Path, wish: Wish, progress: Progress) -> Exported:
    """Write one of `EXPORTS`; the suffix of `out` picks the format.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
        NoSuchFormat: when the suffix is no format for this.
        NotWritten: when the file cannot be put there.
    """
    return EXPORTS[what](study, out, wish, progress)


def _excerpts(study: Study, out: Path, wish: Wish, progress: Progress) -> Exported:
    wanted = study.ask(excerpt_filter, wish)
    book = study.ask_as(wish.asker, excerpt_book, wanted, "")
    book = widened_excerpts(book, study.ask(crowd))
    return write_book(book, out, EVERYTHING, progress)


def write_book(
    book: ExcerptBook, out: Path, options: ExcerptOptions, progress: Progress
) -> Exported:
    """Write an excerpt book.

    Raises:
        NoSuchFormat, NotWritten: nothing is left of the file then.
    """
    title = _("Writing {name}").format(name=out.name)
    write_excerpts(book, out, options, lambda done, total: progress(done, total, title))
    words = _("{n} of {total} excerpts exported to {name}.").format(
        n=len(book.excerpts), total=book.total, name=out.name
    )
    return Exported(words, book.transcripts)


def _codebook(study: Study, out: Path, _wish: Wish, _progress: Progress) -> Exported:
    codebook = study.ask(Reader.codebook)
    write_codebook(codebook, out)
    words = ngettext("{n} code exported.", "{n} codes exported.", len(codebook.codes))
    return Exported(words, ())


def _exchanges(study: Study, out: Path, wish: Wish, _progress: Progress) -> Exported:
    wanted = study.ask(link_filter, wish.transcript, wish.coder, wish.layer)
    scope = ", ".join(part for part in (wish.transcript, wish.coder) if part)
    return write_exchanges(study, wish.asker, out, wanted, scope)


def _links(study: Study, out: Path, wish: Wish, _progress: Progress) -> Exported:
    wanted = study.ask(link_filter, wish.transcript, wish.coder, wish.layer)
    if out.suffix.casefold() != ".csv":
        raise NoSuchFormat(name=out.name, known=".csv")
    return write_link_table(study, wish.asker, out, wanted)


def _framework(study: Study, out: Path, wish: Wish, _progress: Progress) -> Exported:
    layer = study.ask(Reader.layer_called, wish.layer) if wish.layer else None
    return write_framework(study, wish.asker, out, layer)


def _guideline(name: str) -> Callable[[Study, Path, Wish, Progress], Exported]:
    """Writes the table of a guideline for reports."""

    def write(study: Study, out: Path, wish: Wish, progress: Progress) -> Exported:
        refuse_unknown_suffix(out, pictured=False)
        report, asker = report_named(name), wish.asker or study.ask(Reader.coders)[0].id
        named = {"layer": wish.layer} if wish.layer else {}
        made = MakeTable(report, table_wish(report.options, named)).run(study, asker, progress)
        return Exported(WriteTable(made, out).run(study, asker, progress), ())

    return write


EXPORTS: dict[str, Callable[[Study, Path, Wish, Progress], Exported]] = {
    "archive": write_archive,
    "excerpts": _excerpts,
    "codings": write_codings,
    "codebook": _codebook,
    "transcript": write_transcript,
    "coreq": _guideline("coreq"),
    "srqr": _guideline("srqr"),
    "exchanges": _exchanges,
    "links": _links,
    "framework": _framework,
}


@dataclass
class WriteExcerpts:
    """Write the excerpts that a filter wants, and note in the study that they left."""

    wanted: ExcerptFilter
    out: Path
    options: ExcerptOptions
    title: str = field(default_factory=lambda: _("Export excerpts"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write them; a sentence that says how many of how many."""
        name = study.ask(Reader.coder, coder).name
        book = study.ask_as(coder, excerpt_book, self.wanted, name)
        book = widened_excerpts(book, study.ask(crowd))
        return _written(
            study, coder, "excerpts", self.out, write_book(book, self.out, self.options, progress)
        )


@dataclass
class WriteFile:
    """Write one of `EXPORTS`, whole or as wished, and note in the study that it left."""

    what: str
    out: Path
    wish: Wish | None = None
    title: str = field(default_factory=lambda: _("Export"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> str:
        """Write it; a sentence that says how much."""
        wish = replace(self.wish or Wish(), asker=coder)
        exported = export_file(study, self.what, self.out, wish, progress)
        return _written(study, coder, self.what, self.out, exported)


@dataclass
class WriteExchanges:
    """Write the exchanges that a filter wants as dialogue, and note in the study that they left."""

    wanted: LinkFilter
    out: Path
    title: str = field(default_factory=lambda: _("Export exchanges"))

    def run(self, study: Study, coder: CoderId, _progress: Progress) -> str:
        """Write them; a sentence that says how many."""
        exported = write_exchanges(study, coder, self.out, self.wanted)
        return _written(study, coder, "exchanges", self.out, exported)


def _written(study: Study, coder: CoderId, what: str, out: Path, exported: Exported) -> str:
    if exported.transcripts and study.writable:
        note(study, coder, what, out, exported)
    return exported.words
