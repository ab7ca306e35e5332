"""Qt's calls that return nothing give back a true reference to None.

PySide6 6.12.0 loses one at every such call on Python 3.11: a small test passes, and after some
thousands of calls the program dies. Each of these is called a thousand times and None is counted.
"""

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer
from PySide6.QtGui import (
    QAction,
    QBrush,
    QColor,
    QFont,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QStandardItem,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextOption,
)
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTextEdit, QWidget

CALLS = 1_000
Call = Callable[[], object]

# References to lose before the program would die of it: the test is to fail in words.
RESERVE = [None] * 100 * CALLS

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on and is not counted"
)


def of_values() -> dict[str, Call]:
    """Calls on small things that are copied."""
    font, point, size, rect = QFont(), QPoint(1, 2), QSize(3, 4), QRect(0, 0, 9, 9)
    colour, pen, brush, palette = QColor("red"), QPen(), QBrush(), QPalette()
    option = QTextOption()
    return {
        "QFont.setPointSize": lambda: font.setPointSize(9),
        "QFont.setBold": lambda: font.setBold(True),
        "QPoint.setX": lambda: point.setX(1),
        "QSize.setWidth": lambda: size.setWidth(1),
        "QSize.transpose": size.transpose,
        "QRect.setLeft": lambda: rect.setLeft(0),
        "QRect.moveTo": lambda: rect.moveTo(0, 0),
        "QColor.setAlpha": lambda: colour.setAlpha(9),
        "QPen.setWidth": lambda: pen.setWidth(1),
        "QPen.setColor": lambda: pen.setColor(colour),
        "QBrush.setColor": lambda: brush.setColor(colour),
        "QPalette.setColor": lambda: palette.setColor(QPalette.ColorRole.Base, colour),
        "QTextOption.setWrapMode": lambda: option.setWrapMode(QTextOption.WrapMode.WordWrap),
    }


def of_objects() -> dict[str, Call]:
    """Calls on timers, actions and items."""
    timer, thing, action, item = QTimer(), QObject(), QAction(), QStandardItem()
    return {
        "QTimer.setInterval": lambda: timer.setInterval(9),
        "QTimer.stop": timer.stop,
        "QObject.setObjectName": lambda: thing.setObjectName("a"),
        "QAction.setText": lambda: action.setText("a"),
        "QAction.setEnabled": lambda: action.setEnabled(True),
        "QStandardItem.setText": lambda: item.setText("a"),
        "QStandardItem.setEditable": lambda: item.setEditable(False),
    }


def of_text() -> dict[str, Call]:
    """Calls on a document and on a caret in it."""
    document = QTextDocument("one two three")
    cursor, style, font = QTextCursor(document), QTextCharFormat(), QFont()
    return {
        "QTextDocument.setTextWidth": lambda: document.setTextWidth(90),
        "QTextDocument.setDefaultFont": lambda: document.setDefaultFont(font),
        "QTextCursor.setPosition": lambda: cursor.setPosition(3),
        "QTextCursor.clearSelection": cursor.clearSelection,
        "QTextCharFormat.setFontItalic": lambda: style.setFontItalic(True),
    }


def of_widgets() -> dict[str, Call]:
    """Calls on what stands in a window."""
    widget, label, line, text = QWidget(), QLabel(), QLineEdit(), QTextEdit()
    return {
        "QWidget.setToolTip": lambda: widget.setToolTip("a"),
        "QWidget.resize": lambda: widget.resize(9, 9),
        "QWidget.update": widget.update,
        "QWidget.setAccessibleName": lambda: widget.setAccessibleName("a"),
        "QLabel.setText": lambda: label.setText("a"),
        "QLabel.setAlignment": lambda: label.setAlignment(Qt.AlignmentFlag.AlignLeft),
        "QLineEdit.setText": lambda: line.setText("a"),
        "QLineEdit.selectAll": line.selectAll,
        "QTextEdit.setReadOnly": lambda: text.setReadOnly(True),
        "QTextEdit.selectAll": text.selectAll,
        "QTextEdit.moveCursor": lambda: text.moveCursor(QTextCursor.MoveOperation.End),
    }


def of_painting(painter: QPainter) -> dict[str, Call]:
    """Calls while something is painted."""
    rect, colour = QRect(0, 0, 9, 9), QColor("red")
    return {
        "QPainter.setPen": lambda: painter.setPen(colour),
        "QPainter.setOpacity": lambda: painter.setOpacity(1.0),
        "QPainter.fillRect": lambda: painter.fillRect(rect, colour),
        "QPainter.drawLine": lambda: painter.drawLine(0, 0, 9, 9),
        "QPainter.drawText": lambda: painter.drawText(1, 8, "a"),
    }


def drift(call: Call) -> float:
    """References to None gained or lost by one call, over a thousand."""
    call()
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        call()
    return (sys.getrefcount(None) - before) / CALLS


def test_calls_that_return_nothing_keep_none_in_balance(qapp: QApplication) -> None:
    calls = of_values() | of_objects() | of_text() | of_widgets()
    drifts = {name: drift(call) for name, call in calls.items()}
    assert {name: by for name, by in drifts.items() if abs(by) > 0.1} == {}
    assert len(drifts) == 36


def test_painting_keeps_none_in_balance(qapp: QApplication) -> None:
    image = QImage(9, 9, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    try:
        drifts = {name: drift(call) for name, call in of_painting(painter).items()}
    finally:
        painter.end()
    assert {name: by for name, by in drifts.items() if abs(by) > 0.1} == {}


def test_a_lost_reference_is_seen() -> None:
    """The measure itself: a call that keeps a None each time drifts by one."""
    hoard: list[object] = []
    assert drift(lambda: hoard.append(None)) == pytest.approx(1.0, abs=0.1)
