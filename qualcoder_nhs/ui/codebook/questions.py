"""The dialogs about one code: its card, where it shall lie, what it shall be merged into."""

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.codebook import MergeCodes, MoveCode
from qualcoder_nhs.actions.codework import PromoteCode
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.codebook_merging import may_merge
from qualcoder_nhs.domain.codebook_rules import NEW_IDEAS
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.codebook.code_dialog import CodeDialog
from qualcoder_nhs.ui.codebook.tree_model import TreeModel
from qualcoder_nhs.ui.codebook.word_dialogs import AskWords


class CodeQuestions:
    """Asks over the window of `host`; `run` gets an action for each answer."""

    def __init__(self, rows: TreeModel, run: Callable[[Any], None], host: QWidget) -> None:
        self._rows, self._run, self._host = rows, run, host

    @property
    def _book(self) -> Codebook:
        return self._rows.tree.codebook

    def card(self, code: CodeId) -> None:
        """Show a code's full card."""
        window, writable = self._host.window(), self._rows.writable
        CodeDialog(self._book, self._book[code], self._run, window, writable=writable).open()

    def parent(self, code: CodeId) -> None:
        """Ask beneath which code it shall lie."""
        offered = [each for each in self._book.walk() if self._rows.is_legal(code, each.id)]
        question = _("Move “{name}” beneath …").format(name=self._book[code].name)

        def move(under: CodeId | None) -> None:
            self._run(MoveCode(code, under))

        top = _("No code: it becomes a family of its own")
        ChooseCode(question, self._book, offered, move, self._host.window(), top).open()

    def place(self, code: CodeId) -> None:
        """Ask where a new idea belongs, and then what it means."""
        name = self._book[code].name
        offered = [each for each in self._book.walk() if self._rows.is_legal(code, each.id)]
        fresh = [each for each in offered if each.slug != NEW_IDEAS]

        def define(under: CodeId | None) -> None:
            def promote(words: str) -> None:
                self._run(PromoteCode(code, under, words))

            told = _("What is it put on, in a sentence or two? It can be worded anew later.")
            question = _("What does “{name}” mean?").format(name=name)
            AskWords(question, told, _("Promote it"), promote, self._host.window()).open()

        question = _("Promote “{name}” beneath …").format(name=name)
        top = _("No code: it becomes a family of its own")
        ChooseCode(question, self._book, fresh, define, self._host.window(), top).open()

    def heir(self, code: CodeId) -> None:
        """Ask into which code it shall be merged."""
        book = self._book
        offered = [each for each in book.walk() if may_merge(book[code], each)]
        question = _("Merge “{name}” into …").format(name=book[code].name)

        def merge(kept: CodeId | None) -> None:
            if kept is not None:
                self._run(MergeCodes(code, kept))

        ChooseCode(question, book, offered, merge, self._host.window()).open()
