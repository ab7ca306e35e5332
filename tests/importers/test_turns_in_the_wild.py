"""Conventions that transcripts come in, each as a short file a person can count by eye."""

from pathlib import Path

import pytest

from qualcoder_nhs.importers.transcript_formats import read_transcript

CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "names, blank lines": (
        "Moderator: What gives?\n\nAnna: Money.\n\nBen: No.\n\nModerator: Say more?\n\n"
        "Anna: Well.\n\nBen: Time.\n",
        [
            ("Moderator", "What gives?"),
            ("Anna", "Money."),
            ("Ben", "No."),
            ("Moderator", "Say more?"),
            ("Anna", "Well."),
            ("Ben", "Time."),
        ],
    ),
    "lower case labels without blank lines": (
        "interviewer: all right\ninterviewee: yeah, go ahead\ninterviewer: so\ninterviewee: ok\n",
        [
            ("interviewer", "all right"),
            ("interviewee", "yeah, go ahead"),
            ("interviewer", "so"),
            ("interviewee", "ok"),
        ],
    ),
    "continuation lines and paragraphs": (
        "P1: First line\nsecond line.\n\nA paragraph of its own.\n\nP2: Yes.\nP1: Mm.\nP2: No.\n",
        [
            ("P1", "First line\nsecond line.\n\nA paragraph of its own."),
            ("P2", "Yes."),
            ("P1", "Mm."),
            ("P2", "No."),
        ],
    ),
    "brackets": (
        "[P1] hello there\n[P2] hello\n[P1] so: what now\n[P2] well\n",
        [("P1", "hello there"), ("P2", "hello"), ("P1", "so: what now"), ("P2", "well")],
    ),
    "tab": (
        "MOD\tWho begins?\nP1\tMe.\nP2\tOr me.\nMOD\tGo on.\nP1\tAll right.\nP2\tYes.\n",
        [
            ("MOD", "Who begins?"),
            ("P1", "Me."),
            ("P2", "Or me."),
            ("MOD", "Go on."),
            ("P1", "All right."),
            ("P2", "Yes."),
        ],
    ),
    "time before the label": (
        "[00:12:44] MD-03: Taking her off nights.\n\n[00:13:02] MOD: Say more?\n\n"
        "[00:13:05] MD-03: I said: no.\n\n[00:13:09] MOD: Mm.\n",
        [
            ("MD-03", "Taking her off nights."),
            ("MOD", "Say more?"),
            ("MD-03", "I said: no."),
            ("MOD", "Mm."),
        ],
    ),
    "speaker and time on a line of their own": (
        "Speaker 1  00:01:23\nHello everybody.\n\nSpeaker 2  00:01:30\nHello.\nAnd more.\n\n"
        "Speaker 1  00:01:40\nSo.\n\nSpeaker 2  00:01:44\nSo.\n",
        [
            ("Speaker 1", "Hello everybody."),
            ("Speaker 2", "Hello.\nAnd more."),
            ("Speaker 1", "So."),
            ("Speaker 2", "So."),
        ],
    ),
    "times at the end": (
        "I: What gives? #00:01:02-3#\nB: Money. #00:01:05-9#\nI: Yes? #00:01:08-0#\n"
        "B: Every year. #00:01:11-1#\n",
        [("I", "What gives?"), ("B", "Money."), ("I", "Yes?"), ("B", "Every year.")],
    ),
    "label alone on its line": (
        "Sjors Provoost:\nWelcome back.\n\nAaron:\nThanks.\n\nSjors Provoost:\nSo.\n\nAaron:\nSo.\n",
        [
            ("Sjors Provoost", "Welcome back."),
            ("Aaron", "Thanks."),
            ("Sjors Provoost", "So."),
            ("Aaron", "So."),
        ],
    ),
    "bold Markdown": (
        "**Counsel Inquiry**: Thank you.\n\n**Lord Stevens**: Yes.\n\n*(A short break)*\n\n"
        "**Counsel Inquiry**: Note: this.\n\n**Lady Hallett**: Once.\n",
        [
            ("Counsel Inquiry", "Thank you."),
            ("Lord Stevens", "Yes.\n\n*(A short break)*"),
            ("Counsel Inquiry", "Note: this."),
            ("Lady Hallett", "Once."),
        ],
    ),
    "joint and unknown voices": (
        "P2: One.\n\nP4: Two.\n\nP2 and P4: Together.\n\n?: Who was that.\n\nP2: Three.\n\n"
        "P4: Four.\n\nSeveral: Yes.\n\n?: Me.\n",
        [
            ("P2", "One."),
            ("P4", "Two."),
            ("P2 and P4", "Together."),
            ("?", "Who was that."),
            ("P2", "Three."),
            ("P4", "Four."),
            ("Several", "Yes."),
            ("?", "Me."),
        ],
    ),
    "colons that are no speakers": (
        "P1: Three things, for example: money.\nfor example: this line.\nNote: that line.\n"
        "10.30 am: we met.\n17:30: everyone had gone.\nP2: I said: no.\nP1: http://x.org: no.\n"
        "P2: Fine.\n",
        [
            (
                "P1",
                "Three things, for example: money.\nfor example: this line.\nNote: that line.\n"
                "10.30 am: we met.\n17:30: everyone had gone.",
            ),
            ("P2", "I said: no."),
            ("P1", "http://x.org: no."),
            ("P2", "Fine."),
        ],
    ),
    "a label without words": (
        "P1: Yes.\n\nP2:\n\nP1: No.\n\nP2: Well.\n",
        [("P1", "Yes."), ("P2", ""), ("P1", "No."), ("P2", "Well.")],
    ),
    "same speaker twice running": (
        "P1: One.\n\nP1: Two.\n\nP2: Three.\n\nP2: Four.\n",
        [("P1", "One."), ("P1", "Two."), ("P2", "Three."), ("P2", "Four.")],
    ),
    "nine in ten paragraphs open with a label": (
        "".join(
            f"Mr {name}: Words by {name}.\n\n"
            for name in (
                "Ash",
                "Birch",
                "Cedar",
                "Elm",
                "Fir",
                "Hazel",
                "Larch",
                "Oak",
                "Pine",
                "Yew",
            )
        ),
        [
            (f"Mr {name}", f"Words by {name}.")
            for name in (
                "Ash",
                "Birch",
                "Cedar",
                "Elm",
                "Fir",
                "Hazel",
                "Larch",
                "Oak",
                "Pine",
                "Yew",
            )
        ],
    ),
    "an addition in brackets": (
        "Hon. Member (Minister): One.\n\nChair: Two.\n\nHon. Member: Three.\n\nChair: Four.\n",
        [
            ("Hon. Member (Minister)", "One."),
            ("Chair", "Two."),
            ("Hon. Member", "Three."),
            ("Chair", "Four."),
        ],
    ),
    "capitals": (
        "MODERATOR: What gives?\n\nDR JONES: Money.\n\nMODERATOR: Yes?\n\nDR JONES: Yes.\n",
        [
            ("MODERATOR", "What gives?"),
            ("DR JONES", "Money."),
            ("MODERATOR", "Yes?"),
            ("DR JONES", "Yes."),
        ],
    ),
    "carriage returns": (
        "P1: One.\r\n\r\nP2: Two.\r\n\r\nP1: Three.\r\n\r\nP2: Four.\r\n",
        [("P1", "One."), ("P2", "Two."), ("P1", "Three."), ("P2", "Four.")],
    ),
    "front matter": (
        "Focus group 2\nDate: 12 March\nPlace: London\n\nMOD: Begin.\n\nP1: Yes.\n\nMOD: So.\n\n"
        "P1: No.\n",
        [("MOD", "Begin."), ("P1", "Yes."), ("MOD", "So."), ("P1", "No.")],
    ),
    "names with accents, initials and apostrophes": (
        "Siân O’Neill: One.\n\nJ. D. Smith-Jones: Two.\n\nZoë: Three.\n\nSiân O’Neill: Four.\n\n"
        "J. D. Smith-Jones: Five.\n\nZoë: Six.\n",
        [
            ("Siân O’Neill", "One."),
            ("J. D. Smith-Jones", "Two."),
            ("Zoë", "Three."),
            ("Siân O’Neill", "Four."),
            ("J. D. Smith-Jones", "Five."),
            ("Zoë", "Six."),
        ],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_turns(name: str, tmp_path: Path) -> None:
    text, expected = CASES[name]
    path = tmp_path / "file.txt"
    path.write_bytes(text.encode())
    parsed = read_transcript(path)
    found = [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "Just an essay.\n\nIt has paragraphs, and one thing: a colon.\n\nNothing else.\n",
        "Chapter 1: In which\n\nIt was late.\n\nChapter 2: The other\n\nIt was early.\n",
        "Pancakes\n\nFlour: two cups\nMilk: one cup\n\nMix all.\n\nFry it.\n\nTip: eat them hot.\n",
        "Minutes\n\nThe report was heard.\n\nAction: JB to write.\n\nNothing else.\n\n"
        "Action: CD to call.\n",
        "An essay: its colons.\n\nIt has many: this one, for instance.\n\nTime: a river.\n"
        "Space: a room.\n\nI said: no. They said: yes.\n\n17:30: late.\n",
        "CONFIDENTIAL\n\nOne paragraph here.\n\nCONFIDENTIAL\n\nAnother one.\n",
    ],
)
def test_a_text_without_speakers_stays_whole(text: str, tmp_path: Path) -> None:
    path = tmp_path / "file.txt"
    path.write_text(text, encoding="utf-8")
    assert read_transcript(path).turns == ()
