"""What can be done to a code, as the menu of its row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QColorDialog, QMenu, QWidget

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.palette import FAMILIES
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.theme import Theme


@dataclass(frozen=True)
class CodeHands:
    """What the menu calls; the pane says what each does with the code."""

    use: Callable[[], None]
    toggle: Callable[[], None]
    card: Callable[[], None]
    add: Callable[[], None]
    rename: Callable[[], None]
    move: Callable[[], None]
    merge: Callable[[], None]
    colour: Callable[[str | None], None]
    memo: Callable[[], None]
    archive: Callable[[], None]
    bring_back: Callable[[], None]
    delete: Callable[[], None]


def code_menu(
    parent: QWidget, code: Code, hands: CodeHands, *, hidden: bool, writable: bool, theme: Theme
) -> QMenu:
    """The menu of one code; it is gone when it is closed."""
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.addAction(_("Show in the text\tSpace") if hidden else _("Hide in the text\tSpace"))
    menu.actions()[0].triggered.connect(hands.toggle)
    menu.addAction(_("Its card…"), hands.card)
    if not writable:
        return menu
    if not code.archived:
        menu.addAction(_("Put on the selected words\tEnter"), hands.use)
    menu.addSeparator()
    menu.addAction(_("Rename\tF2"), hands.rename)
    menu.addAction(_("Memo…"), hands.memo)
    _add_colours(menu, code, hands.colour, theme)
    if code.archived:
        menu.addAction(_("Bring back"), hands.bring_back)
    else:
        _add_arranging(menu, hands)
    menu.addAction(_("Delete"), hands.delete)
    return menu


def _add_arranging(menu: QMenu, hands: CodeHands) -> None:
    menu.addAction(_("Add a code beneath"), hands.add)
    menu.addAction(_("Move beneath…"), hands.move)
    menu.addAction(_("Merge into…"), hands.merge)
    menu.addSeparator()
    menu.addAction(_("Archive"), hands.archive)


def _add_colours(
    menu: QMenu, code: Code, chosen: Callable[[str | None], None], theme: Theme
) -> None:
    """The family's colour, the eight of the palette by name, or any other."""
    colours = menu.addMenu(_("Colour"))
    own = colours.addAction(_("The family’s"), lambda: chosen(None))
    own.setCheckable(True)
    own.setChecked(code.colour is None)
    colours.addSeparator()
    for family in FAMILIES:
        shade = family.stripe_light
        action = colours.addAction(_(family.name), partial(chosen, shade))
        action.setCheckable(True)
        action.setChecked(code.colour == shade)
    colours.addSeparator()
    colours.addAction(_("Another…"), lambda: _ask_colour(menu, code, chosen, theme))


def _ask_colour(
    menu: QMenu, code: Code, chosen: Callable[[str | None], None], theme: Theme
) -> None:
    dialog = QColorDialog(code.colour or theme.tokens.accent, menu.parentWidget())
    dialog.setWindowTitle(_("Colour of {name}").format(name=code.name))
    dialog.colorSelected.connect(lambda colour: chosen(colour.name().upper()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
