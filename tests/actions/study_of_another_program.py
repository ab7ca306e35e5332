"""A study of another program to be taken in: partly known, with everything that can be odd."""

from datetime import UTC, datetime
from typing import Any

from qualcoder_nhs.actions.take_study import TakeStudy
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCase,
    ForeignCode,
    ForeignCoder,
    ForeignCoding,
    ForeignLink,
    ForeignMemo,
    ForeignSet,
    ForeignStudy,
    ForeignText,
    Kind,
    LeftOut,
)
from qualcoder_nhs.domain.span import Span
from tests.builders import GROUP, turns_of

THEN = datetime(2024, 5, 1, tzinfo=UTC)
TALK = "MOD: Who decides here? 😀\nP1: The board.\nP2: I disagree with that.\nJo: Me too.\n"


def at(words: str, text: str = TALK) -> Span:
    """Where words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def passage(words: str) -> tuple[str, Span]:
    return "t1", at(words)


TALK_STUDY = ForeignStudy(
    program="NVivo",
    name="Trust",
    coders=(ForeignCoder("u1", "Ann"), ForeignCoder("u2", "ann s."), ForeignCoder("u3", "NVivo")),
    codes=(
        ForeignCode("c1", "Trust", applicable=Applicable.NO, definition="Relying."),
        ForeignCode("c2", "Other", "c1", "#AA0000"),
        ForeignCode("c3", "Doubt"),
        ForeignCode("c4", "Other", "c3"),
        ForeignCode("c5", "other", "c3"),
    ),
    texts=(ForeignText("t1", "FG1", TALK, "FG1.txt"), ForeignText("t2", "FG1", "No labels here.")),
    codings=(
        ForeignCoding("k1", "t1", "c2", at("The board"), "u1", THEN),
        ForeignCoding("k2", "t1", "c2", at("board."), "u1", THEN),
        ForeignCoding("k3", "t1", "c2", at("The board"), "u2", THEN),
        ForeignCoding("k4", "t1", "c1", at("I disagree")),
        ForeignCoding("k5", "t1", "c2", at("The board"), "u1", THEN),
        ForeignCoding("k6", "t2", "c5", Span(0, 2), "u1"),
    ),
    memos=(
        ForeignMemo("m1", "A pilot."),
        ForeignMemo("m2", "Noisy.", About.TEXT, "t1", coder="u1", made=THEN, title="Room"),
        ForeignMemo("m3", "Ask.", About.PASSAGE, "t1", at("that"), "u1"),
        ForeignMemo("m4", "Wide.", About.CODE, "c3", coder="u1"),
        ForeignMemo("m5", "Sure?", About.CODING, "k5", coder="u1"),
        ForeignMemo("m6", "Shy.", About.CASE, "p1", coder="u1"),
        ForeignMemo("m7", "Who?", About.CASE, "p5", coder="u1"),
    ),
    cases=(
        ForeignCase("p1", "Anna", {"Role": "nurse", "Age": "41"}, (), (passage("The board."),)),
        ForeignCase("p2", "jo", {"Role": "manager"}, ("t1",)),
        ForeignCase("p3", "", {"Site": "Leeds"}, ("t1",)),
        ForeignCase("p4", "Ward 5", {"Site": "York", "Beds": "12"}, ("t1", "t2")),
        ForeignCase("p5", "Money", {}, (), (passage("Who decides"), passage("The board"))),
        ForeignCase("p6", "Mod", {}, ("t1",)),
    ),
    attributes=("Role", "Age", "Site", "Beds", "Unused"),
    sets=(ForeignSet("s1", "First wave", (), ("t1",)), ForeignSet("s2", "Core", ("c2",))),
    links=(
        ForeignLink("l1", "challenge", passage("disagree"), passage("board"), "u1", THEN),
        ForeignLink("l2", "agree", passage("board"), passage("disagree"), "u1"),
        ForeignLink("l3", "see also", passage("disagree"), passage("board"), "u1"),
    ),
    left_out=(LeftOut(Kind.CODINGS, "Board", "it stands on a picture"),),
)
TALK_TURNS = {"t1": turns_of(TALK)}


def take_study(dice: Any) -> TakeStudy:
    """Such a study, its texts and codes perhaps those that are there already."""
    known = dice.one(dice.known.transcripts)
    code = dice.one(dice.known.codes)
    texts = (ForeignText("t1", dice.name(), dice.one((known.text, GROUP, ""))),)
    length = len(texts[0].text)
    codings = tuple(
        ForeignCoding(f"k{n}", "t1", dice.one(("c1", "c2")), Span(0, n), dice.one((None, "u1")))
        for n in range(1, min(4, length))
    )
    study = ForeignStudy(
        program="",
        name="x",
        coders=(ForeignCoder("u1", dice.one(("HL", "Newcomer"))),),
        codes=(ForeignCode("c1", code.name), ForeignCode("c2", dice.name(), "c1")),
        texts=texts,
        codings=codings,
        memos=(ForeignMemo("m1", "Well.", dice.one((About.TEXT, About.STUDY)), "t1"),),
        cases=(ForeignCase("p1", "P1", {"role": "nurse", dice.name(): "x"}, ("t1",)),),
    )
    return TakeStudy(study, {"t1": turns_of(texts[0].text)}, "x.qdpx")
