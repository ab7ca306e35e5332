"""Rounds from the command line, as scripts drive them; and that `--as` keeps coders apart."""

import shutil
from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Shell

from qualcoder_nhs.cli.commands import COMMANDS

MONEY = (22, 27)


@pytest.fixture
def round_(coded: Shell) -> Shell:
    """`s.qnhs` with the round `Pilot` of FG9 by HL, AB and CD, who are new."""
    answer = coded("round", "s.qnhs", "new", "Pilot", "--coders", "HL,AB", "--coders", "CD")
    assert (answer.status, answer.err) == (0, "")
    return coded


def rounds(shell: Shell, *words: str) -> Any:
    return shell("round", "s.qnhs", "list", "--json", *words).json["rounds"]


def code(shell: Shell, coder: str, layer: str = "Pilot", slug: str = "money") -> str:
    answer = shell("code", "s.qnhs", "FG9", *MONEY, slug, "--coder", coder, "--layer", layer)
    assert answer.status == 0, answer.err
    return answer.out.split()[0]


def test_what_was_declared_is_listed(coded: Shell) -> None:
    declared = ("--unit", "turn", "--measure", "cu_alpha", "--criterion", "0.8")
    sample = ("--sample", "50%", "--seed", "7", "--transcripts", "FG9")
    said = coded("round", "s.qnhs", "new", "R 1", "--coders", "HL,AB", *declared, *sample)
    assert said.out.splitlines()[0] == "R 1: running, blind, codebook version 1"
    [one] = rounds(coded)
    assert one["name"] == "R 1"
    assert (one["state"], one["blind"], one["open"], one["ended"]) == ("running", True, False, None)
    assert (one["unit"], one["criterion"]) == ("turn", {"measure": "cu_alpha", "at_least": 0.8})
    assert (one["sample"], one["codebook_version"]) == (
        {"share": 0.5, "seed": 7, "by_question": False},
        1,
    )
    assert one["coders"] == ["HL", "AB"]
    [portion] = one["transcripts"]
    assert portion["name"] == "FG9"
    assert set(portion["turns"]) < {2, 3, 5, 6}
    assert one["board"][0] == {
        "coder": "HL",
        "transcript": "FG9",
        "state": "not started",
        "touched": 0,
        "to_code": 2,
    }


@pytest.mark.parametrize(
    "words",
    [
        ("new", "Pilot", "--coders", "HL"),
        ("new", "open", "--coders", "HL"),
        ("new", "Next", "--coders", ","),
        ("new", "Next"),
        ("new", "Next", "--coders", "HL", "--sample", "half"),
        ("new", "Next", "--coders", "HL", "--sample", "120%"),
        ("new", "Next", "--coders", "HL", "--unit", "word"),
        ("new", "Next", "--coders", "HL", "--transcripts", "FG7"),
        ("new", "Next", "--coders", "HL", "--coder", "AB"),
        ("open", "Pilot", "--coder", "AB"),
        ("end", "Pilot", "--coder", "AB"),
        ("end", "Nothing"),
        ("rename", "Nothing", "Next"),
        ("rename", "Pilot", "settled"),
        ("rename", "Pilot", " "),
        ("rename", "Pilot", "Next", "--coder", "AB"),
        ("rename", "Pilot"),
        ("list", "--as", "Nobody"),
        ("codebook", "Nothing"),
        ("what",),
    ],
)
def test_wrong_requests(round_: Shell, words: tuple[str, ...]) -> None:
    before = rounds(round_)
    answer = round_("round", "s.qnhs", *words)
    assert (answer.status, answer.out) == (2, "")
    assert answer.err
    assert rounds(round_) == before


def test_a_round_is_renamed_and_keeps_its_codings(round_: Shell) -> None:
    code(round_, "HL")
    said = round_("round", "s.qnhs", "rename", "Pilot", "First pass")
    assert said.out.splitlines()[0] == "First pass: running, blind, codebook version 1"
    [coding] = round_("codings", "s.qnhs", "--json", "--as", "HL").json["codings"]
    assert coding["layer"] == "First pass"
    assert round_("undo", "s.qnhs").out == "Undone: Rename round to First pass\n"
    assert [one["name"] for one in rounds(round_)] == ["Pilot"]


