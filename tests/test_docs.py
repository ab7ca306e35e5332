"""The written pages: the one on keys is up to date, and no link or picture leads nowhere."""

import re
import runpy
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]
PAGES = sorted((*HOUSE.glob("*.md"), *HOUSE.glob("docs/*.md")))
LINK = re.compile(r"!?\[[^\]]*\]\(([^)#\s]+)(?:#[^)\s]*)?\)")
LARGEST = 250_000


def test_the_page_on_keys_is_up_to_date() -> None:
    made = runpy.run_path(str(HOUSE / "docs" / "make_keys.py"))["page"]()
    assert (HOUSE / "docs" / "keys.md").read_text(encoding="utf-8") == made


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
