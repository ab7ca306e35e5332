"""A synthetic RQDA project: the tables of database version 0.2.2, filled to hold every trap."""

from collections import Counter
from pathlib import Path

from qualcoder_nhs.domain.foreign import Kind
from tests.importers.other.databases import Rows, made, number, written

_MARKED = "owner text, date text, dateM text, status integer"
_CODED = (
    "cid integer, fid integer, seltext text, selfirst real, selend real, status integer,"
    " owner text, date text, memo text"
)
SCHEMA = {
    "project": "databaseversion text, date text, dateM text, memo text, about text, imageDir text",
    "source": f"name text, id integer, file text, memo text, {_MARKED}",
    "freecode": f"name text, memo text, id integer, color text, {_MARKED}",
    "codecat": f"name text, cid integer, catid integer, memo text, {_MARKED}",
    "treecode": f"cid integer, catid integer, memo text, {_MARKED}",
    "filecat": f"name text, fid integer, catid integer, memo text, {_MARKED}",
    "treefile": f"fid integer, catid integer, memo text, {_MARKED}",
    "coding": _CODED,
    "coding2": _CODED,
    "cases": f"name text, memo text, id integer, {_MARKED}",
    "caselinkage": "caseid integer, fid integer, selfirst real, selend real, status integer,"
    " owner text, date text, memo text",
    "attributes": f"name text, memo text, class text, {_MARKED}",
    "caseAttr": f"variable text, value text, caseID integer, {_MARKED}",
    "fileAttr": f"variable text, value text, fileID integer, {_MARKED}",
    "journal": f"name text, journal text, {_MARKED}",
    "annotation": f"fid integer, position integer, annotation text, {_MARKED}",
    "image": f"name text, id integer, {_MARKED}",
    "imageCoding": "cid integer, iid integer, x1 integer, y1 integer, x2 integer, y2 integer,"
    f" memo text, {_MARKED}",
}

TALK = "MOD: How is it here?\nP1: We trust them, mostly.\nP2: I do not trust anybody here.\n"
WINDOWS = "\ufeffMOD: Go on 😀.\r\nP1: They moved the beds at night.\r\nP2: Nobody asked us.\r\n"
DAY = "Mon Oct  8 08:11:36 2018"
LIVE, DELETED, OFF = 1, 0, -1


def coded(
    cid: int, fid: int, text: str, quote: str, *, at: int | None = None, **more: object
) -> dict[str, object]:
    """A row of coded words: places count from nought in characters, the end not included."""
    start = text.index(quote) if at is None else at
    place = {"selfirst": float(start), "selend": float(start + len(quote)), "seltext": quote}
    plain = {"cid": cid, "fid": fid, "status": LIVE, "owner": "peter", "date": DAY}
    return plain | place | more


def edited(cid: int, fid: int, text: str, words: str) -> dict[str, object]:
    """A row as it is after its text was edited: the stored words begin one character early."""
    start = text.index(words)
    quote = text[start - 1 : start + len(words)]
    return coded(cid, fid, text, words) | {"seltext": quote}