def test_a_round_is_coded_finished_ended_and_opened(round_: Shell) -> None:
    for coder in ("HL", "AB"):
        code(round_, coder)
    assert round_("finish", "s.qnhs", "FG9", "--coder", "AB").out == "Finished: FG9, Pilot\n"
    assert round_("finish", "s.qnhs", "FG9", "--coder", "CD", "--round", "Pilot").status == 0
    board = {one["coder"]: (one["state"], one["touched"]) for one in rounds(round_)[0]["board"]}
    assert board == {"HL": ("in progress", 1), "AB": ("finished", 1), "CD": ("finished", 0)}
    assert round_("round", "s.qnhs", "end", "Pilot").status == 0
    assert (rounds(round_)[0]["state"], rounds(round_)[0]["open"]) == ("ended", False)
    refused = round_("code", "s.qnhs", "FG9", *MONEY, "time", "--layer", "Pilot")
    assert (refused.status, "Begin a new round" in refused.err) == (2, True)
    assert len(round_("codings", "s.qnhs", "--json").json["codings"]) == 1
    assert round_("round", "s.qnhs", "open", "Pilot").status == 0
    assert rounds(round_)[0]["open"] is True
    found = round_("codings", "s.qnhs", "--layer", "Pilot", "--json").json["codings"]
    assert [(one["coder"], one["layer"]) for one in found] == [("HL", "Pilot"), ("AB", "Pilot")]
    assert round_("check", "s.qnhs").status == 0


def test_nobody_joins_a_round_by_coding_in_it(round_: Shell) -> None:
    answer = round_("code", "s.qnhs", "FG9", *MONEY, "money", "--coder", "ZZ", "--round", "Pilot")
    assert (answer.status, "ZZ" in answer.err) == (2, True)
    coders = [one["name"] for one in round_("show", "s.qnhs", "--json").json["coders"]]
    assert coders == ["HL", "AB", "CD"]


def test_finishing_outside_rounds_and_taking_it_back(coded: Shell) -> None:
    assert coded("finish", "s.qnhs", "FG9").out == "Finished: FG9, open\n"
    assert coded("finish", "s.qnhs", "FG9", "--reopen").out == "Reopened: FG9, open\n"
    assert coded("finish", "s.qnhs", "FG9", "--reopen").status == 2
    assert coded("finish", "s.qnhs", "FG9", "--coder", "Nobody").status == 2


def test_which_of_several_rounds_is_finished_must_be_said(round_: Shell) -> None:
    assert round_("round", "s.qnhs", "new", "Second", "--coders", "HL").status == 0
    answer = round_("finish", "s.qnhs", "FG9")
    assert (answer.status, "Pilot, Second" in answer.err) == (2, True)
    assert round_("finish", "s.qnhs", "FG9", "--round", "Second").out == "Finished: FG9, Second\n"
    assert round_("finish", "s.qnhs", "FG9", "--coder", "AB").out == "Finished: FG9, Pilot\n"


def test_a_codebook_that_changed_since_is_told(round_: Shell) -> None:
    code(round_, "HL")
    Path("new.csv").write_text("level 1,slug,definition\nMoney,money,What it all costs\nTrust,,\n")
    assert round_("import", "s.qnhs", "new.csv").status == 0
    told = round_("round", "s.qnhs", "codebook", "Pilot").out.splitlines()
    assert told == [
        "“Money” has another definition: “What it costs” became “What it all costs”.",
        "“Trust” was added beneath the top.",
        "1 coding of the round was made under an older wording.",
    ]
    found = round_("round", "s.qnhs", "codebook", "Pilot", "--json").json
    assert (found["version"], found["older_wording"], found["codings"]) == (1, {"money": 1}, 1)
    assert [one["became"] for one in found["differences"]] == ["reworded", "added"]


# ── blind ────────────────────────────────────────────────────────────────────────────────────────

