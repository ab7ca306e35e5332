"""The lines of a transcript that could be read in two ways, with the reading that was taken."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.turns import times
from qualcoder_nhs.importers.turns.lines import Candidate, Line, Mark, openers
from qualcoder_nhs.importers.turns.names import announces, is_identifier, key_of
from qualcoder_nhs.importers.turns.spelling import Spelling
from qualcoder_nhs.importers.turns.verdict import Verdict

_LABEL_LIKE = re.compile(r"\s*([^\W\d_][^:\n\t]{0,40}?)\s?:(?=\s|$)")
_CLOCK_FIRST = re.compile(r"\s*(\d{1,2}[:.]\d{2})(?:\s?[ap]\.?m\b\.?)?\s?:?\s")

_FIRST_WORDS = re.compile(r"(?=\s*(\w+)[;.,]?\s)(?=\s*(\w+\s\w+)?)")
_NO_COLON = N_("Begins with “{label}” and has no colon. Read as going on from the turn before.")

_SINGLE = {
    "layout": N_(
        "“{label}” stands only once, set apart as the other labels are. Read as a speaker."
    ),
    "paragraph": N_(
        "“{label}” stands only once, where nearly every paragraph has a label. Read as a speaker."
    ),
    "typo": N_("“{label}” stands only once and is much like “{near}”. Read as a speaker."),
}
_SPEECH = N_("“{label}:” looks like a speaker label, but no one is called that. Read as speech.")
_RARE = N_("“{label}” stands only {count} times and not as the other labels do. Read as a speaker.")
_CLOCK = N_("Starts with a time of day, “{clock}”. Read as speech.")
_NOBODY = N_("Has a time mark and no label. Read as going on from the turn before.")
_CAPITALS = N_(
    "All in capitals and without a label: perhaps the moderator. Read as going on from "
    "the turn before."
)


@dataclass(frozen=True, slots=True)
class Suspect:
    """A doubtful line, by its index; `label` as in `Doubt`, `mark` counted from its start."""

    line: int
    what: str
    label: str | None = None
    mark: Span | None = None


def suspects(lines: Sequence[Line], verdict: Verdict, reading: ReadingOptions) -> list[Suspect]:
    """What to look at, in order of the lines; what the researcher decided is settled."""
    if not verdict.accepted:
        return []
    found = [*_single(verdict), *_rare(verdict), *_unread(lines, verdict)]
    settled = {label.casefold() for label in reading.as_label | reading.as_speech}
    return sorted(
        (each for each in found if (each.label or "").casefold() not in settled),
        key=lambda each: each.line,
    )


def _single(verdict: Verdict) -> Iterator[Suspect]:
    accepted = verdict.accepted.items()
    spelling = Spelling(each.key for line, each in accepted if line not in verdict.single)
    for line, reason in verdict.single.items():
        if reason in _SINGLE:
            each = verdict.accepted[line]
            near = spelling.nearest(each.key) or ""
            if is_identifier(each.label) and not near:
                continue
            yield Suspect(
                line,
                _(_SINGLE["typo" if near else reason]).format(label=each.label, near=near),
                each.label,
            )


def _rare(verdict: Verdict) -> Iterator[Suspect]:
    """Labels that stand twice or thrice, plainly, in a file where the others are set apart."""
    counts = Counter(each.key for each in verdict.accepted.values())
    strong = sum(1 for each in verdict.accepted.values() if _strength(each))
    if strong < 0.9 * len(verdict.accepted) or len(verdict.accepted) < 10:
        return
    for line, each in verdict.accepted.items():
        plain = not _strength(each) and not is_identifier(each.label) and line not in verdict.single
        if plain and counts[each.key] <= 3:
            what = _(_RARE).format(label=each.label, count=counts[each.key])
            yield Suspect(line, what, each.label)


def _strength(each: Candidate) -> frozenset[Mark]:
    return each.marks - {Mark.OWN_LINE}


def _unread(lines: Sequence[Line], verdict: Verdict) -> Iterator[Suspect]:
    """Lines inside turns that have something of a label."""
    timed = sum(1 for each in verdict.accepted.values() if Mark.TIME in each.marks)
    mostly_timed = 2 * timed > len(verdict.accepted)
    known = {each.label for each in verdict.accepted.values() if is_identifier(each.label)}
    shouted = sum(1 for line in verdict.accepted if lines[line].text.isupper())
    opens = openers(lines)
    seen: set[str] = set()
    for index in range(min(verdict.accepted), len(lines)):
        line = lines[index]
        if index in verdict.accepted:
            continue
        if (label := _label_like(line.text)) and key_of(label) not in seen:
            seen.add(key_of(label))
            yield Suspect(index, _(_SPEECH).format(label=label), label)
        elif name := _known_name(line.text, known):
            yield Suspect(index, _(_NO_COLON).format(label=name), name)
        elif clock := _CLOCK_FIRST.match(line.text):
            yield Suspect(index, _(_CLOCK).format(clock=clock[1]), mark=_mark_of(clock))
        elif mostly_timed and (mark := _opening_mark(line.text)):
            yield Suspect(index, _(_NOBODY), mark=mark)
        elif line.text.isupper() and len(line.text.split()) > 3 and opens[index] and not shouted:
            yield Suspect(index, _(_CAPITALS))


def _label_like(text: str) -> str:
    """A few words before a colon; empty where they are known to announce and never to name."""
    found = _LABEL_LIKE.match(text)
    label = found.group(1) if found else ""
    return "" if len(label.split()) > 4 or announces(key_of(label)) else label


def _known_name(text: str, known: set[str]) -> str | None:
    """The speaker's id that a line begins with, where its colon may have been forgotten."""
    found = _FIRST_WORDS.match(text)
    return next((each for each in found.groups() if each in known), None) if found else None


def _mark_of(clock: re.Match[str]) -> Span:
    """The time of day with all that belongs to it, should it be a time mark after all."""
    return Span(clock.start(1), clock.start(1) + len(clock[0].strip()))


def _opening_mark(text: str) -> Span | None:
    """A time mark that stands before words."""
    mark = times.SET_APART.match(text, len(text) - len(text.lstrip()))
    return Span(*mark.span()) if mark and text[mark.end() :].strip() else None
