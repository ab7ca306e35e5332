"""Correcting words from the command line: first looked at, then done, as one step."""

from pathlib import Path

import pytest

from tests.cli.conftest import Shell

FG9 = (
    "MOD: What gives?\n\nP1: Money, \U0001f642 every year.\n\nP2: No.\n\nMOD: Say more?\n\n"
    "P1: I’d say time.\n\nP2: Yes.\n"
)


@pytest.fixture
def words(coded: Shell) -> Shell:
    """The study with `Money, … every` coded by HL, and a file with a corrected version."""
    at = coded("turns", "s.qnhs", "FG9", "--json").json["turns"][1]
    assert coded("code", "s.qnhs", "FG9", at["start"], at["start"] + 13, "money").status == 0
    Path("better.txt").write_text(
        FG9.replace("every year", "each year").replace("MOD: What", "MOD: Hello.\n\nMOD: What"),
        encoding="utf-8",
    )
    return coded


def test_a_turn_is_corrected_after_a_look_at_what_it_does(words: Shell) -> None:
    asked = ("correct", "s.qnhs", "FG9", "--turn", 2, "--text", "Money, \U0001f642 each year.")
    seen = words(*asked, "--dry-run", "--json").json
    assert seen["dry_run"] is True
    assert seen["changed"] == [
        {"turn": 2, "before": "every", "after": "each", "moved": False, "to": None}
    ]
    [touched] = seen["touched"]
    assert (touched["thing"], touched["coder"], touched["fate"]) == ("coding", "HL", "changed")
    assert (touched["before"], touched["after"]) == (
        "Money, \U0001f642 ever",
        "Money, \U0001f642 each",
    )
    assert (
        words("turns", "s.qnhs", "FG9", "--json").json["turns"][1]["text"].endswith("every year.")
    )
    assert words(*asked).status == 0
    assert words("codings", "s.qnhs", "--json").json["codings"][0]["text"] == touched["after"]
    step = words("history", "s.qnhs", "--json").json["steps"][0]["step"]
    assert step == "Correct t.2 of FG9: 1 word"
    assert words("check", "s.qnhs").status == 0
    assert words("undo", "s.qnhs").out == "Undone: Correct t.2 of FG9: 1 word\n"


def test_a_paragraph_that_nobody_speaks_is_corrected(words: Shell) -> None:
    Path("paper.txt").write_text("A finding of note.\n\nAnother one.\n", encoding="utf-8")
    assert words("import", "s.qnhs", "paper.txt").status == 0
    asked = ("correct", "s.qnhs", "paper", "--paragraph", 2, "--text", "Another two.", "--json")
    assert words(*asked).json["changed"] == [
        {"turn": None, "before": "one", "after": "two", "moved": False, "to": None}
    ]
    refused = words("correct", "s.qnhs", "paper", "--paragraph", 3, "--text", "x")
    assert (refused.status, "has 2 paragraphs" in refused.err) == (2, True)
    assert words("check", "s.qnhs").status == 0


def test_a_corrected_version_comes_over_the_old_one(words: Shell) -> None:
    looked = words("correct", "s.qnhs", "FG9", "better.txt", "--dry-run")
    assert "FG9: 3 words would change." in looked.out
    assert "“every” → “each”" in looked.out
    came = words("import", "s.qnhs", "better.txt", "--over", "FG9", "--json").json
    assert came["imported"][0]["kind"] == "correction"
    assert came["correction"]["turns"] == {
        "before": 6,
        "after": 7,
        "gone": [],
        "new": [1],
        "moved": [],
    }
    [transcript] = words("show", "s.qnhs", "--json").json["transcripts"]
    assert (transcript["name"], transcript["turns"], transcript["codings"]) == ("FG9", 7, 1)
    again = words("import", "s.qnhs", "better.txt")
    assert "same content" in again.err
    assert words("check", "s.qnhs").status == 0


