"""What a study of another program holds, before it comes in; and how each thing fared, after."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from qualcoder_nhs.domain.foreign import ForeignStudy
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.tasks.import_report import StudyImported
from qualcoder_nhs.ui.arriving.coders import CoderChoices
from qualcoder_nhs.ui.arriving.words import plan_html, report_html, report_text
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.keycap import key_words
from qualcoder_nhs.ui.widgets.labels import button, label
from qualcoder_nhs.ui.widgets.page_header import PageHeader

_WIDTH = 900


class ArrivalPage(QWidget):
    """Wishes only. `agreed` comes when the study is to come in, `left` when the page can go."""

    agreed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        on_ground(self, "paper")
        self.bring = button(_("Import"), "primary")
        self.leave = button(_("Leave it"))
        self.copy = button(_("Copy the report"))
        self.done = button(_("To the transcripts"), "primary")
        self.header = PageHeader(
            _("A study of another program"), self.copy, self.leave, self.bring, self.done
        )
        self.header.sentence.setWordWrap(True)
        self.coders = CoderChoices()
        self.words = QTextBrowser()
        self.words.setFont(chrome_font(Size.BODY))
        self.words.setAccessibleName(_("What the study holds, and how it comes in"))
        self.words.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.words.document().setDocumentMargin(24)
        self.waiting = label("", Size.BODY)
        self.waiting.setContentsMargins(24, 8, 24, 0)
        self.waiting.hide()
        self.words.setLineWrapMode(QTextBrowser.LineWrapMode.FixedPixelWidth)
        self._report: StudyImported | None = None
        self._planned = False
        self._lay_out()
        self.bring.clicked.connect(self.agreed)
        self.leave.clicked.connect(self.left)
        self.done.clicked.connect(self.left)
        self.copy.clicked.connect(self._copy)
        self.bring.setShortcut("Ctrl+Return")
        self.bring.setToolTip(key_words("Ctrl+Return"))
        leaving = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leaving.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leaving.activated.connect(self._escape)
        self.setFocusProxy(self.words)

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self.header)
        whole.addWidget(self.waiting)
        whole.addWidget(self.coders)
        whole.addWidget(self.words, 1)

    @property
    def same(self) -> Mapping[str, str]:
        """Under which other name coders of the file are known, as chosen."""
        return self.coders.same

    def show_plan(self, name: str, study: ForeignStudy, coders: Sequence[str]) -> None:
        """What the file holds, and who its coders are; `coders` are those of the open study."""
        self._report, self._planned = None, True
        said = _("{name}, written by {program}. Nothing is imported until you press Import.")
        self.header.say(said.format(name=name, program=study.program or _("an unknown program")))
        self.coders.offer([one.name for one in study.coders], coders)
        self.words.setHtml(plan_html(study))
        self.stand_ready()

    def show_report(self, done: StudyImported) -> None:
        """How each thing in the file fared."""
        self._report, self._planned = done, False
        self.tell_undone(undone=False)
        self.coders.offer([], [])
        self.words.setHtml(report_html(done))
        self.stand_ready()

    def tell_undone(self, *, undone: bool) -> None:
        """What the report tells of was taken out again by Undo, or put back by Redo."""
        if self._report is None:
            return
        said = _("{name} came in, as one step: Undo takes all of it out again.")
        if not self._report.taken.written:
            said = _("The study had all of {name} already: nothing was written.")
        elif undone:
            said = _("{name} was taken out again by Undo. Redo brings it back.")
        self.header.say(said.format(name=self._report.file.name))

    def expect(self, names: Sequence[str]) -> None:
        """Which studies wait for this one."""
        following = _("Next: {name}").format(name=names[0]) if names else ""
        self.done.setText(following or _("To the transcripts"))
        told = ngettext("{n} more study waits.", "{n} more studies wait.", len(names))
        self.waiting.setText(told.format(n=len(names)))
        self.waiting.setToolTip("\n".join(names))
        self.waiting.setVisible(bool(names))

    def wait(self) -> None:
        """It is coming in."""
        self.bring.setEnabled(False)
        self.leave.setEnabled(False)

    def stand_ready(self) -> None:
        """Offer what can be done now."""
        for part in (self.bring, self.leave):
            part.setVisible(self._planned)
            part.setEnabled(True)
        for part in (self.copy, self.done):
            part.setVisible(self._report is not None)

    def _escape(self) -> None:
        if self._report is not None or self.leave.isEnabled():
            self.left.emit()

    def _copy(self) -> None:
        if self._report is not None:
            QGuiApplication.clipboard().setText(report_text(self._report))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lines are no longer than can be read, however wide the window is."""
        super().resizeEvent(event)
        self.words.setLineWrapColumnOrWidth(min(grown(_WIDTH), self.words.viewport().width()))
