"""What the command line says and leaves behind where something is in its way."""

import csv
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from cli.conftest import Shell

from qualcoder_nhs import __main__ as door
from qualcoder_nhs.cli import exporting, writing
from qualcoder_nhs.tasks.task import Progress

HOUSE = Path(__file__).parents[2]
STOPPED = "Stopped. What was finished is kept; nothing is half done.\n"

Bar = Callable[[str], AbstractContextManager[Progress]]


def stopping_at(step: int) -> Bar:
    """A progress bar at which somebody presses Ctrl+C when so much is done."""

    def progress(done: int, _total: int, _words: str) -> None:
        if done >= step:
            raise KeyboardInterrupt

    @contextmanager
    def bar(_title: str) -> Iterator[Progress]:
        yield progress

    return bar


def test_a_stopped_import_keeps_whole_files(coded: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in "abc":
        Path(f"{name}.txt").write_text(f"P1: {name}\n\nP1: more\n")
    monkeypatch.setattr(writing, "progress_bar", stopping_at(2))
    answer = coded("import", "s.qnhs", "a.txt", "b.txt", "c.txt", "--json")
    assert (answer.status, answer.out) == (1, "")
    assert answer.err.lstrip() == STOPPED
    found = coded("show", "s.qnhs", "--json").json["transcripts"]
    assert [(one["name"], one["turns"]) for one in found] == [("FG9", 6), ("a", 2), ("b", 2)]
    assert coded("check", "s.qnhs").status == 0


@pytest.mark.parametrize("suffix", ["docx", "xlsx", "csv", "html", "md"])
def test_a_stopped_export_leaves_the_older_file(
    coded: Shell, monkeypatch: pytest.MonkeyPatch, suffix: str
) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste")
    Path(f"out.{suffix}").write_text("older")
    before = sorted(Path().iterdir())
    monkeypatch.setattr(exporting, "progress_bar", stopping_at(0))
    answer = coded("export", "s.qnhs", "excerpts", f"out.{suffix}")
    assert (answer.status, answer.out, answer.err.lstrip()) == (1, "", STOPPED)
    assert Path(f"out.{suffix}").read_text() == "older"
    assert sorted(Path().iterdir()) == before


def test_a_sample_that_was_stopped_is_not_there(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(writing, "progress_bar", stopping_at(1))
    assert shell("new", "sample.qnhs", "--sample", "--coder", "HL").status == 1
    assert list(Path().glob("*.qnhs")) == []


EVERY_EXPORT = {
    "codebook": ["docx", "xlsx", "csv", "yaml", "md", "qdc"],
    "codings": ["csv", "xlsx", "json"],
    "excerpts": ["docx", "xlsx", "csv", "html", "md"],
    "exchanges": ["docx", "html", "md", "csv"],
    "links": ["csv"],
    "project": ["qdpx"],
    "transcript": ["docx", "html"],
}


@pytest.mark.parametrize(
    ("what", "suffix"),
    [(what, suffix) for what, suffixes in EVERY_EXPORT.items() for suffix in suffixes],
)
def test_what_cannot_be_put_there_is_one_sentence(coded: Shell, what: str, suffix: str) -> None:
    for place in (f"missing/book.{suffix}", f"FG9.txt/book.{suffix}"):
        answer = coded("export", "s.qnhs", what, place)
        assert (answer.status, answer.out) == (1, "")
        assert answer.err == f"“book.{suffix}” was not written: there is no such folder.\n"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("export", "s.qnhs", "codebook", "b.csv", "--code", "waste"), "whole"),
        (("export", "s.qnhs", "codebook", "b.csv", "--coder", "HL"), "whole"),
        (("codings", "s.qnhs", "--json", "--csv"), "--csv"),
        (("new", "t.qnhs", "--coder", ""), "name"),
    ],
)
def test_words_that_do_not_go_together_are_refused(
    coded: Shell, words: tuple[str, ...], says: str
) -> None:
    before = sorted(Path().iterdir())
    answer = coded(*words)
    assert (answer.status, answer.out, answer.err.count("\n")) == (2, "", 1)
    assert says in answer.err
    assert sorted(Path().iterdir()) == before


def test_exported_codings_of_a_code_are_those_beneath_it_too(coded: Shell) -> None:
    coded("code", "s.qnhs", "FG9", 22, 27, "waste")
    coded("code", "s.qnhs", "FG9", 30, 40, "time")
    assert coded("export", "s.qnhs", "codings", "out.csv", "--code", "money").status == 0
    with Path("out.csv").open(encoding="utf-8", newline="") as file:
        assert [row["code"] for row in csv.DictReader(file)] == ["waste"]
    assert coded("export", "s.qnhs", "codings", "o.csv", "--code", "nothing").status == 2


