"""How each table is shown in the middle of its page: words, dots, a chart, two sides, sequences."""

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.analyse.body import Body, TableBody
from qualcoder_nhs.ui.analyse.chart_view import ChartBody
from qualcoder_nhs.ui.analyse.finder_body import FinderBody
from qualcoder_nhs.ui.analyse.matrix_view import LEGEND, MatrixView
from qualcoder_nhs.ui.analyse.sides_view import SidesView
from qualcoder_nhs.ui.analyse.table_view import TableView
from qualcoder_nhs.ui.look.theme import Theme


def table_body(theme: Theme, title: str) -> Body:
    """A table of words."""
    return TableBody(theme, TableView(theme, title))


def matrix_body(theme: Theme, title: str) -> Body:
    """A table of people, each a dot."""
    made = TableBody(theme, MatrixView(theme, title))
    made.legend = _(LEGEND)
    return made


def chart_body(theme: Theme, title: str) -> Body:
    """A chart above its table."""
    return ChartBody(theme, TableView(theme, title))


def sides_body(theme: Theme, title: str) -> Body:
    """Two columns of quotes."""
    return TableBody(theme, SidesView(theme, title))


def finder_body(theme: Theme, title: str) -> Body:
    """Sequences, turn by turn."""
    del title
    return FinderBody(theme)
