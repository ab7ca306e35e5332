"""An archive names each of its files and columns, and holds the whole study."""

import csv
import sqlite3
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_nhs.domain.errors import AlreadyThere, NotWritten
from qualcoder_nhs.queries.archive import archive_tables
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.export_archive import write_archive
from qualcoder_nhs.tasks.export_wish import Wish
from qualcoder_nhs.tasks.task import silent

# Rows whose sum the study file itself can be asked for.
COUNTED = {
    "transcripts": "transcripts",
    "turns": "turns",
    "participants": "participants",
    "codes": "codes",
    "code_sets": "code_sets",
    "codings": "codings",
    "links": "links",
    "questions": "questions",
    "askings": "askings",
    "presences": "presences",
    "decisions": "decisions",
    "themes": "themes",
    "quotes": "quotes",
    "summaries": "summaries",
    "voicings": "voicings",
}


# Tables of the study file and what the archive calls them; those of places in lists are within.
TABLES = {
    **{name: name for name in COUNTED.values()},
    "studies": "study",
    "coders": "coders",
    "speakers": "speakers",
    "groups": "groups",
    "attributes": "attributes",
    "propositions": "propositions",
    "corrections": "corrections",
    "statements": "statements",
    "memos": "memos",
    "rounds": "rounds",
}
RENAMED = {("turns", "index"): "turn"}
_ROW = {"id"}
LEFT = {
    "transcripts": {"position", "words"},
    "turns": _ROW,
    "codes": {"position"},
    "code_sets": _ROW,
    "links": _ROW,
    "questions": {"position"},
    "askings": _ROW,
    "presences": _ROW,
    "decisions": _ROW,
    "themes": {"position"},
    "quotes": {"id", "position"},
    "summaries": _ROW,
    "voicings": _ROW,
    "speakers": _ROW,
    "attributes": {"id", "position"},
    "propositions": {"position"},
    "corrections": _ROW,
    "statements": _ROW,
    "memos": {"private"},
}
"""Ids that nothing points to, and places in lists, which are the order of the rows."""


@pytest.fixture(scope="module")
def archive(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample study as a folder."""
    out = tmp_path_factory.mktemp("archive") / "deposit"
    with Study.read(sample) as study:
        write_archive(study, out, Wish(asker=study.ask(Reader.coder, "HL").id), silent)
    return out


def table(archive: Path, name: str) -> list[dict[str, str]]:
    """The rows of a table."""
    with (archive / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_row_of_the_study_is_there(archive: Path, sample: Path) -> None:
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as study:
        for name, kept in COUNTED.items():
            [(number,)] = study.execute(f"SELECT count(*) FROM {kept}").fetchall()
            assert len(table(archive, name)) == number > 0, name


def test_every_column_of_the_study_is_there_or_known_to_be_left(
    archive: Path, sample: Path
) -> None:
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as study:
        for kept, name in TABLES.items():
            held = {row[1] for row in study.execute(f"PRAGMA table_info({kept})")}
            columns = {RENAMED.get((name, one), one) for one in held - LEFT.get(kept, set())}
            shown = (archive / f"{name}.csv").read_text(encoding="utf-8").partition("\n")[0]
            assert columns - set(shown.split(",")) == set(), name


def test_each_table_names_where_its_words_are(archive: Path) -> None:
    for row in table(archive, "transcripts"):
        assert len((archive / row["text"]).read_bytes().decode()) == int(row["characters"])
    texts = {row["id"]: row["text"] for row in table(archive, "transcripts")}
    for name in ("codings", "quotes"):
        for row in table(archive, name)[::50]:
            text = (archive / texts[row["transcript"]]).read_bytes().decode()
            words = text[int(row["start"]) : int(row["end"])]
            assert row["words"].removeprefix("'") == words.removeprefix("'")


def test_rounds_tell_how_they_were_agreed_on(archive: Path) -> None:
    [pilot] = table(archive, "rounds")
    assert pilot["version"] == "1"
    assert all(pilot[moment] for moment in ("made", "opened", "ended"))
    [study] = table(archive, "study")
    assert study["stance"] == "codebook"


def test_quotes_can_be_cut_from_the_texts_with_nothing_but_these_files(
    archive: Path, sample: Path
) -> None:
    names = {row["id"]: row["name"] for row in table(archive, "transcripts")}
    texts = {
        key: (archive / "transcripts" / f"{name}.txt").read_bytes().decode()
        for key, name in names.items()
    }
    turn = table(archive, "turns")[40]
    words = texts[turn["transcript"]][int(turn["start"]) : int(turn["end"])]
    assert words == turn["words"].removeprefix("'")
    with Study.read(sample) as study:
        coding = study.ask(Reader.codings)[0]
        quote = coding.span.of(study.ask(Reader.transcript, coding.transcript).text)
    row = next(row for row in table(archive, "codings") if row["id"] == coding.id)
    assert texts[row["transcript"]][int(row["start"]) : int(row["end"])] == quote


def test_the_readme_names_each_file_and_each_column(archive: Path) -> None:
    readme = (archive / "README.txt").read_text(encoding="utf-8")
    files = [one for one in archive.rglob("*") if one.is_file() and one.name != "README.txt"]
    assert [str(one) for one in files if one.relative_to(archive).as_posix() not in readme] == []
    for one in archive.glob("*.csv"):
        columns = one.read_text(encoding="utf-8").partition("\n")[0].split(",")
        told = readme.partition(f"{one.name}: ")[2].partition("\n\n")[0]
        assert [name for name in columns if f"    {name} " not in told] == [], one.name


def test_no_table_has_a_row_of_another_width(sample: Path) -> None:
    with Study.read(sample) as study:
        for one in study.ask(archive_tables):
            assert {len(row) for row in one.rows} <= {len(one.columns)}, one.name


def test_a_zip_holds_the_same(sample: Path, archive: Path, tmp_path: Path) -> None:
    with Study.read(sample) as study:
        write_archive(study, tmp_path / "deposit.zip", Wish(), silent)
    with zipfile.ZipFile(tmp_path / "deposit.zip") as zipped:
        inside = {name for name in zipped.namelist() if not name.endswith("/")}
    folder = {
        f"deposit/{one.relative_to(archive).as_posix()}"
        for one in archive.rglob("*")
        if one.is_file()
    }
    assert inside == folder
    assert [one.name for one in tmp_path.iterdir()] == ["deposit.zip"]


def test_what_stands_in_a_folder_is_left_alone(sample: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "notes.txt").write_text("mine")
    with Study.read(sample) as study, pytest.raises(AlreadyThere):
        write_archive(study, tmp_path / "mine", Wish(), silent)
    assert [one.name for one in (tmp_path / "mine").iterdir()] == ["notes.txt"]


def test_a_folder_that_is_not_there_is_a_sentence(sample: Path, tmp_path: Path) -> None:
    with Study.read(sample) as study, pytest.raises(NotWritten):
        write_archive(study, tmp_path / "none" / "deposit", Wish(), silent)
