"""From hits in the study to codings: a code is chosen, passages are ticked, one step is done."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.code_hits import CodeHits
from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.hits_to_code import HitsToCode, HitToCode, HitUnit, hits_to_code
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.codebook.choose_code import ChooseCode
from qualcoder_nhs.ui.seek.code_hits import CodeHitsDialog
from qualcoder_nhs.ui.working.live import Live


class HitCoding(QObject):
    """Asks which code the hits of a search get, and which of them. `said` tells what was done."""

    said = Signal(str)

    def __init__(self, live: Live, window: QWidget) -> None:
        super().__init__(window)
        self._live, self._window = live, window

    def ask(self, words: str, stems: bool) -> None:  # noqa: FBT001  (a signal brings it)
        """Ask for a code for every hit of these words."""
        if not self._live.study.writable:
            self.said.emit(_("This study is open to read only: nothing can be coded in it."))
            return

        def offer(book: Codebook) -> None:
            def take(code: CodeId | None) -> None:
                if code is not None:
                    self._look_through(words, code, stems=stems)

            offered = [one for one in book.walk() if _fits(one)]
            ChooseCode(_("Code every hit with …"), book, offered, take, self._window).open()

        self._live.ask(offer, self, Reader.codebook)

    def _look_through(self, words: str, code: CodeId, *, stems: bool) -> None:
        layer = self._live.layer

        def do(hits: list[HitToCode]) -> None:
            passages = tuple((one.transcript, one.span) for one in hits)
            self._live.run(CodeHits(passages, code, layer), self._tell, self)

        dialog = CodeHitsDialog(words, do, self._window)

        def show(found: HitsToCode) -> None:
            dialog.show_hits(found)
            dialog.show()

        def ask(unit: HitUnit) -> None:
            coder = self._live.coder
            self._live.ask(
                show,
                dialog,
                hits_to_code,
                words,
                code,
                coder,
                stems=stems,
                unit=unit,
                layer=layer,
            )

        dialog.unit_wanted.connect(ask)
        ask(HitUnit.TURN)
        dialog.open()

    def _tell(self, coded: tuple[object, ...]) -> None:
        told = ngettext("{n} passage coded.", "{n} passages coded.", len(coded))
        self.said.emit(_("{passages} Undo takes all of it back.").format(passages=told))


def _fits(code: Code) -> bool:
    return code.applicable is not Applicable.NO and not code.archived
