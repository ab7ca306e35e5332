"""Packs out, two coders apart, packs back, the report, ten settled, and Word files of it all."""

from collections.abc import Callable
from pathlib import Path

import pytest
from builders import all_rows
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox, QPushButton
from walk.hands import go_to, name_file, press, written
from walk.somebody import Somebody
from walk.team import ALIKE, CODERS, COST, ROUND, SPLIT, TALKS, TRUST, UNCODED, WASTE, a_team_study

from qualcoder_nhs.domain.coding import SETTLED
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.agreement.merge_page import MergePage
from qualcoder_nhs.ui.desks.finish_dialog import FinishDialog
from qualcoder_nhs.ui.excerpts.export_sheet import ExportSheet

ComeIn = Callable[[], Somebody]
READS = {"AB": COST, "CD": WASTE}
FEW = "\N{NO-BREAK SPACE}†"
HEADLINE = "Mostly a which-code-problem: the same passages are given different codes."


@pytest.fixture
def study_file(tmp_path: Path) -> Path:
    return a_team_study(tmp_path / "Beds.qnhs")


def test_a_round_goes_out_and_comes_back(
    come_in: ComeIn, study_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = study_file.parent
    make_packs(come_in, study_file)
    for name in CODERS:
        code_apart(come_in, name, folder / f"{ROUND} {name}.qnhs", folder / f"{name} back.qnhs")

    lead = at_study(come_in, study_file)
    for name in CODERS:
        merge_twice(lead, folder / f"{name} back.qnhs")
    open_the_round(lead)
    assert_report(read_report(lead, folder / "Agreement.docx"))
    settle_ten(lead)
    assert_excerpts(export_settled(lead, monkeypatch, folder / "Settled.docx"))
    assert lead.study.faults() == []


# ── out, apart, and back ─────────────────────────────────────────────────────────────────────────


def at_study(come_in: ComeIn, path: Path) -> Somebody:
    person = come_in()
    person.open_study(path)
    return person


def make_packs(come_in: ComeIn, study_file: Path) -> None:
    lead = at_study(come_in, study_file)
    go_to(lead, "packs")
    press(lead, lead.room.desks["agreement"].packs.page.make)
    name_file(lead, study_file.parent)
    lead.until(lambda: "2 packs were made" in lead.window.status.message)
    lead.leave()


def code_apart(come_in: ComeIn, name: str, pack: Path, back: Path) -> None:
    """A coder codes all turns of the pack with keys and the mouse, finishes, and returns it."""
    person = at_study(come_in, pack)
    assert person.room.coder.name == name
    assert person.codings() == []
    for transcript, talk in TALKS.items():
        person.turn_to(transcript)
        for said in talk[:-1]:
            person.code(said, READS[name].lower())
        person.code(talk[-1], TRUST.lower())
        person.menu("round:finish")
        press(person, person.dialog(FinishDialog).finish)
        told = f"{transcript} is finished."
        person.until(lambda told=told: person.window.status.message == told)
    go_to(person, "packs")
    press(person, person.room.desks["agreement"].packs.page.give_back)
    name_file(person, back)
    person.until(lambda: "ready to be returned" in person.window.status.message)
    person.leave()


def merge_twice(lead: Somebody, back: Path) -> None:
    """What came in the first time is known the second time, and nothing is changed."""
    page = plan(lead, back)
    press(lead, page.plan.agree)
    lead.until(lambda: "12 codings came in" in lead.window.status.message)
    after = all_rows(lead.study)
    page = plan(lead, back)
    assert page.plan.nothing.isVisible()
    assert not page.plan.agree.isVisible()
    press(lead, page.plan.leave)
    assert all_rows(lead.study) == after


def plan(lead: Somebody, back: Path) -> MergePage:
    """What a merge would do, as the page tells it."""
    go_to(lead, "packs")
    page = lead.room.desks["agreement"].packs.page
    press(lead, page.merge)
    name_file(lead, back)
    lead.until(page.plan.isVisible)
    return page


# ── together ─────────────────────────────────────────────────────────────────────────────────────


def open_the_round(lead: Somebody) -> None:
    """What it holds is the lead's to see only from then on."""
    go_to(lead, "board")
    assert lead.codings() == []
    assert lead.room.desks["agreement"].board.next.text() == "Open the round"
    press(lead, lead.room.desks["agreement"].board.next)
    box = lead.dialog(QMessageBox)
    [yes] = [one for one in box.findChildren(QPushButton) if one.text() == "Open the round"]
    press(lead, yes)
    assert len(lead.codings()) == 24


def read_report(lead: Somebody, out: Path) -> Path:
    """The report as the page counts it, written to Word."""
    go_to(lead, "report")
    page = lead.room.desks["agreement"].report
    lead.until(lambda: page.page is not None and page.page.report is not None)
    [word] = [one for one in page.leave.choices.actions() if "Word" in one.text()]
    word.trigger()
    name_file(lead, out)
    lead.until(lambda: out.name in lead.window.status.message)
    assert page.headline.text().startswith(HEADLINE)
    return out


def assert_report(word: Path) -> None:
    """The finding, what was compared, and figures that can be counted with a pencil."""
    document = Document(str(word))
    assert [text for style, text in written(word) if style == "Headline"] == [HEADLINE]
    rows = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    said = sum(len(words) for talk in TALKS.values() for words in (*talk, UNCODED))
    differ = sum(map(len, SPLIT))
    assert ["Coders", "2: AB and CD"] in rows
    assert ["Double-coded", f"2 of 2 transcripts, {said} of {said} characters (100 %)"] in rows
    figures = {(row[0], row[1]): row[2] for row in rows if len(row) == 6}
    alpha = f"{alpha_of_one_coders_code(differ, said):.2f}".replace("-", "\N{MINUS SIGN}")
    assert figures[f"{COST}{FEW}", "10/0"].startswith(f"{alpha} [")
    assert figures[f"{WASTE}{FEW}", "0/10"].startswith(f"{alpha} [")
    assert figures[f"{TRUST}{FEW}", "2/2"].startswith("1.00")
    assert [row[1] for row in rows if row[0] == "|u-alpha"] == ["1.00 a"]
    assert [COST, WASTE, str(differ)] in [row[:3] for row in rows]


def alpha_of_one_coders_code(given: int, said: int) -> float:
    """Krippendorff's alpha of a code that one of two coders gave to so many characters."""
    values = 2 * said
    expected = 2 * given * (values - given) / (values * (values - 1))
    return 1 - given / said / expected


def settle_ten(lead: Somebody) -> None:
    """The cause by number, an arrow for what holds, Enter: the first coder, then the second."""
    go_to(lead, "queue")
    page = lead.room.desks["agreement"].queue
    lead.until(lambda: len(page.pane.model.rows) == len(SPLIT))
    apart = lead.codings()
    for at in range(len(SPLIT)):
        lead.key(str(at % 6 + 1))
        lead.key((Qt.Key.Key_Left, Qt.Key.Key_Right)[at % 2])
        lead.key(Qt.Key.Key_Return)
        lead.settle()
    assert page.pane.settled.text() == "10 of 10 settled"
    lead.key("u")
    lead.settle()
    assert len(lead.study.ask(Reader.codings, layer=SETTLED)) == 12
    assert [one for one in lead.codings() if one.layer != SETTLED] == apart


def export_settled(lead: Somebody, monkeypatch: pytest.MonkeyPatch, out: Path) -> Path:
    """The settled excerpts to Word, through the page and its sheet."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    lead.menu("desk:analyse")
    page = lead.room.desks["analyse"].room_of("excerpts").page
    lead.until(lambda: page.book is not None and len(page.book.excerpts) == 12)
    lead.menu("export_excerpts")
    press(lead, lead.dialog(ExportSheet).save)
    lead.until(lambda: "12 of 36" in lead.window.status.message)
    return out


def assert_excerpts(word: Path) -> None:
    """Every passage once, under the code that was settled, and how many of how many."""
    lines = written(word)
    assert ("Study detail", "Layer\tsettled") in lines
    under: dict[str, list[str]] = {}
    for style, text in lines:
        if style == "Heading 1":
            heading = text
        if style == "Quote":
            under.setdefault(heading, []).append(text)
    assert under == {COST: SPLIT[0::2], WASTE: SPLIT[1::2], TRUST: ALIKE}
    assert lines[-1] == (
        "Closing line",
        "12 of 36 excerpts exported. Left out: 24 in another layer.",
    )
