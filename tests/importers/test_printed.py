"""What Chromium and LibreOffice print is the same talk, however it is set.

The prints are made by `printed_talk`; each page of theirs is as small as a hand.
"""

import pytest
from importers.printed_talk import ENGLISH, HEBREW, PRINTED, Talk

from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.transcript_formats import read_transcript

ORDERED = (
    "Words that are written from right to left were put in the order in which they are read. "
    "Look at numbers, brackets and foreign words among them."
)
AROUND = [
    "Page headers: {0} lines were left out; the first is “Study of wards – draft”.",
    "Page footers: {0} lines were left out; the first is “Page 1”.",
]
NOTES = "Footnotes: 5 lines were left out; the first is “1 Checked against the recording, twice.”."
FOOT = "Page footers: 1 line was left out; the first is “Page 1”."
CASES: list[tuple[str, Talk, list[str]]] = [
    ("chromium_columns", ENGLISH, []),
    (
        "chromium_table",
        ENGLISH,
        ["Repeated at a page break: 1 line was left out; the first is “Speaker Text”."],
    ),
    ("chromium_hebrew", HEBREW, [ORDERED]),
    (
        "libreoffice_footnotes",
        ENGLISH,
        [
            NOTES,
            *(words.format(3) for words in AROUND),
        ],
    ),
    ("libreoffice_hebrew", HEBREW, [FOOT, ORDERED]),
]


def talk(parsed: Parsed) -> list[tuple[str, str]]:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


@pytest.mark.parametrize(("name", "said", "told"), CASES, ids=[name for name, *_others in CASES])
def test_prints(name: str, said: Talk, told: list[str]) -> None:
    parsed = read_transcript(PRINTED / f"{name}.pdf")
    assert talk(parsed) == list(said)
    assert [problem.what for problem in parsed.problems] == told
