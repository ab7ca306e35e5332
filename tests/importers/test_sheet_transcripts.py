"""Talk in sheets: columns found by title or by what is in them, and times in any form."""

import csv
import re
from collections.abc import Sequence
from datetime import datetime, time, timedelta
from io import StringIO
from pathlib import Path
from time import process_time

import openpyxl
import pytest
import xlsxwriter
from importers.word_material import repacked

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.format import Parsed, ReadingOptions
from qualcoder_nhs.importers.talk_sheets.sheet_transcript import is_talk
from qualcoder_nhs.importers.transcript_formats import read_transcript

ROOT = Path(__file__).parents[2]
SAID = [
    ("MOD", "Who would like to begin?"),
    ("P1", "I will, if nobody else wants to."),
    ("MOD", "Go on, please do."),
    ("P2", "Well, it was a Tuesday."),
    ("P1", "It was a Monday, I think."),
]


def workbook(path: Path, rows: Sequence[Sequence[object]], *more: str) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in rows:
        sheet.append(list(row))
    for title in more:
        book.create_sheet(title).append(["something", "else"])
    book.save(path)
    return path


def table(path: Path, rows: Sequence[Sequence[object]], delimiter: str = ",") -> Path:
    out = StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    path.write_text(out.getvalue(), encoding="utf-8")
    return path


def talk(parsed: Parsed) -> list[tuple[str, str]]:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


def told(parsed: Parsed) -> list[str]:
    return [problem.what for problem in parsed.problems]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "group.xlsx"


def excel(*parts: int) -> datetime:
    """A time as Excel keeps it, which is of no zone."""
    return datetime(*parts)  # noqa: DTZ001


TIMES: dict[str, tuple[list[object], list[float | None]]] = {
    "minutes": (["0:05", "0:09", "1:10", "9:59", "72:01"], [5, 9, 70, 599, 4321]),
    "hours": (["00:00:05", "0:00:09", "00:01:10", "0:09:59", "1:12:01"], [5, 9, 70, 599, 4321]),
    "parts": (["0:05.5", "0:09,250", "1:10.000", "9:59.9", "72:01.1"],
              [5.5, 9.25, 70, 599.9, 4321.1]),
    "F4": (["#00:00:05-3#", "#00:00:09-0#", "#00:01:10-9#", "", "#01:12:01-1#"],
           [5.3, 9, 70.9, None, 4321.1]),
    "brackets": (["[00:05]", "(00:09)", "<1:10>", "{9:59}", "[1:12:01]"], [5, 9, 70, 599, 4321]),
    "ranges": (["0:05 - 0:09", "0:09 --> 1:10", "1:10–9:59", "9:59 to 72:01", "72:01 - 72:03"],
               [5, 9, 70, 599, 4321]),
    "milliseconds": ([5000, 9250, 70000, 599900, 4321100], [5, 9.25, 70, 599.9, 4321.1]),
    "seconds": ([5, 9.25, 13, 16.5, 20], [5, 9.25, 13, 16.5, 20]),
    "units": (["5s", "9 sec", "1m 10s", "9 min 59 s", "1h 12m 1s"], [5, 9, 70, 599, 4321]),
    "Excel": ([time(0, 0, 5), time(0, 0, 9), time(0, 1, 10), time(0, 9, 59), time(1, 12, 1)],
              [5, 9, 70, 599, 4321]),
    "Excel with parts": ([time(0, 0, 5, 500000), time(0, 0, 9), timedelta(seconds=70), "", ""],
                         [5.5, 9, 70, None, None]),
    "Excel, minutes taken for hours": (
        [time(0, 5), time(0, 9), time(1, 10), time(9, 59), excel(1900, 1, 3, 0, 1)],
        [5, 9, 70, 599, 4321]),
    "Excel, parts of a day": ([5 / 86400, 9 / 86400, 70 / 86400, 599 / 86400, 0.05],
                              [5, 9, 70, 599, 4320]),
}  # fmt: skip


@pytest.mark.parametrize("form", TIMES)
def test_times_in_any_form(path: Path, form: str) -> None:
    times, seconds = TIMES[form]
    rows = [("Speaker", "Text", "Start"), *((*s, t) for s, t in zip(SAID, times, strict=True))]
    parsed = read_transcript(workbook(path, rows))
    assert talk(parsed) == SAID
    assert [turn.time for turn in parsed.turns] == seconds


