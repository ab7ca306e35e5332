"""Synthetic Taguette databases: the tables of version 1.5, filled to hold every trap."""

import json
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from qualcoder_nhs.domain.foreign import Kind
from tests.importers.other.databases import Rows, made, number, written

SCHEMA = {
    "users": "login varchar(30) primary key, created datetime, hashed_password varchar(192),"
    " disabled boolean, email varchar(256)",
    "projects": "id integer primary key, name varchar(200), description text, created datetime",
    "project_members": "project_id integer, user_login varchar(30), privileges varchar(11)",
    "documents": "id integer primary key, name varchar(200), description text,"
    " filename varchar(200), created datetime, project_id integer,"
    " text_direction varchar(13), contents text",
    "commands": "id integer primary key, date datetime, user_login varchar(30),"
    " project_id integer, document_id integer, payload text",
    "tags": "id integer primary key, project_id integer, path varchar(200), description text",
    "highlights": "id integer primary key, document_id integer, start_offset integer,"
    " end_offset integer, snippet text",
    "highlight_tags": "highlight_id integer, tag_id integer",
    "alembic_version": "version_num varchar(32)",
}

CONTENTS = (
    "<h1>Group 1 – “Öst”</h1>\n<p>MOD: How is it <em>here</em>?</p>\n<p>P1: We trust\nthem 😀,"
    " mostly.<br>P2: I do &lt;not&gt; &amp; won&#39;t.</p><ul><li>one</li><li>two</li></ul>end"
)
WORDS = (
    "Group 1 – “Öst”\nMOD: How is it here?\nP1: We trust them 😀, mostly.\n"
    "P2: I do <not> & won't.\none\ntwo\nend"
)
KEPT = (
    "Group 1 – “Öst”\nMOD: How is it here?\nP1: We trust\nthem 😀, mostly.P2: I do <not> & won't."
    "onetwoend"
)
DAY = "2024-03-05 10:11:12.000000"


def highlighted(at: int, document: int, quote: str, snippet: str = "") -> dict[str, object]:
    """A highlight of words as they stand between the tags, in bytes."""
    start = len(KEPT[: KEPT.index(quote)].encode())
    return {
        "id": at,
        "document_id": document,
        "start_offset": start,
        "end_offset": start + len(quote.encode()),
        "snippet": snippet or quote.replace("&", "&amp;").replace("<", "&lt;"),
    }


def tagged(pairs: Iterable[tuple[int, int]]) -> list[dict[str, object]]:
    """Which highlight has which tag."""
    return [{"highlight_id": one, "tag_id": tag} for one, tag in pairs]


def highlight_added(login: str, at: int) -> dict[str, object]:
    """The record of a highlight that somebody made."""
    told = {"type": "highlight_add", "highlight_id": at, "start_offset": 0, "tags": [1]}
    return {"date": DAY, "user_login": login, "project_id": 1, "payload": json.dumps(told)}


ROWS: Rows = {
    "users": [{"login": "admin"}, {"login": "asha"}, {"login": "ben"}, {"login": "nobody"}],
    "projects": [
        {"id": 1, "name": "Trust", "description": "Why we ask.", "created": DAY},
    ],
    "project_members": [
        {"project_id": 1, "user_login": "admin", "privileges": "ADMIN"},
        {"project_id": 1, "user_login": "asha", "privileges": "TAG"},
    ],
    "documents": [
        {"id": 1, "name": "Group 1", "description": "Lively.", "filename": "FG1.docx",
         "created": DAY, "project_id": 1, "contents": CONTENTS},
        {"id": 2, "name": "Empty", "description": "", "filename": "e.txt", "project_id": 1,
         "contents": ""},
    ],
    "commands": [
        highlight_added("ben", 3),
        highlight_added("asha", 3),
        {"user_login": "asha", "project_id": 1, "payload": "[" * 9000},
        {"user_login": "asha", "project_id": 1, "payload": json.dumps(["highlight_add"])},
    ],
    "tags": [
        {"id": 1, "project_id": 1, "path": "trust.held", "description": "Said of others."},
        {"id": 2, "project_id": 1, "path": "trust.withheld", "description": ""},
        {"id": 3, "project_id": 1, "path": "beds etc.", "description": "Not a path."},
        {"id": 4, "project_id": 1, "path": "beds etc..moved", "description": ""},
        {"id": 5, "project_id": 1, "path": "a.b.c", "description": ""},
    ],
    "highlights": [
        highlighted(1, 1, "MOD: How is it here?", "<p>MOD: How is it <em>here</em>?</p>"),
        highlighted(2, 1, "them 😀, mostly.P2: I do",
                    "<p>them 😀, mostly.<br/>P2: I do</p>"),
        highlighted(3, 1, "<not> & won't", "<p>&lt;not&gt; &amp; won't</p>"),
        highlighted(4, 1, "Öst", "<h1>“Öst</h1>") | {"start_offset": 3},
        highlighted(5, 1, "two"),
        highlighted(6, 1, "one"),
        highlighted(7, 9, "one"),
        highlighted(8, 1, "one") | {"snippet": "never said", "end_offset": 9_999},
    ],
    "highlight_tags": tagged(
        [(1, 1), (1, 3), (2, 2), (3, 2), (4, 1), (5, 77), (7, 1), (7, 2), (8, 5), (66, 1)]
    ),
}  # fmt: skip


def project(path: Path, rows: Rows = ROWS) -> Path:
    """The file of a project."""
    return made(path, SCHEMA, rows)


def in_file(path: Path) -> Counter[Kind]:
    """How many things of each kind the database has, counted by itself."""

    def rows(table: str) -> int:
        return number(path, f"SELECT count(*) FROM {table}")

    bare = "id NOT IN (SELECT highlight_id FROM highlight_tags)"
    untagged = number(path, f"SELECT count(*) FROM highlights WHERE {bare}")
    projects = rows("projects")
    return +Counter(
        {
            Kind.TEXTS: rows("documents"),
            Kind.CODES: rows("tags"),
            Kind.CODINGS: rows("highlight_tags") + untagged,
            Kind.MEMOS: written(path, ["projects.description", "documents.description"]),
            Kind.CODERS: rows("users"),
            Kind.SETS: projects if projects > 1 else 0,
        }
    )
