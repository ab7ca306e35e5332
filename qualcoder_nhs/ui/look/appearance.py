"""What the user's wishes and the system's make together: the theme that holds now."""

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from qualcoder_nhs.settings import Settings, Shade
from qualcoder_nhs.ui.look import theme as themes
from qualcoder_nhs.ui.look.preferences import Preferences
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.tokens import tokens_for

_SCHEMES = {
    Shade.SYSTEM: Qt.ColorScheme.Unknown,
    Shade.LIGHT: Qt.ColorScheme.Light,
    Shade.DARK: Qt.ColorScheme.Dark,
}


class Appearance(QObject):
    """Keeps the program in the theme that is wished for; `changed` bears each new one."""

    changed = Signal(object)

    def __init__(self, app: QApplication, preferences: Preferences) -> None:
        super().__init__(app)
        self._app = app
        self._preferences = preferences
        self._scheme = Qt.ColorScheme.Unknown
        self.theme = Theme()
        preferences.changed.connect(self._look_again)
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._look_again)
        self._apply(self._wished())

    def _look_again(self) -> None:
        wished = self._wished()
        if wished != self.theme:
            self._apply(wished)
            self.changed.emit(wished)

    def _apply(self, theme: Theme) -> None:
        if theme.tokens != self.theme.tokens or not self._app.styleSheet():
            themes.apply(self._app, theme)
        self.theme = theme

    def _wished(self) -> Theme:
        self._ask_for_scheme(_SCHEMES[self._preferences.now.shade])
        return theme_for(self._preferences.now, themes.system_theme())

    def _ask_for_scheme(self, scheme: Qt.ColorScheme) -> None:
        """Title bars and file dialogs are the system's, so it is told as well."""
        if scheme is not self._scheme:
            self._scheme = scheme
            QGuiApplication.styleHints().setColorScheme(scheme)


def theme_for(settings: Settings, system: Theme) -> Theme:
    """The theme of these settings on a system that looks like this."""
    dark = system.tokens.dark if settings.shade is Shade.SYSTEM else settings.shade is Shade.DARK
    contrast = settings.high_contrast or system.tokens.high_contrast
    return replace(
        system,
        tokens=tokens_for(dark=dark, high_contrast=contrast),
        by_code=settings.by_code,
        stripe_patterns=settings.stripe_patterns,
        text_pixels=settings.text_pixels,
        line_height=settings.line_height,
        measure=settings.measure,
    )
