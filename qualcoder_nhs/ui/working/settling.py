"""Keeps Python's collector from pausing the work at the desk."""

import gc

from PySide6.QtCore import QObject, QTimer

_AFTER = 400  # milliseconds: once the page is painted and the hand has not yet moved


def make_way() -> None:
    """Take what lives now out of later collections, unlooked at; before a page is read.

    Reading one makes tens of thousands of values at once. The collector takes that for a reason to
    go through everything the program ever loaded, several times.
    """
    gc.freeze()


def settle_soon(owner: QObject) -> None:
    """Soon, collect once and take what lives now out of later collections.

    A page of ten thousand codings is tens of thousands of values that stay. Looking through all of
    them again in the middle of a keystroke costs as much as the keystroke may take.
    """
    QTimer.singleShot(_AFTER, owner, settle)


def settle() -> None:
    """Do that now."""
    gc.unfreeze()
    gc.collect()
    gc.freeze()