def test_lost_codings_have_to_be_spoken_for(words: Shell) -> None:
    Path("less.txt").write_text(
        FG9.replace("P1: Money, \U0001f642 every year.\n\n", ""), encoding="utf-8"
    )
    asked = ("correct", "s.qnhs", "FG9", "less.txt")
    assert words(*asked, "--dry-run", "--json").json["fates"]["lost"] == 1
    refused = words(*asked)
    assert (refused.status, refused.out) == (2, "")
    assert "1 of what lies on “FG9” would lose" in refused.err
    assert words(*asked, "--lost", "keep").status == 0
    assert words("codings", "s.qnhs", "--json").json["codings"] == []


def test_what_was_corrected_is_told_and_the_words_before_are_kept(words: Shell) -> None:
    before = words("correct", "s.qnhs", "FG9", "--list", "--json").json
    assert before == {"corrections": []}
    asked = ("correct", "s.qnhs", "FG9", "--turn", 2, "--text", "Money, \U0001f642 each year.")
    assert words(*asked).status == 0
    assert words("undo", "s.qnhs").status == 0
    done, undone = words("correct", "s.qnhs", "FG9", "--list", "--json").json["corrections"]
    assert (done["coder"], done["what"]) == ("HL", "Correct t.2 of FG9: 1 word")
    assert done["changed"] == [{"before": "every", "after": "each", "moved": False}]
    assert (undone["direction"], undone["changed"]) == (
        "undo",
        [{"before": "each", "after": "every", "moved": False}],
    )
    earlier = words("correct", "s.qnhs", "FG9", "--before", done["step"]).out
    assert "every year" in earlier
    assert "each year" in words("correct", "s.qnhs", "FG9", "--before", undone["step"]).out
    assert words("correct", "s.qnhs", "FG9", "--before", 1).status == 2
    assert "“every” → “each”" in words("correct", "s.qnhs", "FG9", "--list").out


def test_a_table_of_positions_that_may_be_older_says_so(words: Shell) -> None:
    assert words("export", "s.qnhs", "codings", "c.csv").status == 0
    plain = words("import", "s.qnhs", "c.csv", "--json").json["imported"][0]
    assert not any("was corrected on" in one["what"] for one in plain["problems"])
    assert words("correct", "s.qnhs", "FG9", "--turn", 1, "--text", "What then gives?").status == 0
    warned = words("import", "s.qnhs", "c.csv", "--json").json["imported"][0]
    assert any("“FG9” was corrected on" in one["what"] for one in warned["problems"])


@pytest.mark.parametrize(
    "wrong",
    [
        (),
        ("--turn", 2),
        ("--text", "x"),
        ("better.txt", "--turn", 2, "--text", "x"),
        ("--turn", 99, "--text", "x"),
        ("--turn", 2, "--text", " "),
        ("--turn", 2, "--paragraph", 1, "--text", "x"),
        ("--paragraph", 1),
        ("--paragraph", 1, "--text", "x"),
    ],
)
def test_a_wrong_request_changes_nothing(words: Shell, wrong: tuple[object, ...]) -> None:
    assert words("correct", "s.qnhs", "FG9", *wrong).status == 2
    assert words("history", "s.qnhs", "--json").json["steps"][0]["step"].startswith("Code passage")


def test_a_file_over_a_transcript_is_one_file(words: Shell) -> None:
    refused = words("import", "s.qnhs", "better.txt", "FG9.txt", "--over", "FG9")
    assert (refused.status, refused.err) == (2, "With --over, give one FILE.\n")
    missing = ("import", "s.qnhs", "missing.txt", "--over", "FG9")
    assert (words(*missing).status, words(*missing).out) == (1, "")
    answer = words(*missing, "--json")
    [one] = answer.json["refused"]
    assert (answer.status, answer.json["imported"], one["file"]) == (1, [], "missing.txt")
    assert "there is no such file" in one["why"]
