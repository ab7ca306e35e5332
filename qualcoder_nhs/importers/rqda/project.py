"""An RQDA project, read whole."""

import re
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.foreign import About, ForeignStudy, ForeignText, Kind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row, holds, opened
from qualcoder_nhs.importers.foreign.left_rows import shortened
from qualcoder_nhs.importers.foreign.quoted_codings import placing_of
from qualcoder_nhs.importers.refi.positions import file_text
from qualcoder_nhs.importers.rqda.cases import attributes_of, cases_of, sets_of, values_of
from qualcoder_nhs.importers.rqda.codes import definitions, take_codes
from qualcoder_nhs.importers.rqda.codings import codings_of
from qualcoder_nhs.importers.rqda.contents import Contents, Source
from qualcoder_nhs.importers.rqda.rows import gone, made

PROGRAM = "RQDA"
_NEEDED = (("source", "file"), ("freecode", "id"), ("coding", "selfirst"))
_WORD = re.compile(r"\S+")


def is_project(path: Path) -> bool:
    """Whether a file is an RQDA project."""
    return holds(path, _NEEDED)


def read(path: Path) -> ForeignStudy:
    """The project, whose file is only looked at.

    Raises:
        BadFile: with the reason, whatever stands in the file.
    """
    with opened(path) as database:
        if not database.has_all(_NEEDED):
            raise BadFile(path.name, _("it is no RQDA project that is known here."))
        return _study(path.stem, Contents(database))


def _study(name: str, contents: Contents) -> ForeignStudy:
    take_codes(contents)
    _take_sources(contents)
    codings = codings_of(contents)
    contents.owners.meet(contents.database.every("owner"))
    attributes = attributes_of(contents)
    cases = cases_of(contents, attributes)
    sets = tuple(sets_of(contents))
    _take_notes(contents)
    of_texts = values_of(contents, "fileattr", "fileid", attributes)
    sources = contents.sources
    return ForeignStudy(
        program=PROGRAM,
        name=name,
        coders=contents.owners.coders,
        codes=tuple(contents.codes.values()),
        texts=tuple(source.text for source in sources.values()),
        codings=codings,
        memos=contents.memos.found,
        cases=cases,
        attributes=tuple(attributes),
        group_attributes={
            sources[number].text.key: values
            for number, values in of_texts.items()
            if number in sources
        },
        sets=sets,
        left_out=tuple(contents.ledger.left_out),
        altered=tuple(contents.ledger.altered),
        turned=definitions(contents),
        placings=tuple(
            placing_of(sources[number].text, one.reading.words, one.found)
            for number, one in contents.quotes.items()
        ),
    )


def _take_sources(contents: Contents) -> None:
    for number, row in contents.live("source", "id", Kind.TEXTS):
        key, file = f"text {number}", file_text(row.text("file"))
        if file.mended:
            how = _("characters that are no text were replaced by �")
            contents.ledger.alter(Kind.TEXTS, key, how)
        name = row.line("name")
        text = ForeignText(key, name, file.text, file_name=name, added=made(row))
        contents.sources[number] = Source(text, file)
        contents.memos.take(row, About.TEXT, key)
    for row in contents.database.rows("image"):
        why = gone(row) or _("a picture, which cannot be shown")
        contents.ledger.leave(Kind.TEXTS, row.line("name"), why)


def _take_notes(contents: Contents) -> None:
    """What is written on the project, its journal, and the notes at places in texts."""
    for row in contents.database.rows("project"):
        contents.memos.take(row, About.STUDY)
    for row in contents.database.rows("journal"):
        if gone(row) and row.line("journal"):
            contents.ledger.leave(Kind.MEMOS, row.line("name"), gone(row))
        elif not gone(row):
            contents.memos.take(row, About.STUDY, column="journal", title=row.line("name"))
    for row in contents.database.rows("annotation"):
        source = contents.source(row)
        why = gone(row) or ("" if source else _("its text is not in the file, or stays out"))
        if source and not why:
            _take_annotation(row, source, contents)
        elif row.line("annotation"):
            contents.ledger.leave(Kind.MEMOS, shortened(row.text("annotation")), why)


def _take_annotation(row: Row, source: Source, contents: Contents) -> None:
    """RQDA notes stand between two characters; here they are on the word there."""
    place = contents.ruler(row, source).place(row.number("position") or 0)
    span = None if place is None else _word_at(source.text.text, place)
    about = About.PASSAGE if span else About.TEXT
    key = contents.memos.take(row, about, source.text.key, column="annotation", span=span)
    if key and span is None:
        how = _("its place is not in the text; it is on the whole text")
        contents.ledger.alter(Kind.MEMOS, key, how)


def _word_at(text: str, place: int) -> Span | None:
    """The word that a place is in or before, on its line; else the one before it."""
    begins = text.rfind("\n", 0, place) + 1
    last = None
    for found in _WORD.finditer(text, begins):
        last = Span(*found.span())
        if last.end > place:
            break
    return last