def test_the_text_that_is_stored_and_what_is_said_of_it(path: Path) -> None:
    rows = [("No", "Start", "End", "Speaker", "Text", "Notes")]
    rows += [
        (str(n), f"0:{n:02}", f"0:{n + 1:02}", who, what, "sic" if n == 2 else "")
        for n, (who, what) in enumerate(SAID, 1)
    ]
    parsed = read_transcript(workbook(path, rows, "Other"))
    said = "".join(f"{who}: {what}\n" for who, what in SAID)
    assert parsed.text == "No\tStart\tEnd\tSpeaker\tText\tNotes\n" + said
    assert all(
        turn.label_at and turn.label_at.of(parsed.text) == turn.label for turn in parsed.turns
    )
    assert parsed.convention == "table: “Speaker”, “Text”, “Start”"
    assert told(parsed) == [
        "Column “No”: 5 cells were left out.",
        "Column “End”: 5 cells were left out.",
        "Column “Notes”: 1 cell was left out.",
        "Sheet “Sheet” was read; 1 other was left out: “Other”.",
    ]
    assert parsed.kind == "sheet"


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize(
    "header", [("Speaker", "Words"), ("participant", "utterance"), ("NAME", " Content "), None]
)
def test_text_tables(tmp_path: Path, delimiter: str, header: tuple[str, str] | None) -> None:
    rows = [header, *SAID] if header else SAID
    path = table(tmp_path / "group.csv", rows, delimiter)
    assert talk(read_transcript(path)) == SAID
    assert is_talk(path)


def test_titles_above_the_header_and_unknown_titles(path: Path) -> None:
    parsed = read_transcript(workbook(path, [("Group 9", ""), ("Speaker", "Text"), *SAID]))
    assert talk(parsed) == SAID
    assert parsed.text.startswith("Group 9\nSpeaker\tText\n")
    foreign = read_transcript(workbook(path, [("Rolle", "Gesagtes"), *SAID]))
    assert talk(foreign) == SAID
    assert foreign.convention == "table: “Rolle”, “Gesagtes”"
    assert told(foreign) == [
        "Column “Rolle” was taken for who speaks, column “Gesagtes” for what is said."
    ]


def test_what_numbers_are_taken_for_is_said(path: Path) -> None:
    rows = [(1000 * at, *said) for at, said in enumerate(SAID, 3)]
    assert told(read_transcript(workbook(path, rows))) == [
        "Column B was taken for who speaks, column C for what is said.",
        "The times in column A were taken for milliseconds.",
    ]


HEBREW = [
    ("דובר", "זמן", "תמלול"),
    ("ג", 1200, "אני חושב שכן."),
    ("ב", 5400, "אולי \u200fלא, \u200e(צוחקת)\u200f."),
    ("ג ב", 7000, "כן!"),
    ("4 (מיכל)", 9100, "רגע, רגע."),
    ("4", 12000, "ועכשיו?"),
    ("ג", 15500, "בסדר גמור."),
]


@pytest.mark.parametrize("header", [True, False])
def test_a_synthetic_group_from_right_to_left(path: Path, header: bool) -> None:
    parsed = read_transcript(workbook(path, HEBREW if header else HEBREW[1:]))
    assert talk(parsed) == [(row[0], row[2]) for row in HEBREW[1:]]
    assert [turn.time for turn in parsed.turns] == [1.2, 5.4, 7, 9.1, 12, 15.5]
    assert is_talk(path)


def test_a_row_is_a_turn_and_several_of_one_person_are_not_merged(path: Path) -> None:
    said = [("P1", "One, I said."), ("P1", "Two, I said."), ("P2", "Three."), ("P1", "Four.")]
    assert talk(read_transcript(workbook(path, [("Speaker", "Text"), *said]))) == said


def test_blank_cells_are_said(path: Path) -> None:
    rows = [
        ("Time", "Speaker", "Text"),
        ("0:01", "MOD", "So?"),
        ("0:02", None, "[a door]"),
        (None, None, None),
        ("soon", "P1", "Hm.\nMore."),
        ("0:09", "P2", None),
        ("0:10", "MOD\nP1", "And?"),
    ]
    parsed = read_transcript(workbook(path, rows))
    assert talk(parsed) == [
        ("MOD", "So?\n[a door]"),
        ("P1", "Hm.\nMore."),
        ("P2", ""),
        ("MOD P1", "And?"),
    ]
    assert told(parsed)[:2] == [
        "1 row names no speaker, and goes on with the turn before: 3.",
        "The time of 1 row cannot be read: 5.",
    ]


