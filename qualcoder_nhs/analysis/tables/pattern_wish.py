"""Which talk patterns are wished for: one that is ready, or one of the researcher's own."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.presets import PRESETS
from qualcoder_nhs.domain.errors import NotAChoice
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.talk_pattern import Side, Sign, Sought, TalkPattern, Voice, sought
from qualcoder_nhs.i18n import N_, _

OWN = N_("What comes near what")
_TERMS = N_("code:…, flag:…, link:…, direction:…, pause:seconds or words:…")
PRESET = Option(
    "preset",
    Takes.CHOICE,
    N_("Look for"),
    N_("A pattern that is ready; what is said under first and then goes before it."),
    default=PRESETS[0].id,
    choices=tuple((one.id, one.title) for one in PRESETS),
)
FIRST = Option("first", Takes.TERMS, N_("First"), _TERMS)
THEN = Option("then", Takes.TERMS, N_("Then"), _TERMS)
WITHIN = Option("within", Takes.NUMBER, N_("Within turns"), N_("How far apart, at most."), 3)
SIDE = Option(
    "side",
    Takes.CHOICE,
    N_("The second comes"),
    N_("Whether the second may come before, too."),
    default=Side.AROUND.value,
    choices=((Side.AFTER.value, N_("after")), (Side.AROUND.value, N_("after or before"))),
)
VOICE = Option(
    "voice",
    Takes.CHOICE,
    N_("By"),
    N_("By whom the second is, seen from the first."),
    default=Voice.ANY.value,
    choices=(
        (Voice.ANY.value, N_("anybody")),
        (Voice.SAME.value, N_("the same speaker")),
        (Voice.OTHER.value, N_("another speaker")),
    ),
)
OPTIONS = (PRESET, FIRST, THEN, WITHIN, SIDE, VOICE)


def wished_patterns(
    material: Material, wish: Wish
) -> tuple[str, tuple[TalkPattern, ...], list[Sought]]:
    """What it is called, its patterns, and what of them this codebook does not have.

    Raises:
        NotAChoice: when a term is none, or one half of a pattern is missing.
    """
    first, then = (tuple(map(sought, wish.names(half))) for half in ("first", "then"))
    if first and then:
        side, voice = Side(wish.word("side")), Voice(wish.word("voice"))
        return _(OWN), (TalkPattern(first, then, wish.number("within"), side, voice),), []
    if first or then:
        raise NotAChoice(option="first" if then else "then", value="", known=_(_TERMS))
    preset = next(one for one in PRESETS if one.id == wish.word("preset"))
    missing = [one for one in _all_of(preset.patterns) if not _there(material, one)]
    kept = [_without(pattern, missing) for pattern in preset.patterns]
    known = tuple(pattern for pattern in kept if pattern.first and pattern.then)
    return _(preset.title), known, missing


def _all_of(patterns: Sequence[TalkPattern]) -> Iterator[Sought]:
    return (one for pattern in patterns for one in (*pattern.first, *pattern.then))


def _there(material: Material, one: Sought) -> bool:
    return one.sign is not Sign.CODE or one.what in material.codebook.by_slug


def _without(pattern: TalkPattern, missing: Sequence[Sought]) -> TalkPattern:
    first, then = (
        tuple(one for one in half if one not in missing) for half in (pattern.first, pattern.then)
    )
    return TalkPattern(first, then, pattern.within, pattern.side, pattern.voice)
