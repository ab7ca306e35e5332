"""Exchanges written and read back: the link stands at the end of its line in every format."""

import csv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from docx import Document

from qualcoder_nhs.domain.dialogue import Answer, Dialogue, DialogueBook, DialogueLine
from qualcoder_nhs.domain.errors import UnknownSuffix
from qualcoder_nhs.domain.excerpts import Said, Voice
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.exporters.dialogue.dialogue_formats import write_dialogues


def said(turn: int, name: str, words: str) -> Said:
    voice = Voice(name, name, Function.PARTICIPANT, "chief executive")
    return Said(turn, voice, Span(0, 1), words)


LINES = (
    DialogueLine(said(21, "P1", "We’ve honestly never been closer.")),
    DialogueLine(
        said(22, "P6", "No, I think that’s <lovely>."), (Answer(LinkKind.SOFT, 21, "P1"),)
    ),
    DialogueLine(said(23, "P3", "[laughter]"), context=True),
    DialogueLine(said(24, "P2", "=Well. Quite."), (Answer(LinkKind.AGREE, 22, "P6", ("HL",)),)),
)
BOOK = DialogueBook(
    "Trust",
    "settled",
    "FG1",
    (Dialogue(TranscriptId("FG1"), "FG1", "settled", LINES, (21, 22, 24), ()),),
)


@pytest.fixture
def written(tmp_path: Path) -> Callable[[str], Path]:
    def write(suffix: str, book: DialogueBook = BOOK) -> Path:
        path = tmp_path / f"exchanges{suffix}"
        write_dialogues(book, path)
        return path

    return write


def test_word_has_dialogue_with_headings_and_grey_between(written: Callable[[str], Path]) -> None:
    document = Document(str(written(".docx")))
    told = [(one.style.name, one.text) for one in document.paragraphs]
    assert ("Heading 1", "FG1") in told
    assert ("Dialogue", "P6\tNo, I think that’s <lovely>.   ← soft dissent") in told
    assert ("Context", "P3\t[laughter]") in told
    assert ("Dialogue", "P2\t=Well. Quite.   ← agree (HL)") in told
    assert ("Caption", "(FG1, P1, P6, P2: chief executive)\t[FG1 t.21–24]") in told
    assert any("1 exchange" in words for _style, words in told)


def test_a_page_escapes_words_and_loads_nothing(written: Callable[[str], Path]) -> None:
    page = written(".html").read_text(encoding="utf-8")
    assert "that’s &lt;lovely&gt;." in page
    assert '<span class="link">← soft dissent</span>' in page
    assert 'class="turn between"' in page
    assert "default-src 'none'" in page


def test_markdown_quotes_line_by_line(written: Callable[[str], Path]) -> None:
    text = written(".md").read_text(encoding="utf-8")
    assert "> **P6** No, I think that’s \\<lovely\\>. **← soft dissent**" in text
    assert "> *P3* \\[laughter\\]" in text


def test_a_table_has_a_row_a_turn_and_runs_no_formula(written: Callable[[str], Path]) -> None:
    with written(".csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["turn"] for row in rows] == ["21", "22", "23", "24"]
    assert [row["linked"] for row in rows] == ["yes", "yes", "no", "yes"]
    assert (rows[1]["kind"], rows[1]["target"]) == ("soft dissent", "21")
    assert rows[3]["words"] == "'=Well. Quite."


def test_what_a_file_cannot_hold_is_replaced(written: Callable[[str], Path]) -> None:
    broken = DialogueLine(said(25, "P1", "a\x00b"))
    book = replace(BOOK, dialogues=(replace(BOOK.dialogues[0], lines=(*LINES, broken)),))
    document = Document(str(written(".docx", book)))
    assert any("a�b" in one.text for one in document.paragraphs)
    assert "a�b" in written(".html", book).read_text(encoding="utf-8")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownSuffix):
        write_dialogues(BOOK, tmp_path / "exchanges.pdf")
