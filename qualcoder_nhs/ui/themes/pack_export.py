"""From the Themes desk to a file: asks for the choices, then writes the pack."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.theme_pack import ThemePack, ThemePackWish
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.theme_pack import theme_pack
from qualcoder_nhs.tasks.theme_pack import WritePack
from qualcoder_nhs.ui.live import Live
from qualcoder_nhs.ui.themes.pack_sheet import PackSheet


class PackExport(QObject):
    """Opens the sheet of choices; `said` takes a line for the status bar."""

    def __init__(self, live: Live, window: QWidget, said: Callable[[str], None]) -> None:
        super().__init__(window)
        self._live, self._window, self._said = live, window, said

    def ask(self) -> None:
        """Look at what there is, then ask how it shall leave. In a round, its layer leaves."""
        layer = self._live.layer if self._live.layer != OPEN else None
        wish = ThemePackWish(layer=layer)
        self._live.ask(lambda pack: self._open(pack, layer), self, theme_pack, wish)

    def _open(self, pack: ThemePack, layer: str | None) -> None:
        if not pack.themes:
            self._said(_("There is no theme to export yet."))
            return
        sheet = PackSheet(self._live, pack, layer, self._window)
        sheet.wanted.connect(self._write)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _write(self, wish: ThemePackWish, out: Path) -> None:
        self._live.start(WritePack(wish, out), self._said, self)
