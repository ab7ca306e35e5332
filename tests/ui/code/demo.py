"""A page as the pictures of the design show it: FG2, turns 138 to 146, coded by HL."""

from dataclasses import dataclass
from datetime import UTC, datetime

from qualcoder_nhs.domain.codebook import Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.coding import OPEN, Coding, Flag
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    CodeSetId,
    CodingId,
    GroupId,
    ParticipantId,
    TranscriptId,
)
from qualcoder_nhs.domain.people import Coder, CoderRole, Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn
from qualcoder_nhs.queries.coding_page import CodingPage, Voice

WHEN = datetime(2026, 3, 2, 14, 6, tzinfo=UTC)
HL = CoderId("hl")
JT = CoderId("jt")
TALK = (
    ("MOD", "Money, then. When something has to give where you work, what gives?"),
    (
        "P1",
        (
            "So, February. I told the chief exec, in her office, that closing the eight beds was "
            "unsafe. I used that word. And then I went upstairs to the consultants and told them "
            "it was settled. Which it was, I suppose, by then. Nobody asked me which of the two I "
            "believed."
        ),
    ),
    ("P6", "[laughs] That’s the job description."),
    (
        "P3",
        (
            "Can I be the awkward one? When we took the implant contract apart it was surgeons who "
            "did it, prices on the table, and it came in cheaper and we dropped the one that kept "
            "failing. A general manager couldn’t have run that meeting. They’d have been eaten."
        ),
    ),
    (
        "P1",
        (
            "That’s implants, though. Everybody hates the rep. Taking the second nurse off nights "
            "saved ninety thousand and I stopped sleeping. Tell me which clinician-led meeting "
            "makes that one come out cheaper and better."
        ),
    ),
    ("MOD", "So would it be fair to say it sometimes helps, having a doctor hold the budget?"),
    ("P2", "Sometimes. Yes. I’d sign up to sometimes."),
    (
        "P5",
        (
            "“Sometimes” is carrying a lot of bags there. I mean, he’s right about the nurse. I’d "
            "like to think I’d have said no, and I’m honestly not sure that I would."
        ),
    ),
    ("P7", "We had the same letter, and the same Friday, and the same nobody to ring."),
)
FIRST = 138
BEFORE = ("P4", "We went round that one in the autumn as well, and it came back to the same place.")
ROOTS = (
    ("hyb", "Hybrid identity"),
    ("tru", "Trust"),
    ("fin", "Finance tension"),
    ("rel", "Doctor–manager relations"),
    ("gov", "Governance and accountability"),
    ("app", "Senior role appeal"),
    ("imp", "Improvement: what helps"),
    ("grp", "Group interaction"),
)
LEAVES = (
    ("hyb-doctor", "Doctor at heart", "hyb"),
    ("hyb-bridge", "Willing bridge", "hyb"),
    ("hyb-torn", "Caught between", "hyb"),
    ("tru-withheld", "Holding back", "tru"),
    ("tru-competence", "Doubted capability", "tru"),
    ("fin-cost-quality", "Cost against quality", "fin"),
    ("fin-cost-access", "Cost against access", "fin"),
    ("fin-lead", "Clinicians leading the money", "fin"),
    ("rel-influence", "Who holds influence", "rel"),
    ("app-cost", "Cost of the role", "app"),
    ("imp-everyday", "Everyday relational work", "imp"),
    ("grp-humour", "Humour", "grp"),
    ("grp-challenge", "Open challenge", "grp"),
    ("grp-soft", "Soft dissent", "grp"),
    ("grp-moderator", "Moderator effect", "grp"),
)
DEFINED = {
    "fin-cost-quality": (
        "Saving or spending weighed against safety, effectiveness or experience of care.",
        "Where money and how good care is pull apart.",
        "Money against how many or how soon: Cost against access.",
    ),
    "tru-withheld": (
        "A concern, fact or opinion was not voiced, was softened, or was kept from the other side.",
        "Reported self-silencing; news managed before a board.",
        "Silence inside the focus group itself: Silence or dropped topic.",
    ),
    "tru-competence": ("Doubt about who holds to a promise.", "", ""),
}


@dataclass(frozen=True)
class Put:
    """A code on the words from `start` to `end` in one of the demo's turns."""

    code: str
    turn: int
    start: str
    end: str
    flags: tuple[Flag, ...] = ()


