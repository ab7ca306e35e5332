"""A QualCoder project, read whole."""

from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.foreign import ForeignStudy, Kind
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.foreign.foreign_sqlite import ForeignDatabase, held, opened
from qualcoder_nhs.importers.foreign.owners import Owners
from qualcoder_nhs.importers.foreign.quoted_codings import placing_of
from qualcoder_nhs.importers.qualcoder.cases import attributes_of, cases_of, values_of
from qualcoder_nhs.importers.qualcoder.codes import codes_of
from qualcoder_nhs.importers.qualcoder.codings import codings_of
from qualcoder_nhs.importers.qualcoder.contents import Contents
from qualcoder_nhs.importers.qualcoder.folder import (
    DATABASE,
    database_in,
    packed_in,
    project_name,
    unpacked,
)
from qualcoder_nhs.importers.qualcoder.memos import memos_of, turned_into_definitions
from qualcoder_nhs.importers.qualcoder.texts import sources_of
from qualcoder_nhs.importers.refi.ledger import Ledger

PROGRAM = "QualCoder"
_NEEDED = (("source", "id"), ("code_name", "cid"), ("code_text", "pos0"))
_UNUSED = (
    ("graph", "name", N_("a graph")),
    ("stored_sql", "title", N_("a stored query")),
)


def is_project(path: Path) -> bool:
    """Whether a folder, file or zip is a QualCoder project."""
    there = database_in(path)
    if there is None:
        return path.is_file() and bool(packed_in(path))
    try:
        with opened(there) as database:
            return database.has_all(_NEEDED)
    except BadFile:
        return path.is_dir()  # it is named as one, so it is told what is wrong with it


def read(path: Path) -> ForeignStudy:
    """The project, whose files are only looked at.

    Raises:
        BadFile: with the reason, whatever stands in the files.
    """
    there = database_in(path)
    with opened(there) if there else held(DATABASE, unpacked(path)) as database:
        if not database.has_all(_NEEDED):
            raise BadFile(path.name, _("it is no QualCoder project that is known here."))
        return _study(project_name(path), database)


def _study(name: str, database: ForeignDatabase) -> ForeignStudy:
    ledger = Ledger()
    contents = Contents(
        database, ledger, Owners(), codes_of(database, ledger), sources_of(database, ledger)
    )
    contents.owners.meet(row.line("name") for row in database.rows("coder_names"))
    contents.owners.meet(database.every("owner"))
    codings = codings_of(contents)
    of_cases, of_texts = values_of(contents)
    cases = list(cases_of(contents, of_cases))
    memos = memos_of(contents, codings, cases)
    _leave_unused(database, ledger)
    texts = [source.text for source in contents.sources.values()]
    placings = (
        placing_of(contents.sources[number].text, one.reading.words, one.found)
        for number, one in contents.quotes.items()
    )
    return ForeignStudy(
        program=PROGRAM,
        name=name,
        coders=contents.owners.coders,
        codes=tuple(contents.codes.values()),
        texts=tuple(texts),
        codings=tuple(coding for coding, _row in codings),
        memos=memos,
        cases=tuple(case for case, _row in cases),
        attributes=attributes_of(contents),
        group_attributes=of_texts,
        left_out=tuple(ledger.left_out),
        altered=tuple(ledger.altered),
        turned=turned_into_definitions(contents),
        placings=tuple(placings),
    )


def _leave_unused(database: ForeignDatabase, ledger: Ledger) -> None:
    for table, column, what in _UNUSED:
        for row in database.rows(table):
            ledger.leave(Kind.OTHER, row.line(column), _(what))
    references = {row.number("risid") for row in database.rows("ris")}
    for number in sorted(number for number in references if number is not None):
        ledger.leave(Kind.OTHER, str(number), _("a bibliographic reference"))
