"""Real transcripts import with the speakers and turns that a person counts in them.

How it was counted: in the inquiry's day, paragraphs that begin with a name between double stars
and a colon, told apart by that name; read through for names that are none (there are none). In the
design meeting, lines that begin with one of the four roles and a colon, which are all its lines. In
the panel, lines that are nothing but `Speaker N: hh:mm:ss`. In the captions, every cue opens with
the one name, so that all of them are one turn. In the interview that MAXQDA printed, on the pages
as poppler shows them: 95 numbers in the margin, of which the first stands beside the title; the
others open with one of the two names, and each page but the last ends with something that the next
begins with, three times the bare number (24, 45, 92) and once a whole line, in the middle of
paragraph 69.
"""

import os
from pathlib import Path

import pytest

from qualcoder_nhs.domain.speech import stage_directions
from qualcoder_nhs.importers.transcript_formats import read_transcript

HERE = Path(__file__).parent


def test_a_day_of_the_inquiry() -> None:
    parsed = read_transcript(HERE / "ukcovid_inquiry_stevens_2023-11-02.rst")
    labels = [turn.label for turn in parsed.turns]
    assert len(labels) == 367
    assert {label: labels.count(label) for label in dict.fromkeys(labels)} == {
        "Lady Hallett": 15,
        "Mr Keith": 1,
        "The Witness": 1,
        "Mr O'Connor": 6,
        "Lord Simon Stevens": 170,
        "Counsel Inquiry": 101,
        "Mr Metzer": 2,
        "Mr Metzer KC": 10,
        "Mr Weatherby": 2,
        "Mr Weatherby KC": 36,
        "Ms Harris": 17,
        "Mr Dayle": 6,
    }
    breaks = [span.of(parsed.text) for span in stage_directions(parsed.text)]
    assert "*(A short break)*" in breaks


def test_a_design_meeting() -> None:
    parsed = read_transcript(HERE / "ami_ES2004d_design_meeting.txt")
    labels = [turn.label for turn in parsed.turns]
    assert len(labels) == 756
    assert {label: labels.count(label) for label in set(labels)} == {
        "Project Manager": 213,
        "Industrial Designer": 206,
        "Marketing": 187,
        "User Interface": 150,
    }


def test_a_panel_with_labels_and_times_on_lines_of_their_own() -> None:
    parsed = read_transcript(HERE / "bitcoin_panel_cisa.md")
    assert len(parsed.turns) == 37
    assert {turn.label for turn in parsed.turns} == {f"Speaker {n}" for n in range(4)}
    assert parsed.turns[0].time == 1.0
    assert all(turn.time is not None for turn in parsed.turns)


def test_an_interview_printed_by_maxqda() -> None:
    parsed = read_transcript(HERE / "pdpilot_P1.pdf")
    labels = [turn.label for turn in parsed.turns]
    assert {label: labels.count(label) for label in set(labels)} == {"Dan": 47, "Participant": 47}
    lines = parsed.text.splitlines()
    assert (lines[0], len(lines)) == ("Interview", 95)
    assert [at + 1 for at, line in enumerate(lines) if line.startswith("Participant:  Um")] == [38]
    cut = parsed.turns[67].words.of(parsed.text)
    assert cut.startswith("Yeah, in the end, yes, because I found this, this cluster of cars")
    assert cut.count("that and I thought it was useful. And then I was able to drill down") == 1
    assert cut.endswith("what they have, so yeah highlighting was very useful.")
    assert [problem.what.split(";")[0] for problem in parsed.problems] == [
        "Paragraph numbers: 98 lines were left out",
        "Page footers: 5 lines were left out",
        "Repeated at a page break: 1 line was left out",
    ]


@pytest.mark.skipif("QNHS_REAL_FILES" not in os.environ, reason="the file is not for copying")
def test_captions_with_one_voice_in_every_cue() -> None:
    parsed = read_transcript(Path(os.environ["QNHS_REAL_FILES"]) / "zoom_plc_fishbowl.vtt")
    assert len(parsed.turns) == 1
