"""How somebody who speaks English begins to agree, to hedge, to contradict or to ask."""

import re
from collections.abc import Collection
from dataclasses import dataclass

from qualcoder_nhs.domain.links import LinkKind


@dataclass(frozen=True)
class Cue:
    """A kind of link, and the words that gave it away."""

    kind: LinkKind
    words: str


def _begins(*words: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{'|'.join(words)})(?![\w'])[,.!]?", re.IGNORECASE)


_AGREES = _begins(
    "(?:oh,? )?(?:god,? )?absolutely",
    "exactly(?: that| so)?",
    "definitely",
    "agreed",
    "quite(?= so|\\.|,)",
    "same here",
    "same with us",
    "me too",
    "us too",
    "so do i",
    "so would i",
    "so do we",
    "hear,? hear",
    "i agree",
    "i'd agree",
    "i'd say the same",
    "i'd echo",
    "good for you",
    "that's (?:it(?: exactly)?|right|true|us|fair|exactly (?:it|that))",
    "yeah,? same(?: here)?",
    "(?:yeah|yes|aye|mm|yep)[,.]? (?:exactly|absolutely|definitely|that's|god|same|we've|me too)",
    "no[,.]? (?:no[,.]? )?(?:that's fair|that's right|and i'd say the same|we never|never|it's a)",
    "it (?:is|does|was|would)\\.",
    "we've all",
    "we all",
)
_YES = re.compile(
    r"^(?:yeah|yes|aye|yep|mm(?!\.$)|sure|of course|true|fair enough)(?![\w'])"
    r"(?![,.]? (?:well|is|can|did)\b)[,.!]?",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:but|though|except)\b", re.IGNORECASE)
_HEDGES = re.compile(
    r"^(?:(?:no|yeah|yes|well|i mean|can i just|sorry|it is|oh|see)[,.]? )*"
    r"(?:i (?:do |just |only )?wonder|i (?:sort|kind) of agree|i'm (?:just )?not (?:so )?"
    r"(?:sure|certain|disagreeing|arguing|saying|like)|i'm just not|i wouldn't say|i'd not|"
    r"i don't know that|that's a bit|it's only|it's a bit of both|maybe|perhaps|to be fair|"
    r"i'd still|can i just|is it\?|it was worse, though|they'd not say)",
    re.IGNORECASE,
)
_HEDGED_NO = re.compile(
    r"^(?:oh,? )?no[,.]? (?:well|i think|i mean|it is|it's not that)\b", re.IGNORECASE
)
_CONTRADICTS = re.compile(
    r"^(?:no[!.,]? (?:sorry|they|it's|it isn't|you|he|she|that's not|that isn't)\b|no!|"
    r"sorry,? (?:no|but)\b|no, sorry|that's not (?:right|fair|true|what)|i don't recognise|"
    r"(?:can i - )?see,? i don't|most of that's not|but (?:that|it|they|we|you|the|who|was)\b|"
    r"(?:yeah|yes),? but\b|you (?:do|don't|didn't|did)(?:\.|!| a bit)|so prove)",
    re.IGNORECASE,
)
_ASKS = re.compile(
    r"^(?:and |so |but |sorry,? )?(?:who|what|when|where|why|how|which|did|do|does|was|were|is|are|"
    r"could|would|have|has|had|can)\b",
    re.IGNORECASE,
)
_GOES_ON = _begins(
    "and (?:then|the|half|it's|if|when|by|you|i'm|that's|a)",
    "ours (?:was|were|come|comes|has|have|had|got|is)",
    "mine (?:was|went)",
    "we had (?:that|the same|one)",
    "we've (?:got )?one",
    "we'd one",
)
_QUESTION_WORDS = 22
_TURN_WORDS = 12
"""So many words of a turn are its beginning."""


def cue_in(words: str, *, asked: bool) -> Cue | None:
    """What the beginning of a turn does with the one before; `asked` where that was a question.

    A plain yes to a question answers it, and agrees with nothing.
    """
    agreeing = _AGREES.search(words)
    for kind, found in (
        (LinkKind.SOFT, _HEDGES.search(words) or _HEDGED_NO.search(words)),
        (LinkKind.CHALLENGE, _CONTRADICTS.search(words)),
    ):
        if found and not agreeing:
            return Cue(kind, found[0])
    return _agreeing(words, asked=asked) or _asking(words) or _going_on(words, asked=asked)


def _agreeing(words: str, *, asked: bool) -> Cue | None:
    found = _AGREES.search(words) or (None if asked else _YES.search(words))
    if found is None:
        return None
    beginning = " ".join(words.split()[:_TURN_WORDS])
    but = _BUT.search(beginning, found.end())
    if but:
        return Cue(LinkKind.SOFT, beginning[: but.end()])
    return Cue(LinkKind.AGREE, found[0].rstrip(",.! "))


def _asking(words: str) -> Cue | None:
    if not words.endswith("?") or len(words.split()) > _QUESTION_WORDS:
        return None
    last = re.split(r"(?<=[.?!]) ", words)[-1]
    return Cue(LinkKind.QUESTION, last) if _ASKS.search(last) else None


def _going_on(words: str, *, asked: bool) -> Cue | None:
    found = None if asked else _GOES_ON.search(words)
    return Cue(LinkKind.BUILD, found[0]) if found else None


def name_cue(words: str, names: Collection[str]) -> Cue | None:
    """What a turn does with somebody whom it names."""
    for name in sorted(names):
        called = rf"{re.escape(name)}(?:'s)?(?!\w)"
        for kind, before, after in _NAMED:
            found = re.search(f"{before}{called}{after}", words, re.IGNORECASE)
            if found and name in found[0]:
                return Cue(kind, found[0])
    return None


_NAMED = (
    (LinkKind.SOFT, r"\b(?:not like|i don't agree with|i'm not with|unlike) ", ""),
    (LinkKind.SOFT, r"\bi'm not (?:disagreeing|arguing) with (?:you,? )?", ""),
    (LinkKind.BUILD, r"\b(?:following on from|to add to|adding to|going back to) ", ""),
    (LinkKind.AGREE, r"\b(?:same as|agree with|i'm with|i'd echo|like|as) ", r" (?:says?|said)\b"),
    (LinkKind.AGREE, r"\b(?:same as|agree with|i'm with|i'd echo) ", ""),
    (LinkKind.AGREE, r"\bwhat ", r" (?:says?|said|was saying)\b"),
)
