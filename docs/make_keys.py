"""Writes the page on keys from the tables that the program's own keys are made from."""

import sys
from collections.abc import Iterator
from pathlib import Path

HOUSE = Path(__file__).parents[1]
PAGE = HOUSE / "docs" / "keys.md"

HEAD = """# Keys

Every key there is; in the program `F1` shows the same. This page is made by `docs/make_keys.py`
from the tables in `qualcoder_nhs/ui/code/keys.py`, `qualcoder_nhs/ui/menu.py`,
`qualcoder_nhs/ui/desks/rail_order.py` and `qualcoder_nhs/ui/desks/analyse_pages.py`.

Single letters act only while the transcript has the keys, and can be switched off under
*View › Single letters are commands*. **With words selected**, small letters find a code by its name
and `Shift` with the letter is the command: `V` is then `Shift V`. On a Mac, `Ctrl` is `⌘`.
"""


def page() -> str:
    """The page as it should stand in docs."""
    from qualcoder_nhs.ui.desks.analyse_pages import page_entries
    from qualcoder_nhs.ui.desks.rail_order import desk_entries
    from qualcoder_nhs.ui.frame.keys_page import sections
    from qualcoder_nhs.ui.menu import ENTRIES, ROUND_ENTRIES

    found = sections((*desk_entries(), *ENTRIES, *ROUND_ENTRIES, *page_entries()))
    parts = (part for section in found for part in table(section.title, section.lines))
    return "\n".join((HEAD, *parts))


def table(title: str, lines: tuple[tuple[str, tuple[str, ...]], ...]) -> Iterator[str]:
    """One section of the keyboard map."""
    from qualcoder_nhs.ui.widgets.keycap import key_words

    yield f"## {title}\n"
    yield "| What | Key |\n|---|---|"
    for words, keys in lines:
        yield f"| {words} | {' or '.join(f'`{key_words(key)}`' for key in keys)} |"
    yield ""


if __name__ == "__main__":
    sys.path.insert(0, str(HOUSE))
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
