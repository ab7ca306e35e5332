"""Choosing one of several things by typing: whose words, which proposition."""

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.widgets.choose_by_typing import ChooseByTyping


class ChooseOne(ChooseByTyping):
    """Asks for one of the things offered, each a key with its words.

    `then` gets the key of the one that was chosen, and whether the `tick` was set, where there is
    one.
    """

    def __init__(
        self,
        question: str,
        offered: Sequence[tuple[str, str]],
        then: Callable[[str, bool], None],
        parent: QWidget,
        tick: str = "",
    ) -> None:
        def rows(letters: str) -> Iterator[tuple[str, str]]:
            for key, words in offered:
                if letters.casefold() in words.casefold():
                    yield words, key

        def chosen(key: str | None) -> None:
            then(str(key), self.tick.isChecked())

        find = _("Find in {}").format(question)
        super().__init__(question, find, rows, chosen, parent, answers=question, tick=tick)
        self.letters.setPlaceholderText(_("Type to find"))
        self.listed.setWordWrap(True)
