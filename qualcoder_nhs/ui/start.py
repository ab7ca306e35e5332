"""The program with its window: application, settings and theme are wired here, and only here."""

import sys
from functools import partial
from getpass import getuser
from pathlib import Path
from types import TracebackType

from PySide6.QtWidgets import QApplication

from qualcoder_nhs import settings
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.ui import alerts
from qualcoder_nhs.ui.frame.main_window import MainWindow
from qualcoder_nhs.ui.look.appearance import Appearance
from qualcoder_nhs.ui.look.preferences import Preferences


def main(path: Path | None) -> int:
    """Show the window, open the study where one is named, and run until the window closes."""
    app = QApplication(sys.argv[:1])
    window = make_window(app, path)
    sys.excepthook = partial(_tell_of_a_bug, window)
    window.show()
    return app.exec()


def make_window(app: QApplication, path: Path | None = None) -> MainWindow:
    """The window, ready to be shown; what it needs for studies comes when it is on the screen."""
    app.setApplicationName("qualcoder_nhs")
    app.setApplicationDisplayName("qualcoder_nhs")
    preferences = Preferences(_known(settings.load()), app)
    window = MainWindow(preferences, Appearance(app, preferences))
    # It may have been sized on a larger screen, or before everything was drawn larger.
    room = window.screen().availableSize()
    window.setMinimumSize(window.minimumSize().boundedTo(room))
    window.resize(window.size().boundedTo(room))
    window.painted.connect(lambda: _attend(window, path))
    return window


def _tell_of_a_bug(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """Our own fault is a calm sentence too; the whole of it goes to standard error."""
    sys.__excepthook__(kind, error, trace)
    if isinstance(error, Exception):
        alerts.tell(window, error)


def _attend(window: MainWindow, path: Path | None) -> None:
    """Let the window open studies from now on.

    What works with studies takes longer to load than the window to show, so it is loaded here.
    """
    from qualcoder_nhs.ui.frame.session_wiring import attend  # noqa: PLC0415  (after the window shows)

    session = attend(window)
    if path is not None:
        session.open(path)


def _known(loaded: Settings) -> Settings:
    """Who starts the program for the first time codes under the initials of the login name."""
    if loaded.coder:
        return loaded
    return Settings(**{**vars(loaded), "coder": initials_of(_login())})


def _login() -> str:
    try:
        return getuser()
    except (OSError, KeyError):  # a system without such a user
        return ""


def initials_of(login: str) -> str:
    """Such as `HL` for `hanna.lind`; the first two letters of a name in one piece."""
    parts = [part for part in login.replace(".", " ").replace("_", " ").split() if part]
    if len(parts) > 1:
        return "".join(part[0] for part in parts[:3]).upper()
    return login[:2].upper()
