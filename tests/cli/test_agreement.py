"""The report of agreement from the command line: its JSON to the letter, and what it refuses."""

from pathlib import Path
from typing import Any

import pytest
from cli.conftest import Shell

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.agreement_study import FIRST, SECOND, a_compared_study, a_study_with_enough
from tests.settling_study import ROUND, a_settling_study, settle_some

STUDY = "trust.qnhs"
V = {"value", "why", "low", "high"}
OVERALL = {"bar_u_alpha", "u_alpha", "cu_alpha", "masi_alpha", "jaccard_alpha", "mean_alpha"}
M = {"alpha", "k_u_alpha", "fleiss", "light", "conger", "applications", "ladder", "pairs"}
CELLS = ("both", "first_only", "second_only", "neither")
OF_PAIR = {
    *("kappa", "kappa_max", "scott_pi", "ac1", "brennan_prediger", "percent_agreement"),
    *("positive_agreement", "negative_agreement", "jaccard", "prevalence_index", "bias_index"),
}


@pytest.fixture
def compared(shell: Shell) -> Shell:
    """A folder with the study of two coders that can be counted with a pencil."""
    a_compared_study(Path(STUDY)).close()
    return shell


def report(shell: Shell, *words: object) -> Any:
    answer = shell("report", STUDY, "agreement", "--json", "--replicates", 0, *words)
    assert (answer.status, answer.err) == (0, "")
    return answer.json


def figures(shell: Shell, slug: str, *words: object) -> Any:
    [found] = [one for one in report(shell, *words)["codes"] if one["slug"] == slug]
    return found


def test_the_json_has_exactly_the_names_that_were_promised(compared: Shell) -> None:
    found = report(compared, "--coders", "HL,AB")
    assert list(found) == [
        *("unit", "coders", "transcripts", "excluded", "codebook_version", "layer", "seed"),
        *("replicates", "interval", "overall", "coded_only", "by_transcript", "codes"),
        *("confusion", "disagreements", "settling", "links"),
    ]
    assert found["settling"] is None
    assert set(found["overall"]) == OVERALL | {"pooled_kappa"}
    assert all(set(found["overall"][name]) == V for name in OVERALL)
    assert all(set(one) == V | {"coders"} for one in found["overall"]["pooled_kappa"])
    assert set(found["coded_only"]) == {"masi_alpha", "jaccard_alpha"}
    assert all(set(one) == set(found["overall"]) | {"name"} for one in found["by_transcript"])
    assert set(found["confusion"][0]) == {"from", "to", "characters", "lift"}
    for code in found["codes"]:
        assert set(code) == {"slug", "path", "own", "rolled_up", "within_family"}
        assert set(code["within_family"]) == V
        for one in (code["own"], code["rolled_up"]):
            assert set(one) == M
            assert set(one["ladder"]) == {"exact", "90", "overlap", "turn", "document"}
            assert all(set(one[name]) == V for name in M - {"applications", "ladder", "pairs"})
            [pair] = one["pairs"]
            assert set(pair) == {"coders", *CELLS} | OF_PAIR
            assert all(set(pair[name]) == V for name in OF_PAIR)


def test_what_it_is_of(compared: Shell) -> None:
    found = report(compared, "--coders", "HL,AB", "--seed", 5)
    assert (found["unit"], found["layer"], found["codebook_version"]) == ("character", "open", None)
    assert (found["seed"], found["replicates"], found["interval"]) == (5, 0, None)
    assert found["coders"] == ["HL", "AB"]
    assert found["transcripts"] == [
        {"name": "FG1", "characters": 30, "coders": ["HL", "AB"]},
        {"name": "FG2", "characters": 30, "coders": ["HL", "AB"]},
    ]
    assert [one["what"] for one in found["excluded"]] == ["HL, FG3", "AB, FG3", "FG3"]
    assert all(set(one) == {"what", "why"} for one in found["excluded"])


