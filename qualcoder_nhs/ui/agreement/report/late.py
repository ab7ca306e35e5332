"""What a section of the report shows that takes longer: counted when somebody looks at it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.tasks.agreement import CompareOverTime, TellSettling
from qualcoder_nhs.tasks.agreement_page import AgreementPage
from qualcoder_nhs.tasks.task import Task
from qualcoder_nhs.ui.working.live import Live

LATE: dict[str, Callable[[AgreementWish], Task[object]]] = {
    "time": CompareOverTime,
    "settled": TellSettling,
}
"""By the section that wants it."""


class Late(QObject):
    """`came` bears a section and what it asked for; of a `page` that is not shown any more, no."""

    came = Signal(str, object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.live: Live | None = None
        self.page: AgreementPage | None = None

    def ask(self, section: str) -> None:
        """Have it counted for the page that is shown."""
        if self.live is not None and self.page is not None:
            take = partial(self._take, section, self.page)
            self.live.start(LATE[section](self.page.wish), take, self)

    def _take(self, section: str, page: AgreementPage, found: object) -> None:
        if page is self.page:
            self.came.emit(section, found)
