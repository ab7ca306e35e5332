"""A PDF from its first page to its last: paragraphs, and what was left out of them."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Endless, Problem
from qualcoder_nhs.importers.pdf.columns import in_columns
from qualcoder_nhs.importers.pdf.directions import goes_left
from qualcoder_nhs.importers.pdf.edges import without_edges
from qualcoder_nhs.importers.pdf.footnotes import without_footnotes
from qualcoder_nhs.importers.pdf.joining import paragraphs
from qualcoder_nhs.importers.pdf.left_out import left_out, pictures
from qualcoder_nhs.importers.pdf.letters import UNREADABLE
from qualcoder_nhs.importers.pdf.numbers import without_numbers
from qualcoder_nhs.importers.pdf.opened import Complaints, opened
from qualcoder_nhs.importers.pdf.pages import lines_of_pages
from qualcoder_nhs.importers.pdf.repeats import without_repeats
from qualcoder_nhs.importers.pdf.rows import Row
from qualcoder_nhs.importers.pdf.tables import with_names_ahead
from qualcoder_nhs.importers.pdf.taken import Taken
from qualcoder_nhs.importers.text_file import MOST_LINES
from qualcoder_nhs.importers.turns import Line


def read_pages(path: Path) -> tuple[list[Line], list[Problem]]:
    """The paragraphs of a PDF, and a sentence for each kind of thing that was left out.

    Raises:
        BadFile: when it is none, is damaged or protected, or has no words, as a scan has none.
        Endless: when it is longer, or nested deeper, than any transcript.
    """
    taken = Taken()
    with Complaints.heard() as complaints, opened(path) as reader:
        pages = lines_of_pages(reader, taken)
        others = list(left_out(reader))
        if not any(pages):
            raise BadFile(path.name, _no_words(reader))
    if sum(map(len, pages)) > MOST_LINES:
        raise Endless
    lines = _paragraphs(pages, taken)
    text = "".join(line.text for line in lines)
    if not text.strip():
        raise BadFile(path.name, _("there is no text in it."))
    if text.count(UNREADABLE) > len(text) / 2:
        why = _("its letters are only drawn: nothing in it says which they are.")
        raise BadFile(path.name, why)
    return lines, [*_damage(complaints), *taken.told(), *_ordered(text), *others]


def _damage(complaints: Complaints) -> Iterator[Problem]:
    """A file that was mended may have lost words, and nobody can say how many."""
    if complaints.count:
        told = _("The file is damaged, and was mended as far as can be: words may be missing.")
        yield Problem(None, told)


def _ordered(text: str) -> Iterator[Problem]:
    """Hebrew and Arabic lie in a PDF as they are drawn, and no order of reading is told."""
    if goes_left(text):
        told = _(
            "Words that are written from right to left were put in the order in which they are "
            "read. Look at numbers, brackets and foreign words among them."
        )
        yield Problem(None, told)


def _no_words(reader: Any) -> str:
    if pictures(reader):
        return _(
            "its pages are pictures without words, as a scanner makes them. "
            "Let a program recognise the words first."
        )
    return _("there is no text in it.")


def _paragraphs(pages: Sequence[list[Row]], taken: Taken) -> list[Line]:
    """Numbers go before footers, since one may stand on the line of the last of them."""
    noted = without_footnotes(pages, taken)
    rows, by_number = without_numbers([row for page in noted for row in page], taken)
    sheets = in_columns(without_edges(list(_by_page(rows, len(pages))), taken))
    talk = without_repeats(with_names_ahead(sheets, taken), taken)
    return paragraphs([row for page in talk for row in page], by_number=by_number)


def _by_page(rows: Sequence[Row], pages: int) -> Iterator[list[Row]]:
    for number in range(pages):
        yield [row for row in rows if row.page == number]
