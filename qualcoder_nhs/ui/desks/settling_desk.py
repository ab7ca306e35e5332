"""The dialogs over the disagreement queue: another code, and the definitions in dispute."""

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from qualcoder_nhs.actions.codebook import DescribeCode
from qualcoder_nhs.actions.recoding import AmendCode
from qualcoder_nhs.domain.codebook import Applicable, Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.agreement.queue_page import QueuePage
from qualcoder_nhs.ui.agreement.recode_page import RecodePage
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.codebook.code_dialog import CodeDialog
from qualcoder_nhs.ui.working.live import Live


class SettlingDesk(QObject):
    """Asks over the window; the answers go to the page and to the study."""

    def __init__(self, live: Live, page: QueuePage, recode: RecodePage, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._page, self._window = live, page, window
        page.code_wanted.connect(
            lambda: self.ask_for_code(_("Settle as which code?"), page.take_code)
        )
        recode.code_wanted.connect(
            lambda: self.ask_for_code(_("Recode to which code?"), recode.take_code)
        )
        page.definitions_wanted.connect(self.ask_for_definitions)

    @property
    def _codebook(self) -> Codebook | None:
        return self._page.queue.codebook if self._page.queue else None

    def ask_for_code(self, question: str, then: Callable[[CodeId], None]) -> None:
        """Let another code be found by its name."""

        def take(code: CodeId | None) -> None:
            if code is not None:
                then(code)

        def offer(book: Codebook) -> None:
            offered = [
                code
                for code in book.walk()
                if code.applicable is not Applicable.NO and not code.archived
            ]
            ChooseCode(question, book, offered, take, self._window.window()).open()

        self._live.ask(offer, self, Reader.codebook)

    def ask_for_definitions(self, codes: Sequence[CodeId]) -> None:
        """Open the card of the code in dispute; of several, of the one that is picked."""
        if len(codes) == 1:
            self.amend(codes[0])
        elif self._codebook is not None:
            menu = QMenu(self._window)
            menu.aboutToHide.connect(menu.deleteLater)
            for code in codes:
                action = menu.addAction(self._codebook[code].name)
                action.triggered.connect(lambda _on=False, code=code: self.amend(code))
            menu.setActiveAction(menu.actions()[0])
            menu.popup(self._page.foot.mapToGlobal(self._page.foot.because.pos()))

    def amend(self, code: CodeId) -> None:
        """Open a code's card; other words in it make a new version of the codebook."""
        book = self._codebook
        if book is not None:
            writable = self._live.study.writable
            CodeDialog(book, book[code], self._run, self._window.window(), writable=writable).open()

    def _run(self, action: Any) -> None:
        if isinstance(action, DescribeCode):
            action = AmendCode(**vars(action))
        self._live.run(action)
