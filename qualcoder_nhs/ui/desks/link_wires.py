"""The wires of links: what the Code desk wishes of them becomes actions, and warnings are told."""

from typing import Any

from PySide6.QtCore import QObject, Signal

from qualcoder_nhs.actions.links import ChangeLink, Linked, LinkTurns, Unlink
from qualcoder_nhs.domain.ids import LinkId, TranscriptId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.wishes import Wishes
from qualcoder_nhs.ui.working.live import Live


class LinkWires(QObject):
    """Links in the layer one is in. `said` bears a line for the status bar."""

    said = Signal(str)

    def __init__(self, live: Live, parent: QObject) -> None:
        super().__init__(parent)
        self._live = live
        self.transcript: TranscriptId | None = None

    def listen(self, wishes: Wishes) -> None:
        """Do what is wished on the desk."""
        wishes.link_wanted.connect(self._link)
        wishes.relink_wanted.connect(lambda one, kind: self._run(ChangeLink(LinkId(one), kind)))
        wishes.unlink_wanted.connect(lambda one: self._live.run(Unlink((LinkId(one),))))

    def _link(self, turn: int, target: int, kind: LinkKind) -> None:
        if self.transcript is not None:
            self._run(LinkTurns(self.transcript, turn, target, kind, self._live.layer))

    def _run(self, action: Any) -> None:
        self._live.run(action, self._tell, self)

    def _tell(self, linked: Linked) -> None:
        told = link_words(linked)
        if told:
            self.said.emit(told)


def link_words(linked: Linked) -> str:
    """What is said of a link that is no news, or that the codebook would not have beside another.

    Empty where there is nothing to say.
    """
    if not linked.new:
        return _("This link is there already.")
    if linked.at_odds:
        told = _("{kinds} stands between the same turns; the codebook says only one of them.")
        kinds = ", ".join(kind.words.capitalize() for kind in linked.at_odds)
        return told.format(kinds=kinds) + " " + _("Both are kept.")
    return ""
