"""The written pages: the one on keys is up to date, and no link or picture leads nowhere."""

import re
import runpy
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_nhs.storage.schema import metadata

HOUSE = Path(__file__).parents[1]
PAGES = sorted((*HOUSE.glob("*.md"), *HOUSE.glob("docs/*.md")))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
LARGEST = 250_000


def test_the_page_on_keys_is_up_to_date() -> None:
    made = runpy.run_path(str(HOUSE / "docs" / "make_keys.py"))["page"]()
    assert (HOUSE / "docs" / "keys.md").read_text(encoding="utf-8") == made


def test_the_page_on_queries_and_actions_is_up_to_date() -> None:
    made = runpy.run_path(str(HOUSE / "docs" / "make_reference.py"))["page"]()
    assert (HOUSE / "docs" / "python-reference.md").read_text(encoding="utf-8") == made


def test_what_the_page_on_python_shows_can_be_run(
    sample: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shutil.copy(sample, tmp_path / "pilot.qnhs")
    monkeypatch.chdir(tmp_path)
    script = tmp_path / "shown.py"
    script.write_text("\n".join(blocks("python.md", "python")), encoding="utf-8")
    shown = runpy.run_path(str(script))
    told = capsys.readouterr().out
    assert "FG1 199 turns, 6458 words" in told
    assert "no-such-code" in told
    assert len(shown["rows"]) == len(shown["own"]) > 0


def test_the_sql_that_is_shown_finds_the_settled_quotes(sample: Path) -> None:
    [query] = blocks("python.md", "sql")
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as study:
        found = study.execute(query).fetchall()
    assert found
    assert all(words for *_names, words in found)


def test_every_table_of_the_file_is_described(sample: Path) -> None:
    page = (HOUSE / "docs" / "file-format.md").read_text(encoding="utf-8")
    assert [name for name in metadata.tables if f"`{name}`" not in page] == []
    with closing(sqlite3.connect(f"file:{sample}?mode=ro", uri=True)) as study:
        [(revision,)] = study.execute("SELECT version_num FROM alembic_version").fetchall()
    assert f"at present `{revision}`" in page


def blocks(page: str, language: str) -> list[str]:
    """The blocks of code of one language on a page."""
    written = (HOUSE / "docs" / page).read_text(encoding="utf-8")
    return re.findall(rf"^```{language}\n(.*?)^```", written, re.DOTALL | re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_are_there(page: Path) -> None:
    targets = [
        target
        for target in LINK.findall(page.read_text(encoding="utf-8"))
        if not target.startswith(("http:", "https:", "mailto:"))
    ]
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_picture_is_shown_somewhere_and_small() -> None:
    written = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    pictures = sorted((HOUSE / "docs" / "pictures").glob("*.png"))
    assert pictures
    assert [one.name for one in pictures if f"pictures/{one.name}" not in written] == []
    assert [one.name for one in pictures if one.stat().st_size > LARGEST] == []
