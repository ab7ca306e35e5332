"""Conventions that transcripts come in, each as a short file a person can count by eye."""

from pathlib import Path

import pytest
from importers.wild_cases import CASES

from qualcoder_nhs.importers import read_transcript


@pytest.mark.parametrize("name", CASES)
def test_turns(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    path = tmp_path / "file.txt"
    path.write_bytes(text.encode())
    parsed = read_transcript(path)
    found = [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Just an essay.\n\nIt has paragraphs, and one thing: a colon.\n\nNothing else.\n",
        "Chapter 1: In which\n\nIt was late.\n\nChapter 2: The other\n\nIt was early.\n",
        "Pancakes\n\nFlour: two cups\nMilk: one cup\n\nMix all.\n\nFry it.\n\nTip: eat them hot.\n",
        (
            "Minutes\n\nThe report was heard.\n\nAction: JB to write.\n\nNothing else.\n\n"
            "Action: CD to call.\n"
        ),
        (
            "An essay: its colons.\n\nIt has many: this one, for instance.\n\nTime: a river.\n"
            "Space: a room.\n\nI said: no. They said: yes.\n\n17:30: late.\n"
        ),
        "CONFIDENTIAL\n\nOne paragraph here.\n\nCONFIDENTIAL\n\nAnother one.\n",
    ],
)
def test_a_text_without_speakers_stays_whole(text: str, tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text(text, encoding="utf-8")
    assert read_transcript(path).turns == ()
