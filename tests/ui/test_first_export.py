"""Export from the menu reaches a page of excerpts that has not been looked at yet."""

from pathlib import Path

from ui.whole_window import Desk

from qualcoder_nhs.ui.excerpts.export_sheet import ExportSheet


def test_export_from_the_code_desk_asks_at_once(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    desk.menu("export_excerpts")
    desk.dialog(ExportSheet).close()
    assert room.desks["analyse"].room_of("excerpts").page.isVisible()
