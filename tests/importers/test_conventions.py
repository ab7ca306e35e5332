"""Every convention of labels that was found in real files or is known of, each in a made-up file.

The files in `conventions` are synthetic and named so; none holds a word that somebody said.
"""

from pathlib import Path

import docx
import pytest
from importers.word_material import bold_labels, saved, table

from qualcoder_nhs.domain.casting import proposed
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.transcript_formats import read_transcript

HERE = Path(__file__).parent / "conventions"
TEAMS = "88b66bf7-0a1e-4d3c-9d70-3f5a0c1b2e4f@72f988bf-86f1-41af-91ab-2d7cd011db47"
CHAIR = "The Acting Chair (Mr. Bruce Roe)"
SPLIT = "We have the beds, and we lack the nurses.\n\nIt was worse before."
DAMAGED = "I said [inaudible 00:10:35] to him {disfmarker} and left {vocalsound}."

Talk = list[tuple[str, str]]

SAID: dict[str, Talk] = {
    "lower_case_roles.txt": [
        ("interviewer", "All right. Uh, yeah, go ahead."),
        ("participant", "I had been there two years."),
        ("interviewer", "And then: what?"),
        ("participant", "Then I left. Note: not for money."),
    ],
    "numbered_roles.txt": [
        ("Interviewer 1", "Shall we begin?"),
        ("Interviewee", "Please."),
        ("Interviewer1", "Who are you?"),
        ("Interviewee", "A nurse."),
        ("Interviewer2", "Since when?"),
        ("Interviewee", "Since May."),
        ("Interviewer 1", "Thank you."),
        ("Interviewer1", "And now?"),
        ("Interviewer2", "Well?"),
    ],
    "split_paragraph.txt": [
        ("Interviewer", "What changed?"),
        ("Participant", "We got a new\n\nsystem."),
        ("Interviewer", "And then?"),
        ("Participant", "It broke."),
    ],
    "typo_in_label.txt": [
        ("interviewer", "One?"),
        ("Participant", "One."),
        ("interviewr", "Two?"),
        ("Particpant", "Two."),
        ("interviewr", "Three?"),
        ("Participant", "Three."),
        ("interviewer", "Four?"),
        ("Participant", "Four."),
    ],
    "name_alone.md": [("Ann Roe", SPLIT), ("Ben Poe", "Was it?"), ("Ann Roe", "In May: yes.")],
    "speaker_and_time.md": [
        ("Speaker 0", "Welcome, everybody."),
        ("Speaker 1", "Thank you.\n\nIt is late."),
        ("Speaker 0", "So it is."),
    ],
    "bracketed_ids.txt": [
        ("id1", "hello, I like the course."),
        ("id2", "I do not.\n[laughs]"),
        ("id1", "Why?"),
        ("id3", "It is: long."),
        ("id2", "Yes."),
        ("id3", "Very."),
    ],
    "otter.txt": [
        ("Ann Roe", "Hello all. We met at 10:30."),
        ("Ben Poe", "Hello."),
        ("Ann Roe", "So."),
        ("Ben Poe", "Yes."),
    ],
    "zoom.vtt": [
        ("Ann Roe (SL)", "Let's do that or not."),
        ("Ben Poe", "Why not?"),
        ("Ann Roe (SL)", "Well: we could."),
    ],
    "name_variants.vtt": [
        ("Aaron Tilley", "One."),
        ("Aron Tilley", "Two."),
        ("Ben", "Three."),
        ("ben", "Four."),
    ],
    "teams.vtt": [(TEAMS, "OK, so"), ("Ben Poe", "Yes."), (TEAMS, "No.")],
    "no_cue.vtt": [],
    "broken_arrow.vtt": [("Ann", "kept")],
    "hearing.rst": [
        ("Mr Keel", "Good morning."),
        ("Lord Roe", "Good morning.\n\n*(A short break)*"),
        ("Counsel Inquiry", "We resume."),
        ("Lord Roe", "Yes: we do."),
        ("Counsel Inquiry", "Thank you."),
    ],
    "bold_name_alone.md": [
        ("interviewer", "Tell me about it."),
        ("interviewee", "It was a letter."),
        ("interviewer", "And?"),
        ("interviewee", "It was short."),
    ],
    "numbered_paragraphs.txt": [
        ("Ann", "Let us begin."),
        ("Dan", "Okay. So now we begin."),
        ("Ann", "Good: go."),
        ("Dan", "There were 3 of us."),
    ],
    "titles_in_names.txt": [
        (CHAIR, "Order. We begin."),
        ("Lynne Poe AM", "Thank you, Chair."),
        ("Right Hon. Ann Noe", "I agree."),
        (CHAIR, "Does she?"),
        ("Lynne Poe AM", "She does: mostly."),
        ("Right Hon. Ann Noe", "Yes."),
    ],
    "roles_only.txt": [
        ("Project Manager", "Shall we?"),
        ("Grad A", "Mm."),
        ("Marketing", "Please."),
        ("Project Manager", "So."),
        ("Grad A", "We need: beds."),
        ("Marketing", "Yes."),
    ],
    "damage_marks.txt": [
        ("MOD", "And you?"),
        ("P1", DAMAGED),
        ("MOD", "[crosstalk 00:10:29]"),
        ("P2", "(unintelligible) never."),
        ("P1", "{gap}"),
        ("P2", "No."),
    ],
    "lecture.txt": [],
    "lecture_cp1252.txt": [],
    "f4.txt": [
        ("I", "Wie war das?"),
        ("B", "Na ja, gut."),
        ("I", "Und dann?"),
        ("B", "Dann kam der Chef: leider."),
    ],
    "time_first.txt": [
        ("Moderator", "Who begins?"),
        ("P1", "I do."),
        ("Moderator", "Please."),
        ("P2", "At 10:30, it was."),
    ],
    "capitals.txt": [
        ("MODERATOR", "WHO WOULD LIKE TO BEGIN?"),
        ("Ann", "I would."),
        ("MODERATOR", "PLEASE DO."),
        ("Ben", "So would I: later."),
        ("Ann", "Fine."),
    ],
    "teams_old.txt": [
        ("Roe, Ann", "Hello all."),
        ("Ben Poe", "Hello."),
        ("Roe, Ann", "So: we begin."),
    ],
}

