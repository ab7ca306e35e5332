"""Refusals as calm sentences, and the few questions that Undo cannot answer."""

import traceback
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from qualcoder_nhs.domain.errors import (
    Culprit,
    DiskTrouble,
    NothingToRedo,
    NothingToUndo,
    Refusal,
)
from qualcoder_nhs.i18n import _

Offer = tuple[str, Callable[[], None]]
"""The words of a button that helps, and what it does."""


def is_small(refusal: Refusal) -> bool:
    """Whether a line in the status bar is enough: the next try needs only another request."""
    return refusal.culprit is Culprit.REQUEST or isinstance(refusal, NothingToUndo | NothingToRedo)


def tell(parent: QWidget, error: BaseException, offer: Offer | None = None) -> QMessageBox:
    """Show what went wrong in a sentence, with what stays safe and a button that helps.

    The dialog is on the window and does not stop the program; it is gone when it is closed.
    """
    first, _space, rest = _sentence(error).partition(". ")
    box = _box(parent, first + ("." if rest else ""), rest)
    copied = box.addButton(_("Copy details"), QMessageBox.ButtonRole.ActionRole)
    copied.setAutoDefault(False)
    copied.clicked.disconnect()  # it copies and leaves the dialog open
    copied.clicked.connect(lambda: QGuiApplication.clipboard().setText(details(error)))
    closing = box.addButton(_("Close"), QMessageBox.ButtonRole.RejectRole)
    box.setEscapeButton(closing)
    if offer:
        _offered(box, offer)
    else:
        box.setDefaultButton(closing)
    box.open()
    return box


def _offered(box: QMessageBox, offer: Offer) -> None:
    told, act = offer
    helping = box.addButton(told, QMessageBox.ButtonRole.AcceptRole)
    helping.setProperty("look", "primary")
    box.setDefaultButton(helping)
    box.buttonClicked.connect(lambda button: act() if button is helping else None)


def ask(
    parent: QWidget, question: str, why: str, yes: str, then: Callable[[], None]
) -> QMessageBox:
    """Ask before something that Undo cannot take back; the way out is the default."""
    box = _box(parent, question, why)
    agreed = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
    leave: QPushButton = box.addButton(_("Leave it"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(leave)
    box.setEscapeButton(leave)
    box.buttonClicked.connect(lambda button: then() if button is agreed else None)
    box.open()
    return box


def inform(parent: QWidget, first: str, rest: str) -> QMessageBox:
    """Say something that has to be read; one button, and the words can be copied."""
    box = _box(parent, first, rest)
    box.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse
        | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    box.setDefaultButton(box.addButton(_("Close"), QMessageBox.ButtonRole.AcceptRole))
    box.open()
    return box


def _box(parent: QWidget, first: str, rest: str) -> QMessageBox:
    box = QMessageBox(parent)
    box.setWindowTitle(_("qualcoder_nhs"))
    box.setText(first)
    box.setInformativeText(rest)
    box.finished.connect(box.deleteLater)
    return box


def _sentence(error: BaseException) -> str:
    if isinstance(error, Refusal):
        return str(error)
    return _(
        "Something went wrong in the program itself. "
        "Everything that was shown as saved is on disk; what you did last may not be."
    )


def details(error: BaseException) -> str:
    """What somebody who mends the program wants to see; never a word of a transcript on purpose."""
    return "".join(traceback.format_exception(error))


def safe_words(error: Refusal) -> str:
    """The sentence for the status bar; the disk's trouble says what stays safe by itself."""
    return str(error) if not isinstance(error, DiskTrouble) else str(error).partition(". ")[0]
