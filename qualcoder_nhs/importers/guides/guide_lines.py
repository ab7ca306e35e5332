"""Topic guides out of lines of words: numbered questions, bulleted or indented probes."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from qualcoder_nhs.domain.guide_draft import QuestionDraft
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem

_NUMBER = re.compile(
    r"(?:(?:question\s+|q\s?)(?P<called>\d{1,3})\s*[.):\-–]?\s"
    r"|(?P<counted>\d{1,3})(?:\s*[.):]\s*(?=\D)|\s{2,}))",
    re.IGNORECASE,
)
_BULLET = re.compile(
    r"(?:\d{1,3}\.\d{1,3}[.)]?\s+|[-–—•·*▪◦‣o]\s+|[•·▪◦‣]|\(?(?:[a-z]|[ivx]{1,4})[.)]\s+)"
)
_PROBE = re.compile(r"(?:probes?|prompts?|follow[- ]ups?)\s*[:\-–]\s*", re.IGNORECASE)
_ENDS = (".", "?", "!", "…")
_TAB = 4


class Kind(StrEnum):
    """What a line begins with."""

    NUMBER = "number"
    PLAIN = "plain"
    BULLET = "bullet"


@dataclass(frozen=True)
class GuideLine:
    """A line without its number or bullet; `after_gap` where an empty line stands above it."""

    line: int
    indent: int
    kind: Kind
    text: str
    number: int | None = None
    after_gap: bool = False


@dataclass(frozen=True)
class ParsedGuide:
    """The questions of a guide, and the lines that were not taken."""

    drafts: tuple[QuestionDraft, ...]
    problems: tuple[Problem, ...] = ()


def guide_of(text: str) -> ParsedGuide:
    """The questions in these words, with their probes; never raises."""
    lines = list(_joined(_lines(text)))
    asks = _asking(lines)
    drafts: list[QuestionDraft] = []
    problems: list[Problem] = []
    for line in lines:
        if line in asks:
            name = f"Q{line.number}" if line.number is not None else ""
            taken = {draft.name for draft in drafts}
            drafts.append(QuestionDraft(line.text, (), "" if name in taken else name))
        elif drafts and (line.kind is not Kind.PLAIN or line.indent):
            drafts[-1] = _probed(drafts[-1], line.text)
        else:
            words = _("“{text}” is no question and no probe.").format(text=line.text)
            problems.append(Problem(line.line, words))
    return ParsedGuide(tuple(drafts), tuple(problems))


def _lines(text: str) -> Iterator[GuideLine]:
    gap = True
    for number, raw in enumerate(text.expandtabs(_TAB).splitlines(), 1):
        words = raw.strip()
        if words:
            yield _line(number, len(raw) - len(raw.lstrip()), words, gap)
        gap = not words


def _line(number: int, indent: int, words: str, gap: bool) -> GuideLine:  # noqa: FBT001
    if (found := _NUMBER.match(words)) and words[found.end() :]:
        rest = words[found.end() :].strip()
        counted = int(found["called"] or found["counted"])
        return GuideLine(number, indent, Kind.NUMBER, rest, counted, gap)
    if found := _BULLET.match(words) or _PROBE.match(words):
        rest = _PROBE.sub("", words[found.end() :].strip(), count=1)
        return GuideLine(number, indent, Kind.BULLET, rest, None, gap)
    return GuideLine(number, indent, Kind.PLAIN, words, None, gap)


def _joined(lines: Iterable[GuideLine]) -> Iterator[GuideLine]:
    """A plain line goes on with the one above where that has not ended its sentence."""
    held: GuideLine | None = None
    for line in lines:
        if held and _goes_on(held, line):
            held = replace(held, text=f"{held.text} {line.text}")
            continue
        if held:
            yield held
        held = line
    if held:
        yield held


def _goes_on(held: GuideLine, line: GuideLine) -> bool:
    if line.kind is not Kind.PLAIN or line.after_gap or held.text.endswith(_ENDS):
        return False
    return held.kind is Kind.NUMBER or (held.kind is Kind.BULLET and line.indent > 0)


def _asking(lines: Sequence[GuideLine]) -> set[GuideLine]:
    """The lines that are questions: those with numbers, else plain ones, else outer bullets."""
    for kind in Kind:
        alike = [line for line in lines if line.kind is kind]
        outer = min((line.indent for line in alike), default=0)
        found = {line for line in alike if line.indent == outer and line.text}
        if found:
            return found
    return set()


def _probed(draft: QuestionDraft, words: str) -> QuestionDraft:
    return replace(draft, probes=(*draft.probes, words)) if words else draft
