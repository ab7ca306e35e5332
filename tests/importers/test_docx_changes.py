"""What lies within Word paragraphs beside plain words: tracked changes, hidden words, fields."""

from pathlib import Path
from typing import Any

import docx
import pytest
from importers.test_docx import read, talk
from importers.word_material import raw, run


@pytest.fixture
def document() -> Any:
    return docx.Document()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "group.docx"


def tracked(kind: str, words: str) -> str:
    """Words that were put in, taken out or moved while changes were tracked."""
    text = words.replace("w:t", "w:delText") if kind == "del" else words
    return f"<w:{kind} w:id='7' w:author='x'>{text}</w:{kind}>"


def test_tracked_changes_are_read_as_accepted(document: Any, path: Path) -> None:
    """Deleted words, paragraph ends and rows are gone; what was put in or moved stands once."""
    mark = "<w:pPr><w:rPr><w:del w:id='9'/></w:rPr></w:pPr>"
    cells = "".join(f"<w:tc><w:p>{run(words)}</w:p></w:tc>" for words in ("P1:", "Gone row."))
    gone = cells.replace("<w:r>", "<w:del><w:r>").replace("</w:r>", "</w:r></w:del>")
    raw(
        document, f"<w:p>{run('P1: ')}{tracked('ins', run('Yes'))}{tracked('del', run('No'))}</w:p>"
    )
    raw(document, f"<w:p>{mark}{run('P2: It was ')}</w:p>")
    raw(document, f"<w:p>{run('one turn.')}{tracked('moveFrom', run(' Moved.'))}</w:p>")
    raw(document, f"<w:p>{run('P1: ')}{tracked('moveTo', run('Moved.'))}</w:p>")
    deleted = gone.replace("w:t>", "w:delText>").replace("<w:t ", "<w:delText ")
    raw(document, f"<w:tbl><w:tr><w:trPr><w:del w:id='1'/></w:trPr>{deleted}</w:tr></w:tbl>")
    parsed = read(document, path)
    assert talk(parsed) == [("P1", "Yes"), ("P2", "It was one turn."), ("P1", "Moved.")]
    assert [problem.what for problem in parsed.problems] == [
        "Tracked deletions: 4 words were left out.",
        "2 tracked insertions are read as text.",
    ]


def test_hidden_words_formulas_and_fields(document: Any, path: Path) -> None:
    hidden = run("not shown").replace("<w:r>", "<w:r><w:rPr><w:vanish/></w:rPr>")
    math = (
        "<m:oMath xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'>"
        "<m:r><m:t>x=1</m:t></m:r></m:oMath>"
    )
    field = (
        "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('May')}"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r>"
    )
    simple = f"<w:fldSimple w:instr='PAGE'>{run(' 7')}</w:fldSimple>"
    raw(document, f"<w:p>{run('P1: In ')}{field}{simple}{hidden}{math}{run('.')}</w:p>")
    parsed = read(document, path)
    assert parsed.text.strip() == "P1: In May 7."
    assert [problem.what for problem in parsed.problems] == [
        "Hidden text: 2 words were left out.",
        "Formulas: 1 word was left out.",
    ]
