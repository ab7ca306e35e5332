"""A synthetic QualCoder project: the tables of database version 8, filled to hold every trap."""

from collections import Counter
from pathlib import Path

from qualcoder_nhs.domain.foreign import Kind
from tests.importers.other.databases import Rows, made, number, written

SCHEMA = {
    "project": "databaseversion text, date text, memo text, about text, bookmarkfile integer,"
    " bookmarkpos integer, codername text",
    "source": "id integer primary key, name text, fulltext text, mediapath text, memo text,"
    " owner text, date text, av_text_id integer, risid integer",
    "code_cat": "catid integer primary key, name text, owner text, date text, memo text,"
    " supercatid integer",
    "code_name": "cid integer primary key, name text, memo text, catid integer, owner text,"
    " date text, color text",
    "code_text": "ctid integer primary key, cid integer, fid integer, seltext text, pos0 integer,"
    " pos1 integer, owner text, date text, memo text, avid integer, important integer",
    "code_image": "imid integer primary key, id integer, x1 integer, y1 integer, width integer,"
    " height integer, cid integer, memo text, date text, owner text, important integer,"
    " pdf_page integer",
    "code_av": "avid integer primary key, id integer, pos0 integer, pos1 integer, cid integer,"
    " memo text, date text, owner text, important integer",
    "annotation": "anid integer primary key, fid integer, pos0 integer, pos1 integer, memo text,"
    " owner text, date text",
    "attribute_type": "name text primary key, date text, owner text, memo text, caseOrFile text,"
    " valuetype text",
    "attribute": "attrid integer primary key, name text, attr_type text, value text, id integer,"
    " date text, owner text",
    "case_text": "id integer primary key, caseid integer, fid integer, pos0 integer,"
    " pos1 integer, owner text, date text, memo text",
    "cases": "caseid integer primary key, name text, memo text, owner text, date text",
    "journal": "jid integer primary key, name text, jentry text, date text, owner text",
    "stored_sql": "title text, description text, grouper text, ssql text",
    "graph": "grid integer primary key, name text, description text, date text",
}

TALK = "MOD: How is it here?\nP1: We trust them, mostly.\nP2: I do not trust anybody here.\n"
WINDOWS = "MOD: Go on 😀.\r\nP1: They moved the beds 🛏 at night.\r\nP2: Nobody asked us.\r\n"
DAY = "2024-03-05 10:11:12"


def coded(
    cid: int, fid: int, text: str, quote: str, *, at: int | None = None, **more: object
) -> dict[str, object]:
    """A row of coded words, placed where they are unless told otherwise."""
    start = text.index(quote) if at is None else at
    plain = {"owner": "asha", "date": DAY, "memo": ""}
    place = {"cid": cid, "fid": fid, "seltext": quote, "pos0": start, "pos1": start + len(quote)}
    return place | plain | more