def test_the_figures_of_a_code_are_those_of_the_pencil(compared: Shell) -> None:
    """Of 60 characters 8 are Cost to both, 12 to HL alone: Po 48/60, Pe (20·8 + 40·52)/60²."""
    cost = figures(compared, "cost", "--coders", "HL,AB")
    [pair] = cost["own"]["pairs"]
    assert [pair[name] for name in CELLS] == [8, 12, 0, 40]
    expected = (20 * 8 + 40 * 52) / 3600
    assert pair["percent_agreement"]["value"] == pytest.approx(48 / 60)
    assert pair["kappa"]["value"] == pytest.approx((48 / 60 - expected) / (1 - expected))
    assert pair["positive_agreement"]["value"] == pytest.approx(16 / 28)
    assert pair["jaccard"]["value"] == pytest.approx(8 / 20)
    assert pair["prevalence_index"]["value"] == pytest.approx(-32 / 60)
    assert pair["bias_index"]["value"] == pytest.approx(12 / 60)
    assert pair["brennan_prediger"]["value"] == pytest.approx(2 * 48 / 60 - 1)
    # 28 of 120 values are Cost; 12 characters differ, each twice.
    assert cost["own"]["alpha"]["value"] == pytest.approx(1 - 119 * 24 / (2 * 28 * 92))
    assert cost["own"]["applications"] == {"HL": 2, "AB": 1}
    assert cost["path"] == "Money > Cost"


def test_undefined_is_null_and_says_why(compared: Shell) -> None:
    money = figures(compared, "money", "--coders", "HL,AB")
    assert money["own"]["alpha"] == {
        "value": None, "why": "never applied", "low": None, "high": None
    }  # fmt: skip
    assert money["rolled_up"]["alpha"]["value"] > 0.8
    assert money["within_family"]["value"] < 0.5


def test_disagreements_stand_where_the_stored_text_has_them(compared: Shell) -> None:
    found = report(compared, "--coders", "HL,AB")["disagreements"]
    assert found[0] == {
        "transcript": "FG1",
        "start": FIRST + 8,
        "end": FIRST + 10,
        "code": "cost",
        "coders_with": ["HL"],
        "coders_without": ["AB"],
        "kind": "boundary",
    }
    assert [(one["code"], one["start"], one["kind"]) for one in found[1:]] == [
        ("cost", SECOND, "substitution"),
        ("waste", SECOND, "substitution"),
    ]


def test_at_the_turn_unitizing_figures_are_null(compared: Shell) -> None:
    found = report(compared, "--coders", "HL,AB", "--unit", "turn")
    assert found["unit"] == "turn"
    assert found["overall"]["bar_u_alpha"]["value"] is None
    assert "characters" in found["overall"]["bar_u_alpha"]["why"]
    assert [found["codes"][1]["own"]["pairs"][0][name] for name in CELLS] == [1, 1, 0, 2]


def test_intervals_are_those_of_the_seed(compared: Shell) -> None:
    words = ("--coders", "HL,AB", "--replicates", 200)
    found = [report(compared, *words, "--seed", seed)["overall"] for seed in (1, 1, 2)]
    masi, again, other = (one["masi_alpha"] for one in found)
    assert masi["low"] < masi["value"] < masi["high"]
    assert masi == again
    assert masi["value"] == other["value"]
    assert masi["low"] != other["low"]


def test_the_json_tells_how_a_round_was_settled(shell: Shell) -> None:
    with a_settling_study(Path(STUDY)) as study:
        settle_some(study)
    told = report(shell, "--round", ROUND)["settling"]
    assert set(told) == {
        *("round", "disputed", "settled", "put_off", "open", "agreed", "causes", "choices", "by"),
        *("reworded", "decisions"),
    }
    assert set(told["decisions"][0]) == {
        *("transcript", "start", "end", "codes", "kind", "cause", "choice", "coder", "code"),
        *("reason", "by", "at"),
    }
    assert told["by"] == {"HL": 2, "AB": 1}


def test_the_choice_of_what_is_compared(compared: Shell) -> None:
    words = ("--transcripts", "FG1", "--codes", "Trust,waste", "--include-moderator")
    found = report(compared, "--coders", "HL", "--coders", "AB", *words)
    assert [one["name"] for one in found["transcripts"]] == ["FG1"]
    assert found["transcripts"][0]["characters"] == 30 + len("Go on.Thanks.")
    assert [one["slug"] for one in found["codes"]] == ["waste", "trust"]
    everyone = report(compared, "--all")
    assert everyone["transcripts"][0]["coders"] == ["HL", "AB", "CD"]