ROWS: Rows = {
    "project": [{"databaseversion": "0.2.2", "date": DAY, "memo": "Why we ask."}],
    "source": [
        {"name": "FG1", "id": 1, "file": TALK, "memo": "Lively.", "status": LIVE, "date": DAY,
         "owner": "peter"},
        {"name": "FG2", "id": 2, "file": WINDOWS, "status": LIVE, "owner": "peter"},
        {"name": "Old", "id": 3, "file": "Taken out again.", "memo": "Why?", "status": DELETED},
    ],
    "freecode": [
        {"name": "held", "id": 1, "memo": "Said of others.", "color": "#F0F8FF", "status": LIVE},
        {"name": "withheld", "id": 2, "color": "antiquewhite3", "status": LIVE},
        {"name": "beds", "id": 3, "color": "gray50", "status": LIVE},
        {"name": "gone", "id": 4, "memo": "Never mind.", "status": DELETED},
    ],
    "codecat": [
        {"name": "Trust", "catid": 1, "memo": "All about trust.", "status": LIVE},
        {"name": "People", "catid": 2, "status": LIVE},
        {"name": "Old category", "catid": 3, "status": DELETED},
    ],
    "treecode": [
        {"cid": 1, "catid": 3, "status": LIVE},
        {"cid": 1, "catid": 1, "status": LIVE, "memo": "Rather here."},
        {"cid": 1, "catid": 2, "status": LIVE},
        {"cid": 2, "catid": 1, "status": DELETED},
        {"cid": 2, "catid": 2, "status": LIVE},
        {"cid": 2, "catid": 2, "status": LIVE},
    ],
    "filecat": [
        {"name": "First wave", "catid": 1, "memo": "In spring.", "status": LIVE},
        {"name": "Second wave", "catid": 2, "status": DELETED},
    ],
    "treefile": [
        {"fid": 1, "catid": 1, "status": LIVE},
        {"fid": 2, "catid": 1, "status": DELETED},
        {"fid": 3, "catid": 1, "status": LIVE},
    ],
    "coding": [
        coded(1, 1, TALK, "We trust them", memo="Note “mostly”."),
        coded(2, 1, TALK, "I do not trust", owner="Peter Prevos"),
        coded(1, 1, TALK, "mostly", at=20),
        coded(1, 1, TALK, "MOD: How", seltext="P2: Something that was taken out again"),
        edited(2, 1, TALK, "We trust"),
        coded(1, 1, TALK, "We trust them", status=OFF, memo="Rather not."),
        coded(1, 3, "Taken out again.", "Taken", status=DELETED),
        coded(4, 1, TALK, "trust"),
        coded(1, 3, "Taken out again.", "Taken"),
        coded(3, 2, WINDOWS, "moved the beds"),
        coded(3, 2, WINDOWS, "Nobody asked us."),
    ],
    "coding2": [coded(1, 1, TALK, "We trust them"), coded(1, 1, TALK, "P2", status=OFF)],
    "cases": [
        {"name": "P1", "id": 1, "memo": "Spoke little.", "status": LIVE, "owner": "peter"},
        {"name": "P2", "id": 2, "status": LIVE},
        {"name": "P9", "id": 3, "memo": "Never came.", "status": DELETED},
    ],
    "caselinkage": [
        {"caseid": 1, "fid": 1, "selfirst": 21.0, "selend": 47.0, "status": LIVE,
         "memo": "All of it.", "owner": "peter"},
        {"caseid": 2, "fid": 1, "selfirst": 0.0, "selend": float(len(TALK)), "status": LIVE},
        {"caseid": 1, "fid": 2, "selfirst": 0.0, "selend": 4.0, "status": OFF},
        {"caseid": 3, "fid": 1, "selfirst": 0.0, "selend": 4.0, "status": LIVE},
    ],
    "attributes": [
        {"name": "Role", "class": "character", "memo": "As they said.", "status": LIVE},
        {"name": "Site", "class": "character", "status": LIVE},
        {"name": "Age", "class": "numeric", "status": DELETED},
    ],
    "caseAttr": [
        {"variable": "Role", "value": "nurse", "caseID": 1, "status": LIVE},
        {"variable": "Role", "value": "NA", "caseID": 2, "status": LIVE},
        {"variable": "Age", "value": "44", "caseID": 1, "status": LIVE},
    ],
    "fileAttr": [
        {"variable": "Site", "value": "North", "fileID": 1, "status": None},
        {"variable": "Site", "value": "South", "fileID": 3, "status": LIVE},
    ],
    "journal": [
        {"name": DAY, "journal": "We began.", "date": DAY, "owner": "dee", "status": LIVE},
        {"name": "2018-10-09", "journal": "Not this.", "status": DELETED},
    ],
    "annotation": [
        {"fid": 1, "position": 23, "annotation": "Who is P1?", "owner": "dee", "status": LIVE},
        {"fid": 1, "position": 500, "annotation": "Beyond the end.", "status": LIVE},
        {"fid": 1, "position": 5, "annotation": "Taken back.", "status": DELETED},
        {"fid": 3, "position": 5, "annotation": "On a text that went.", "status": LIVE},
    ],
    "image": [{"name": "ward.png", "id": 1, "status": LIVE}],
    "imageCoding": [{"cid": 3, "iid": 1, "x1": 0, "memo": "A corridor.", "status": LIVE}],
}  # fmt: skip


def project(path: Path, rows: Rows = ROWS) -> Path:
    """The file of a project."""
    return made(path, SCHEMA, rows)


def in_file(path: Path) -> Counter[Kind]:
    """How many things of each kind the database has, counted by itself."""

    def rows(*tables: str) -> int:
        return sum(number(path, f"SELECT count(*) FROM {table}") for table in tables)

    owners = " UNION ".join(
        f"SELECT trim(owner) AS one FROM {table}"
        for table, columns in SCHEMA.items()
        if "owner" in columns
    )
    memos = [f"{table}.memo" for table, columns in SCHEMA.items() if "memo text" in columns]
    return +Counter(
        {
            Kind.TEXTS: rows("source", "image"),
            Kind.CODES: rows("codecat", "freecode"),
            Kind.CODINGS: rows("coding", "coding2", "imageCoding"),
            Kind.MEMOS: written(path, [*memos, "journal.journal", "annotation.annotation"]),
            Kind.CASES: rows("cases"),
            Kind.ATTRIBUTES: rows("attributes"),
            Kind.SETS: rows("filecat"),
            Kind.CODERS: number(path, f"SELECT count(*) FROM ({owners}) WHERE one <> ''"),
        }
    )
