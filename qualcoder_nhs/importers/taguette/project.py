"""A Taguette file, read whole, with all the projects in it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCoder,
    ForeignMemo,
    ForeignSet,
    ForeignStudy,
    ForeignText,
    Kind,
    Placing,
)
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import ForeignDatabase, Row, holds, opened
from qualcoder_nhs.importers.foreign.left_rows import memo_leaver
from qualcoder_nhs.importers.foreign.numbered_rows import numbered
from qualcoder_nhs.importers.foreign.quoted_codings import placing_of
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.taguette.document_text import document_text
from qualcoder_nhs.importers.taguette.highlights import (
    Document,
    Highlight,
    codings_of,
    hands_of,
    highlights_of,
)
from qualcoder_nhs.importers.taguette.tags import codes_of

PROGRAM = "Taguette"
_NEEDED = (
    ("projects", "id"),
    ("documents", "contents"),
    ("tags", "path"),
    ("highlights", "start_offset"),
    ("highlight_tags", "tag_id"),
)


def is_project(path: Path) -> bool:
    """Whether a file is a Taguette database."""
    return holds(path, _NEEDED)


def read(path: Path) -> ForeignStudy:
    """All projects of the file, which is only looked at.

    Raises:
        BadFile: with the reason, whatever stands in the file.
    """
    with opened(path) as database:
        if not database.has_all(_NEEDED):
            raise BadFile(path.name, _("it is no Taguette project that is known here."))
        return _study(path.stem, database)


def _study(name: str, database: ForeignDatabase) -> ForeignStudy:
    ledger = Ledger()
    rows = numbered(database.rows("projects"), "id", memo_leaver(Kind.OTHER, ledger))
    projects = {number: row.line("name") for number, row in rows.items()}
    documents = dict(_documents(database, ledger))
    tags = numbered(database.rows("tags"), "id", memo_leaver(Kind.CODES, ledger))
    codes = {code.key: code for code in codes_of(tags, projects)}
    hands = hands_of(database)
    members = _members(database)
    highlights = highlights_of(database, documents, ledger)
    alone = {project: one for project, (one, *more) in members.items() if not more}
    codings = tuple(codings_of(highlights, codes, hands, alone, ledger))
    used = {login for logins in members.values() for login in logins}
    used |= {coding.coder for coding in codings if coding.coder}
    return ForeignStudy(
        program=PROGRAM,
        name=next(iter(projects.values())) if len(projects) == 1 else name,
        coders=_coders(database, used, ledger),
        codes=tuple(codes.values()),
        texts=tuple(document.text for document in documents.values()),
        codings=codings,
        memos=tuple(_memos(rows, database, documents)),
        sets=_sets(projects, documents),
        left_out=tuple(ledger.left_out),
        altered=tuple(ledger.altered),
        placings=tuple(_placings(highlights)),
    )


def _documents(database: ForeignDatabase, ledger: Ledger) -> Iterator[tuple[int, Document]]:
    rows = numbered(database.rows("documents"), "id", memo_leaver(Kind.TEXTS, ledger))
    for number, row in rows.items():
        words = document_text(row.text("contents"))
        if words.mended:
            how = _("characters that are no text were replaced by �")
            ledger.alter(Kind.TEXTS, f"document {number}", how)
        text = ForeignText(
            key=f"document {number}",
            name=row.line("name"),
            text=words.text,
            file_name=row.line("filename"),
            added=row.moment("created", utc=True),
        )
        yield number, Document(text, words, row.number("project_id"))


def _members(database: ForeignDatabase) -> dict[int | None, list[str]]:
    members: dict[int | None, list[str]] = defaultdict(list)
    for row in database.rows("project_members"):
        if row.line("user_login"):
            members[row.number("project_id")].append(row.line("user_login"))
    return members


def _coders(database: ForeignDatabase, used: set[str], ledger: Ledger) -> tuple[ForeignCoder, ...]:
    """Who has a part in a project; the other people who have an account stay out."""
    logins = dict.fromkeys(row.line("login") for row in database.rows("users"))
    for login in logins:
        if login not in used:
            ledger.leave(Kind.CODERS, login, _("has no part in any project of the file"))
    every = [*(login for login in logins if login in used), *sorted(used - logins.keys())]
    return tuple(ForeignCoder(login, login) for login in every)


def _memos(
    projects: Mapping[int, Row], database: ForeignDatabase, documents: Mapping[int, Document]
) -> Iterator[ForeignMemo]:
    """What describes projects and documents."""
    for number, row in projects.items():
        if row.line("description"):
            key, words = f"project {number}", row.text("description").strip()
            made = row.moment("created", utc=True)
            yield ForeignMemo(key, words, About.STUDY, made=made, title=row.line("name"))
    for row in database.rows("documents"):
        document = documents.get(row.number("id") or 0)
        if document and row.line("description"):
            yield ForeignMemo(
                key=document.text.key,
                words=row.text("description").strip(),
                about=About.TEXT,
                on=document.text.key,
                made=document.text.added,
            )


def _sets(projects: Mapping[int, str], documents: Mapping[int, Document]) -> tuple[ForeignSet, ...]:
    """Where there is more than one project, which texts are of which."""
    if len(projects) < 2:
        return ()
    return tuple(
        ForeignSet(
            key=f"project {number}",
            name=name,
            texts=tuple(one.text.key for one in documents.values() if one.project == number),
        )
        for number, name in projects.items()
    )


def _placings(highlights: Iterable[Highlight]) -> Iterator[Placing]:
    by_document: dict[str, list[Highlight]] = defaultdict(list)
    for one in highlights:
        by_document[one.document.text.key].append(one)
    for some in by_document.values():
        yield placing_of(some[0].document.text, _("UTF-8 bytes"), [one.found for one in some])
