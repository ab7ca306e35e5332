"""Which layer's codings are shown: a button that says so and opens the list of layers."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal

from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.layers import Layer
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.key_button import MenuButton


class LayerButton(MenuButton):
    """Names the layer; `changed` when another is chosen. Hidden where there is only one."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, _("Layer"))
        self.layer: str | None = None
        self.hide()

    def offer(self, layers: Sequence[Layer], shown: str) -> bool:
        """Offer the layers there are, of which `shown` is shown; tell whether the chosen one went.

        Where it went, the one that is shown unasked takes its place.
        """
        names = {layer.id: layer.name for layer in layers}
        if self.layer is not None and self.layer not in names:
            self.layer = None
            return True
        self.choices.clear()
        for layer, name in names.items():
            self.choices.addAction(name, self._choosing(layer))
        self.set_words(layer_words(names.get(shown, shown)))
        self.setVisible(len(names) > 1)
        return False

    def _choosing(self, layer: str) -> Callable[[], None]:
        def choose() -> None:
            self.layer = layer
            self.changed.emit()

        return choose


def layer_words(name: str) -> str:
    """Such as `Layer: settled`."""
    return _("Layer: {name}").format(name=name)
