"""More conventions, counted by other pairs of eyes, and texts in which nobody is named."""

from pathlib import Path

import pytest
from importers import house_cases, label_cases, name_cases, service_cases

from qualcoder_nhs.importers.transcript_formats import read_transcript

EVERY = (label_cases, service_cases, house_cases, name_cases)
CASES = {name: case for each in EVERY for name, case in each.CASES.items()}
SILENT = label_cases.SILENT | house_cases.SILENT


@pytest.mark.parametrize("name", CASES)
def test_turns(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    path = tmp_path / "file.txt"
    path.write_bytes(text.encode())
    parsed = read_transcript(path)
    assert [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns] == expected


@pytest.mark.parametrize("name", SILENT)
def test_nobody_is_named(name: str, tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_bytes(SILENT[name].encode())
    assert read_transcript(path).turns == ()
