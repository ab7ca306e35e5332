"""Host the pages of the Analyse desk that one writes in: consensus and framework."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from qualcoder_nhs.domain.framework_plan import Fate, FrameworkPlan
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.export import WriteFile
from qualcoder_nhs.tasks.framework import ReadFramework, taking
from qualcoder_nhs.ui.analyse.consensus_page import ConsensusPage, consensus_body
from qualcoder_nhs.ui.analyse.framework_page import FrameworkPage, framework_body
from qualcoder_nhs.ui.analyse.framework_plan_box import FrameworkPlanBox
from qualcoder_nhs.ui.desks.counted_room import CountedRoom
from qualcoder_nhs.ui.desks.desk_room import Around
from qualcoder_nhs.ui.file_asking import ask_to_save

_KINDS = "Excel (*.xlsx);;Word (*.docx)"


class ConsensusRoom(CountedRoom):
    """Does what is wished of propositions, voicings and corrections."""

    page: ConsensusPage
    page_kind = ConsensusPage

    def __init__(self, around: Around) -> None:
        super().__init__(around, "consensus", consensus_body)
        self.page.wanted.connect(self._live.run)


class FrameworkRoom(CountedRoom):
    """Keeps what is written in cells; takes the matrix out to a workbook and back."""

    page: FrameworkPage
    page_kind = FrameworkPage

    def __init__(self, around: Around) -> None:
        super().__init__(around, "framework", framework_body)
        self.box: FrameworkPlanBox | None = None
        self.page.written.connect(self._live.run)
        self.page.workbook_wanted.connect(self._ask_out)
        self.page.workbook_given.connect(self._ask_in)

    def keep(self) -> None:
        self.page.editor.keep()

    def _ask_out(self) -> None:
        file = self._live.study.path.parent / "framework.xlsx"
        ask_to_save(self._window, _("Save as"), file, _KINDS, self._write_out)

    def _write_out(self, out: Path) -> None:
        self._live.start(WriteFile("framework", out), self.said.emit, self)

    def _ask_in(self) -> None:
        box = QFileDialog(self._window, _("Take summaries from a workbook"))
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.setNameFilter("Excel (*.xlsx)")
        box.fileSelected.connect(lambda name: self.read(Path(name)))
        box.open()

    def read(self, path: Path) -> None:
        """Tell what taking a workbook would do, and do it when that is wished."""

        def show(plan: FrameworkPlan) -> None:
            if plan.of(*(fate for fate in Fate if fate is not Fate.SAME)):
                self.box = FrameworkPlanBox(plan, path.name, self._window)
                self.box.taken.connect(
                    lambda conflicts: self._live.run(taking(plan, path.name, conflicts=conflicts))
                )
                self.box.open()
            else:
                self.said.emit(_("Nothing was changed in {name}.").format(name=path.name))

        self._live.start(ReadFramework(path), show, self)
