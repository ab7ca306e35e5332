"""A file is read as what it is, whatever it is called."""

from pathlib import Path

import pytest
from importers.word_material import small_docx

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.study_formats import is_study
from qualcoder_nhs.importers.transcript_formats import (
    TRANSCRIPTS,
    is_misnamed_talk,
    read_transcript,
)

TEXT = "P1: One.\nP2: Two.\nP1: Three.\n"
CAPTIONS = "WEBVTT\n\n00:01.000 --> 00:02.000\n<v P1>One.\n\n00:02.000 --> 00:03.000\n<v P2>Two.\n"
SUBRIP = "1\n00:00:01,000 --> 00:00:02,000\nP1: A.\n\n2\n00:00:02,000 --> 00:00:03,000\nP2: B.\n"
TEAMS = "0:0:5.100 --> 0:0:8.250\nRoe, Ann\nHello.\n0:0:9.0 --> 0:0:9.5\nPoe, Ben\nHi.\n"

CONTENTS = {
    "word": small_docx(),
    "text": TEXT.encode(),
    "captions": CAPTIONS.encode(),
    "subrip": SUBRIP.encode(),
}
KINDS = {"subrip": "captions"}
NAMES = ("group", "group.txt", "group.md", "group.docx", "group.DOCX")


def kind(path: Path, content: bytes) -> str:
    path.write_bytes(content)
    return read_transcript(path).kind


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("what", CONTENTS)
def test_under_any_name(tmp_path: Path, what: str, name: str) -> None:
    assert kind(tmp_path / name, CONTENTS[what]) == KINDS.get(what, what)


def test_times_and_arrows_without_numbers_are_no_captions(tmp_path: Path) -> None:
    assert kind(tmp_path / "group.txt", TEAMS.encode()) == "text"


def test_no_suffix_belongs_to_two_formats() -> None:
    suffixes = [suffix for known in TRANSCRIPTS for suffix in known.suffixes]
    assert len(suffixes) == len(set(suffixes))


def test_an_archive_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "group.txt"
    path.write_bytes(small_docx().replace(b"word/", b"wart/"))
    with pytest.raises(BadFile, match=r"group\.txt"):
        read_transcript(path)


@pytest.mark.parametrize("name", ["group.vtt", "group.srt"])
def test_a_text_that_is_called_captions(tmp_path: Path, name: str) -> None:
    assert kind(tmp_path / name, TEXT.encode()) == "text"


@pytest.mark.parametrize("name", ["group.qdpx", "group.qda", "group.sqlite3", "group.rqda"])
def test_a_document_that_is_called_a_study(tmp_path: Path, name: str) -> None:
    assert kind(tmp_path / name, CONTENTS["word"]) == "word"
    assert not is_study(tmp_path / name)
    (tmp_path / name).write_bytes(CONTENTS["word"][:400])
    assert is_study(tmp_path / name), "what is damaged is refused as what it is called"


LINES = "Moderator: Good morning, all.\nAnna: Hello, and thank you.\nModerator: Shall we start?\n"
ANSWERS = "Ben: Yes, please do.\nAnna: Right, then.\n"


@pytest.mark.parametrize("name", ["talk.csv", "talk.tsv", "talk.log", "talk.xls", "talk.yaml"])
def test_talk_as_text_comes_in_whatever_it_is_called(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_text(LINES + ANSWERS, "utf-8")
    assert is_misnamed_talk(path)
    parsed = read_transcript(path)
    assert [turn.label for turn in parsed.turns] == [
        "Moderator",
        "Anna",
        "Moderator",
        "Ben",
        "Anna",
    ]
    assert parsed.text == LINES + ANSWERS


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("book.csv", "code,name,definition\ntrust,Trust,In: managers\nvoice,Voice,In: doctors\n"),
        ("book.yaml", "- code: trust\n  name: Trust\n- code: voice\n  name: Voice\n"),
        ("some.json", '{"a": [\n"name": "x",\n"other": "y",\n"name": "z",\n"other": "w"]}\n'),
        ("notes.log", "Dear all: this is late.\nIt is long,\nand goes on.\nRegards: A\n"),
        ("talk.txt", LINES + ANSWERS),
    ],
)
def test_what_is_no_talk_or_called_what_it_is_is_not_misnamed(
    name: str, words: str, tmp_path: Path
) -> None:
    (tmp_path / name).write_text(words, "utf-8")
    assert not is_misnamed_talk(tmp_path / name)
