"""The menu of questions at a turn: asked from here, none from here, not asked, taken back."""

from collections.abc import Callable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QWidget

from qualcoder_nhs.domain.guide import Asked, Question
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.coding_page import CodingPage
from qualcoder_nhs.ui.code.wishes import Wishes

_LONGEST = 60


def open_question_menu(
    parent: QWidget, page: CodingPage, turn: int, place: QPoint, wishes: Wishes
) -> QMenu:
    """Offer what can be said of the questions from a turn on; it closes itself."""
    menu = QMenu(parent)
    menu.setAccessibleName(_("Questions"))
    menu.addAction(_("From turn {number} on:").format(number=turn)).setEnabled(False)
    marked = {mark.question for mark in page.askings if mark.turn == turn}
    for one in page.questions:
        action = menu.addAction(_told(one))
        action.setCheckable(True)
        action.setChecked(one.id in marked)
        _when(action.triggered, wishes.asked_wanted.emit, turn, one.id)
    menu.addSeparator()
    none = menu.addAction(_("No question is open"))
    none.setCheckable(True)
    none.setChecked(None in marked)
    _when(none.triggered, wishes.asked_wanted.emit, turn, "")
    _add_taking_back(menu, page, turn, wishes)
    _add_missing(menu, page, wishes)
    menu.aboutToHide.connect(menu.deleteLater)
    menu.popup(place)
    return menu


def _add_taking_back(menu: QMenu, page: CodingPage, turn: int, wishes: Wishes) -> None:
    """The mark that reaches this turn can go."""
    stretch = page.course.stretch_at(turn)
    for mark in page.askings:
        if stretch is not None and mark.turn == stretch.first:
            question = page.question(mark.question)
            name = question.name if question else _("no question")
            told = _("Take back the mark of {name} at turn {number}")
            action = menu.addAction(told.format(name=name, number=mark.turn))
            _when(action.triggered, wishes.unmark_wanted.emit, mark.id)


def _add_missing(menu: QMenu, page: CodingPage, wishes: Wishes) -> None:
    """Questions that are not marked here may not have been asked; those said so can be again."""
    missing = {mark.question: mark.id for mark in page.askings if mark.turn is None}
    left = [one for one in page.questions if page.course.asked(one.id) is not Asked.ASKED]
    if not left:
        return
    menu.addSeparator()
    below = menu.addMenu(_("Not asked in this transcript"))
    for one in left:
        action = below.addAction(_told(one))
        action.setCheckable(True)
        action.setChecked(one.id in missing)
        if one.id in missing:
            _when(action.triggered, wishes.unmark_wanted.emit, missing[one.id])
        else:
            _when(action.triggered, wishes.not_asked_wanted.emit, one.id)


def _told(question: Question) -> str:
    words = f"{question.name}  {question.text}".replace("&", "&&")
    return words if len(words) <= _LONGEST else f"{words[: _LONGEST - 1]}…"


def _when(triggered: object, wish: Callable[..., object], *said: object) -> None:
    """Wish it when the entry is taken, whether it was ticked or not."""
    triggered.connect(lambda _on: wish(*said))  # type: ignore[attr-defined]  # a bound signal