TIMES = {
    "speaker_and_time.md": [1, 7, 3723],
    "otter.txt": [1, 13, 3599, 3607],
    "teams.vtt": [3, 5, 4],
    "f4.txt": [12.3, 62.3, 69, 3723.4],
    "time_first.txt": [83, 90, 102, 120],
    "teams_old.txt": [5.1, 9, 11],
}


def read(name: str) -> Parsed:
    return read_transcript(HERE / f"synthetic_{name}")


def talk(parsed: Parsed) -> Talk:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


@pytest.mark.parametrize("name", SAID)
def test_a_convention(name: str) -> None:
    parsed = read(name)
    assert talk(parsed) == SAID[name]
    labels = [turn.label_at.of(parsed.text) for turn in parsed.turns if turn.label_at]
    assert labels == [label for label, _words in SAID[name]]


@pytest.mark.parametrize("name", TIMES)
def test_times_of_a_convention(name: str) -> None:
    assert [turn.time for turn in read(name).turns] == TIMES[name]


def test_every_file_is_read_in_a_test() -> None:
    assert {f"synthetic_{name}" for name in SAID} == {file.name for file in HERE.iterdir()}


@pytest.mark.parametrize("name", [name for name in SAID if name.endswith((".txt", ".md", ".rst"))])
def test_a_text_is_stored_as_it_stands(name: str) -> None:
    content = (HERE / f"synthetic_{name}").read_bytes()
    encoding = "cp1252" if "cp1252" in name else "utf-8"
    assert read(name).text == content.decode(encoding).replace("\r\n", "\n")


def test_what_is_doubtful_or_lost_is_said() -> None:
    assert read("no_cue.vtt").problems[0].what == "There is no caption in it."
    assert [problem.line for problem in read("broken_arrow.vtt").problems] == [3]
    assert len(read("teams.vtt").problems) == 2
    assert read("lecture_cp1252.txt").encoding == "cp1252"
    assert "much like “participant”" in read("typo_in_label.txt").doubts[0].what


def test_roles_are_proposed_whatever_way_they_are_written() -> None:
    cast = proposed(dict.fromkeys(label for label, _words in SAID["numbered_roles.txt"]))
    assert cast["Interviewer 1"].function == cast["Interviewer1"].function
    assert cast["Interviewer1"].function == cast["Interviewer2"].function
    assert cast["Interviewer1"].function != cast["Interviewee"].function


WORD = {
    "otter": [("BSR01", "  00:00"), ("Sara Roe", "  59:59"), ("BSR01", "  1:00:07")],
    "otter, printed": [("BSR01", " 00:00"), ("Sara Roe", " 59:59"), ("BSR01", " 1:00:07")],
    "teams": [("Roe, Ann", "   0:05"), ("Ben", "   0:09"), ("Roe, Ann", "   1:02:03")],
}


@pytest.mark.parametrize("footer", ["", "Transcribed by https://otter.ai"])
@pytest.mark.parametrize("layout", WORD)
def test_synthetic_word_layouts(tmp_path: Path, layout: str, footer: str) -> None:
    document = docx.Document()
    if layout != "teams":
        bold_labels(document, [("SUMMARY KEYWORDS", "")])
        document.add_paragraph("beds, trust, nights")
        bold_labels(document, [("SPEAKERS", "")])
        document.add_paragraph("BSR01, Sara Roe")
    for number, (name, time) in enumerate(WORD[layout]):
        bold_labels(document, [(name, time)])
        document.add_paragraph(f"It was number {number}: so.")
    if footer:
        document.add_paragraph(footer)
    parsed = read_transcript(saved(document, tmp_path / "synthetic.docx"))
    labels = [name for name, _time in WORD[layout]]
    assert talk(parsed) == [(name, f"It was number {at}: so.") for at, name in enumerate(labels)]
    assert all(turn.time is not None for turn in parsed.turns)


def test_f4_times_at_the_end_of_turns_in_word(tmp_path: Path) -> None:
    document = docx.Document()
    for words in ("I: Wie? #00:00:12-3#", "B: Gut. #00:01:02-3#", "I: So. #00:01:09-0#", "B: Ja."):
        document.add_paragraph(words)
    parsed = read_transcript(saved(document, tmp_path / "synthetic.docx"))
    assert talk(parsed) == [("I", "Wie?"), ("B", "Gut."), ("I", "So."), ("B", "Ja.")]
    assert [turn.time for turn in parsed.turns] == [12.3, 62.3, 69, None]


def test_a_synthetic_table_with_two_people_in_a_cell(tmp_path: Path) -> None:
    document = docx.Document()
    rows = [["Speaker", "Text"], ["P1", "One."], ["P1 P2", "Both."], ["4 (Ann)", "Four."]]
    table(document, [*rows, ["4", "Five."]])
    parsed = read_transcript(saved(document, tmp_path / "synthetic.docx"))
    assert [label for label, _words in talk(parsed)] == ["P1", "P1 P2", "4 (Ann)", "4"]
