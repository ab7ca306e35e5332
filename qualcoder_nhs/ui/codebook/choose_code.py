"""Choosing a code from the whole codebook by typing: where to move to, what to merge into."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.codebook.finding import matches
from qualcoder_nhs.ui.widgets.choose_by_typing import ChooseByTyping


class ChooseCode(ChooseByTyping):
    """Asks for one of the codes; `then` gets the one that was chosen.

    With `top` there is one more row, for no code at all, in these words.
    """

    def __init__(
        self,
        question: str,
        codebook: Codebook,
        offered: Iterable[Code],
        then: Callable[[CodeId | None], None],
        parent: QWidget,
        top: str = "",
    ) -> None:
        codes = list(offered)

        def rows(letters: str) -> Iterator[tuple[str, CodeId | None]]:
            if top and not letters:
                yield top, None
            for code in codes:
                if matches(code, letters):
                    yield codebook.path(code.id), code.id

        def chosen(key: str | None) -> None:
            then(None if key is None else CodeId(key))

        find = _("Find a code")
        super().__init__(question, find, rows, chosen, parent, answers=_("Codes"))
        self.listed.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.listed.setTextElideMode(Qt.TextElideMode.ElideMiddle)  # the name stands at the end
