"""More conventions, counted by another pair of eyes; those not read so yet are named."""

from pathlib import Path

import pytest
from importers.label_cases import CASES

from qualcoder_nhs.importers import read_transcript

NOT_YET = {
    "marks at the end of the turn",
    "marks at both ends",
    "a paragraph that only ends with a mark",
    "a time mark on the line below",
    "a name behind its time",
    "a colon behind the time",
    "new Teams layout",
    "Otter",
    "a header with a moderator in it",
    "a list inside speech",
    "numbered paragraphs",
    "directions in the label",
    "doubtful names",
    "phrases that repeat",
    "Markdown, bold without a colon",
    "capitals without a colon",
    "angle brackets and arrows",
    "wide gaps",
    "two speakers, each once",
}
"""Read in another way today: in most, a label that stands once, or a mark that stays in the words.

A case that comes to be read as a person reads it must leave this list, or its test fails.
"""


def case(name: str) -> object:
    marks = [pytest.mark.xfail(reason="not read so yet", strict=True)] if name in NOT_YET else []
    return pytest.param(name, marks=marks, id=name)


@pytest.mark.parametrize("name", [case(name) for name in CASES])
def test_turns(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    path = tmp_path / "file.txt"
    path.write_bytes(text.encode())
    parsed = read_transcript(path)
    assert [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns] == expected
