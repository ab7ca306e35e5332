"""The sheet of a workbook that says what the excerpts are, how many, and what is missing."""

from qualcoder_nhs.domain.excerpts import ExcerptBook, Spread
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptOptions
from qualcoder_nhs.exporters.excerpts.excerpt_words import SUBTITLE, details, exported, notes
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.sheets.sheet_cells import Cell, Sheet
from qualcoder_nhs.i18n import _


def fill_about(sheet: Sheet, book: ExcerptBook, options: ExcerptOptions, legible: Legible) -> None:
    """Title, details, counts by code, and `N of N` with the reasons.

    `legible` is the one that every cell of the workbook went through.
    """
    sheet.set_widths([46, 16, 14, 16, 14, 12, 12])
    sheet.add_header([_(SUBTITLE), book.study])
    for name, value in details(book):
        sheet.add([name, value])
    sheet.add([])
    sheet.add([_("Exported"), exported(book)])
    for left in book.left_out:
        sheet.add([_("Left out: {why}").format(why=left.why), left.count])
    if options.counts:
        _add_counts(sheet, book)
    sheet.add([])
    for note in notes(book, options, legible.replaced):
        sheet.add([note])


def _add_counts(sheet: Sheet, book: ExcerptBook) -> None:
    """Respondents have columns of their own, where there are any."""
    asked = (_("Respondents"), _("of respondents")) if book.spread.respondents_of else ()
    sheet.add([])
    sheet.add_header(
        [
            _("Code, with the codes beneath it"),
            _("Groups"),
            _("of groups"),
            _("Participants"),
            _("of participants"),
            *asked,
            _("Turns"),
            _("Excerpts"),
        ]
    )
    for section in book.sections:
        sheet.add([section.path, *_numbers(section.spread)])
    sheet.add([_("All"), *_numbers(book.spread)])


def _numbers(spread: Spread) -> tuple[Cell, ...]:
    asked = (spread.respondents, spread.respondents_of) if spread.respondents_of else ()
    return (
        spread.groups,
        spread.groups_of,
        spread.participants,
        spread.participants_of,
        *asked,
        spread.turns,
        spread.excerpts,
    )
