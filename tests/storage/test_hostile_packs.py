"""Packs that are foreign, cut, newer or harmed: refused by name, or row by row with the reason."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.errors import FromTheFuture, NotAStudy, Refusal
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, code, coder, transcript
from tests.older_revisions import take_back
from tests.packs import a_pack, a_team, layer, merged, opened

STRAY = "0c2a1b60-0000-4000-8000-000000000009"
CODING = "INSERT INTO codings SELECT '{id}', transcript, coder, code, layer, {start}, {end}, "
CODING += "'2026-01-01T00:00:00+00:00', '{flags}' FROM codings LIMIT 1"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("packs")
    with a_team(folder / "trust.qnhs") as team:
        path = a_pack(team)
    with opened(path) as pack:
        ab = coder(pack, "AB")
        made = CodePassage(transcript(pack), Span(18, 26), code(pack, "Warm"), layer(pack))
        pack.run(WriteMemo("Hm", coding=pack.run(made, ab).coding), ab)
    return folder


@pytest.fixture
def team(folder: Path, tmp_path: Path) -> Iterator[Study]:
    shutil.copyfile(folder / "trust.qnhs", tmp_path / "trust.qnhs")
    shutil.copyfile(folder / "AB.qnhs", tmp_path / "AB.qnhs")
    with Study.open(tmp_path / "trust.qnhs") as study:
        yield study


def pack_of(team: Study, *statements: str) -> Path:
    """The pack after somebody wrote into it with another program."""
    path = team.path.with_name("AB.qnhs")
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for statement in statements:
            connection.execute(statement)
    return path


def refused_whole(team: Study, path: Path) -> str:
    before, content = all_rows(team), path.read_bytes()
    with pytest.raises((NotAStudy, FromTheFuture)) as refused:
        merged(team, path)
    assert all_rows(team) == before
    assert path.read_bytes() == content
    assert path.name in str(refused.value)
    return str(refused.value)


@pytest.mark.parametrize(
    "content", [b"", b"P1: hello\n" * 90, b"SQLite format 3\x00" + bytes(300), bytes(5000)]
)
def test_what_is_no_study(team: Study, content: bytes) -> None:
    path = team.path.with_name("AB.qnhs")
    path.write_bytes(content)
    refused_whole(team, path)


def test_what_is_not_there(team: Study) -> None:
    with pytest.raises(NotAStudy, match="no such file"):
        merged(team, team.path.with_name("ZZ.qnhs"))


@pytest.mark.parametrize("share", [0.02, 0.3, 0.7, 0.98])
def test_what_is_cut_short(team: Study, share: float) -> None:
    path = team.path.with_name("AB.qnhs")
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * share)])
    refused_whole(team, path)


@pytest.mark.parametrize("seed", range(12))
def test_bytes_that_were_changed_are_refused_or_told_and_never_half_merged(
    team: Study, seed: int
) -> None:
    path = team.path.with_name("AB.qnhs")
    whole = bytearray(path.read_bytes())
    at = 100 + seed * 2741 % (len(whole) - 300)
    whole[at : at + 150] = bytes((seed * 37 + n * 11) % 256 for n in range(150))
    path.write_bytes(whole)
    before = all_rows(team)
    try:
        merged(team, path)
    except Refusal:
        assert all_rows(team) == before
    assert team.faults() == []


def test_what_is_newer_or_without_its_tables(team: Study) -> None:
    path = pack_of(team, "UPDATE alembic_version SET version_num = '7777'")
    assert "newer" in refused_whole(team, path)
    path = pack_of(team, "UPDATE alembic_version SET version_num = '0003'", "DROP TABLE codings")
    assert "damaged" in refused_whole(team, path)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TRIGGER t AFTER INSERT ON codings BEGIN DELETE FROM codes; END",
        "CREATE VIEW v AS SELECT * FROM codings",
        "DELETE FROM studies",
        "DELETE FROM round_coders",
    ],
)
def test_what_no_program_of_ours_would_write(team: Study, statement: str) -> None:
    refused_whole(team, pack_of(team, statement))


@pytest.mark.parametrize(
    ("statement", "why"),
    [
        (CODING.format(id=STRAY, start=0, end=99999, flags=""), "no passage of it"),
        (CODING.format(id=STRAY, start=5, end=5, flags=""), "no passage of it"),
        (CODING.format(id=STRAY, start=-4, end=9, flags=""), "cannot be read"),
        (CODING.format(id=STRAY, start=9, end=4, flags=""), "cannot be read"),
        (CODING.format(id=STRAY, start=1, end=4, flags="what"), "cannot be read"),
        (CODING.format(id="1", start=1, end=4, flags=""), "cannot be read"),
        ("UPDATE codings SET made = 'yesterday'", "cannot be read"),
        ("UPDATE codings SET made = '2026-01-01T00:00:00'", "cannot be read"),
        (f"UPDATE codings SET code = '{STRAY}'", "its code is not in the file"),
        (f"UPDATE codings SET coder = '{STRAY}'", "its coder is not in the file"),
        (f"UPDATE codings SET transcript = '{STRAY}'", "its transcript is not in the file"),
        (f"UPDATE codings SET layer = '{STRAY}'", "is not in this study"),
        ("UPDATE codings SET layer = 'settled'", "not in a pack"),
        ("UPDATE codings SET coder = (SELECT id FROM coders WHERE name = 'HL')", "somebody else"),
        (f"UPDATE memos SET coding = '{STRAY}'", "the coding it is on is not here"),
        (f"UPDATE memos SET coding = NULL, code = '{STRAY}'", "the code it is on is not here"),
        (
            f"UPDATE memos SET coding = NULL, participant = '{STRAY}'",
            "the participant it is on is not here",
        ),
        ("UPDATE memos SET coder = (SELECT id FROM coders WHERE name = 'HL')", "somebody else"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_the_reason(
    team: Study, statement: str, why: str
) -> None:
    plan = merged(team, pack_of(team, statement))
    assert any(why in row.why for row in plan.refused), plan.refused
    assert team.faults() == []


def test_a_codebook_that_goes_in_circles(team: Study) -> None:
    one, other, third = uuid4(), uuid4(), uuid4()
    columns = "position, colour, applicable, definition, use, do_not_use, example, serves, "
    columns += "companions, aliases, archived"
    row = (
        "INSERT INTO codes SELECT '{id}', '{slug}', '{slug}', '{up}', {columns} FROM codes LIMIT 1"
    )
    path = pack_of(
        team,
        row.format(id=one, slug="hen", up=other, columns=columns),
        row.format(id=other, slug="egg", up=one, columns=columns),
        row.format(id=third, slug="lost", up=uuid4(), columns=columns),
        f"UPDATE codings SET code = '{one}'",
    )
    plan = merged(team, path)
    told = {row.what: row.why for row in plan.refused}
    for name in ("hen", "egg", "lost"):
        assert told[f"code “{name}”"] == "its place in the tree leads to no root"
    assert sum("leads to no root" in row.why for row in plan.refused) == 4
    assert plan.codes == ()
    assert team.faults() == []


def test_others_memos_cannot_be_rewritten_by_a_pack(team: Study) -> None:
    """A memo of the lead, with its id and a history that looks like ours, in AB's pack."""
    memo = team.ask(Reader.memos)[0]
    path = pack_of(
        team,
        f"UPDATE memos SET id = '{memo.id}', text = 'I never said that'",
    )
    plan = merged(team, path)
    assert [row.why for row in plan.conflicting] == ["same id, edited in both places"]
    assert team.ask(Reader.memo, memo.id) == memo


def test_what_is_written_into_a_code_is_cleaned(team: Study) -> None:
    made = uuid4()
    path = pack_of(
        team,
        f"INSERT INTO codes SELECT '{made}', 'Bad Slug!', char(10) || ' a' || char(7) || char(10) "
        "|| 'b', NULL, 0, 'red;', 'yes', 'x', '', '', '', '', '[\"warm\"]', '[\"cold\"]', 0",
    )
    [idea] = [one for one in merged(team, path).codes if one.id == str(made)]
    assert (idea.name, idea.slug, idea.colour) == ("a b", "a-b", None)
    assert (idea.aliases, idea.companions) == ((), ())
    assert team.faults() == []


def test_a_pack_of_an_older_revision_is_brought_up_to_date_in_a_copy(team: Study) -> None:
    path = pack_of(team)
    take_back(path, "0003")
    content = path.read_bytes()
    plan = merged(team, path)
    assert (len(plan.codings.added), len(plan.memos.added)) == (1, 1)
    assert path.read_bytes() == content
    assert not merged(team, path)
