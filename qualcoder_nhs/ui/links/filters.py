"""What the page of links shows: which list, and of which transcript, kind, coder and layer."""

from typing import cast

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.queries.link_page import LinkPage, LinkView
from qualcoder_nhs.queries.links import LinkFilter
from qualcoder_nhs.ui.links.choice import Choice
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.flow import Flow

VIEW_WORDS = {
    LinkView.LINKS: N_("links"),
    LinkView.EXCHANGES: N_("exchanges"),
    LinkView.CODES: N_("interaction codes without a link"),
    LinkView.SUGGESTIONS: N_("suggestions"),
}


class Filters(QWidget):
    """A row of choices; `changed` tells that something else is wanted."""

    changed = Signal()

    def __init__(self, theme: Theme, layer: str) -> None:
        super().__init__()
        self._view = Choice(theme, _("Show"))
        self.transcript = Choice(theme, _("Transcript"))
        self.kind = Choice(theme, _("Kind"))
        self.coder = Choice(theme, _("Coder"))
        self.layer = Choice(theme, _("Layer"))
        self.layer.value = layer  # where one works; another is a choice away
        row = Flow(self, 8)
        for one in self._every:
            one.changed.connect(self.changed)
            row.addWidget(one)
        self._view.offer((view, _(words)) for view, words in VIEW_WORDS.items())
        self.kind.offer([(None, _("any")), *((kind, kind.words) for kind in LinkKind)])

    @property
    def _every(self) -> tuple[Choice, ...]:
        return (self._view, self.transcript, self.kind, self.coder, self.layer)

    @property
    def view(self) -> LinkView:
        """Which list is wanted."""
        return cast("LinkView", self._view.value)

    def show_view(self, view: LinkView) -> None:
        """Want another list."""
        self._view.choose(view)

    @property
    def wanted(self) -> LinkFilter:
        """The filter as it is set."""
        return LinkFilter(
            cast("TranscriptId | None", self.transcript.value),
            cast("CoderId | None", self.coder.value),
            cast("str | None", self.layer.value),
            cast("LinkKind | None", self.kind.value),
        )

    def offer(self, page: LinkPage) -> None:
        """Offer what the study has now."""
        everything: list[tuple[object, str]] = [(None, _("all"))]
        self.transcript.offer([*everything, *page.transcripts])
        self.coder.offer([*everything, *page.coders])
        exchanges = page.view in (LinkView.EXCHANGES, LinkView.SUGGESTIONS)
        first = (None, page.shown_layer) if exchanges else (None, _("all"))
        self.layer.offer([first, *page.layers])
        self.coder.setVisible(page.view is not LinkView.SUGGESTIONS)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        for one in self._every:
            one.set_theme(theme)
