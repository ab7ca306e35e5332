"""What the coding desk takes with the yardstick transcript on it, painted each time."""

import gc
import os
from collections.abc import Iterable, Iterator

# Read by Qt when it starts: no screen, and no words about its absence.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_LOGGING_RULES", "*.warning=false")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QTextEdit, QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.queries.coding_page import CodingPage, coding_page, page_patch
from qualcoder_nhs.queries.page_patching import patched, touched_by
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.look import theme
from qualcoder_nhs.ui.working.settling import make_way, settle
from tests.bench.clock import cpu
from tests.bench.one_coding import one_coding, one_commit
from tests.bench.row import Row
from tests.bench.yardstick import ONE_LARGE, Yardstick, yardstick

WIDTH, HEIGHT, STEP = 1100, 800, 40

# Milliseconds, from the table of speeds. Opening is held against a bare text too, twice over.
OPENING, CODING, HIDING, FRAME = 600, 50, 30, 16


def desk() -> Iterable[Row]:
    """All that is done at the desk, in one window."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = theme.Theme()
    theme.apply(app, look)
    with yardstick(ONE_LARGE) as made:
        shown = _Shown(made, CodeDesk(look))
        yield from shown.opening()
        shown.go_to_the_end()
        repaint = cpu(shown.repaint_all, 20)
        yield shown.hiding(repaint)
        yield shown.scrolling(repaint)
        yield from shown.coding()


class _Shown:
    """The desk with the transcript on it, and a canvas to paint on."""

    def __init__(self, made: Yardstick, desk: CodeDesk) -> None:
        self._made, self._desk = made, desk
        self._canvas = QPixmap(WIDTH, HEIGHT)
        desk.resize(WIDTH, HEIGHT)
        self._paint(desk)  # the window has its desk before it has a transcript

    def opening(self) -> Iterator[Row]:
        """From the store to the first paint, beside a bare QTextEdit with the same text.

        The first time, fonts are loaded and queries made ready besides; then it is open again.
        """
        first, figure = cpu(self._open, 1), cpu(self._open, 5)
        bare = QTextEdit()
        bare.resize(WIDTH, HEIGHT)

        def set_bare() -> None:
            bare.setPlainText(self._page.transcript.text)
            self._paint(bare)

        measured = cpu(set_bare, 5)
        limit = min(OPENING, 2 * measured)
        yield Row("open the first transcript, first paint done", first, OPENING, measured, "ms")
        yield Row("open the transcript again, first paint done", figure, limit, measured, "ms")

    def hiding(self, repaint: float) -> Row:
        """A code goes out of sight, or comes back, everywhere in view."""
        hidden = [frozenset({self._made.codes[5]}), frozenset()]

        def toggle() -> None:
            self._desk.set_hidden_codes(hidden[0])
            hidden.reverse()
            self._paint(self._desk)

        return Row("show or hide one code", cpu(toggle, 20), HIDING, repaint, "ms")

    def scrolling(self, repaint: float) -> Row:
        """Up from the end, a few lines at a time."""
        bar = self._desk.view.verticalScrollBar()

        def scroll() -> None:
            bar.setValue(bar.value() - STEP)
            self._paint(self._desk)

        return Row("one scroll frame", cpu(scroll, 60), FRAME, repaint, "ms")

    def coding(self) -> Iterator[Row]:
        """On disk and painted, beside one bare commit."""
        self.go_to_the_end()
        settle()  # as the window does once a page is there to see
        commit = one_commit(self._made.study.path)
        self._made.study.listen(self._follow)
        figures = one_coding(self._made)
        for name, figure in figures.items():
            yield Row(f"{name} one coding, disk and screen", figure, CODING, commit, "ms")
        slowest = max(figures.values()) + cpu(gc.collect)
        yield Row("the slowest of these, a full collection in it", slowest, CODING, commit, "ms")

    def go_to_the_end(self) -> None:
        """Where the codings are made."""
        last = self._page.transcript.turns[-1].words
        self._desk.view.document().documentLayout().documentSize()  # lays all of it out
        self._desk.view.show_far(last.start)
        self._paint(self._desk)

    def repaint_all(self) -> None:
        """The same picture once more."""
        self._paint(self._desk)

    @property
    def _page(self) -> CodingPage:
        return self._desk.state.page

    def _open(self) -> None:
        make_way()  # as the window does
        page = self._made.study.ask(coding_page, self._made.transcript)
        self._desk.show_page(page, self._made.coders[0])
        self._paint(self._desk)

    def _follow(self, changes: Changes) -> None:
        """As the window does after each commit."""
        touched = changes.touched("codings")
        patch = self._made.study.ask(page_patch, self._made.transcript, touched)
        self._desk.patch(patched(self._page, patch), touched_by(patch))
        self._paint(self._desk)

    def _paint(self, widget: QWidget) -> None:
        widget.render(self._canvas)
