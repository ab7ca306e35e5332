"""Text files: encodings, line ends, and what is no text."""

from pathlib import Path

import pytest

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.transcript_formats import read_transcript

SAID = (
    "P1: I can’t – “really” — say what the café’s £5 is for…\n"
    "P2: We’d told Siân and Zoë that’s enough.\nP1: Naïve.\nP2: It’s one résumé.\n"
)
ACCENTS = "P1: café\nP2: naïve, £5\nP1: résumé\nP2: 20 °C\n"


def read_bytes(tmp_path: Path, content: bytes, name: str = "group.txt") -> tuple[str, str, int]:
    path = tmp_path / name
    path.write_bytes(content)
    parsed = read_transcript(path)
    return parsed.text, parsed.encoding, len(parsed.turns)


@pytest.mark.parametrize("times", [1, 30], ids=["short", "long"])
@pytest.mark.parametrize(
    ("mark", "encoding", "shown"),
    [
        (b"", "utf-8", ""),
        (b"\xef\xbb\xbf", "utf-8", ""),
        (b"\xff\xfe", "utf-16-le", "utf-16"),
        (b"\xfe\xff", "utf-16-be", "utf-16"),
        (b"", "utf-16-le", "utf-16-le"),
        (b"", "utf-16-be", "utf-16-be"),
        (b"", "cp1252", "cp1252"),
        (b"", "mac_roman", "mac_roman"),
    ],
)
def test_encodings(tmp_path: Path, mark: bytes, encoding: str, shown: str, times: int) -> None:
    text = SAID * times
    assert read_bytes(tmp_path, mark + text.encode(encoding)) == (text, shown, 4 * times)


@pytest.mark.parametrize("times", [1, 30], ids=["short", "long"])
def test_latin_1_is_read_as_what_it_is_part_of(tmp_path: Path, times: int) -> None:
    text = ACCENTS * times
    assert read_bytes(tmp_path, text.encode("latin_1")) == (text, "cp1252", 4 * times)


def test_other_alphabets_are_guessed(tmp_path: Path) -> None:
    text = "Анна: Привет, как дела у вас?\nБен: Всё хорошо, спасибо, а у вас?\n" * 3
    assert read_bytes(tmp_path, text.encode("cp1251")) == (text, "cp1251", 6)


@pytest.mark.parametrize("end", ["\n", "\r", "\r\n", "\u2028", "\u2029", "\x85", "\x0b", "\x0c"])
def test_line_ends(tmp_path: Path, end: str) -> None:
    text = end.join(["P1: One.", "P2: Two.", "", "P1: Three.", "P2: Four.", ""])
    said = "P1: One.\nP2: Two.\n\nP1: Three.\nP2: Four.\n"
    assert read_bytes(tmp_path, text.encode()) == (said, "", 4)


def test_accents_stay_as_they_were_composed(tmp_path: Path) -> None:
    text = "Zoe\u0308: One.\nZo\u00eb: Two.\n\U0001f600: Three.\n"
    assert read_bytes(tmp_path, text.encode())[0] == text


@pytest.mark.parametrize("name", ["a.md", "a.rst", "a.TXT", "a.text"])
def test_suffixes(tmp_path: Path, name: str) -> None:
    assert read_bytes(tmp_path, SAID.encode(), name)[2] == 4


def test_the_last_line_is_ended(tmp_path: Path) -> None:
    assert read_bytes(tmp_path, b"P1: One.\nP1: Two.") == ("P1: One.\nP1: Two.\n", "", 2)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf",
        b" \r\n\t\n",
        b"\xff\xfe",
        b"\x00" * 50,
        bytes(range(256)) * 4,
        b"\x7fELF\x02\x01\x01\x00\x00\x00",
    ],
)
def test_what_is_no_text_is_refused_by_name(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(BadFile, match="group"):
        read_bytes(tmp_path, content)


def test_a_character_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    path = tmp_path / "group.txt"
    path.write_bytes(b"P1: One.\nP1: T\x00o.\n")
    parsed = read_transcript(path)
    assert parsed.text == "P1: One.\nP1: T\ufffdo.\n"
    assert [(one.line, one.what) for one in parsed.problems] == [(2, "1 character cannot be read.")]
