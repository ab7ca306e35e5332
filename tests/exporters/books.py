"""Books of excerpts made by hand: four focus groups, and as many excerpts as a bench wants."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.excerpts import (
    Excerpt,
    ExcerptBook,
    LeftOut,
    Said,
    Section,
    Spread,
    Voice,
)
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span

MADE = datetime(2026, 5, 14, 12, 30, tzinfo=UTC)
MODERATOR = Voice("MOD", "MOD", Function.MODERATOR)


def voice(label: str, role: str = "medical director", group: str = "FG2") -> Voice:
    """A participant who speaks under this label."""
    person = ParticipantId(f"{group}-{label}")
    return Voice(label, label, Function.PARTICIPANT, role, (person,))


def code(slug: str, name: str, definition: str = "", parent: Code | None = None) -> Code:
    """A code of the tree."""
    above = parent.id if parent else None
    return Code(CodeId(slug), slug, name, parent=above, definition=definition)


def said(turn: int, who: Voice | None, text: str, start: int = 0) -> Said:
    """Words of one turn."""
    return Said(turn, who, Span(start, start + len(text)), text)


def excerpt(
    under: Code,
    *pieces: Said,
    transcript: str = "FG2",
    flags: tuple[Flag, ...] = (),
    memo: str | None = None,
    before: tuple[Said, ...] = (),
    after: tuple[Said, ...] = (),
) -> Excerpt:
    """An excerpt of these pieces, whose stored text has labels before all turns but the first."""
    text = pieces[0].text
    for piece in pieces[1:]:
        label = f"{piece.voice.label}: " if piece.voice else ""
        text += f"\n{label}{piece.text}"
    start = pieces[0].span.start
    number = CodingId(f"{under.slug}-{transcript}-{start}-{len(text)}")
    span = Span(start, start + len(text))
    coding = Coding(
        number, TranscriptId(transcript), CoderId("hl"), under.id, "open", span, MADE, flags
    )
    return Excerpt(
        coding, under, under.name, transcript, transcript, "HL", text, tuple(pieces),
        before, after, memo,
    )  # fmt: skip


def book(codes: Sequence[Code], *excerpts: Excerpt, **told: Any) -> ExcerptBook:
    """A book of these excerpts under these codes, which stand in tree order."""
    codebook = Codebook(tuple(replace(one, position=at) for at, one in enumerate(codes)))
    pathed = [replace(one, path=codebook.path(one.code.id)) for one in excerpts]
    facts = {
        "study": "Doctor–manager relations",
        "coder": "HL",
        "made": MADE,
        "layer": "open",
        "scope": "Trust and Finance tension, with the codes beneath them; all transcripts",
    }
    return ExcerptBook(
        **(facts | told), sections=tuple(_sections(codebook, pathed)), spread=spread(pathed)
    )


def _sections(codebook: Codebook, excerpts: Sequence[Excerpt]) -> Iterator[Section]:
    for under in codebook.walk():
        below = codebook.descendants(under.id)
        yield Section(
            under,
            codebook.path(under.id),
            codebook.depth(under.id),
            spread([one for one in excerpts if one.code.id in below]),
            tuple(one for one in excerpts if one.code.id == under.id),
        )


def spread(excerpts: Sequence[Excerpt]) -> Spread:
    """How widely these are said, in four groups of 28 people."""
    pieces = [(one.group, piece) for one in excerpts for piece in one.said if piece.voice]
    people = {person for _, piece in pieces for person in piece.voice.participants}
    turns = {(group, piece.turn) for group, piece in pieces}
    groups = {one.group for one in excerpts}
    return Spread(len(excerpts), len(groups), 4, len(people), 28, len(turns))


def single(*texts: str) -> ExcerptBook:
    """A book with one code and an excerpt for each text, said by one participant."""
    under = code("tru-motive", "Doubted motive")
    found = [excerpt(under, said(at, voice("P4"), text)) for at, text in enumerate(texts, 1)]
    return book([under], *found)


# --- four focus groups, all of them invented -----------------------------------------------------

TRUST = code(
    "tru", "Trust", "Whether people rely on the other side, on what ground, and what they dare say."
)
BASIS = code("tru-basis", "Basis of trust", parent=TRUST)
BOND = code(
    "tru-bond", "Trust from the bond",
    "Trust that rests on a relation: years together, a shared bad night, small habits kept.",
    BASIS,
)  # fmt: skip
SUSPICION = code("tru-suspicion", "Suspicion", "Reasons given for not trusting.", TRUST)
MOTIVE = code(
    "tru-motive", "Doubted motive",
    "The other side is thought to want something else than it says: money, a quiet life, a post.",
    SUSPICION,
)  # fmt: skip
VOICE = code("tru-voice", "Candour and voice", parent=TRUST)
WITHHELD = code(
    "tru-withheld", "Holding back",
    "Something known is softened, delayed or kept to oneself in front of the other side.", VOICE,
)  # fmt: skip
FINANCE = code("fin", "Finance tension", "Cost, quality and access pull at one another.")
TRADE = code("fin-trade", "Trade-off named", parent=FINANCE)
COST = code(
    "fin-cost-quality", "Cost against quality",
    "Saving is said to make care worse, or better care to cost more than there is.", TRADE,
)  # fmt: skip

P1, P3, P4, P5, P6, P7 = (voice(label) for label in ("P1", "P3", "P4", "P5", "P6", "P7"))
CHIEF = "chief executive"
C1, C2, C6 = (voice(label, CHIEF, "FG1") for label in ("P1", "P2", "P6"))
MANAGER = voice("P2", "operations manager", "FG4")
DIRECTOR = voice("P7", "clinical director", "FG4")


def trust_book() -> ExcerptBook:
    """What an export of *Trust* and *Finance tension* could be."""
    return book(
        [TRUST, BASIS, BOND, SUSPICION, MOTIVE, VOICE, WITHHELD, FINANCE, TRADE, COST],
        *bond_excerpts(),
        *motive_excerpts(),
        *withheld_excerpts(),
        *cost_excerpts(),
        left_out=(LeftOut(2, "flagged “discuss”"), LeftOut(1, "by other coders")),
    )


def bond_excerpts() -> list[Excerpt]:
    """A quote of two paragraphs, and a short one."""
    return [
        excerpt(
            BOND,
            said(
                97, P6,
                "There was one very bad night. Two wards closed, and she came in, the finance "
                "director, at eleven, in a raincoat, and she sat with the bed managers till four."
                "\n\nSince then we ring each other. Tuesdays, mostly. And it turned out we'd both "
                "been counting the same patients.", 5210,
            ),
            flags=(Flag.STRONG,),
            memo="Trust begins with presence, not with agreement. Compare FG4 beat 10.",
            before=(said(96, MODERATOR, "Is there somebody over there you do trust?", 5160),),
            after=(said(98, P3, "Same patients. Yeah.", 5480),),
        ),
        excerpt(
            BOND,
            said(141, DIRECTOR, "She moved her desk onto the ward. That did more than an away-day.",
                 9120),
            transcript="FG4",
        ),
    ]  # fmt: skip


def motive_excerpts() -> list[Excerpt]:
    """A quarrel, and somebody who sees it otherwise."""
    return [
        excerpt(
            MOTIVE,
            said(61, DIRECTOR, "It was a money review. Call it what you like, it was about money.",
                 4010),
            said(62, MANAGER, "It was not. [overlapping] I wrote it. It was about the corridor.",
                 4080),
            said(63, DIRECTOR, "And where did the corridor go? Nowhere. The post went.", 4150),
            transcript="FG4", flags=(Flag.STRONG, Flag.DISCUSS),
        ),
        excerpt(
            MOTIVE,
            said(64, P4, "I don't think it's motive, actually. I think they're exhausted.", 4210),
            flags=(Flag.DEVIANT,), memo="Against the grain of this code.\nKeep beside FG4 t.61.",
        ),
    ]  # fmt: skip


def withheld_excerpts() -> list[Excerpt]:
    """Silence, an admission, and a chorus."""
    return [
        excerpt(
            WITHHELD,
            said(88, P4, "I softened a paper once. For the board. [pause, 7 secs] I still mind.",
                 4890),
            flags=(Flag.IDENTIFYING,),
            before=(
                said(86, P1, "You tell the chief executive it's unsafe and the consultants it's "
                     "settled, and then you go home.", 4770),
                said(87, MODERATOR, "Has anybody else —", 4860),
            ),
            after=(said(89, P5, "We've all got one of those.", 4960),),
        ),
        excerpt(
            WITHHELD,
            said(21, C1, "We've honestly never been closer.", 1200),
            said(22, C6, "No, I think that's… I mean, that's lovely. I just wonder how it looks "
                 "from the ward.\n[laughter]", 1240),
            said(23, C2, "Well. Quite.", 1350),
            transcript="FG1",
        ),
        excerpt(WITHHELD, said(93, P7, "Mm.", 5050)),
    ]  # fmt: skip


def cost_excerpts() -> list[Excerpt]:
    """One about a night nurse."""
    return [
        excerpt(
            COST,
            said(41, P1, "Taking the second nurse off nights saved ninety thousand, and I signed "
                 "it, and I stopped sleeping.", 2300),
        )
    ]  # fmt: skip


def large_book(count: int) -> ExcerptBook:
    """So many excerpts, of about forty words each, under thirty codes; every tenth a dialogue."""
    codes = [code(f"code-{number}", f"Code {number}", "What it means.") for number in range(30)]
    return book(codes, *(_bench_excerpt(codes[at % 30], at) for at in range(count)))


def _bench_excerpt(under: Code, at: int) -> Excerpt:
    words = f"[{at}] " + "and then you go home and it is what the paper did not say, " * 3
    talk = (said(at, P1, words, at * 10), said(at + 1, P6, "Mm. Quite.", at * 10 + 300))
    memo = "Compare the other group." if at % 5 == 0 else None
    return excerpt(under, *(talk if at % 10 == 0 else talk[:1]), memo=memo)
