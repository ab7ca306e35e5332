"""What can be done to a code, as the menu of its row."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtWidgets import QColorDialog, QMenu, QWidget

from qualcoder_nhs.domain.codebook import Applicable, Code
from qualcoder_nhs.domain.palette import FAMILIES
from qualcoder_nhs.i18n import _, ngettext


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
    split: Callable[[], None]
    promote: Callable[[], None]
    refine: Callable[[], None]
    colour: Callable[[str | None], None]
    memo: Callable[[], None]
    archive: Callable[[], None]
    shift: Callable[[int], None]
    bring_back: Callable[[], None]
    delete: Callable[[], None]


@dataclass(frozen=True)
class CodeState:
    """What the menu has to know of a code: `used` counts codings of it and of all beneath it.

    `chip` is the colour that it is shown in now. An `idea` lies under *New ideas*.
    """

    code: Code
    chip: str
    used: int
    hidden: bool
    writable: bool
    idea: bool = False


def code_menu(parent: QWidget, state: CodeState, hands: CodeHands) -> QMenu:
    """The menu of one code; it is gone when it is closed."""
    code = state.code
    menu = QMenu(parent)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.addAction(_("Show in the text\tSpace") if state.hidden else _("Hide in the text\tSpace"))
    menu.actions()[0].triggered.connect(hands.toggle)
    menu.addAction(_("Its card…"), hands.card)
    if not state.writable:
        return menu
    if not code.archived and code.applicable is not Applicable.NO:
        menu.addAction(_("Put on the selected words\tEnter"), hands.use)
    menu.addSeparator()
    menu.addAction(_("Rename\tF2"), hands.rename)
    menu.addAction(_("Memo…"), hands.memo)
    _add_colours(menu, state, hands.colour)
    if code.archived:
        menu.addAction(_("Bring back"), hands.bring_back)
    else:
        _add_arranging(menu, state, hands)
    _add_deleting(menu, state.used, hands)
    return menu


def _add_deleting(menu: QMenu, used: int, hands: CodeHands) -> None:
    """A code that stands on words is archived instead; the row says why it cannot be deleted."""
    kept = ngettext("Delete (not while {n} coding uses it)", "Delete (not while {n} use it)", used)
    menu.addAction(kept if used else _("Delete"), hands.delete).setEnabled(not used)


def _add_arranging(menu: QMenu, state: CodeState, hands: CodeHands) -> None:
    menu.addAction(_("Add a code beneath"), hands.add)
    menu.addAction(_("Move up\tAlt+Up"), lambda: hands.shift(-1))
    menu.addAction(_("Move down\tAlt+Down"), lambda: hands.shift(1))
    menu.addAction(_("Move beneath…"), hands.move)
    menu.addAction(_("Merge into…"), hands.merge)
    if state.code.applicable is not Applicable.NO:
        menu.addAction(_("Split…"), hands.split)
    if state.code.applicable is Applicable.HOLDING:
        menu.addAction(_("Codings to refine"), hands.refine)
    if state.idea:
        menu.addAction(_("Promote…"), hands.promote)
    menu.addSeparator()
    menu.addAction(_("Archive"), hands.archive)


def _add_colours(menu: QMenu, state: CodeState, chosen: Callable[[str | None], None]) -> None:
    """The family's colour, the eight of the palette by name, or any other."""
    code, colours = state.code, menu.addMenu(_("Colour"))
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
    colours.addAction(_("Another…"), lambda: _ask_colour(menu, state, chosen))


def _ask_colour(menu: QMenu, state: CodeState, chosen: Callable[[str | None], None]) -> None:
    """Any colour at all, from the one it has now."""
    dialog = QColorDialog(state.chip, menu.parentWidget())
    dialog.setWindowTitle(_("Colour of {name}").format(name=state.code.name))
    dialog.colorSelected.connect(lambda colour: chosen(colour.name().upper()))
    dialog.finished.connect(dialog.deleteLater)
    dialog.open()
