"""What LibreOffice makes of our documents is the same talk, in each format that it writes."""

import shutil
from pathlib import Path

import pytest
from exporters.printed import Office
from importers.test_sheet_transcripts import SAID, table

from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.importers.transcript_formats import read_transcript

pytestmark = pytest.mark.long

SAMPLE = shipped_folder("transcripts_sample")


def talk(parsed: Parsed) -> list[tuple[str, str]]:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


@pytest.mark.parametrize("kind", ["odt", "rtf", "docx"])
@pytest.mark.parametrize("name", ["FG1.docx", "FG4.docx"])
def test_documents(office: Office, tmp_path: Path, name: str, kind: str) -> None:
    source = Path(shutil.copy(SAMPLE / name, tmp_path))
    assert talk(read_transcript(office(source, kind))) == talk(read_transcript(source))


def test_a_web_page(office: Office, tmp_path: Path) -> None:
    source = Path(shutil.copy(SAMPLE / "FG4.docx", tmp_path))
    assert talk(read_transcript(office(source, "html"))) == talk(read_transcript(source))


def test_a_sheet(office: Office, tmp_path: Path) -> None:
    rows = [("Speaker", "Text", "Start"), *((*said, f"0:00:{at}5") for at, said in enumerate(SAID))]
    parsed = read_transcript(office(table(tmp_path / "group.csv", rows), "xlsx"))
    assert talk(parsed) == SAID
    assert [turn.time for turn in parsed.turns] == [5, 15, 25, 35, 45]
