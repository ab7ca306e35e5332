"""How ribbon, gutter, words and lanes share the width of the desk."""

from qualcoder_nhs.ui.code import lanes_view
from qualcoder_nhs.ui.code.gutter import Gutter, gutter_width
from qualcoder_nhs.ui.code.lanes_view import LanesView
from qualcoder_nhs.ui.code.ribbon import Ribbon, ribbon_width
from qualcoder_nhs.ui.code.text_page import TextPage


class Sides:
    """The widgets beside the words, put in their places whenever the page has another width."""

    def __init__(self, page: TextPage) -> None:
        self._page = page
        self.ribbon = Ribbon(page)
        self.gutter = Gutter(page)
        self.lanes = LanesView(page)
        page.resized.connect(self.arrange)
        page.state.codings_changed.connect(lambda _span: self.arrange())

    def arrange(self) -> None:
        """Give the words their measure if there is room, the lanes what is left within bounds."""
        page, names = self._page, gutter_width()
        asked = ribbon_width()
        left = asked + names
        bar = page.verticalScrollBar().sizeHint().width()
        room = page.width() - left - bar
        lanes = 0 if page.state.all_hidden else self._lanes_width(room)
        column = max(0, min(page.measure, room - lanes))
        page.set_column(left, column)
        height = page.height()
        self.ribbon.setGeometry(0, 0, asked, height)
        self.gutter.setGeometry(asked, 0, names, height)
        self.lanes.setGeometry(left + column, 0, lanes, height)
        self.lanes.setVisible(lanes > 0)

    def _lanes_width(self, room: int) -> int:
        """Where names would leave the words too narrow a column, the bars stand alone."""
        if room - lanes_view.NARROWEST < self._page.least_measure:
            return lanes_view.BARS_ALONE
        return min(lanes_view.WIDEST, max(lanes_view.NARROWEST, room - self._page.measure))
