"""The frame: menus, the page that is open, the status line. It knows no study and starts fast."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from qualcoder_nhs import __version__
from qualcoder_nhs.i18n import _
from qualcoder_nhs.settings import Settings, Shade
from qualcoder_nhs.ui.frame.keys_page import KeysPage
from qualcoder_nhs.ui.frame.status_bar import StatusBar
from qualcoder_nhs.ui.look.appearance import Appearance
from qualcoder_nhs.ui.look.fonts import TRANSCRIPT_SIZE, TRANSCRIPT_SIZES
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.preferences import Preferences
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.menu import Menus, Needs
from qualcoder_nhs.ui.welcome.page import WelcomePage
from qualcoder_nhs.ui.widgets.banner import Banners

LEAST = (1024, 640)
_TICKS = ("high_contrast", "by_code", "stripe_patterns", "comfortable", "letters")


class MainWindow(QMainWindow):
    """One window, one study.

    `wished` bears the id of a command that needs a study or makes one; `files_dropped` the paths of
    what was let go on it while no study is open; `painted` comes once, when the window is on the
    screen; `closing` when it is about to go.
    """

    wished = Signal(str)
    study_wanted = Signal(str)
    files_dropped = Signal(object)
    painted = Signal()
    closing = Signal()

    def __init__(self, preferences: Preferences, appearance: Appearance) -> None:
        super().__init__()
        self.preferences, self.appearance = preferences, appearance
        self.setMinimumSize(*LEAST)
        self.resize(preferences.now.window_width, preferences.now.window_height)
        self.menus = Menus(self.menuBar(), self)
        self.status = StatusBar()
        self.banners = Banners()
        self.welcome = WelcomePage(preferences.now.coder, appearance.theme)
        self._stack = QStackedWidget()
        self._on_screen = False
        self._lay_out()
        self._connect()
        self.show_welcome()

    def _lay_out(self) -> None:
        middle = QWidget()
        on_ground(middle, "paper")
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.banners)
        column.addWidget(self._stack, 1)
        column.addWidget(self.status)
        self.setCentralWidget(middle)
        self._stack.addWidget(self.welcome)
        self.menuBar().setAccessibleName(_("Menus"))

    def _connect(self) -> None:
        self.menus.chosen.connect(self._chosen)
        self.welcome.wished.connect(self.wished)
        self.welcome.study_wanted.connect(self.study_wanted)
        self.welcome.dropped.connect(self.files_dropped)
        self.welcome.coder_named.connect(lambda coder: self.preferences.change(coder=coder))
        self.status.coder_wanted.connect(lambda: self.wished.emit("coders"))
        self.status.undo_wanted.connect(lambda: self.wished.emit("undo"))
        self.status.keys_wanted.connect(self.show_keys)
        self.preferences.changed.connect(self._preferences_changed)
        self.appearance.changed.connect(self._theme_changed)
        self._preferences_changed(self.preferences.now)

    # What is open

    def show_welcome(self) -> None:
        """Show the page without a study."""
        self.setWindowTitle("qualcoder_nhs")
        self.banners.clear()
        self.menus.allow(Needs.NOTHING)
        self.menus.name_steps("", "")
        self.status.show_nothing_open(_("Version {number}").format(number=__version__))
        self.welcome.show_recent(self.preferences.now.recent)
        self.show_page(self.welcome)

    def show_page(self, page: QWidget) -> None:
        """Let a page fill the window; its owner takes it away again."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
        self._stack.setCurrentWidget(page)
        page.setFocus()

    def take_away(self, page: QWidget) -> None:
        """Remove a page for good."""
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    @property
    def page(self) -> QWidget | None:
        """What fills the window now."""
        return self._stack.currentWidget()

    # What the window does itself

    def _chosen(self, command: str) -> None:
        """Do what needs no study; pass on the rest."""
        group, _colon, value = command.partition(":")
        sizes = {"larger": 1, "smaller": -1, "usual_size": 0}
        if command in _TICKS:
            self.preferences.change(**{command: not getattr(self.preferences.now, command)})
        elif group == "shade":
            self.preferences.change(shade=Shade(value))
        elif command in sizes:
            self._resize_text(sizes[command])
        elif command == "keys":
            self.show_keys()
        elif command == "quit":
            self.close()
        else:
            self.wished.emit(command)

    def _resize_text(self, step: int) -> None:
        pixels = self.preferences.now.text_pixels + step if step else TRANSCRIPT_SIZE
        if pixels in TRANSCRIPT_SIZES:
            self.preferences.change(text_pixels=pixels)

    def show_keys(self) -> None:
        """Show every key there is."""
        KeysPage(self.menus.entries, self).open()

    def _preferences_changed(self, now: Settings) -> None:
        for name in _TICKS:
            self.menus.tick(name, on=getattr(now, name))
        self.menus.tick(f"shade:{now.shade}", on=True)

    def _theme_changed(self, theme: Theme) -> None:
        self.welcome.set_theme(theme)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._on_screen:
            self._on_screen = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.preferences.change(window_width=self.width(), window_height=self.height())
        self.closing.emit()
        super().closeEvent(event)
