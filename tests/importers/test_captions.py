"""Captions: voices, cues that go on, and what of a file is no caption."""

from pathlib import Path

import pytest

from qualcoder_nhs.importers.format import Parsed, ReadingOptions
from qualcoder_nhs.importers.transcript_formats import read_transcript

Talk = list[tuple[str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "meeting.vtt"


def read(path: Path, *blocks: str, options: ReadingOptions | None = None) -> Parsed:
    path.write_text("\n\n".join(blocks) + "\n", encoding="utf-8")
    return read_transcript(path, options or ReadingOptions())


def cue(second: int, words: str, until: int | None = None) -> str:
    return f"00:00:{second:02}.000 --> 00:00:{until or second + 1:02}.000\n{words}"


def talk(parsed: Parsed) -> Talk:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


def lines(parsed: Parsed) -> list[int | None]:
    return [problem.line for problem in parsed.problems]


def test_voices_with_classes_and_tags(path: Path) -> None:
    parsed = read(
        path,
        "WEBVTT - Focus group 3",
        "NOTE This is invented\nand says so",
        "STYLE\n::cue { color: red }",
        "intro\n" + cue(1, "<v.first.loud Ann Roe>Tea &amp; <c.yellow>cake</c> &lt;3</v>"),
        cue(3, "<v Ann Roe>and <i>more</i><00:00:03.500> cake</v>"),
        cue(5, "<v Ben>I &lt; you</v>"),
    )
    assert talk(parsed) == [("Ann Roe", "Tea & cake <3 and more cake"), ("Ben", "I < you")]
    assert parsed.text == (
        "Focus group 3\nThis is invented\nand says so\n"
        "Ann Roe: Tea & cake <3 and more cake\nBen: I < you\n"
    )
    assert [turn.time for turn in parsed.turns] == [1, 5]
    assert parsed.problems == ()


def test_names_before_a_colon(path: Path) -> None:
    parsed = read(
        path,
        "WEBVTT",
        "1\n" + cue(1, "Ann Roe (SL): Let's do that"),
        "2\n" + cue(3, "for the record"),
        "3\n" + cue(5, "Ben: No: never"),
        "4\n" + cue(7, "Ann Roe (SL): So\nwe go on"),
        "5\n" + cue(9, "Ben:"),
    )
    assert talk(parsed) == [
        ("Ann Roe (SL)", "Let's do that for the record"),
        ("Ben", "No: never"),
        ("Ann Roe (SL)", "So we go on"),
        ("Ben", ""),
    ]


def test_a_cue_without_a_voice_goes_on_or_is_unknown(path: Path) -> None:
    blocks = ("WEBVTT", cue(1, "<v A>One"), cue(3, "two"), cue(5, "<v B>three"))
    assert talk(read(path, *blocks)) == [("A", "One two"), ("B", "three")]
    unknown = ReadingOptions(cue_without_voice="unknown")
    assert talk(read(path, *blocks, options=unknown)) == [
        ("A", "One"),
        ("?", "two"),
        ("B", "three"),
    ]


def test_what_is_said_before_the_first_voice_is_text(path: Path) -> None:
    parsed = read(path, "WEBVTT", cue(1, "recording"), cue(3, "<v A>One"), cue(5, "<v B>Two"))
    assert parsed.text == "recording\nA: One\nB: Two\n"
    assert [turn.index for turn in parsed.turns] == [1, 2]


def test_teams_identifiers_short_times_and_order(path: Path) -> None:
    who = "88b66bf7-0a1e-4d3c-9d70-3f5a0c1b2e4f@72f988bf-86f1-41af-91ab-2d7cd011db47"
    parsed = read(
        path,
        "WEBVTT",
        f"0:0:3.0 --> 0:0:5.550\n<v {who}>OK,\nso</v>",
        "0:0:5.0 --> 0:0:9.1\n<v Ben>Yes</v>",
        "0:0:4.0 --> 0:0:4.5\n<v Ben>No</v>",
    )
    assert talk(parsed) == [(who, "OK, so"), ("Ben", "Yes No")]
    assert [turn.time for turn in parsed.turns] == [3, 5]
    assert [(problem.line, "overlaps" in problem.what) for problem in parsed.problems] == [
        (7, True),
        (10, False),
    ]


def test_what_is_no_caption_is_listed_with_its_line(path: Path) -> None:
    parsed = read(
        path,
        "WEBVTT",
        cue(1, "<v A>One"),
        "00:00:03.000 --\n<v A>lost",
        "00:xx:05.000 --> 00:00:06.000\n<v A>lost too",
        "words after a blank line\nand more",
        "NOTE of the transcriber",
        cue(9, "<v A>back in time", until=8),
    )
    assert talk(parsed) == [("A", "One back in time")]
    assert lines(parsed) == [6, 9, 12, 15, 17]


def test_two_voices_in_one_cue(path: Path) -> None:
    parsed = read(
        path, "WEBVTT", cue(1, "<v A>One</v> <v B>Two</v>\n<v A>Three</v>"), cue(3, "four")
    )
    assert talk(parsed) == [("A", "One"), ("B", "Two"), ("A", "Three four")]
    parsed = read(
        path, "WEBVTT", cue(1, "Ann: One\nBen: Two"), cue(3, "Ann: Three"), cue(5, "Ben: 4")
    )
    assert talk(parsed) == [("Ann", "One"), ("Ben", "Two"), ("Ann", "Three"), ("Ben", "4")]


def test_speech_with_colons_is_no_voice(path: Path) -> None:
    said = [cue(at, words) for at, words in enumerate(["it began", "I said: no", "so: yes", "end"])]
    parsed = read(path, "WEBVTT", *said)
    assert parsed.turns == ()
    assert parsed.text == "it began\nI said: no\nso: yes\nend\n"


def test_subrip_with_commas_and_a_mark(path: Path) -> None:
    path = path.with_suffix(".srt")
    content = (
        "1\r\n00:00:01,000 --> 00:00:02,500\r\nAnn: {\\an8}One\r\n\r\n"
        "2\r\n00:00:03,000 --> 00:00:04,000\r\n<font color='red'>Ben:</font> Two\r\n"
        "3\r\n00:01:00,250 --> 00:01:01,000\r\nAnn: 3\r\n\r\n"
        "4\r\n00:02:00,0 --> 00:02:01,0\r\nBen: 4\r\n"
    )
    path.write_bytes(b"\xef\xbb\xbf" + content.encode())
    parsed = read_transcript(path)
    assert talk(parsed) == [("Ann", "One"), ("Ben", "Two"), ("Ann", "3"), ("Ben", "4")]
    assert [turn.time for turn in parsed.turns] == [1, 3, 60.25, 120]
    assert parsed.problems == ()


def test_a_file_without_a_cue_is_a_result(path: Path) -> None:
    parsed = read(path, "WEBVTT")
    assert parsed.turns == ()
    assert [problem.what for problem in parsed.problems] == ["There is no caption in it."]


def test_prose_under_the_name_of_captions_is_read_as_prose(path: Path) -> None:
    parsed = read(path, "Just words.")
    assert (parsed.kind, parsed.text) == ("text", "Just words.\n")


def test_labels_are_added_and_dropped_by_choice(path: Path) -> None:
    blocks = (
        "WEBVTT",
        cue(1, "Ann: One"),
        cue(3, "Ann: Two"),
        cue(5, "Cleo: Three"),
        cue(7, "four"),
    )
    assert talk(read(path, *blocks)) == [("Ann", "One Two Cleo: Three four")]
    more = ReadingOptions(as_label=frozenset({"Cleo"}))
    assert talk(read(path, *blocks, options=more)) == [("Ann", "One Two"), ("Cleo", "Three four")]
    less = ReadingOptions(as_speech=frozenset({"ann"}))
    assert read(path, *blocks, options=less).turns == ()
    voices = ("WEBVTT", cue(1, "<v Ann>One"), cue(3, "<v Noise>Two"))
    drop = ReadingOptions(as_speech=frozenset({"Noise"}))
    assert talk(read(path, *voices, options=drop)) == [("Ann", "One Noise: Two")]
    assert read(path, *voices, options=ReadingOptions(convention="none")).turns == ()
