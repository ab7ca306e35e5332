"""More conventions, counted by another pair of eyes."""

from pathlib import Path

import pytest
from importers.label_cases import CASES

from qualcoder_nhs.importers import read_transcript


@pytest.mark.parametrize("name", CASES)
def test_turns(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    path = tmp_path / "file.txt"
    path.write_bytes(text.encode())
    parsed = read_transcript(path)
    assert [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns] == expected
