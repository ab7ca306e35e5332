"""Labels at the edges of what a label is, and words that look like one and are none."""

from pathlib import Path

import pytest

from qualcoder_nhs.importers.transcript_formats import read_transcript

CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "voices nobody knows, each once": (
        "Interviewer: Who told you?\n\nAnna: Nobody.\n\nWe guessed.\n\nUnknown female: Wrong room.\n\n"
        "Ben: Come in.\n\nIt was late.\n\nUnidentified male: Coffee?\n\nFemale voice: No.\n\n"
        "Unknown outcome: that was the fear.\n\nAnna: Well.\n\nBen: So.\n\nInterviewer: Yes.\n",
        [
            ("Interviewer", "Who told you?"),
            ("Anna", "Nobody.\n\nWe guessed."),
            ("Unknown female", "Wrong room."),
            ("Ben", "Come in.\n\nIt was late."),
            ("Unidentified male", "Coffee?"),
            ("Female voice", "No.\n\nUnknown outcome: that was the fear."),
            ("Anna", "Well."),
            ("Ben", "So."),
            ("Interviewer", "Yes."),
        ],
    ),
    "a dash between bold label and words": (
        "**Facilitator** – So what gives?\n\n**Dr Ames** - Time.\n\n**Dr Bell** — Money.\n\n"
        "**Facilitator** – Go on.\n\n**Dr Ames** All of it.\n\n**Dr Bell** – – and sleep.\n",
        [
            ("Facilitator", "So what gives?"),
            ("Dr Ames", "Time."),
            ("Dr Bell", "Money."),
            ("Facilitator", "Go on."),
            ("Dr Ames", "All of it."),
            ("Dr Bell", "– and sleep."),
        ],
    ),
    "a voice that goes on after somebody broke in": (
        "P1: I thought we –\nP2: Never.\nP1: – would be asked.\nP2: No.\n",
        [
            ("P1", "I thought we –"),
            ("P2", "Never."),
            ("P1", "– would be asked."),
            ("P2", "No."),
        ],
    ),
    "lower case labels that return, one typed wrong": (
        "interviewer: so tell me\ninterviewr: and then\nparticipant: we moved\n"
        "Particpant: twice\ninterviewer: go on\nparticipant: that is all\n",
        [
            ("interviewer", "so tell me"),
            ("interviewr", "and then"),
            ("participant", "we moved"),
            ("Particpant", "twice"),
            ("interviewer", "go on"),
            ("participant", "that is all"),
        ],
    ),
    "a list of speakers on one line": (
        "Speakers: Anna, Ben and Cleo\n\nAnna: One.\nfor the record.\nBen: Two.\nAnna: Three.\n"
        "Cleo: Four.\n",
        [
            ("Anna", "One.\nfor the record."),
            ("Ben", "Two."),
            ("Anna", "Three."),
            ("Cleo", "Four."),
        ],
    ),
    "a list of speakers line by line": (
        "Participants\nP1: medical director\nP2: manager\nDr Roe (observer)\n\nP1: One.\nmore.\n"
        "P2: Two.\nmore.\nDr Roe: Three.\nP1: Four.\n",
        [
            ("P1", "One.\nmore."),
            ("P2", "Two.\nmore."),
            ("Dr Roe", "Three."),
            ("P1", "Four."),
        ],
    ),
    "the word present opens a sentence": (
        "Presently we, Anna, sat down.\nAnna: once, alone.\nBen: One.\nMore.\nCleo: Two.\nMore.\n"
        "Ben: Three.\nCleo: Four.\n",
        [
            ("Ben", "One.\nMore."),
            ("Cleo", "Two.\nMore."),
            ("Ben", "Three."),
            ("Cleo", "Four."),
        ],
    ),
    "questions and answers that return": (
        "Q: Where?\nA: Here.\nQ: When?\nA: Now.\n",
        [("Q", "Where?"), ("A", "Here."), ("Q", "When?"), ("A", "Now.")],
    ),
    "a question mark that stands once": (
        "P1: One.\nQ: that was on the sheet.\nP2: Two.\nP1: Three.\nP2: Four.\n",
        [
            ("P1", "One.\nQ: that was on the sheet."),
            ("P2", "Two."),
            ("P1", "Three."),
            ("P2", "Four."),
        ],
    ),
    "a profession in brackets": (
        "Dr Smith (GP): One.\nMs Jones (manager): Two.\nDr Smith (GP): Three.\n"
        "Ms Jones (manager): Four.\n",
        [
            ("Dr Smith (GP)", "One."),
            ("Ms Jones (manager)", "Two."),
            ("Dr Smith (GP)", "Three."),
            ("Ms Jones (manager)", "Four."),
        ],
    ),
    "long titles": (
        "The Acting Chair (Mr. Bruce Stanton): Order.\n\nThe Parliamentary Secretary to the Minister "
        "of Health (Ms. Ann Roe): Thank you.\n\nThe Acting Chair (Mr. Bruce Stanton): Next.\n",
        [
            ("The Acting Chair (Mr. Bruce Stanton)", "Order."),
            ("The Parliamentary Secretary to the Minister of Health (Ms. Ann Roe)", "Thank you."),
            ("The Acting Chair (Mr. Bruce Stanton)", "Next."),
        ],
    ),
    "numbers with and without a blank": (
        "Interviewer 1: One.\nInterviewer1: Two.\nInterviewer2: Three.\nParticipant: Four.\n"
        "Interviewer 1: Five.\nParticipant: Six.\n",
        [
            ("Interviewer 1", "One."),
            ("Interviewer1", "Two."),
            ("Interviewer2", "Three."),
            ("Participant", "Four."),
            ("Interviewer 1", "Five."),
            ("Participant", "Six."),
        ],
    ),
    "one of eight who speaks once": (
        "P1: a.\nm.\nP2: b.\nm.\nP1: c.\nP2: d.\nP9: e.\nP1: f.\n",
        [
            ("P1", "a.\nm."),
            ("P2", "b.\nm."),
            ("P1", "c."),
            ("P2", "d."),
            ("P9", "e."),
            ("P1", "f."),
        ],
    ),
    "two speakers of whom one speaks once": (
        "Interviewer: Tell me.\n\nAnna: Well.\n\nInterviewer: Thanks.\n",
        [("Interviewer", "Tell me."), ("Anna", "Well."), ("Interviewer", "Thanks.")],
    ),
    "stage directions in brackets that return": (
        "P1: One.\n[laughs] Two.\n[door slams] Three.\nP2: Four.\n[door slams] Five.\n"
        "[inaudible] Six.\n[inaudible] Seven.\nP1: Eight.\nP2: Nine.\n",
        [
            ("P1", "One.\n[laughs] Two.\n[door slams] Three."),
            ("P2", "Four.\n[door slams] Five.\n[inaudible] Six.\n[inaudible] Seven."),
            ("P1", "Eight."),
            ("P2", "Nine."),
        ],
    ),
    "brackets and a colon": (
        "[P1]: One.\n[P2]: Two.\n[P1]: Three.\n[P2]: Four.\n",
        [("P1", "One."), ("P2", "Two."), ("P1", "Three."), ("P2", "Four.")],
    ),
    "a time without brackets ahead": (
        "00:01:02 Anna: One.\n00:01:05 Ben: Two.\n00:01:09 Anna: Three: four.\n00:02:00 Ben: So.\n",
        [("Anna", "One."), ("Ben", "Two."), ("Anna", "Three: four."), ("Ben", "So.")],
    ),
    "indented labels": (
        "    P1: One.\n      more.\n\tP2: Two.\n    P1: Three.\n\tP2: Four.\n",
        [("P1", "One.\n      more."), ("P2", "Two."), ("P1", "Three."), ("P2", "Four.")],
    ),
    "blanks that do not break, and wide colons": (
        "Speaker\u00a01:\u00a0One.\nSpeaker\u00a02：Two.\nSpeaker 1 :\u202fThree.\nSpeaker 2： Four.\n",
        [
            ("Speaker\u00a01", "One."),
            ("Speaker\u00a02", "Two."),
            ("Speaker 1", "Three."),
            ("Speaker 2", "Four."),
        ],
    ),
    "numbered paragraphs": (
        "1  Dan: One.\n2  Eve: Two.\n3\tDan: Three.\n4. Eve: Four.\n",
        [("Dan", "One."), ("Eve", "Two."), ("Dan", "Three."), ("Eve", "Four.")],
    ),
    "verses, addresses, lists and minutes inside speech": (
        "P1: John 3:16 says so.\nhttps://example.org: see there.\nAction: JB to write.\n"
        "Action: CD to call.\nP2: Fine.\n1. Flour: two cups\n2. Sugar: one cup\nP1: Yes.\nP2: No.\n",
        [
            (
                "P1",
                "John 3:16 says so.\nhttps://example.org: see there.\nAction: JB to write.\n"
                "Action: CD to call.",
            ),
            ("P2", "Fine.\n1. Flour: two cups\n2. Sugar: one cup"),
            ("P1", "Yes."),
            ("P2", "No."),
        ],
    ),
    "a play with names on lines of their own": (
        "ROMEO\nBut soft.\nWhat light?\n\nJULIET\nAy me.\n\nROMEO\nShe speaks.\n\nJULIET\nO.\nRomeo.\n",
        [
            ("ROMEO", "But soft.\nWhat light?"),
            ("JULIET", "Ay me."),
            ("ROMEO", "She speaks."),
            ("JULIET", "O.\nRomeo."),
        ],
    ),
    "short names on lines of their own": (
        "P1\nI think so.\n\nMOD\nGo on.\n\nP1\nThat was it.\n\nMOD\nThank you.\n",
        [("P1", "I think so."), ("MOD", "Go on."), ("P1", "That was it."), ("MOD", "Thank you.")],
    ),
    "Teams' older layout": (
        "0:0:5.100 --> 0:0:8.250\nRoe, Ann\nHello all.\n\n0:0:9.0 --> 0:0:10.5\nBen Poe\nHello.\n\n"
        "0:0:11.0 --> 0:0:12.5\nCleo\nOnce.\n\n0:0:13.0 --> 0:0:14.5\nRoe, Ann\nSo.\n",
        [("Roe, Ann", "Hello all."), ("Ben Poe", "Hello."), ("Cleo", "Once."), ("Roe, Ann", "So.")],
    ),
    "Teams' newer layout": (
        "Roe, Ann   0:05\nHello all.\n\nBen Poe   0:09\nHello.\n\nRoe, Ann   1:00:05\nSo.\n",
        [("Roe, Ann", "Hello all."), ("Ben Poe", "Hello."), ("Roe, Ann", "So.")],
    ),
    "Otter's text with its footer": (
        "Ann Roe  0:00  \nHello all.\n\nBen Poe  0:07  \nHello.\n\nAnn Roe  0:12  \nSo.\n\n"
        "Transcribed by https://otter.ai\n",
        [
            ("Ann Roe", "Hello all."),
            ("Ben Poe", "Hello."),
            ("Ann Roe", "So."),
        ],
    ),
    "stars around name and colon": (
        "**Anna:** One.\n\n**Ben:** *Two*, for **sure**.\n\n**Anna:** Three.\n",
        [("Anna", "One."), ("Ben", "*Two*, for **sure**."), ("Anna", "Three.")],
    ),
    "a text read with mixed line ends": (
        "P1: One.\r\nP2: Two.\rP1: Three.\nP2: Four.\u2028P1: Five.\x0bP2: Six.\n",
        [
            ("P1", "One."),
            ("P2", "Two."),
            ("P1", "Three."),
            ("P2", "Four."),
            ("P1", "Five."),
            ("P2", "Six."),
        ],
    ),
    "bullets, arrows and one star": (
        "- Anna: One.\n>> BEN: Two.\n• Anna: Three.\n- **Cleo**: Four.\n*Ben*: Five.\n_Cleo_: Six.\n",
        [
            ("Anna", "One."),
            ("BEN", "Two."),
            ("Anna", "Three."),
            ("Cleo", "Four."),
            ("Ben", "Five."),
            ("Cleo", "Six."),
        ],
    ),
    "no blank after the colon": (
        "P1:One at 17:30.\nP2:Two.\nsee:there\n3:16 and http://x.org\nP1:Three.\nP2:Four.\n",
        [
            ("P1", "One at 17:30."),
            ("P2", "Two.\nsee:there\n3:16 and http://x.org"),
            ("P1", "Three."),
            ("P2", "Four."),
        ],
    ),
    "titles with full stops and small letters": (
        "Dr. van der Berg: One.\nMs. Roe: Two.\nmore.\nDr. van der Berg: Three.\nMs. Roe: Four.\n",
        [
            ("Dr. van der Berg", "One."),
            ("Ms. Roe", "Two.\nmore."),
            ("Dr. van der Berg", "Three."),
            ("Ms. Roe", "Four."),
        ],
    ),
    "names that begin like stage directions": (
        "Mr Crossley: One.\nLaughton: Two.\nMr Crossley: Three.\nLaughton: Four.\n",
        [
            ("Mr Crossley", "One."),
            ("Laughton", "Two."),
            ("Mr Crossley", "Three."),
            ("Laughton", "Four."),
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
