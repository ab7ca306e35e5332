"""Files come in as what they are: talk, codings and codebooks, whatever they are called."""

from pathlib import Path

import pytest
from builders import a_study, coder
from importers.odt_material import odt, p
from importers.test_sheet_transcripts import NO_TALK, SAID, table, workbook
from importers.word_material import small_docx

from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.tasks.import_files import ImportFiles
from qualcoder_nhs.tasks.task import silent

TALK = [("Speaker", "Text"), *SAID]


def files(folder: Path) -> dict[Path, str]:
    """Files of many kinds under names of other kinds, with what each is to come in as."""
    word = folder / "word.csv"
    word.write_bytes(small_docx())
    rich = folder / "rich.txt"
    rich.write_text(r"{\rtf1 P1: One.\par P2: Two.\par P1: Three.}", encoding="ascii")
    codings = folder / "codings.txt"
    codings.write_text("transcript,code,start,end\nnone,none,1,2\n", encoding="utf-8")
    return {
        odt(folder / "open.xlsx", p("P1: One.") + p("P2: Two.") + p("P1: Three.")): "transcript",
        word: "transcript",
        rich: "transcript",
        table(folder / "talk.csv", TALK): "transcript",
        table(folder / "talk.tsv", TALK, "\t"): "transcript",
        workbook(folder / "talk.xlsx", TALK): "transcript",
        codings: "codings",
        table(folder / "book.csv", [("name", "definition"), ("Trust", "To believe")]): "codebook",
        workbook(folder / "book.xlsx", [("name", "definition"), ("Money", "To pay")]): "codebook",
    }


def test_each_comes_in_as_what_it_is(tmp_path: Path) -> None:
    wanted = files(tmp_path)
    with a_study(tmp_path / "s.qnhs") as study:
        report = ImportFiles(list(wanted)).run(study, coder(study), silent)
    assert {one.file: one.why for one in report.refused} == {}
    assert {one.file: one.kind for one in report.imported} == wanted
    turns = {one.file.name: one.turns for one in report.imported if one.kind == "transcript"}
    assert turns == dict.fromkeys(("open.xlsx", "word.csv", "rich.txt"), 3) | dict.fromkeys(
        ("talk.csv", "talk.tsv", "talk.xlsx"), 5
    )


@pytest.mark.parametrize("kind", ["people", "survey", "form", "answers"])
def test_other_tables_do_not_become_transcripts(tmp_path: Path, kind: str) -> None:
    file = workbook(tmp_path / "table.xlsx", NO_TALK[kind])
    with a_study(tmp_path / "s.qnhs") as study:
        report = ImportFiles([file]).run(study, coder(study), silent)
    assert [one.kind for one in report.imported if one.kind == "transcript"] == []


def test_the_printed_sample_is_beside_the_others() -> None:
    folder = shipped_folder("transcripts_sample") / "formats"
    assert {file.name for file in folder.iterdir()} == {"FG1.pdf", "FG2.md", "FG2.odt", "FG2.rtf"}
