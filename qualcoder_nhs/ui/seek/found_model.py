"""Words found as rows of a list: a heading a transcript, beneath it each place."""

from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.study_search import Found, FoundIn, StudySearch
from qualcoder_nhs.ui.widgets.row_model import RowModel

Row = FoundIn | Found


class FoundModel(RowModel[Row]):
    """What was found last; headings cannot be chosen."""

    def show(self, search: StudySearch) -> None:
        """Show what was found."""
        rows: list[Row] = []
        for place in search.places:
            rows += [place, *place.found]
        self.put(rows)

    def place(self, at: int, step: int) -> int:
        """The next row with a place from here on, -1 where there is none."""
        while 0 <= at < len(self.rows):
            if isinstance(self.rows[at], Found):
                return at
            at += step
        return -1

    def is_heading(self, row: Row) -> bool:
        return isinstance(row, FoundIn)

    def shown(self, row: Row) -> str:
        return row.name if isinstance(row, FoundIn) else row.words

    def spoken(self, row: Row) -> str:
        if isinstance(row, FoundIn):
            return f"{row.name}, {len(row.found):,}"
        turn = _("turn {number}").format(number=row.turn) if row.turn else ""
        who = row.voice.name if row.voice else ""
        return ", ".join(part for part in (turn, who, row.words) if part)
