"""The desk with the demo's page, shown and laid out, and what it wished for."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from ui.code import demo

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.look import theme


@dataclass
class Hands:
    """The desk under test with short ways to do what a user does."""

    desk: CodeDesk
    wished: list[tuple[str, tuple[Any, ...]]] = field(default_factory=list)

    @property
    def view(self):
        return self.desk.view

    @property
    def state(self):
        return self.desk.state

    @property
    def text(self) -> str:
        return self.state.text

    def wishes(self, name: str) -> list[tuple[Any, ...]]:
        return [arguments for wish, arguments in self.wished if wish == name]

    def span(self, turn: int, start: str, end: str) -> Span:
        return demo.span_between(self.state.page.transcript, turn, start, end)

    def point(self, position: int, *, before: bool = False) -> QPoint:
        """A point inside the viewport on the character at the position."""
        place = self.state.paragraphs.at(position)
        units = place.offsets.to_units(position - place.span.start)
        here, height = self.view.lines.caret(place.number, units)
        following, _ = self.view.lines.caret(place.number, units + 1)
        across = here.x() if before else (here.x() + max(following.x(), here.x() + 2)) / 2
        return QPointF(across, here.y() + height / 2 - self.view.scroll_top()).toPoint()

    def key(self, key: str | Qt.Key, held: Qt.KeyboardModifier | None = None) -> None:
        widget = QApplication.focusWidget() or self.view
        if held is None:
            QTest.keyClick(widget, key)
        else:
            QTest.keyClick(widget, key, held)

    def press(self, position: int) -> None:
        QTest.mouseClick(self.view.viewport(), Qt.MouseButton.LeftButton, pos=self.point(position))

    def drag(self, start: int, end: int, held=Qt.KeyboardModifier.NoModifier) -> None:
        port = self.view.viewport()
        QTest.mousePress(port, Qt.MouseButton.LeftButton, held, self.point(start, before=True))
        send_move(port, self.point((start + end) // 2), held)
        send_move(port, self.point(end, before=True), held)
        QTest.mouseRelease(port, Qt.MouseButton.LeftButton, held, self.point(end, before=True))

    def picture(self) -> QImage:
        return self.view.viewport().grab().toImage()


def send_move(port, point: QPoint, held=Qt.KeyboardModifier.NoModifier) -> None:
    """Move with the left button held, as a drag does."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(point),
        port.mapToGlobal(QPointF(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.LeftButton,
        held,
    )
    QApplication.sendEvent(port, event)


def colours_in(image: QImage, box) -> set[str]:
    """Every colour in a box of a picture."""
    return {
        QColor(image.pixel(x, y)).name()
        for x in range(box.left(), box.right() + 1)
        for y in range(box.top(), box.bottom() + 1)
    }


WISHES = (
    "code_wanted",
    "new_code_wanted",
    "in_vivo_wanted",
    "recode_wanted",
    "ends_wanted",
    "remove_wanted",
    "flag_wanted",
    "memo_wanted",
    "link_wanted",
    "relink_wanted",
    "unlink_wanted",
    "chosen",
    "caret_moved",
    "passage_selected",
    "hidden_changed",
    "text_size_changed",
    "said",
    "keys_wanted",
)


@pytest.fixture
def make_hands(qtbot) -> Callable[..., Hands]:
    """Show a desk with a page of one's own."""

    def make(page=None, coder=demo.HL, look=None) -> Hands:
        chosen = look or theme.Theme()
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        if app.styleSheet() != theme.style_sheet(chosen.tokens):  # polishing every widget is slow
            theme.apply(app, chosen)
        desk = CodeDesk(chosen)
        qtbot.addWidget(desk)
        qtbot.addWidget(desk.card)
        desk.resize(900, 720)
        hands = Hands(desk)
        for name in WISHES:
            getattr(desk.wishes, name).connect(
                lambda *arguments, name=name: hands.wished.append((name, arguments))
            )
        shown = page or demo.a_page()
        desk.show_page(shown, coder)
        desk.set_counts(Counter(coding.code for coding in shown.codings))
        desk.show()
        qtbot.waitExposed(desk)
        desk.activateWindow()
        desk.view.setFocus()
        return hands

    return make


@pytest.fixture
def hands(make_hands) -> Hands:
    """The demo's page with turn 138 at the top."""
    made = make_hands()
    turn = made.state.page.transcript.turns[demo.FIRST - 1]
    top = made.view.lines.top(made.state.paragraphs.of_turn(turn).number)
    made.view.document().documentLayout().documentSize()
    made.view.verticalScrollBar().setValue(round(top))
    return made
