"""From the Themes desk to a file: asks for the choices, then writes the pack."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.theme_pack import ThemePackWish
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.pack_offer import PackOffer, pack_offer
from qualcoder_nhs.tasks.theme_pack import WritePack
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.themes.pack_sheet import PackSheet
from qualcoder_nhs.ui.working.live import Live


class PackExport(QObject):
    """Opens the sheet of choices; `said` takes a line for the status bar."""

    def __init__(
        self, live: Live, theme: Theme, window: QWidget, said: Callable[[str], None]
    ) -> None:
        super().__init__(window)
        self._live, self._theme, self._window, self._said = live, theme, window, said

    def set_theme(self, theme: Theme) -> None:
        """Take other colours the next time."""
        self._theme = theme

    def ask(self) -> None:
        """Look at what there is, then ask how it shall leave. In a round, its layer leaves."""
        layer = self._live.layer if self._live.layer != OPEN else None
        wish = ThemePackWish(layer=layer)
        self._live.ask(lambda offer: self._open(offer, layer), self, pack_offer, wish)

    def _open(self, offer: PackOffer, layer: str | None) -> None:
        if not offer.pack.themes:
            self._said(_("There is no theme to export yet."))
            return
        sheet = PackSheet(self._live, offer, layer, self._theme, self._window)
        sheet.wanted.connect(self._write)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()

    def _write(self, wish: ThemePackWish, out: Path) -> None:
        self._live.start(WritePack(wish, out), self._said, self)