def test_labels_that_are_no_speakers_by_choice(path: Path) -> None:
    workbook(path, [("Speaker", "Text"), *SAID])
    dropped = read_transcript(path, ReadingOptions(as_speech=frozenset({"P1"})))
    assert talk(dropped)[0] == ("MOD", SAID[0][1] + "\nP1: " + SAID[1][1])
    nobody = read_transcript(path, ReadingOptions(convention="none"))
    assert nobody.turns == ()
    assert "P1: It was a Monday, I think.\n" in nobody.text


NO_TALK: dict[str, list[tuple[object, ...]]] = {
    "codebook": [("Category", "Code", "Text"), ("A", "b", "x y z w"), ("A", "c", "u v w x")],
    "codebook without known titles": [
        ("Trust", "low", "They do not believe each other at all."),
        ("Trust", "high", "They would lend each other a car."),
        ("Money", "low", "There is none and they say so."),
        ("Money", "high", "There is some and they say so."),
    ],
    "people": [
        ("transcript", "label", "participant", "role"),
        ("FG1", "P1", "FG1-P1", "doctor"),
        ("FG1", "P2", "FG1-P2", "manager"),
        ("FG2", "P1", "FG2-P1", "doctor"),
        ("FG2", "P2", "FG2-P2", "manager"),
    ],
    "survey": [
        ("Respondent", "Role", "What do you think of the managers at your place of work?"),
        (1, "doctor", "They are fine, mostly, I think."),
        (2, "manager", "We are doing what we can do."),
        (3, "doctor", "No answer to that one from me."),
        (4, "manager", "Ask the doctors about it first."),
    ],
    "form": [
        ("Timestamp", "Role", "What do you think of the managers at your place of work?"),
        (excel(2026, 3, 1, 10, 1, 2), "doctor", "They are fine, mostly, I think."),
        (excel(2026, 3, 1, 10, 7, 2), "manager", "We are doing what we can do."),
        (excel(2026, 3, 1, 11, 1, 9), "doctor", "No answer to that one from me."),
        (excel(2026, 3, 1, 12, 1, 2), "manager", "Ask the doctors about it first."),
    ],
    "answers": [
        ("Participant", "Question", "Text"),
        ("P1", "Q1", "They are fine, mostly."),
        ("P1", "Q2", "I am not so sure."),
        ("P2", "Q1", "No, not at all."),
    ],
    "each once": [("Name", "Text"), ("Ann", "I said it once."), ("Ben", "So did I.")],
}


@pytest.mark.parametrize("kind", NO_TALK)
def test_other_tables_are_not_taken_for_talk(tmp_path: Path, kind: str) -> None:
    assert not is_talk(workbook(tmp_path / "table.xlsx", NO_TALK[kind]))
    assert not is_talk(table(tmp_path / "table.csv", NO_TALK[kind]))


SHIPPED = [
    *ROOT.glob("transcripts_sample/*"),
    *ROOT.glob("codebooks/*"),
    *ROOT.glob("tests/**/*.csv"),
]


@pytest.mark.parametrize(
    "file", [one for one in SHIPPED if one.is_file()], ids=lambda one: one.name
)
def test_no_table_of_the_house_is_taken_for_talk(file: Path) -> None:
    assert not is_talk(file)


@pytest.mark.parametrize("kind", ["people", "form", "codebook"])
def test_what_is_no_talk_is_refused_by_name(tmp_path: Path, kind: str) -> None:
    path = workbook(tmp_path / "table.xlsx", NO_TALK[kind])
    with pytest.raises(BadFile, match=r"table\.xlsx.*no table of talk"):
        read_transcript(path)


def test_a_text_table_is_known_under_any_name(tmp_path: Path) -> None:
    path = table(tmp_path / "group.txt", [("Speaker", "Text"), *SAID])
    assert read_transcript(path).kind == "sheet"
    path = workbook(tmp_path / "group.csv", [("Speaker", "Text"), *SAID])
    assert talk(read_transcript(path)) == SAID


def test_too_many_rows(tmp_path: Path) -> None:
    path = table(tmp_path / "group.csv", [("Speaker", "Text"), *SAID * 4001])
    with pytest.raises(BadFile, match="20,000 rows"):
        read_transcript(path)


