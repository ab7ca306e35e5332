"""Somebody at the window: short words for what a person does with keys and a mouse."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.ui.code.desk import CodeDesk
from qualcoder_nhs.ui.frame.main_window import MainWindow
from qualcoder_nhs.ui.frame.session import Session
from qualcoder_nhs.ui.frame.workroom import Workroom
from qualcoder_nhs.ui.studies.start_dialog import StartDialog

CTRL = Qt.KeyboardModifier.ControlModifier
NOTHING = Qt.KeyboardModifier.NoModifier
LEFT = Qt.MouseButton.LeftButton

W = TypeVar("W", bound=QWidget)


class Somebody:
    """Sees what is shown, presses and types, and waits as people do."""

    def __init__(self, window: MainWindow, bot: QtBot) -> None:
        self.window, self.bot, self.inside = window, bot, True
        with bot.waitActive(window):
            window.show()
            window.activateWindow()
        self.until(lambda: bool(window.findChildren(Session)))
        self.session: Session = window.findChildren(Session)[0]

    def leave(self) -> None:
        """Close the window, as the cross in its corner does."""
        if self.inside:
            self.inside = False
            self.window.close()
            self.window.appearance.deleteLater()
            self.window.deleteLater()

    # ── what there is ────────────────────────────────────────────────────────────────────────

    @property
    def room(self) -> Workroom:
        assert self.session.room is not None
        return self.session.room

    @property
    def study(self) -> Study:
        assert self.session.live is not None
        return self.session.live.study

    @property
    def desk(self) -> CodeDesk:
        return self.room.code.desk

    def codings(self) -> list[Coding]:
        """What the file holds for whoever is at the window."""
        return list(self.study.ask_as(self.room.coder.id, Reader.codings))

    def drawn(self) -> list[Coding]:
        """What the desk shows."""
        return list(self.desk.state.page.codings)

    def dialog(self, kind: type[W]) -> W:
        """The dialog of this kind, when it is there."""
        self.until(lambda: any(one.isVisible() for one in self.window.findChildren(kind)))
        return next(one for one in self.window.findChildren(kind) if one.isVisible())

    # ── what is done ─────────────────────────────────────────────────────────────────────────

    def until(self, so: Callable[[], bool]) -> None:
        self.bot.waitUntil(so, timeout=10_000)

    def settle(self) -> None:
        """Wait until everything that was asked has been answered."""
        assert self.session.live is not None
        for _turn in range(3):  # an answer may lead to one more question
            asked = self.session.live.ask(lambda _coders: None, self.window, Reader.coders)
            asked.result(10)
            QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        self.bot.mouseClick(widget, LEFT)

    def key(self, key: Qt.Key | str, held: Qt.KeyboardModifier = NOTHING) -> None:
        """Press a key wherever the keys go now.

        Once a dialog is gone the window is activated, as a desktop does.
        """
        if not self.window.isActiveWindow():
            with self.bot.waitActive(self.window):
                self.window.activateWindow()
        QTest.keyClick(self.window.focusWidget() or self.window, key, held)  # type: ignore[call-overload]

    def type(self, letters: str) -> None:
        for letter in letters:
            self.key(letter)

    def menu(self, command: str) -> None:
        action = self.window.menus.action(command)
        assert action.isEnabled(), command
        action.trigger()

    def start_study(self, path: Path) -> None:
        """A study with the NHS codebook, from the welcome page."""
        self.click(self.window.welcome.ways["start_study"])
        dialog = self.dialog(StartDialog)
        dialog.name.setText("Walk")
        dialog.put_at(path)
        self.click(dialog.start)
        self.until(lambda: self.session.room is not None)
        self.settle()

    def open_study(self, path: Path) -> None:
        """The study in its file, from the list of recent ones."""
        self.window.study_wanted.emit(str(path))
        self.until(lambda: self.session.room is not None)
        self.until(lambda: bool(self.desk.state.text))
        self.settle()

    def turn_to(self, name: str) -> None:
        """Put another transcript on the desk."""
        wanted = self.study.ask(Reader.transcript_called, name)
        if self.room.desk != "code":
            self.menu("desk:code")
        self.room.code.library.opened.emit(wanted)
        self.until(lambda: self.desk.state.page.transcript.id == wanted)
        self.settle()

    def select(self, words: str) -> None:
        """Drag over some words from their first letter to their last."""
        start = self.desk.state.text.index(words)
        first, last = self._place(start), self._place(start + len(words))
        port = self.desk.view.viewport()
        QTest.mousePress(port, LEFT, NOTHING, first)
        for place in ((first + last) / 2, last):
            self._move(port, place)
        QTest.mouseRelease(port, LEFT, NOTHING, last)

    def _place(self, position: int) -> QPoint:
        """Where the edge before a character stands in the viewport."""
        view = self.desk.view
        place = self.desk.state.paragraphs.at(position)
        units = place.offsets.to_units(position - place.span.start)
        here, height = view.lines.caret(place.number, units)
        return QPointF(here.x(), here.y() + height / 2 - view.scroll_top()).toPoint()

    @staticmethod
    def _move(port: QWidget, place: QPoint) -> None:
        where = QPointF(place)
        moved = QMouseEvent(
            QEvent.Type.MouseMove,
            where,
            port.mapToGlobal(where),
            Qt.MouseButton.NoButton,
            LEFT,
            NOTHING,
        )
        QApplication.sendEvent(port, moved)

    def code(self, words: str, letters: str) -> None:
        """Select, type, Enter."""
        before = len(self.codings())
        self.select(words)
        self.type(letters)
        assert self.desk.palette_box.isVisible()
        self.key(Qt.Key.Key_Return)
        self.settle()
        assert len(self.codings()) == before + 1

    def code_in(self, transcript: str, words: str, letters: str) -> None:
        """The same in a transcript that may not be on the desk yet."""
        self.turn_to(transcript)
        self.code(words, letters)
