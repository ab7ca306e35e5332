"""A study of two coders whose agreement can be counted with a pencil."""

from pathlib import Path

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import an_import, code, coder, transcript

# What the participants say is 20 + 10 characters of each transcript; labels are two or three.
TALK = "MOD: Go on.\nP1: abcdefghijklmnopqrst\nP2: 0123456789\nMOD: Thanks."
NAMES = ("FG1", "FG2", "FG3")
FIRST, SECOND = TALK.index("abc"), TALK.index("012")


def an_agreement_study(path: Path) -> Study:
    """Three transcripts alike; Money > {Cost, Waste} beside Trust; nothing coded yet."""
    study = Study.create(path, "Doctors and managers", "HL")
    lead = coder(study)
    study.run(AddCoder("AB"), lead)
    study.run(AddCoder("CD"), lead)
    for name in NAMES:
        study.run(an_import(name, TALK), lead)
    money = study.run(AddCode("Money"), lead)
    study.run(AddCode("Cost", money), lead)
    study.run(AddCode("Waste", money), lead)
    study.run(AddCode("Trust"), lead)
    return study


def put(
    study: Study, who: str, where: str, name: str, start: int, end: int, layer: str = OPEN
) -> None:
    """Code from and up to a position in the stored text."""
    action = CodePassage(transcript(study, where), Span(start, end), code(study, name), layer)
    study.run(action, coder(study, who))


def finish(study: Study, *names: str, who: tuple[str, ...] = ("HL", "AB"), layer: str = OPEN):
    """Say that coders are done with transcripts."""
    for name in names:
        for one in who:
            study.run(FinishTranscript(transcript(study, name), layer), coder(study, one))


def a_compared_study(path: Path) -> Study:
    """HL and AB have finished FG1 and FG2 in the open layer, CD has only begun with FG1.

    In FG1 HL gives Cost to the first 10 of P1's 20 characters and AB to the first 8, and both
    Trust to all that P2 says; in FG2 HL gives Cost to P2's 10 and AB Waste; nobody touches FG3.
    """
    study = an_agreement_study(path)
    put(study, "HL", "FG1", "Cost", FIRST, FIRST + 10)
    put(study, "AB", "FG1", "Cost", FIRST, FIRST + 8)
    for who in ("HL", "AB"):
        put(study, who, "FG1", "Trust", SECOND, SECOND + 10)
    put(study, "HL", "FG2", "Cost", SECOND, SECOND + 10)
    put(study, "AB", "FG2", "Waste", SECOND, SECOND + 10)
    put(study, "CD", "FG1", "Cost", FIRST, FIRST + 5)
    finish(study, "FG1", "FG2")
    return study


def a_study_with_enough(path: Path) -> Study:
    """The same where HL and AB agree on twelve passages of Trust, so that it can be judged by."""
    study = a_compared_study(path)
    for name in NAMES:
        for start in range(FIRST, FIRST + 8, 2):
            for who in ("HL", "AB"):
                put(study, who, name, "Trust", start, start + 1)
    finish(study, "FG3")
    return study


def stored(study: Study, name: str) -> str:
    """The text of a transcript as it stands in the study."""
    return study.ask(Reader.transcript, transcript(study, name)).text