READING = {
    "show": ("s.qnhs", "--json"),
    "turns": ("s.qnhs", "FG9"),
    "codings": ("s.qnhs", "--json"),
    "themes": ("s.qnhs", "--json"),
    "links": ("s.qnhs", "--json"),
    "people": ("s.qnhs", "--json"),
    "guide": ("s.qnhs", "--json"),
    "report": ("s.qnhs", "matrix", "--json"),
    "export": ("s.qnhs", "codings", "out.csv"),
    "round": ("s.qnhs", "list"),
    "history": ("s.qnhs", "--json"),
    "check": ("s.qnhs",),
}
WRITING = {
    *("new", "import", "correct", "code", "link", "unlink", "ask", "survey", "framework"),
    *("finish", "settle", "pack", "merge", "undo", "redo"),
}
EACH_SAYS_IT_ALL = {"turns", "check", "people", "guide"}
"""What tells nothing of codings, and so does not ask who asks."""


def test_every_command_is_tried() -> None:
    assert COMMANDS.keys() == READING.keys() | WRITING


@pytest.fixture
def twins(round_: Shell) -> Shell:
    """`s.qnhs`, in which AB has coded blind, and `without.qnhs`, which was copied before."""
    code(round_, "HL", "open")
    shutil.copyfile("s.qnhs", "without.qnhs")
    code(round_, "AB")
    code(round_, "AB", slug="time")
    assert round_("undo", "s.qnhs", "--coder", "AB").status == 0
    return round_


@pytest.mark.parametrize("asker", [None, "HL", "CD"])
@pytest.mark.parametrize("name", sorted(READING))
def test_no_command_tells_one_coder_of_anothers_work(
    twins: Shell, name: str, asker: str | None
) -> None:
    if name == "round" and asker != "CD":
        return  # the lead, who is also the first coder, is told of progress
    who = ("--as", asker) if asker and name not in EACH_SAYS_IT_ALL else ()
    told = []
    for study in ("without.qnhs", "s.qnhs"):
        words = [study if word == "s.qnhs" else word for word in READING[name]]
        answer = twins(name, *words, *who)
        assert answer.status == 0, answer.err
        told.append(answer.out.replace(study.removesuffix(".qnhs"), "s"))
        if name == "export":
            told[-1] += Path("out.csv").read_text(encoding="utf-8")
    assert told[0] == told[1]


def test_the_coder_is_told_of_their_own(twins: Shell) -> None:
    own = twins("codings", "s.qnhs", "--json", "--as", "AB").json["codings"]
    assert [(one["coder"], one["layer"]) for one in own] == [("HL", "open"), ("AB", "Pilot")]
    steps = twins("history", "s.qnhs", "--json", "--as", "AB").json["steps"]
    assert [one["direction"] for one in steps[:3]] == ["undo", "do", "do"]
    assert twins("export", "s.qnhs", "codings", "out.csv", "--as", "AB").status == 0
    assert Path("out.csv").read_text().count("AB") == 1


def test_excerpts_are_of_the_open_layer_and_name_it(twins: Shell) -> None:
    answer = twins("export", "s.qnhs", "excerpts", "out.csv", "--as", "AB")
    assert answer.out.startswith("1 of 2 excerpts")
    assert "open" in Path("out.csv").read_text(encoding="utf-8")


def test_another_layer_is_exported_by_its_name(twins: Shell) -> None:
    answer = twins("export", "s.qnhs", "excerpts", "out.csv", "--layer", "Pilot", "--as", "AB")
    assert answer.out.startswith("1 of 2 excerpts")
    assert "Pilot" in Path("out.csv").read_text(encoding="utf-8")
    assert twins("export", "s.qnhs", "codings", "all.csv", "--layer", "open").status == 0
    assert [line.split(",")[1:7] for line in Path("all.csv").read_text().splitlines()] == [
        line.split(",")[1:7]
        for line in twins("codings", "s.qnhs", "--csv", "--layer", "open").out.splitlines()
    ]
    assert twins("export", "s.qnhs", "excerpts", "no.csv", "--layer", "nowhere").status == 2


def test_a_table_of_codings_goes_round(twins: Shell) -> None:
    """What `codings --csv` prints, `import` takes back by the names of the layers."""
    table = twins("codings", "s.qnhs", "--csv", "--as", "AB").out
    Path("back.csv").write_text(table, encoding="utf-8")
    report = twins("import", "s.qnhs", "back.csv", "--json").json
    [one] = report["imported"]
    assert (one["known"], one["codings"], one["coders"]) == (2, 0, [])
