"""Choosing a theme for words by typing: from the text, from the excerpts, from another theme."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.quotes import BeginWithQuote, ChooseQuote
from qualcoder_nhs.domain.ids import ThemeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.theme_list import ThemeList, theme_list
from qualcoder_nhs.ui.widgets.choose_by_typing import ChooseByTyping
from qualcoder_nhs.ui.working.live import Live


class ChooseTheme(ChooseByTyping):
    """Asks for a theme; `then` gets its id, or a new one's name, and whether it is against it."""

    def __init__(
        self,
        listed: ThemeList,
        then: Callable[[ThemeId | None, str, bool], None],
        parent: QWidget,
    ) -> None:
        names = {one.theme.name.casefold() for one in listed.themes}

        def rows(letters: str) -> Iterator[tuple[str, ThemeId | None]]:
            for one in listed.themes:
                if letters.casefold() in one.theme.name.casefold():
                    yield f"{one.number}  {one.theme.name}", one.theme.id
            if letters and letters.casefold() not in names:
                yield _("New theme “{name}”").format(name=letters), None

        def chosen(key: str | None) -> None:
            theme = None if key is None else ThemeId(key)
            then(theme, self.letters.text().strip(), self.tick.isChecked())

        super().__init__(
            _("Choose these words for …"),
            _("Find a theme, or name a new one"),
            rows,
            chosen,
            parent,
            answers=_("Themes"),
            tick=_("It speaks &against the theme"),
        )
        self.setWindowTitle(_("To a theme"))


class ThemeChoice(QObject):
    """Asks which theme words go to, and puts them there. `said` tells that it was done."""

    said = Signal(str)

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window

    def ask(self, transcript: TranscriptId, span: Span) -> None:
        """Ask for a theme for these words."""
        if not self._live.study.writable:
            self.said.emit(_("This study is open to read only: nothing can be chosen in it."))
            return

        def offer(listed: ThemeList) -> None:
            def choose(theme: ThemeId | None, name: str, against: bool) -> None:  # noqa: FBT001
                names = {one.theme.id: one.theme.name for one in listed.themes}
                self._choose(theme, names.get(theme, name) if theme else name, against=against)

            self._words = transcript, span
            ChooseTheme(listed, choose, self._window).open()

        self._live.ask(offer, self, theme_list)

    def _choose(self, theme: ThemeId | None, name: str, *, against: bool) -> None:
        told = _("Chosen against “{theme}”.") if against else _("Chosen for “{theme}”.")

        def tell(_quote: object) -> None:
            self.said.emit(told.format(theme=name))

        words = self._words
        if theme is None:
            self._live.run(BeginWithQuote(name, *words, against), tell, self)
        else:
            self._live.run(ChooseQuote(theme, *words, against), tell, self)
