"""The main job without a window, as another program does it: in processes of their own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from walk.files import FG8, FG9, WORDS_OF_P2, WORDS_OF_P3

HOUSE = Path(__file__).parents[2]
CODES = "level 1,level 2,slug,definition\nTrust,,tru,Who trusts whom\n,Holding back,tru-withheld,\n"


@dataclass
class Shell:
    """A terminal in a folder, with a locale that knows nothing but ASCII."""

    folder: Path

    def __call__(self, *words: object, status: int = 0) -> str:
        """What a command prints; its exit status is as expected, an error at most one line."""
        plain = {
            "LC_ALL": "C",
            "PYTHONIOENCODING": "ascii",
            "PYTHONUTF8": "0",
            "PYTHONPATH": str(HOUSE),
        }
        done = subprocess.run(
            [sys.executable, "-m", "qualcoder_nhs", *map(str, words)],
            cwd=self.folder,
            env={**os.environ, **plain},
            capture_output=True,
            timeout=60,
            check=False,
        )
        told = done.stderr.decode()
        assert done.returncode == status, told
        assert len(told.splitlines()) <= int(status != 0), told
        return done.stdout.decode("utf-8")

    def json(self, *words: object, status: int = 0) -> Any:
        """The one document on standard output."""
        return json.loads(self(*words, "--json", status=status))


@pytest.fixture
def shell(tmp_path: Path, word_file: Path, text_file: Path) -> Shell:
    """A study with a codebook and both transcripts."""
    shell = Shell(tmp_path)
    (tmp_path / "codes.csv").write_text(CODES)
    shell("new", "s.qnhs", "--codebook", "codes.csv", "--coder", "HL")
    came = shell.json("import", "s.qnhs", word_file.name, text_file.name)
    assert [(one["name"], one["kind"], one["turns"]) for one in came["imported"]] == [
        ("FG9", "transcript", 6),
        ("FG8", "transcript", 6),
    ]
    assert came["refused"] == []
    return shell


def place(shell: Shell, transcript: str, words: str) -> tuple[int, int]:
    """Where words stand, counted from the turn that holds them."""
    turns = shell.json("turns", "s.qnhs", transcript)["turns"]
    turn = next(turn for turn in turns if words in turn["text"])
    start = turn["start"] + turn["text"].index(words)
    return start, start + len(words)


def test_the_main_job(shell: Shell) -> None:
    for name, said in (("FG9", FG9), ("FG8", FG8)):
        turns = shell.json("turns", "s.qnhs", name)["turns"]
        assert [(turn["label"], turn["text"]) for turn in turns] == list(said)
    for name, words in (("FG9", WORDS_OF_P2), ("FG8", WORDS_OF_P3)):
        shell("code", "s.qnhs", name, *place(shell, name, words), "tru-withheld", "--coder", "HL")
    assert texts(shell) == [WORDS_OF_P2, WORDS_OF_P3]

    assert "Holding back" in shell("undo", "s.qnhs")
    assert texts(shell) == [WORDS_OF_P2]
    shell("redo", "s.qnhs")
    assert texts(shell) == [WORDS_OF_P2, WORDS_OF_P3]
    assert [step["direction"] for step in shell.json("history", "s.qnhs")["steps"]][:2] == [
        "redo",
        "undo",
    ]

    assert "2 of 2" in shell("export", "s.qnhs", "excerpts", "out.docx", "--code", "tru")
    lines = [
        (line.style.name, line.text) for line in Document(str(shell.folder / "out.docx")).paragraphs
    ]
    assert [text for style, text in lines if style == "Quote"] == [WORDS_OF_P2, WORDS_OF_P3]
    assert lines[-1][1].startswith("2 of 2")
    assert shell("check", "s.qnhs").strip()


def texts(shell: Shell) -> list[str]:
    return [one["text"] for one in shell.json("codings", "s.qnhs")["codings"]]


def test_codings_go_out_and_come_back(shell: Shell) -> None:
    start, end = place(shell, "FG8", WORDS_OF_P3)
    shell("code", "s.qnhs", "FG8", start, end, "tru-withheld", "--coder", "Ann")
    table = shell("codings", "s.qnhs", "--csv")
    (shell.folder / "codings.csv").write_text(table, encoding="utf-8")
    again = shell.json("import", "s.qnhs", "codings.csv")["imported"][0]
    assert (again["codings"], again["known"]) == (0, 1)
    shell("undo", "s.qnhs", "--coder", "Ann")
    assert texts(shell) == []
    back = shell.json("import", "s.qnhs", "codings.csv")["imported"][0]
    assert (back["codings"], back["known"]) == (1, 0)
    assert texts(shell) == [WORDS_OF_P3]


def test_what_went_wrong_is_a_sentence_and_a_status(shell: Shell) -> None:
    refused = shell.json("import", "s.qnhs", "none.docx", "FG9.docx", status=1)["refused"]
    assert [one["file"] for one in refused] == ["none.docx", "FG9.docx"]
    assert all(one["why"].endswith(".") for one in refused)
    assert shell("show", "none.qnhs", "--json", status=2) == ""
    assert shell("export", "s.qnhs", "excerpts", "out.pdf", status=2) == ""
    assert shell("turns", "s.qnhs", "FG7", "--json", status=2) == ""
    assert shell("code", "s.qnhs", "FG9", 5, 5, "tru-withheld", status=2) == ""