def test_rows_beyond_the_size_that_a_sheet_says_it_has(path: Path) -> None:
    workbook(path, [("Speaker", "Text"), *SAID])

    def lying(name: str, content: bytes) -> bytes:
        return re.sub(rb'<dimension ref="[^"]*"', b'<dimension ref="A1:A2"', content)

    assert talk(read_transcript(repacked(path, lying, path.with_name("lying.xlsx")))) == SAID


@pytest.mark.parametrize(
    ("encoding", "told"),
    [("cp1252", "cp1252"), ("utf-16", "utf-16"), ("utf-8-sig", ""), ("mac_roman", "mac_roman")],
)
def test_encodings_of_text_tables(tmp_path: Path, encoding: str, told: str) -> None:
    said = [(who, f"{what} “Café” – it’s so…") for who, what in SAID]
    path = table(tmp_path / "group.csv", [("Speaker", "Text"), *said], ";")
    path.write_bytes(path.read_text(encoding="utf-8").encode(encoding))
    parsed = read_transcript(path)
    assert talk(parsed) == said
    assert parsed.encoding == told


@pytest.mark.parametrize("mark", [",", ";"])
def test_words_that_nobody_quoted_are_put_together(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "group.csv"
    text = "Speaker,Text\nP1,Well, I think so\nP2,Hm\nP1,Yes, no, and so on\n"
    path.write_text(text.replace(",", mark), encoding="utf-8")
    said = [("P1", "Well, I think so"), ("P2", "Hm"), ("P1", "Yes, no, and so on")]
    assert talk(read_transcript(path)) == [(who, what.replace(",", mark)) for who, what in said]


def test_a_column_without_a_title_is_no_part_of_the_words(tmp_path: Path) -> None:
    rows = [("Speaker", "Text", ""), *((*said, "note") for said in SAID)]
    parsed = read_transcript(table(tmp_path / "group.csv", rows))
    assert talk(parsed) == SAID
    assert told(parsed) == ["Column C: 5 cells were left out."]


def test_of_several_sheets_of_talk_the_one_that_was_read_is_told(path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0].append(["People", "Role"])
    for title, said in (("Tuesday", SAID), ("Friday", [*SAID, *SAID])):
        sheet = book.create_sheet(title)
        for row in [("Speaker", "Text"), *said]:
            sheet.append(row)
    book.save(path)
    parsed = read_transcript(path)
    assert talk(parsed) == SAID
    assert told(parsed) == [
        "Sheet “Tuesday” was read; 2 others were left out: “Sheet”, “Friday”.",
        "Sheet “Friday” holds talk, too: save it as a file of its own to read it.",
    ]


def test_moments_with_their_dates_are_times_of_day(path: Path) -> None:
    first = excel(2026, 3, 12, 10, 0, 30)
    at = [first + timedelta(minutes=number) for number in range(len(SAID))]
    rows = [("Time", "Speaker", "Text"), *((at[n], *said) for n, said in enumerate(SAID))]
    parsed = read_transcript(workbook(path, rows))
    assert [turn.time for turn in parsed.turns] == [36030.0 + 60 * n for n in range(len(SAID))]
    assert told(parsed) == [
        "The times in column “Time” were taken for times of day, without their dates."
    ]


WORDS_WITHOUT_END = b"<si><t>%d</t></si>"
CELLS_WITHOUT_END = b"<c><v>%d</v></c>"
LOOKS_WITHOUT_END = b"<xf/><!-- %d -->"


@pytest.mark.parametrize(
    ("part", "ends", "unit"),
    [
        ("xl/sharedStrings.xml", b"</sst>", WORDS_WITHOUT_END),
        ("xl/worksheets/sheet1.xml", b"</row>", CELLS_WITHOUT_END),
        ("xl/styles.xml", b"</cellXfs>", LOOKS_WITHOUT_END),
    ],
)
def test_a_workbook_of_endless_parts_is_refused_in_time(
    tmp_path: Path, path: Path, part: str, ends: bytes, unit: bytes
) -> None:
    """A reader would take a minute for them, and a gigabyte."""
    small = tmp_path / "small.xlsx"
    with xlsxwriter.Workbook(str(small)) as book:
        sheet = book.add_worksheet()
        for at, row in enumerate([("Speaker", "Text"), *SAID]):
            sheet.write_row(at, 0, row)
    grown = b"".join(unit % number for number in range(600_000))

    def change(name: str, content: bytes) -> bytes:
        return content.replace(ends, grown + ends, 1) if name == part else content

    repacked(small, change, path)
    began = process_time()
    with pytest.raises(BadFile, match="far more cells"):
        read_transcript(path)
    assert process_time() - began < 5
