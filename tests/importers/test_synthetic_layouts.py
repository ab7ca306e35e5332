"""Layouts made up after what programs and people write; none of these is from a real file."""

from pathlib import Path

import pytest

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.transcript_formats import read_transcript
from qualcoder_nhs.importers.turns import times

TIMES_IN_WORDS = """Anna Roe
0 minutes 5 seconds
It took 2 minutes 30 seconds to load.
Ben Poe
1 minute 9 seconds
Hi.
Anna Roe
1 hour 2 minutes 1 second
Bye.
Ben Poe
1 hour 2 minutes 4 seconds
Bye-bye.
"""

BEHIND_NAMES = """Anna Roe 0 minutes 5 seconds
It took 2 minutes 30 seconds to load.
Ben Poe   1 minute 9 seconds
Hi.
Anna Roe 1 hour 2 minutes 1 second
Bye.
Ben Poe 1 hour 2 minutes 4 seconds
Bye-bye.
"""

COPIED = """Anna Roe
0 minutes 5 seconds
0:05
Anna Roe 0 minutes 5 seconds
It took 2 minutes 30 seconds to load.

Ben Poe

1 minute 9 seconds
1:09
Ben Poe 1 minute 9 seconds
Hi.
Anna Roe
1 hour 2 minutes 1 second
1:02:01
Anna Roe 1 hour 2 minutes 1 second
Bye.
Ben Poe
1 hour 2 minutes 4 seconds
1:02:04
Ben Poe 1 hour 2 minutes 4 seconds
Bye-bye.
"""

HANDLES = """@anna: Hello all.
@ben_k: Hi @anna: how was it?
@anna: Well.
@ben_k: Mail me at x@example.org: that is best.
"""

TABLE = """# FG9

| Speaker | Time | What was said |
|:--|---|--:|
| **MOD** | 00:01 | Who begins? |
| P1 | 00:05 | Me \\| or us.<br>And more. |
| P2 | 00:09 | |
| MOD | 00:10 | Why? |
| P1 | 00:12 | So. |

Thank you.
"""

TABLE_OF_FIGURES = """MOD: Look at this.

| Year | Cost |
|---|---|
| 2020 | 5 |

P1: I see.
MOD: And?
P1: Much.
"""


def read(folder: Path, text: str, suffix: str = ".txt") -> Parsed:
    path = folder / f"made-up{suffix}"
    path.write_text(text, encoding="utf-8")
    return read_transcript(path)


def said(parsed: Parsed) -> list[tuple[str, str]]:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


@pytest.mark.parametrize("text", [TIMES_IN_WORDS, BEHIND_NAMES, COPIED])
def test_times_that_are_told_in_words_are_times(tmp_path: Path, text: str) -> None:
    found = read(tmp_path, text)
    assert found.text == text
    assert said(found) == [
        ("Anna Roe", "It took 2 minutes 30 seconds to load."),
        ("Ben Poe", "Hi."),
        ("Anna Roe", "Bye."),
        ("Ben Poe", "Bye-bye."),
    ]
    assert [turn.time for turn in found.turns] == [5, 69, 3721, 3724]
    assert found.doubts == ()


@pytest.mark.parametrize(
    ("mark", "seconds"),
    [("0 minutes 5 seconds", 5), ("1 hour 0 minutes 1 second", 3601), ("10.30", 630)],
)
def test_what_a_time_says(mark: str, seconds: float) -> None:
    assert times.seconds(mark) == seconds


def test_people_may_be_called_by_handles_but_nobody_by_an_address(tmp_path: Path) -> None:
    found = read(tmp_path, HANDLES)
    assert said(found) == [
        ("@anna", "Hello all."),
        ("@ben_k", "Hi @anna: how was it?"),
        ("@anna", "Well."),
        ("@ben_k", "Mail me at x@example.org: that is best."),
    ]


def test_a_markdown_table_of_speakers_is_read_as_a_table(tmp_path: Path) -> None:
    found = read(tmp_path, TABLE, ".md")
    assert found.convention == "table"
    assert said(found) == [
        ("MOD", "Who begins?"),
        ("P1", "Me | or us.\nAnd more."),
        ("P2", ""),
        ("MOD", "Why?"),
        ("P1", "So.\n\nThank you."),
    ]
    assert [turn.time for turn in found.turns] == [1, 5, 9, 10, 12]
    assert "MOD 00:01: Who begins?\n" in found.text
    assert "|--" not in found.text


def test_a_markdown_table_of_something_else_stays_as_it_stands(tmp_path: Path) -> None:
    found = read(tmp_path, TABLE_OF_FIGURES, ".md")
    assert found.text == TABLE_OF_FIGURES
    assert said(found)[0] == ("MOD", TABLE_OF_FIGURES[5 : TABLE_OF_FIGURES.index("\n\nP1")])
    assert len(found.turns) == 4


def test_a_doubtful_line_says_where_it_may_open_with_a_time_mark(tmp_path: Path) -> None:
    text = (
        "[12:01] P1: We met.\n[12:03] And then?\n[12:05] P2: Yes.\n[12:07] P1: So\n17:30: gone.\n"
    )
    first, second = read(tmp_path, text).doubts
    assert (first.mark, first.time) == (Span(20, 27), 723)
    assert second.mark is not None
    assert second.mark.of(text) == "17:30:"
    assert second.time == 17 * 60 + 30
