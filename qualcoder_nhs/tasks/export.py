"""Files out of a study: excerpts, codings, the codebook; each export is noted in the study."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.actions.exports import NoteExport
from qualcoder_nhs.domain.coding_draft import draft_of
from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.exporters.codebook_formats import write_codebook
from qualcoder_nhs.exporters.codings_csv import write_codings_file
from qualcoder_nhs.exporters.excerpt_format import ExcerptOptions
from qualcoder_nhs.exporters.excerpt_formats import write_excerpts
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.coding_list import coding_list
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Progress


@dataclass(frozen=True)
class Wish:
    """What is wanted of an export, in names; None means all."""

    code: str | None = None
    transcript: str | None = None
    coder: str | None = None
    context: int = 0


def export_file(study: Study, what: str, out: Path, wish: Wish, progress: Progress) -> str:
    """Write `excerpts`, `codings` or the `codebook`; a sentence that says how many of how many.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
        BadFile: when the suffix is no format for this.
    """
    return EXPORTS[what](study, out, wish, progress)


def excerpt_filter(read: Reader, wish: Wish) -> ExcerptFilter:
    """The filter that the names mean."""
    codebook = read.codebook()
    code = codebook.find(wish.code) if wish.code else None
    return ExcerptFilter(
        codes=(code.id,) if code else (),
        transcripts=frozenset({read.transcript_called(wish.transcript)} if wish.transcript else ()),
        coders=frozenset({read.coder(wish.coder).id} if wish.coder else ()),
        context=wish.context,
        scope=", ".join(part for part in (code and code.name, wish.transcript, wish.coder) if part),
    )


def _excerpts(study: Study, out: Path, wish: Wish, progress: Progress) -> str:
    wanted = study.ask(excerpt_filter, wish)
    book = study.ask(excerpt_book, wanted, wish.coder or "")
    return write_book(book, out, ExcerptOptions(), progress)


def write_book(book: ExcerptBook, out: Path, options: ExcerptOptions, progress: Progress) -> str:
    """Write an excerpt book; a sentence that says how many of how many."""
    title = _("Writing {name}").format(name=out.name)
    write_excerpts(book, out, options, lambda done, total: progress(done, total, title))
    return _("{n} of {total} excerpts exported to {name}.").format(
        n=len(book.excerpts), total=book.total, name=out.name
    )


def _codings(study: Study, out: Path, wish: Wish, _progress: Progress) -> str:
    found = study.ask(coding_list, coder=wish.coder, code=wish.code, transcript=wish.transcript)
    write_codings_file(map(draft_of, found), out)
    return ngettext("{n} coding exported.", "{n} codings exported.", len(found))


def _codebook(study: Study, out: Path, _wish: Wish, _progress: Progress) -> str:
    codebook = study.ask(Reader.codebook)
    write_codebook(codebook, out)
    return ngettext("{n} code exported.", "{n} codes exported.", len(codebook.codes))


EXPORTS: dict[str, Callable[[Study, Path, Wish, Progress], str]] = {
    "excerpts": _excerpts,
    "codings": _codings,
    "codebook": _codebook,
}


def note(study: Study, coder: CoderId, what: str, out: Path) -> None:
    """Note in the study that a file with its words was written."""
    names: tuple[TranscriptId, ...] = tuple(study.ask(Reader.transcript_names))
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    study.run(NoteExport(what, str(out), digest, names), coder)