def in_qt(text: str, quote: str) -> dict[str, int]:
    """Where a text editor that counts UTF-16 units, and each line end once, has the words."""
    before = text[: text.index(quote)].replace("\r\n", "\n")
    start = len(before.encode("utf-16-le")) // 2
    return {"pos0": start, "pos1": start + len(quote.encode("utf-16-le")) // 2}


ROWS: Rows = {
    "project": [{"databaseversion": "v8", "memo": "Why we ask.", "codername": "asha"}],
    "source": [
        {"id": 1, "name": "FG1.docx", "fulltext": TALK, "mediapath": "/docs/FG1.docx",
         "memo": "A lively group.", "owner": "asha", "date": DAY},
        {"id": 2, "name": "FG2.txt", "fulltext": WINDOWS, "owner": "asha", "date": DAY},
        {"id": 3, "name": "empty.txt", "fulltext": "", "owner": "asha", "date": DAY},
        {"id": 4, "name": "ward.png", "mediapath": "/images/ward.png", "memo": "Ward plan.",
         "owner": "asha"},
        {"id": 5, "name": "FG1.mp3", "mediapath": "audio:/somewhere/FG1.mp3", "av_text_id": 1},
        {"id": 6, "name": "FG1.mp4", "mediapath": "/video/FG1.mp4"},
    ],
    "code_cat": [
        {"catid": 1, "name": "Trust", "memo": "All about trust.", "owner": "asha"},
        {"catid": 2, "name": "In people", "supercatid": 1, "owner": "asha"},
        {"catid": 3, "name": "In managers", "supercatid": 2, "owner": "asha"},
        {"catid": 4, "name": "Lost", "supercatid": 99, "owner": "asha"},
        {"catid": 5, "name": "Round", "supercatid": 6, "owner": "asha"},
        {"catid": 6, "name": "And round", "supercatid": 5, "owner": "asha"},
    ],
    "code_name": [
        {"cid": 1, "name": "held", "catid": 3, "color": "#F0F8FF", "memo": "Said of others."},
        {"cid": 2, "name": "withheld", "catid": 3, "color": "red"},
        {"cid": 3, "name": "beds", "catid": None, "color": "#aabbcc"},
    ],
    "code_text": [
        coded(1, 1, TALK, "We trust them", memo="Note “mostly”.", important=1),
        coded(1, 1, TALK, "We trust them", owner="ben"),
        coded(2, 1, TALK, "I do not trust anybody here."),
        coded(2, 1, TALK, "How is it here?\nP1: We", seltext="How is it here?\u2029P1: We"),
        coded(1, 1, TALK, "mostly", at=20),
        coded(1, 1, TALK, "P2: I do not", seltext="P2: I did not at all", memo="Odd."),
        coded(1, 1, TALK, "MOD: How", seltext="P2: Something that was taken out again"),
        coded(3, 2, WINDOWS, "moved the beds 🛏 at", **in_qt(WINDOWS, "moved the beds 🛏 at")),
        coded(3, 2, WINDOWS, "Nobody asked us.", **in_qt(WINDOWS, "Nobody asked us.")),
        coded(9, 1, TALK, "trust", memo="Of a code that went."),
        coded(1, 4, TALK, "trust"),
        coded(1, 77, TALK, "trust"),
        {"cid": 1, "fid": 1, "seltext": "", "pos0": 5, "pos1": 5, "owner": "asha"},
        {"cid": 1, "fid": 1, "seltext": None, "pos0": 0, "pos1": 3, "owner": ""},
    ],
    "code_image": [
        {"id": 4, "cid": 3, "x1": 1, "y1": 1, "width": 5, "height": 5, "memo": "A corridor.",
         "owner": "cy"},
        {"id": 1, "cid": 1, "pdf_page": 2, "owner": "asha"},
    ],
    "code_av": [{"id": 5, "cid": 1, "pos0": 100, "pos1": 900, "memo": "", "owner": "asha"}],
    "annotation": [
        {"fid": 1, "pos0": 21, "pos1": 24, "memo": "Who is P1?", "owner": "ben", "date": DAY},
        {"fid": 1, "pos0": 900, "pos1": 910, "memo": "Beyond the end.", "owner": "ben"},
        {"fid": 4, "pos0": 0, "pos1": 1, "memo": "On a picture.", "owner": "ben"},
    ],
    "attribute_type": [
        {"name": "Role", "caseOrFile": "case", "memo": "As they said."},
        {"name": "Site", "caseOrFile": "file"},
    ],
    "attribute": [
        {"name": "Role", "attr_type": "case", "value": "nurse", "id": 1},
        {"name": "Role", "attr_type": "case", "value": "", "id": 2},
        {"name": "Role", "attr_type": "case", "value": "doctor", "id": 55},
        {"name": "Site", "attr_type": "file", "value": "North", "id": 1},
        {"name": "Site", "attr_type": "file", "value": "South", "id": 4},
        {"name": "Shift", "attr_type": "case", "value": "night", "id": 1},
    ],
    "cases": [
        {"caseid": 1, "name": "P1", "memo": "Spoke little.", "owner": "asha", "date": DAY},
        {"caseid": 2, "name": "P2", "owner": "asha", "date": DAY},
    ],
    "case_text": [
        {"caseid": 1, "fid": 1, "pos0": 21, "pos1": 47, "memo": "All of it.", "owner": "asha"},
        {"caseid": 2, "fid": 1, "pos0": 0, "pos1": len(TALK) - 1, "owner": "asha"},
        {"caseid": 2, "fid": 4, "pos0": None, "pos1": None, "owner": "asha"},
        {"caseid": 44, "fid": 1, "pos0": 0, "pos1": 5, "owner": "asha"},
    ],
    "journal": [{"name": "Week 1", "jentry": "We began.", "owner": "dee", "date": DAY}],
    "stored_sql": [{"title": "Counts", "ssql": "select 1"}],
    "graph": [{"name": "Map of trust"}],
}  # fmt: skip

_MEMOS = ("project", "source", "code_cat", "code_name", "code_text", "code_image", "code_av")
_MORE_MEMOS = ("annotation", "attribute_type", "cases", "case_text")


def project(folder: Path, rows: Rows = ROWS, name: str = "Study of trust.qda") -> Path:
    """The folder of a project."""
    (folder / name).mkdir()
    made(folder / name / "data.qda", SCHEMA, rows)
    return folder / name


def in_file(path: Path) -> Counter[Kind]:
    """How many things of each kind the database has, counted by itself."""

    def rows(*tables: str) -> int:
        return sum(number(path, f"SELECT count(*) FROM {table}") for table in tables)

    owners = " UNION ".join(
        f"SELECT trim(owner) AS one FROM {table}"
        for table, columns in SCHEMA.items()
        if "owner" in columns
    )
    names = "SELECT name AS one FROM attribute_type UNION SELECT name FROM attribute"
    return +Counter(
        {
            Kind.TEXTS: rows("source"),
            Kind.CODES: rows("code_cat", "code_name"),
            Kind.CODINGS: rows("code_text", "code_image", "code_av"),
            Kind.MEMOS: written(path, [f"{table}.memo" for table in (*_MEMOS, *_MORE_MEMOS)])
            + written(path, ["journal.jentry"]),
            Kind.CASES: rows("cases"),
            Kind.ATTRIBUTES: number(path, f"SELECT count(*) FROM ({names})"),
            Kind.CODERS: number(path, f"SELECT count(*) FROM ({owners}) WHERE one <> ''"),
        }
    )
