"""The same talk in every layout: whatever the labels look like, the turns are the same."""

from collections.abc import Callable
from itertools import cycle
from textwrap import wrap

import pytest
from source import ROOT

from qualcoder_nhs.importers import read_transcript
from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.turns import Line, recognise

Talk = list[tuple[str, str]]

NAMES = (
    "Ann Roe",
    "Ben Poe",
    "Siân ap Gwilym",
    "Dr Mary Smith",
    "Fatima al-Sayed",
    "O’Connor, K.",
    "J. D. Smith-Jones",
    "Zoë Brown",
)

LAYOUTS = {
    "colon": "{label}: {words}\n",
    "colon, blank lines": "{label}: {words}\n\n",
    "colon, tab": "{label}:\t{words}\n",
    "tab": "{label}\t{words}\n",
    "colon on its own line": "{label}:\n{words}\n\n",
    "its own line": "{label}\n{words}\n\n",
    "its own line, a blank one under it": "{label}\n\n{words}\n\n",
    "label and time on their line": "{label}  {clock}\n{words}\n\n",
    "time under the label": "{label}\n{clock}\n{words}\n\n",
    "time in brackets first": "[{clock}] {label}: {words}\n\n",
    "time first": "{clock} {label}: {words}\n",
    "time, label, words by tabs": "{clock}\t{label}\t{words}\n",
    "time after the colon": "{label}: [{clock}] {words}\n\n",
    "time after the label": "{label} [{clock}] {words}\n\n",
    "time in round brackets": "{label} ({clock}):\n{words}\n\n",
    "time at the end": "{label}: {words} #{clock}-3#\n",
    "time at the beginning": "#{clock}-3# {label}: {words}\n",
    "time above": "[{clock}]\n{label}: {words}\n\n",
    "time below": "{label}: {words}\n[{clock}]\n\n",
    "name behind the time": "[{clock}.430] - {label}\n{words}\n\n",
    "name in brackets, then the time": "[{label}] {clock}\n{words}\n\n",
    "captions' times": "{clock}.100 --> {clock}.900\n{label}\n{words}\n\n",
    "square brackets": "[{label}] {words}\n",
    "angle brackets": "<{label}> {words}\n",
    "round brackets": "({label}) {words}\n",
    "stars": "**{label}**: {words}\n\n",
    "stars around the colon": "**{label}:** {words}\n\n",
    "stars without a colon": "**{label}** {words}\n\n",
    "stars on their own line": "**{label}**\n\n{words}\n\n",
    "headings": "### {label}\n\n{words}\n\n",
    "bullets": "- {label}: {words}\n",
    "numbers": "{number} {label}: {words}\n",
    "numbers and tabs": "{number}.\t{label}: {words}\n",
    "dashes": "{label} - {words}\n",
    "long dashes": "{label} – {words}\n\n",
    "wide gaps": "{label}   {words}\n",
}


def told(path: str) -> Talk:
    """The turns of a file, each on one line."""
    parsed = read_transcript(ROOT / path)
    return [(turn.label, flat(turn.words.of(parsed.text))) for turn in parsed.turns]


def flat(words: str) -> str:
    return " ".join(words.split())


@pytest.fixture(scope="module")
def group() -> Talk:
    """A focus group with labels such as `P4`."""
    return told("transcripts_sample/FG2.txt")


@pytest.fixture(scope="module")
def meeting() -> Talk:
    """The beginning of a real meeting, with labels such as `Marketing`."""
    return told("tests/real/ami_ES2004d_design_meeting.txt")[:150]


def laid_out(talk: Talk, layout: str, shaped: Callable[[str], str] = str) -> str:
    return "".join(
        layout.format(
            label=label,
            words=shaped(words),
            number=at,
            clock=f"{at // 360:02}:{at // 6 % 60:02}:{at % 6 * 10:02}",
        )
        for at, (label, words) in enumerate(talk, 1)
    )


def turns(text: str) -> Talk:
    found = recognise([Line(line) for line in text.split("\n")], ReadingOptions())
    return [(turn.label, flat(turn.words.of(found.text))) for turn in found.turns]


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_group_by_codes(group: Talk, name: str) -> None:
    assert turns(laid_out(group, LAYOUTS[name])) == group


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_group_by_names(group: Talk, name: str) -> None:
    labels = dict.fromkeys(label for label, _words in group)
    called = dict(zip(labels, cycle(NAMES), strict=False))
    named = [(called[label], words) for label, words in group]
    assert turns(laid_out(named, LAYOUTS[name])) == named


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_group_in_lines_wrapped_by_hand(group: Talk, name: str) -> None:
    def wrapped(words: str) -> str:
        return "\n".join(wrap(words, 72))

    assert turns(laid_out(group, LAYOUTS[name], wrapped)) == group


@pytest.mark.parametrize("name", LAYOUTS)
def test_a_meeting_by_roles(meeting: Talk, name: str) -> None:
    assert turns(laid_out(meeting, LAYOUTS[name])) == meeting
