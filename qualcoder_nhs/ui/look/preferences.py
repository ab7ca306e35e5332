"""The user's settings while the program runs: changed in one place, kept at once, told to all."""

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QObject, Signal

from qualcoder_nhs import settings as kept
from qualcoder_nhs.settings import Settings


class Preferences(QObject):
    """`now` is what holds; `changed` bears the new settings after each change."""

    changed = Signal(object)

    def __init__(self, now: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.now = now

    def change(self, **fields: Any) -> None:
        """Set these fields; nothing is told where they were so already."""
        self.set(replace(self.now, **fields))

    def set(self, settings: Settings) -> None:
        """Let these settings hold, and keep them for the next start."""
        if settings == self.now:
            return
        self.now = settings
        kept.save(settings)
        self.changed.emit(settings)
