"""Which layer is on the desk: what can be chosen, what was, and the menu to choose another in."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.queries.layers import Layer, layers_to_choose
from qualcoder_nhs.ui.working.live import Live

_TABLES = ("rounds", "coders")


class LayerChoice(QObject):
    """Keeps the layer of a study that is live, and asks what others there are for the coder.

    `switched` tells of another layer, `known` that the layers to choose from are there anew.
    """

    switched = Signal()
    known = Signal()

    def __init__(self, live: Live, left_in: str | None, parent: QObject) -> None:
        super().__init__(parent)
        self._live, self._begun = live, False
        self._left = left_in is not None
        live.layer = left_in or OPEN
        self.offered: tuple[Layer, ...] = ()
        self.refresh()

    @property
    def chosen(self) -> Layer:
        """The layer on the desk."""
        found = (one for one in self.offered if one.id == self._live.layer)
        return next(found, Layer(self._live.layer, self._live.layer))

    @property
    def to_be_told(self) -> bool:
        """Whether there is more than one layer, so that it must be said which one is shown."""
        return len(self.offered) > 1

    def follow(self, changes: Changes) -> None:
        """Rounds came, went or changed; where there are some, a coding may be the first settled."""
        if any(table in changes for table in _TABLES) or (self.to_be_told and "codings" in changes):
            self.refresh()

    def refresh(self) -> None:
        """Ask anew, as after another coder took over."""
        self._live.ask(self._offer, self, layers_to_choose, self._live.coder)

    def choose(self, layer: str) -> None:
        """Put another layer on the desk."""
        if layer != self._live.layer:
            self._live.layer = layer
            self.switched.emit()
            self.known.emit()

    def menu(self, parent: QWidget) -> QMenu:
        """The layers to choose from, the one on the desk ticked; gone when it is closed."""
        made, group = QMenu(parent), QActionGroup(parent)
        made.aboutToHide.connect(made.deleteLater)
        made.aboutToHide.connect(group.deleteLater)
        for one in self.offered:
            action = QAction(one.words, made)
            action.setCheckable(True)
            action.setChecked(one.id == self._live.layer)
            action.triggered.connect(lambda _on, layer=one.id: self.choose(layer))
            group.addAction(action)
            made.addAction(action)
        return made

    def _offer(self, offered: tuple[Layer, ...]) -> None:
        self.offered = offered
        gone = self._live.layer not in {one.id for one in offered}
        begins, self._begun = not self._begun, True
        if gone or (begins and (not self._left or self.chosen.frozen)):
            self.choose(self._proposed())
        self.known.emit()

    def _proposed(self) -> str:
        """The one round that waits for the coder; the open layer where there is none, or several.

        Whoever takes part in one blind round is not to code where everybody sees it by mistake.
        """
        coder = self._live.coder
        waiting = [
            one.id
            for one in self.offered
            if one.round is not None and not one.frozen and coder in one.round.coders
        ]
        return waiting[0] if len(waiting) == 1 else OPEN
