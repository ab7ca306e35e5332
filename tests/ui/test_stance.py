"""The analytic stance: chosen at the start and in Study, and what a reflexive study puts away."""

from pathlib import Path

from builders import a_study_with_rounds
from PySide6.QtWidgets import QRadioButton
from ui.whole_window import Desk

from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.task import silent
from qualcoder_nhs.ui.desks.rounds_room import RoundsRoom
from qualcoder_nhs.ui.frame.opening import start_study
from qualcoder_nhs.ui.studies.start_dialog import ReadyCodebook, StartDialog, StartPlan


def pick(box: object, stance: Stance) -> None:
    choices = box.findChildren(QRadioButton)  # type: ignore[attr-defined]
    choices[list(Stance).index(stance)].click()


def test_the_stance_is_chosen_as_a_study_is_begun(desk: Desk, tmp_path: Path) -> None:
    plans: list[StartPlan] = []
    ready = (ReadyCodebook("Ready", Path("ready.yaml")),)
    dialog = StartDialog(tmp_path, ready, plans.append, desk.window)
    assert dialog.stance.stance is Stance.CODEBOOK
    pick(dialog.stance, Stance.REFLEXIVE)
    dialog.accept()
    (plan,) = plans
    opened = start_study(plan, "HL", desk.session.makers, silent)
    assert opened.study.ask(Reader.study).stance is Stance.REFLEXIVE
    opened.close()


def test_the_stance_is_changed_on_the_study_desk_and_undone(desk: Desk, study_file: Path) -> None:
    room = desk.open(study_file)
    desk.menu("desk:study")
    desk.settle()
    assert room.study.stance.stance is Stance.CODEBOOK
    pick(room.study.stance, Stance.RELIABILITY)
    desk.settle()
    assert desk.study.ask(Reader.study).stance is Stance.RELIABILITY
    desk.menu("undo")
    desk.settle()
    assert room.study.stance.stance is Stance.CODEBOOK


def test_a_reflexive_study_puts_agreement_away_and_says_how_to_see_it(
    desk: Desk, tmp_path: Path
) -> None:
    path = tmp_path / "study.qnhs"
    a_study_with_rounds(path).close()
    room = desk.open(path)
    desk.menu("desk:agreement")
    desk.settle()
    rounds = room.desks.room("agreement", RoundsRoom)
    rounds.desk.show_page("report")
    desk.settle()
    assert rounds.report.isVisible()
    desk.menu("desk:study")
    desk.settle()
    pick(room.study.stance, Stance.REFLEXIVE)
    desk.settle()
    desk.menu("desk:agreement")
    desk.settle()
    assert rounds.reported.notice.isVisible()
    assert not rounds.report.isVisible()
    rounds.reported.notice.button.click()
    assert rounds.report.isVisible()