def test_how_it_is_counted_may_be_chosen(compared: Shell) -> None:
    words = ("--coders", "HL,AB", "--include-moderator")
    bare = report(compared, *words, "--ignore-whitespace", "--join-abutting")
    assert bare["transcripts"][0]["characters"] == 30 + len("Goon.Thanks.")
    [pair] = figures(compared, "cost", *words, "--unit", "turn", "--carries", "word")["own"][
        "pairs"
    ]
    assert tuple(pair[cell] for cell in CELLS) == (0, 1, 0, 7)


@pytest.mark.parametrize(
    "words",
    [
        ("--carries", "most"),
        ("--coders", "HL,Nobody"),
        ("--coders", "HL"),
        ("--transcripts", "FG9"),
        ("--codes", "gold"),
        ("--round", "Nowhere"),
        ("--round", "settled"),
        ("--as", "Nobody"),
        ("--unit", "word"),
        ("--replicates", "-1"),
        ("out.docx",),
    ],
)
def test_a_wrong_request_is_told_in_one_sentence(compared: Shell, words: tuple[str, ...]) -> None:
    answer = compared("report", STUDY, "agreement", "--json", *words)
    assert (answer.status, answer.out) == (2, "")
    assert len(answer.err.strip().splitlines()) == 1


def test_a_blind_round_is_refused_until_it_is_opened(compared: Shell) -> None:
    compared("round", STUDY, "new", "Pilot", "--coders", "HL,AB", "--transcripts", "FG1")
    for who in ("HL", "AB"):
        compared("finish", STUDY, "FG1", "--coder", who, "--round", "Pilot")
    answer = compared("report", STUDY, "agreement", "--round", "Pilot", "--json")
    assert (answer.status, answer.out) == (2, "")
    assert "not opened" in answer.err
    compared("round", STUDY, "open", "Pilot")
    found = report(compared, "--round", "Pilot")
    assert (found["layer"], found["codebook_version"]) == ("Pilot", 1)
    assert found["overall"]["mean_alpha"]["value"] is None


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.html", "a.json", "a.csv", "a.pygamma.csv"])
def test_the_suffix_of_out_picks_the_format(compared: Shell, name: str) -> None:
    answer = compared("report", STUDY, "agreement", name, "--coders", "HL,AB", "--replicates", 0)
    assert (answer.status, answer.out, answer.err) == (0, f"Agreement written to {name}.\n", "")
    assert Path(name).stat().st_size > 50
    with Study.read(Path(STUDY)) as study:
        [noted] = study.ask(Reader.exports)
    assert (noted.what, Path(noted.file).name) == ("agreement", name)


def test_a_suffix_that_says_nothing_is_refused(compared: Shell) -> None:
    answer = compared("report", STUDY, "agreement", "a.txt")
    assert (answer.status, answer.out) == (2, "")
    assert ".docx" in answer.err


def test_in_short_it_says_the_headline_and_the_three_figures(compared: Shell) -> None:
    answer = compared("report", STUDY, "agreement", "--coders", "HL,AB", "--replicates", 0)
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0] == "HL, AB: open, counted by character"
    assert lines[1].startswith("Mostly a which-code-problem")
    assert [line.split()[0] for line in lines[3:6]] == ["|u-alpha,", "cu-alpha,", "alpha,"]
    assert "trust  1.00  1 / 1 (too few to judge)" in lines
    assert "  FG3: fewer than two of the coders have finished it" in lines


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ((), ""),
        (("fleiss",), "  excellent (Fleiss 1981)"),
        (
            ("landis-koch", "mchugh"),
            "  almost perfect (Landis & Koch 1977); almost perfect (McHugh 2012)",
        ),
    ],
)
def test_words_for_a_range_are_there_where_asked_for_with_their_author(
    shell: Shell, asked: tuple[str, ...], told: str
) -> None:
    a_study_with_enough(Path(STUDY)).close()
    words = [word for name in asked for word in ("--bands", name)]
    answer = shell("report", STUDY, "agreement", "--coders", "HL,AB", "--replicates", 0, *words)
    lines = answer.out.splitlines()
    assert f"trust  1.00  13 / 13{told}" in lines
    [few] = [line for line in lines if line.startswith("cost")]
    assert few.endswith("2 / 1 (too few to judge)")