def test_codings_come_in_as_a_european_spreadsheet_saves_them(coded: Shell) -> None:
    lines = [
        "sep=;",
        "Transcript;Coder;Code;Start;End;Memo;Flags;Layer",
        'FG9;Zoë;waste;22;27;"a; ""b""";"strong;discuss";open',
        "FG9;Zoë;time;22;27;;;round 1",
        "FG9;Zoë;waste;22;27;;;open",
        "FG9;Zoë;waste;27;22;;;",
        "FG9;Zoë;nothing;22;27;;;",
        "FG9;Zoë;waste;2,5;27;;;",
        "FG9;;time;30;35",
    ]
    Path("codings.csv").write_bytes(b"\xef\xbb\xbf" + "\r\n".join(lines).encode())
    (one,) = coded("import", "s.qnhs", "codings.csv", "--json").json["imported"]
    assert one["coders"] == ["Zoë"]
    assert [problem["line"] for problem in one["problems"] if problem["line"]] == [6, 7, 8]
    wanted = ("coder", "code", "start", "layer", "memo", "flags")
    found = coded("codings", "s.qnhs", "--json").json["codings"]
    assert sorted([coding[key] for key in wanted] for coding in found) == [
        ["HL", "time", 30, "open", None, []],
        ["Zoë", "time", 22, "round 1", None, []],
        ["Zoë", "waste", 22, "open", 'a; "b"', ["strong", "discuss"]],
    ]
    before = coded("codings", "s.qnhs", "--csv").out
    (again,) = coded("import", "s.qnhs", "codings.csv", "--json").json["imported"]
    assert (again["codings"], again["coders"]) == (0, [])
    assert coded("codings", "s.qnhs", "--csv").out == before


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk always full")
@pytest.mark.parametrize(
    ("redirected", "status", "says"),
    [
        (">/dev/full", 1, "The answer could not be given: [Errno 28] No space left on device.\n"),
        (">&-", 0, ""),
        ("| (exec <&-)", 1, ""),
    ],
)
def test_an_answer_that_nobody_takes_is_at_most_a_sentence(
    coded: Shell, redirected: str, status: int, says: str
) -> None:
    command = f'"{sys.executable}" -m qualcoder_nhs codings s.qnhs --csv {redirected}'
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        env={**os.environ, "PYTHONPATH": str(HOUSE)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, "", says)


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every file name is text")
def test_a_file_whose_name_is_no_text_comes_in_under_one_that_is(coded: Shell) -> None:
    odd = os.fsdecode(b"ward\xff.txt")
    Path(odd).write_text("P1: a\n\nP1: b\n")
    (one,) = coded("import", "s.qnhs", odd, "--json").json["imported"]
    assert (one["name"], one["file"], one["turns"]) == ("ward\N{REPLACEMENT CHARACTER}", odd, 2)
    assert coded("code", "s.qnhs", one["name"], 4, 5, "waste").status == 0
    assert coded("export", "s.qnhs", "excerpts", odd.replace("txt", "html")).status == 0
    answer = coded("show", odd.replace("txt", "qnhs"))
    assert (answer.status, answer.err) == (2, "There is no file “ward\\udcff.qnhs”.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere every word is text")
def test_a_name_that_is_no_text_is_refused(coded: Shell) -> None:
    odd = os.fsdecode(b"Ann\xff")
    answer = coded("code", "s.qnhs", "FG9", "0", "2", "waste", "--coder", odd)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err == "“Ann\\udcff” holds characters that are no text.\n"
    assert [one["name"] for one in coded("show", "s.qnhs", "--json").json["coders"]] == ["HL"]


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights there")
@pytest.mark.parametrize("what", ["excerpts", "codings", "codebook"])
def test_an_export_to_a_link_is_written_where_it_leads(coded: Shell, what: str) -> None:
    Path("shared").mkdir()
    Path("shared/real.csv").write_text("older")
    Path("link.csv").symlink_to("shared/real.csv")
    assert coded("export", "s.qnhs", what, "link.csv").status == 0
    assert Path("link.csv").is_symlink()
    assert Path("shared/real.csv").read_text(encoding="utf-8") != "older"
    assert [path.name for path in Path("shared").iterdir()] == ["real.csv"]


def test_what_follows_a_study_is_refused(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["qualcoder-nhs", "exprot", "s.qnhs"])
    with pytest.raises(SystemExit) as left:
        door.main()
    assert left.value.code == 2
    assert capsys.readouterr().err == (
        "“exprot” is no command, so it is a study to open, and nothing may follow it.\n"
    )


def test_ctrl_c_before_the_work_began_is_a_sentence(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(_words: list[str]) -> int:
        raise KeyboardInterrupt

    loading = SimpleNamespace(run=interrupted)
    monkeypatch.setitem(sys.modules, "qualcoder_nhs.cli.commands", loading)
    monkeypatch.setattr(signal, "signal", lambda *_: None)
    monkeypatch.setattr(sys, "argv", ["qualcoder-nhs", "show", "s.qnhs"])
    with pytest.raises(SystemExit) as left:
        door.main()
    assert (left.value.code, capsys.readouterr().err) == (1, "Stopped before anything was done.\n")


def test_telling_a_command_from_a_study_loads_nothing() -> None:
    probe = "import sys, qualcoder_nhs.cli.names as n; sys.exit('click' in sys.modules)"
    env = {**os.environ, "PYTHONPATH": str(HOUSE)}
    assert subprocess.run([sys.executable, "-c", probe], env=env, check=False).returncode == 0
