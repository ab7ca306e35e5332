"""Patterns that are ready to be looked for: what is said, and what the group does with it."""

from dataclasses import dataclass

from qualcoder_nhs.domain.talk_pattern import Side, Sought, TalkPattern, sought
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class Preset:
    """Patterns that together answer one question. Codes that a codebook lacks are passed over."""

    id: str
    title: str
    patterns: tuple[TalkPattern, ...]


def _pattern(first: str, then: str, within: int) -> TalkPattern:
    return TalkPattern(_terms(first), _terms(then), within, Side.AROUND)


def _terms(listed: str) -> tuple[Sought, ...]:
    return tuple(sought(one) for one in listed.split(", "))


PRAISE = (
    "code:rel-genuine, code:rel-masked, code:rel-local-gap, words:courteous, words:civil, "
    "words:polite, words:supportive, words:respectful, words:excellent, "
    "words:mature relationship, words:never been closer"
)
STRAIN = "code:grp-soft, code:grp-silence, link:soft dissent, direction:laughter, pause:0"

TWINS = (
    ("tru-withheld", "grp-silence"),
    ("rel-conflict", "grp-challenge"),
    ("rel-influence", "grp-rank"),
    ("hyb-seen", "hyb-crossed"),
)
"""What is told of work, and the same as it happens in the room."""

PRESETS = (
    Preset(
        "said-and-enacted",
        N_("Praise within three turns of soft dissent, laughter or a pause"),
        (_pattern(PRAISE, STRAIN, 3),),
    ),
    Preset(
        "twins",
        N_("What is told of work beside its twin in the room"),
        tuple(_pattern(f"code:{one}", f"code:{other}", 3) for one, other in TWINS),
    ),
)