CODED = (
    Put("hyb-torn", 139, "I told", "settled."),
    Put("fin-cost-access", 139, "closing", "unsafe"),
    Put("tru-withheld", 139, "Nobody", "believed.", (Flag.STRONG,)),
    Put("grp-humour", 140, "[laughs]", "description."),
    Put("fin-lead", 141, "it was surgeons", "eaten."),
    Put("imp-everyday", 141, "it came", "failing."),
    Put("tru-competence", 141, "A general", "meeting."),
    Put("grp-challenge", 142, "That’s", "better."),
    Put("fin-cost-quality", 142, "Taking", "sleeping.", (Flag.STRONG,)),
    Put("hyb-torn", 142, "I stopped", "sleeping."),
    Put("grp-moderator", 143, "So would", "budget?", (Flag.IDENTIFYING,)),
    Put("grp-soft", 145, "“Sometimes”", "there."),
    Put("app-cost", 145, "I’d like", "would."),
    Put("tru-withheld", 146, "We had", "ring."),
)
CHOSEN = CodingId("coding-8")


def a_codebook() -> Codebook:
    """Eight roots and the codes the picture shows."""
    roots = [Code(CodeId(slug), slug, name, position=at) for at, (slug, name) in enumerate(ROOTS)]
    leaves = [
        Code(
            CodeId(slug),
            slug,
            name,
            parent=CodeId(parent),
            position=at,
            definition=DEFINED.get(slug, ("", "", ""))[0],
            use=DEFINED.get(slug, ("", "", ""))[1],
            do_not_use=DEFINED.get(slug, ("", "", ""))[2],
        )
        for at, (slug, name, parent) in enumerate(LEAVES)
    ]
    stances = tuple(CodeId(slug) for slug in ("hyb-doctor", "hyb-bridge", "hyb-torn"))
    stance = CodeSet(
        CodeSetId("stance"), SetKind.EXCLUSIVE, "stance", "speaker-turn", "one at a time", stances
    )
    return Codebook((*roots, *leaves), (stance,))


def a_transcript(talk: tuple[tuple[str, str], ...] | None = None) -> Transcript:
    """Turns as a text file holds them, `P1: words`, under a heading."""
    said = talk if talk is not None else (*([BEFORE] * (FIRST - 1)), *TALK)
    text, turns = "FG2 medical directors. All words are invented.\n\n", []
    for index, (label, words) in enumerate(said, 1):
        label_at = Span(len(text), len(text) + len(label))
        text += f"{label}: "
        turns.append(Turn(index, label, Span(len(text), len(text) + len(words)), label_at))
        text += f"{words}\n"
    return Transcript(
        id=TranscriptId("fg2"),
        name="FG2 medical directors",
        text=text,
        turns=tuple(turns),
        group=GroupId("fg2"),
        kind="txt",
        file_name="fg2.txt",
        file_hash="",
        position=1,
        added=WHEN,
        added_by=HL,
    )


def span_between(transcript: Transcript, turn: int, start: str, end: str) -> Span:
    """From the first of some words to the last of others, in one turn."""
    words = transcript.turns[turn - 1].words
    first = transcript.text.index(start, words.start)
    return Span(first, transcript.text.index(end, first) + len(end))


def a_coding(
    number: int, span: Span, code: str, coder: CoderId = HL, flags: tuple[Flag, ...] = ()
) -> Coding:
    """A coding of the open layer."""
    return Coding(
        CodingId(f"coding-{number}"),
        TranscriptId("fg2"),
        coder,
        CodeId(code),
        OPEN,
        span,
        WHEN,
        flags,
    )


VOICES = {
    "MOD": Voice("MOD", "MOD", Function.MODERATOR),
    **{
        f"P{n}": Voice(
            f"P{n}", f"P{n}", Function.PARTICIPANT, "medical director", (ParticipantId(f"P{n}"),)
        )
        for n in range(1, 8)
    },
}
CODERS = {
    HL: Coder(HL, "HL", CoderRole.LEAD, WHEN),
    JT: Coder(JT, "JT", CoderRole.CODER, WHEN),
}


def a_page(
    codings: tuple[Coding, ...] | None = None, transcript: Transcript | None = None
) -> CodingPage:
    """The page of the picture, or one with other codings."""
    shown = transcript or a_transcript()
    if codings is None:
        codings = tuple(
            a_coding(
                number, span_between(shown, put.turn, put.start, put.end), put.code, HL, put.flags
            )
            for number, put in enumerate(CODED)
        )
    ordered = tuple(sorted(codings, key=lambda coding: coding.span))
    return CodingPage(shown, VOICES, a_codebook(), ordered, CODERS, frozenset({CHOSEN}))
