"""A theme pack made by hand, with everything that a pack can hold."""

from datetime import UTC, datetime

from qualcoder_nhs.domain.attribution import Widening
from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.excerpts import LeftOut
from qualcoder_nhs.domain.ids import CodeId, GroupId, ParticipantId, ThemeId, TranscriptId
from qualcoder_nhs.domain.theme_pack import (
    Audit,
    CodeAgreement,
    CoderLine,
    PackCode,
    PackExcerpt,
    PackLine,
    PackTheme,
    RoleRow,
    RoundLine,
    Spared,
    ThemePack,
    ThemePackWish,
    UsedCode,
)
from qualcoder_nhs.domain.theme_page import CodeLine, GroupShape, Noted, Stated

MADE = datetime(2026, 5, 14, 12, tzinfo=UTC)
MASKED = Code(
    CodeId("m"), "rel-masked", "Supportive words", definition="Polite talk, undercut.",
    use="Praise, then a but.", do_not_use="Plain praise.",
)  # fmt: skip
SILENCE = Code(CodeId("s"), "grp-silence", "Silence")
P4 = ParticipantId("p4")


def count(people: int, turns: int, share: float = 0.2, events: int = 0) -> Count:
    some = frozenset(ParticipantId(f"p{at}") for at in range(people))
    rooms = frozenset({GroupId("g1"), GroupId("g2")})
    loudest = P4 if turns else None
    return Count(rooms, 4, some, 28, turns=turns, events=events, loudest=loudest, share=share)


QUOTE = PackExcerpt(
    1, (PackLine("Oh, relations are excellent.\n=1+1"),), "(FG1, P3, chief executive)",
    "[FG1 t.14]", asked="How are relations?", strong=True, chosen=True, note="Said twice.", by="HL",
)  # fmt: skip
EXCHANGE = PackExcerpt(
    2,
    (
        PackLine("We've never been closer.", "P1"),
        PackLine("Who has?", "MOD", context=True),
        PackLine("That's lovely.", "P6", "← soft dissent"),
    ),
    "(FG1, P1, P6: chief executive)", "[FG1 t.21–23]", exchange=True,
)  # fmt: skip
DEVIANT = PackExcerpt(
    3, (PackLine("I say it at seven in the morning."),), "(FG3, P4, clinical director)",
    "[FG3 t.40]", against=True, chosen=True, note="Main voice elsewhere.", by="HL",
)  # fmt: skip


def theme() -> PackTheme:
    masked = CodeLine(MASKED, "Relations > Supportive words", count(9, 19, 0.56))
    silence = CodeLine(SILENCE, "Group > Silence", count(0, 0, 0.0, events=6), event=True)
    memo = Noted("Always about writing.", "DM", MADE)
    return PackTheme(
        id=ThemeId("t"), number=2, name="Kind words",
        statement=Stated("People speak well.", MADE, "HL"),
        serves="S1, P3", lines=(masked, silence), whole=count(17, 52), names={P4: "FG3 P4"},
        roles=("chief executive", "medical director"),
        by_role=(RoleRow("Theme (distinct)", ((3, 6), (5, 7))),
                 RoleRow("Supportive words", ((1, 6), (2, 7)))),
        codes=(
            PackCode(MASKED, (QUOTE, EXCHANGE), (DEVIANT,), (memo,)),
            PackCode(SILENCE, (), (), again=(2,)),
        ),
        memos=(memo,), shapes=(GroupShape("FG1", "shared, one dissenter", "Close."),
                             GroupShape("FG3", "split", "Close.")),
        checks=("FG4 is coded here but not quoted.",),
    )  # fmt: skip


def theme_pack() -> ThemePack:
    """Theme 2 with two codes, three excerpts, and something of all that may be told besides."""
    return ThemePack(
        study="Doctors & managers", by="HL", made=MADE, program="qualcoder_nhs 1.0", number=17,
        layer="settled", version=4, changed=False,
        transcripts=tuple(TranscriptId(str(at)) for at in range(4)), participants=28, moderators=1,
        wish=ThemePackWish(cleaned=True, context=1, per_code=5), themes=(theme(),),
        codebook=(UsedCode(MASKED, "Relations > Supportive words"),),
        audit=Audit(
            (CoderLine("HL", 385, 4),), (RoundLine("Pilot", ("HL", "DM"), 2, True, MADE, MADE),),
            "Pilot",
            (CodeAgreement("Supportive words (rel-masked)", "0.71 [0.60, 0.80]", "9 + 8"),),
        ),
        spared=(Spared("Kind words", "[FG2 t.9]"),), left_out=(LeftOut(3, "above 5 a code"),),
        widened=(Widening("medical director, acute specialist", "medical director", 1),),
    )  # fmt: skip
