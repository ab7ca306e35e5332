"""Links between turns from a CSV table that this program, R or a spreadsheet wrote."""

from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.link_draft import LinkDraft
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.tables.named_columns import BadRow, Columns, has_columns, read_named

COLUMNS = Columns(
    "links",
    ("transcript", "turn", "target", "kind"),
    ("coder", "layer", "who", "whom", "words", "target_words"),
)
"""The last four are for people to read, and are not taken back."""


@dataclass(frozen=True)
class ParsedLinks:
    """The rows that can be links, in their order, and the lines that cannot."""

    drafts: tuple[LinkDraft, ...]
    problems: tuple[Problem, ...]


def is_links_csv(path: Path) -> bool:
    """Whether the file has the header of a table of links. Never raises for what is in it."""
    return has_columns(path, COLUMNS)


def read_links(path: Path) -> ParsedLinks:
    """Read the table: commas, semicolons or tabs, columns in any order and any case of letters.

    Raises:
        BadFile: when it cannot be read, or is no table of links at all.
    """
    table = read_named(path, COLUMNS)
    drafts, problems = table.drafted(_draft)
    return ParsedLinks(drafts, problems)


def _draft(line: int, cells: dict[str, str]) -> LinkDraft:
    name = cells["transcript"].strip()
    if not name:
        raise BadRow(_("The cell “{column}” is empty.").format(column="transcript"))
    return LinkDraft(
        line,
        name,
        _number("turn", cells),
        _number("target", cells),
        _kind(cells["kind"]),
        cells.get("coder", "").strip(),
        cells.get("layer", "").strip() or OPEN,
    )


def _number(column: str, cells: dict[str, str]) -> int:
    """A turn's number, also as `21.0` or `t.21`."""
    words = cells[column].strip().lower().removeprefix("t.").removesuffix(".0")
    if not (words.isascii() and words.isdigit() and len(words) < 8):
        why = _("“{words}” in the column “{column}” is no number of a turn.")
        raise BadRow(why.format(words=cells[column][:40], column=column))
    return int(words)


def _kind(words: str) -> LinkKind:
    told = " ".join(words.lower().replace("_", " ").replace("-", " ").split())
    if told not in set(LinkKind):
        why = _("“{words}” is no kind of link; there are {known}.")
        raise BadRow(why.format(words=words[:40], known=", ".join(LinkKind)))
    return LinkKind(told)
