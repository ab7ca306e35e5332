"""A whole window with short words for what the tests do in it, and studies of our own."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from builders import a_coded_study
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.task import Progress
from qualcoder_nhs.ui.frame.commands import Commands
from qualcoder_nhs.ui.frame.main_window import MainWindow
from qualcoder_nhs.ui.frame.opening import Makers
from qualcoder_nhs.ui.frame.session import Session
from qualcoder_nhs.ui.frame.workroom import Workroom
from qualcoder_nhs.ui.look.appearance import Appearance
from qualcoder_nhs.ui.look.preferences import Preferences
from qualcoder_nhs.ui.studies.start_dialog import ReadyCodebook


@dataclass
class Desk:
    """The window with its session, and short words for what the tests do."""

    window: MainWindow
    session: Session
    commands: Commands
    bot: QtBot

    def open(self, path: Path) -> Workroom:
        """Open a study and wait until its first transcript is on the desk."""
        self.session.open(path)
        return self.opened()

    def opened(self) -> Workroom:
        """The open study, when all of it is shown."""
        self.until(lambda: self.session.room is not None)
        self.until(lambda: bool(self.room.code.desk.state.page.transcript.text))
        self.settle()
        return self.room

    @property
    def room(self) -> Workroom:
        assert self.session.room is not None
        return self.session.room

    @property
    def study(self) -> Study:
        assert self.session.live is not None
        return self.session.live.study

    def until(self, so: Callable[[], bool]) -> None:
        self.bot.waitUntil(so, timeout=10_000)

    def settle(self) -> None:
        """Wait until everything that was asked has been answered."""
        live = self.session.live
        assert live is not None
        for _turn in range(3):  # an answer may lead to one more question
            live._worker.submit(lambda: None).result(10)
            QApplication.processEvents()

    def key(self, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key wherever the keys go now."""
        QTest.keyClick(self.window.focusWidget() or self.window, key, held)

    def menu(self, command: str) -> None:
        """Pick a command of the menus, as a click on it does."""
        action = self.window.menus.action(command)
        assert action.isEnabled()
        action.trigger()

    def dialog(self, kind: type[QWidget]) -> QWidget:
        """The dialog of this kind that is open."""
        self.until(lambda: bool(self._shown(kind)))
        return self._shown(kind)[0]

    def _shown(self, kind: type[QWidget]) -> list[QWidget]:
        return [one for one in self.window.findChildren(kind) if one.isVisible()]


def own_sample(path: Path, coder: str, progress: Progress) -> Study:
    """A sample that is there at once."""
    progress(0, 1, "Building")
    del coder  # the builders' lead is HL
    return a_coded_study(path)


def own_codebook(path: Path) -> CodebookDraft:
    """A codebook of one code, whatever the file."""
    return CodebookDraft((CodeDraft("trust", path.stem.title()),))


def make_desk(bot: QtBot, app: QApplication, settings: Settings) -> Desk:
    preferences = Preferences(settings)
    window = MainWindow(preferences, Appearance(app, preferences))
    ready = (ReadyCodebook("Ready", Path("ready.yaml")),)
    session = Session(window, Makers(own_sample, own_codebook, ready, lambda _codebook: ()))
    with bot.waitActive(window):
        window.show()
        window.activateWindow()
    return Desk(window, session, Commands(session), bot)
