"""Where in the talk something shows: a code, a flag, a link, a stage direction, a pause, words."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from qualcoder_nhs.analysis.counting.hits import hits
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CodingId, QuestionId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import stage_directions
from qualcoder_nhs.domain.talk_pattern import DIRECTIONS, Sign, Sought

_SECONDS = re.compile(r"(\d+(?:\.\d+)?)\s*-?\s*(?:s\b|secs?\b|seconds?\b)", re.IGNORECASE)


@dataclass(frozen=True)
class Sighting:
    """Something that shows in a turn. `told` says what it is, `span` where it stands."""

    session: Session
    turn: int
    span: Span
    told: str
    coding: CodingId | None = None

    @property
    def label(self) -> str:
        """Whose turn it is, as the transcript says."""
        return self.session.turns[self.turn - 1].label

    @property
    def question(self) -> QuestionId | None:
        """The question that was open."""
        return self.session.course.at(self.turn)


def sightings(material: Material, wanted: Sought) -> Iterator[Sighting]:
    """Everywhere it shows, session by session.

    Raises:
        NoSuch, Ambiguous: when a code's name means nothing, or several codes.
    """
    finders: dict[Sign, Callable[[Material, Sought], Iterator[Sighting]]] = {
        Sign.CODE: _codes,
        Sign.FLAG: _flags,
        Sign.LINK: _links,
        Sign.DIRECTION: _directions,
        Sign.PAUSE: _pauses,
        Sign.WORDS: _words,
    }
    return finders[wanted.sign](material, wanted)


def _codes(material: Material, wanted: Sought) -> Iterator[Sighting]:
    book = material.codebook
    below = book.descendants(book.find(wanted.what).id)
    chosen = [one for one in material.codings if one.code in below]
    return _coded(material, chosen, lambda coding: book[coding.code].name)


def _flags(material: Material, wanted: Sought) -> Iterator[Sighting]:
    chosen = [one for one in material.codings if wanted.what in one.flags]
    return _coded(material, chosen, lambda _coding: wanted.what)


def _coded(
    material: Material, chosen: list[Coding], told: Callable[[Coding], str]
) -> Iterator[Sighting]:
    for hit in hits(material, chosen):
        if hit.near:
            yield Sighting(hit.session, hit.near, hit.span, told(hit.coding), hit.coding.id)


def _links(material: Material, wanted: Sought) -> Iterator[Sighting]:
    for link in material.links:
        session = material.by_id.get(link.transcript)
        if session and link.kind == wanted.what:
            span = session.turns[link.turn - 1].span
            told = f"{link.kind} (on t.{link.target})"
            yield Sighting(session, link.turn, Span(span.start, span.start), told)


def _directions(material: Material, wanted: Sought) -> Iterator[Sighting]:
    return _marked(material, DIRECTIONS[wanted.what])


def _pauses(material: Material, wanted: Sought) -> Iterator[Sighting]:
    for one in _marked(material, DIRECTIONS["pause"]):
        found = _SECONDS.search(one.told)
        if not wanted.seconds or (found and float(found.group(1)) >= wanted.seconds):
            yield one


def _marked(material: Material, begins: tuple[str, ...]) -> Iterator[Sighting]:
    """Stage directions in which a word begins so; those before the first turn left out."""
    pattern = re.compile(rf"\b(?:{'|'.join(begins)})", re.IGNORECASE)
    for session in material.sessions:
        for span in _stage_directions(session.text):
            told = span.of(session.text)
            if pattern.search(told) and session.turns:
                yield Sighting(session, session.turn_near(span.start), span, told)


@lru_cache(maxsize=128)
def _stage_directions(text: str) -> tuple[Span, ...]:
    """Texts are fixed, and a finder asks for several kinds of directions."""
    return tuple(stage_directions(text))


def _words(material: Material, wanted: Sought) -> Iterator[Sighting]:
    pattern = _pattern(wanted.what)
    for session in material.sessions:
        for turn in session.turns:
            if turn.counts:
                for found in pattern.finditer(session.text, turn.span.start, turn.span.end):
                    yield Sighting(session, turn.index, Span(*found.span()), f"“{found.group()}”")


def _pattern(words: str) -> re.Pattern[str]:
    """Whole words, however many blanks part them; a star stands for the rest of a word."""
    parts = [re.escape(part).replace(r"\*", r"[\w’'-]*") for part in words.split()]
    return re.compile(r"(?<!\w)" + r"\s+".join(parts) + r"(?!\w)", re.IGNORECASE)
