"""The same talk in every layout: whatever the labels look like, the turns are the same."""

from collections.abc import Callable
from itertools import cycle
from textwrap import wrap

import pytest
from source import ROOT

from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.transcript_formats import read_transcript
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

SHORT = {
    "numbered, timed": "{number}. [{clock}] {label}: {words}\n",
    "time before the colon": "{label} {clock}: {words}\n",
    "comma and time": "{label}, {clock}: {words}\n",
    "label and time in brackets": "[{label}, {clock}]: {words}\n",
    "from and to": "{clock}-09:59:59\t{label}\t{words}\n",
    "arrows": "{label} >> {words}\n",
    "an arrow": "{label}> {words}\n",
    "bars": "{label} | {words}\n",
    "one star": "_{label}_: {words}\n",
    "French colon": "{label} : {words}\n",
    "colon at the words": "{label} :{words}\n",
    "two colons": "{label}::{words}\n",
    "time at the end in brackets": "{label}: {words} ({clock})\n",
    "closing bracket": "{label}) {words}\n",
    "full stop": "{label}. {words}\n",
    "semicolon": "{label}; {words}\n",
    "dash and label and dash": "- {label} - {words}\n",
    "dash at the words": "{label} —{words}\n",
    "stars and time": "**{label}** ({clock}): {words}\n\n",
    "one blank": "{label} {words}\n",
}

CALLED = (
    ("Participant1", "Participant2", "Facilitator"),
    ("FG2_P4", "FG2_P5", "FG2_MOD"),
    ("NHS-04-P2", "NHS-04-P3", "INT"),
    ("ID01", "ID02", "RES"),
    ("A", "B", "C"),
    ("Person A", "Person B", "Int 1"),
    ("Male 1", "Female 2", "Moderator 1"),
    ("Dr. P", "Mrs. K", "I"),
    ("CEO", "CFO", "Chair"),
    ("Medical Director 1", "Medical Director 2", "Interviewer"),
    ("Pt", "Dr", "Carer"),
    ("Gwen (she/her)", "Ben (he/him)", "Host"),
    ("Ann R.", "Ben P.", "Mod."),
    ("Participant one", "Participant two", "Interviewer"),
    ("first speaker", "second speaker", "moderator"),
    ("王芳", "李伟", "主持人"),
    ("Øyvind", "Łukasz", "Ørsted"),
    ("Ward Sister", "Staff Nurse", "Researcher"),
    ("P.1", "P.2", "Mod"),
    ("Ann's manager", "Ben", "Int"),
    ("The Manager", "The Doctor", "Unidentified speaker"),
)


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


SAID = ("one", "two: b", "three", "four", "five", "six")


@pytest.mark.parametrize("name", SHORT)
def test_a_few_words_by_codes(name: str) -> None:
    talk = list(zip(("P1", "P2", "P1", "MOD", "P2", "MOD"), SAID, strict=True))
    assert turns(laid_out(talk, SHORT[name])) == talk


@pytest.mark.parametrize(
    "name", ["colon", "time in brackets first", "label and time on their line"]
)
@pytest.mark.parametrize("people", CALLED, ids=" ".join)
def test_whatever_people_are_called(people: tuple[str, str, str], name: str) -> None:
    first, second, asking = people
    talk = list(zip((first, second, first, asking, second, asking), SAID, strict=True))
    assert turns(laid_out(talk, LAYOUTS[name])) == talk
