"""The main job from the first window to the Word file, with keys and the mouse only."""

from collections.abc import Callable
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from walk.files import FG8, FG9, WORDS_OF_P2, WORDS_OF_P3
from walk.somebody import CTRL, Somebody

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.queries.coding_list import coding_list
from qualcoder_nhs.queries.turn_list import turn_list
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.excerpts.export_sheet import ExportSheet

ComeIn = Callable[[], Somebody]
HOLDING = "tru-withheld"


@pytest.fixture
def study_file(tmp_path: Path) -> Path:
    return tmp_path / "Walk.qnhs"


def bring_in(person: Somebody, monkeypatch: pytest.MonkeyPatch, *files: Path) -> None:
    """Import files from the menu, and see who speaks in them."""
    answer = ([str(file) for file in files], "")
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: answer)
    page = person.room.traffic.importing
    person.menu("import")
    person.until(lambda: len(page.session.files) == len(files) and not page.session.waiting)
    person.key(Qt.Key.Key_Return, CTRL)
    person.until(lambda: len(person.study.ask(Reader.transcripts)) == len(files))
    person.until(lambda: bool(person.desk.state.text))
    person.settle()


def test_the_speakers_are_seen_before_anything_is_written(
    come_in: ComeIn, study_file: Path, word_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    person = come_in()
    person.start_study(study_file)
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_asked: ([str(word_file)], ""))
    page = person.room.traffic.importing
    person.menu("import")
    person.until(lambda: bool(page.session.files) and not page.session.waiting)
    labels = [row.label for row in page.who.table.labels.rows if hasattr(row, "turns")]
    assert labels == ["MOD", "P1", "P2"]
    assert person.study.ask(Reader.transcripts) == []
    person.key(Qt.Key.Key_Return, CTRL)
    person.until(lambda: person.room.desk == "code" and bool(person.desk.state.text))
    name, turns = person.study.ask(turn_list, "FG9")
    assert (name, [(turn["label"], turn["text"]) for turn in turns]) == ("FG9", list(FG9))


def test_the_main_job(
    come_in: ComeIn,
    study_file: Path,
    word_file: Path,
    text_file: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    person = come_in()
    person.start_study(study_file)
    bring_in(person, monkeypatch, word_file, text_file)
    said = [(turn["label"], turn["text"]) for turn in person.study.ask(turn_list, "FG8")[1]]
    assert said == list(FG8)

    person.code_in("FG9", WORDS_OF_P2, "hol")
    person.code_in("FG8", WORDS_OF_P3, "hol")
    assert quotes(person) == [
        ("FG9", "tru-withheld", WORDS_OF_P2),
        ("FG8", "tru-withheld", WORDS_OF_P3),
    ]

    take_back_and_do_again(person)

    person.leave()
    person = come_in()
    person.open_study(study_file)
    assert [quote for _where, _code, quote in quotes(person)] == [WORDS_OF_P2, WORDS_OF_P3]
    word = export(person, monkeypatch, study_file.with_name("Trust.docx"))
    assert_tells_it(word)

    person.menu("desk:code")
    for left in (1, 0):
        person.menu("undo")
        person.settle()
        assert len(person.codings()) == left
    assert person.study.faults() == []


def take_back_and_do_again(person: Somebody) -> None:
    """Undo and redo by key; the window shows at once what the store holds."""
    person.key(Qt.Key.Key_Z, CTRL)
    person.settle()
    assert [quote for _where, _code, quote in quotes(person)] == [WORDS_OF_P2]
    assert person.drawn() == []
    person.key(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    person.settle()
    assert [shown(person, coding) for coding in person.drawn()] == [WORDS_OF_P3]


def quotes(person: Somebody) -> list[tuple[str, str, str]]:
    """Every coding of the store with its words."""
    return [(one.transcript, one.code.slug, one.text) for one in person.study.ask(coding_list)]


def shown(person: Somebody, coding: Coding) -> str:
    """The words that stand marked in the window, as Qt's document has them."""
    view, state = person.desk.view, person.desk.state
    place = state.paragraphs.at(coding.span.start)
    block = view.document().findBlockByNumber(place.number)
    first = place.offsets.to_units(coding.span.start - place.span.start)
    last = place.offsets.to_units(coding.span.end - place.span.start)
    units = block.text().encode("utf-16-le")[2 * first : 2 * last]
    return units.decode("utf-16-le")


def export(person: Somebody, monkeypatch: pytest.MonkeyPatch, out: Path) -> Path:
    """All excerpts to Word, through the page and its sheet."""
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    person.menu("desk:analyse")
    page = person.room.desks["analyse"].room_of("excerpts").page
    person.until(lambda: page.book is not None and len(page.book.excerpts) == 2)
    person.menu("export_excerpts")
    sheet = person.dialog(ExportSheet)
    assert "2 of 2" in sheet.sum.text()
    person.click(sheet.save)
    person.until(out.exists)
    person.until(lambda: "2 of 2" in person.window.status.message)
    return out


def assert_tells_it(word: Path) -> None:
    """The Word file has each quote, who said it and where, and how many there are."""
    written = [(line.style.name, line.text) for line in Document(str(word)).paragraphs]
    told = "\n".join(text for _style, text in written)
    assert [text for style, text in written if style == "Quote"] == [WORDS_OF_P2, WORDS_OF_P3]
    assert ("(FG9, P2)" in told, "[FG9 t.3]" in told) == (True, True)
    assert ("(FG8, P3)" in told, "[FG8 t.2]" in told) == (True, True)
    assert written[-1][1].startswith("2 of 2 excerpts exported")
