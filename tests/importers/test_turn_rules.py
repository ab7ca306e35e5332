"""What holds of every text whatever stands in it, and what reading otherwise changes."""

import string
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.labels import CONVENTIONS
from qualcoder_nhs.importers.transcript_formats import read_transcript
from qualcoder_nhs.importers.turns import Line, Recognised, recognise

USUAL = ReadingOptions()

labels = st.sampled_from(
    ["P1", "P2", "MOD", "Anna Roe", "Dr Smith (GP)", "interviewer", "?", "P1 and P2", "Note", "Zoë"]
)
marks = st.sampled_from(["", "[00:01:02] ", "00:05 ", "12  ", "    ", "\t"])
between = st.sampled_from([": ", ":", "\t", " : ", "  00:12", ":\n", "** ", "] ", " ", "\n"])
words = st.text(alphabet=string.ascii_letters + " .,:?[]()*#\t-–’é\u00a0😀0123456789", max_size=30)
tails = st.sampled_from(["", " #00:01:02-3#", "  ", " [laughs]", "\n", "\n\n", "\n\n\n"])


@st.composite
def texts(draw: st.DrawFn) -> list[Line]:
    """Lines as transcripts have them, and worse; some begin in bold."""
    pieces = draw(st.lists(st.tuples(marks, labels, between, words, tails), max_size=12))
    text = "\n".join(draw(st.sampled_from(["", "**", "["])) + "".join(piece) for piece in pieces)
    return [Line(line, draw(st.integers(0, len(line)))) for line in text.split("\n")]


options = st.builds(
    ReadingOptions,
    convention=st.sampled_from([None, "none", *(name for name, _example in CONVENTIONS)]),
    as_label=st.frozensets(labels, max_size=2),
    as_speech=st.frozensets(labels, max_size=2),
)


@given(texts(), options)
def test_turns_lie_in_order_and_label_and_words_are_what_stands_there(
    lines: list[Line], how: ReadingOptions
) -> None:
    found = recognise(lines, how)
    assert found.text == "".join(line.text + "\n" for line in lines)
    assert [turn.index for turn in found.turns] == list(range(1, len(found.turns) + 1))
    end = 0
    for turn in found.turns:
        assert turn.label_at is not None
        assert turn.label_at.of(found.text) == turn.label == turn.label.strip() != ""
        assert turn.whole.start >= end
        assert turn.words.start >= turn.label_at.end
        said = turn.words.of(found.text)
        assert said == said.strip()
        assert turn.time_at is None or not turn.time_at.overlaps(turn.words)
        assert turn.time_at is None or not turn.time_at.overlaps(turn.label_at)
        end = turn.whole.end
    assert end <= len(found.text)


@given(texts())
def test_after_the_first_label_every_letter_is_in_a_turn_or_stands_by_its_label(
    lines: list[Line],
) -> None:
    found = recognise(lines, USUAL)
    for turn, after in pairwise([*found.turns, None]):
        assert turn
        behind = found.text[turn.whole.end : _begin(found, after)]
        if after:  # whose name may stand once more above its time mark
            behind = behind.replace(after.label, "", 1)
        assert behind.strip(string.whitespace + "*[]:#.()<>-–—\u00a0" + string.digits) == ""


def _begin(found: Recognised, turn: Turn | None) -> int:
    return turn.whole.start if turn else len(found.text)


@given(texts(), options)
def test_reading_twice_is_equal(lines: list[Line], how: ReadingOptions) -> None:
    assert recognise(lines, how) == recognise(lines, how)


@given(texts())
def test_without_speakers_the_text_is_the_same(lines: list[Line]) -> None:
    plain = recognise(lines, ReadingOptions(convention="none"))
    assert (plain.turns, plain.doubts) == ((), ())
    assert plain.text == recognise(lines, USUAL).text


@given(texts(), labels)
def test_what_is_told_to_be_speech_is_no_label(lines: list[Line], label: str) -> None:
    found = recognise(lines, ReadingOptions(as_speech=frozenset({label.upper()})))
    assert label.casefold() not in {turn.label.casefold() for turn in found.turns}


@given(texts())
def test_doubts_stand_where_they_say(lines: list[Line]) -> None:
    found = recognise(lines, USUAL)
    for doubt in found.doubts:
        assert found.text.count("\n", 0, doubt.start) == doubt.line - 1


def turns(text: str, how: ReadingOptions = USUAL) -> list[tuple[str, str]]:
    found = recognise([Line(line) for line in text.split("\n")], how)
    return [(turn.label, turn.words.of(found.text)) for turn in found.turns]


TALK = "P1: One.\nmore.\nP2: Two.\nAnna: Three.\nP1: Four.\nP2: Five."


def test_what_is_told_to_be_a_label_is_one() -> None:
    assert ("Anna", "Three.") not in turns(TALK)
    assert turns(TALK, ReadingOptions(as_label=frozenset({"anna"})))[2] == ("Anna", "Three.")


def test_a_label_that_stands_once_is_doubted_with_its_reading() -> None:
    doubts = recognise([Line(line) for line in TALK.split("\n")], USUAL).doubts
    assert [(doubt.line, doubt.label) for doubt in doubts] == [(4, "Anna")]


EXAMPLES = [
    ("colon", "{0}: {1}\n"),
    ("line", "{0}:\n{1}\n"),
    ("line", "{0}\n{1}\n\n"),
    ("brackets", "[{0}] {1}\n"),
    ("brackets", "[{0}]: {1}\n"),
    ("tab", "{0}\t{1}\n"),
    ("time", "{0}  00:01\n{1}\n"),
    ("time", "{0} [00:01] {1}\n"),
    ("time", "00:00:01.0 --> 00:00:02.0\n{0}\n{1}\n"),
    ("bold", "**{0}**: {1}\n"),
    ("bold", "**{0}**\n{1}\n"),
    ("capitals", "DR {0} {1}\n"),
    ("gap", "{0} – {1}\n"),
]


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_each_layout_can_be_chosen(kind: str, example: str) -> None:
    said = [("P1", "one"), ("P2", "two"), ("P1", "three"), ("P2", "four")]
    text = "".join(example.format(*one) for one in said)
    label = example.split("{1}", maxsplit=1)[0].count("DR") * "DR "
    said = [(label + who, what) for who, what in said]
    assert turns(text) == turns(text, ReadingOptions(convention=kind)) == said
    other = "tab" if kind != "tab" else "colon"
    assert turns(text, ReadingOptions(convention=other)) == []


def test_every_layout_but_the_table_has_an_example_here() -> None:
    assert {name for name, _example in CONVENTIONS} - {"table"} == {kind for kind, _ in EXAMPLES}


def test_both_raw_labels_are_kept() -> None:
    text = (
        "Right Hon. Member (Minister): One.\nChair: Two.\nRight Hon. Member: Three.\nChair: Four.\n"
    )
    assert [label for label, _words in turns(text)] == [
        "Right Hon. Member (Minister)",
        "Chair",
        "Right Hon. Member",
        "Chair",
    ]


def test_times_are_told_in_seconds() -> None:
    lines = ["I: What? #00:01:02-3#", "B: Money.", "I: Yes? [00:02]", "B: (00:03) No."]
    found = recognise([Line(line) for line in lines], USUAL)
    assert [turn.time for turn in found.turns] == [62.3, None, 2, 3]


def test_a_file_read_twice_is_equal(tmp_path: Path) -> None:
    path = tmp_path / "group.txt"
    path.write_text(TALK, encoding="utf-8")
    assert read_transcript(path) == read_transcript(path)
