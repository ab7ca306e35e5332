"""Keyword in context: each time a word or phrase is said, with the words on either side."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.analysis.counting.material import Session, Uttered
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.words.spoken import Spoken, forms, hit_of, turns_of
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.speech import stage_directions, words_in


@dataclass(frozen=True, slots=True)
class Context:
    """One time that it is said: where, and what stands before and after in the same turn."""

    session: Session
    turn: Uttered
    span: Span
    before: str
    after: str

    @property
    def words(self) -> str:
        """As it was said."""
        return self.span.of(self.session.text)

    @property
    def spoken(self) -> Spoken:
        """The turn, to be counted."""
        return Spoken(self.session, self.turn, (), hit_of(self.session, self.turn))


def contexts(scope: Scope, phrase: str, around: int, *, stems: bool = False) -> list[Context]:
    """Every time that the phrase is said, with so many words around, in the order of the talk.

    A star stands for the rest of a word; where `stems`, each word stands for all its forms.
    """
    pattern = _pattern(scope, phrase, stems=stems)
    if pattern is None:
        return []
    return [one for session in scope.sessions for one in _in(scope, session, pattern, around)]


def _pattern(scope: Scope, phrase: str, *, stems: bool) -> re.Pattern[str] | None:
    parts = []
    for word in phrase.lower().replace("’", "'").split():
        said = forms(scope, word) if stems and "*" not in word else {word}
        if not said:
            return None
        longest_first = sorted(said, key=len, reverse=True)
        parts.append("(?:" + "|".join(map(_written, longest_first)) + ")")
    if not parts:
        return None
    return re.compile(r"(?<![\w])" + r"\s+".join(parts) + r"(?![\w])", re.IGNORECASE)


def _written(word: str) -> str:
    return re.escape(word).replace("'", "['’]").replace(r"\*", r"[\w’'\-]*")


def _in(scope: Scope, session: Session, pattern: re.Pattern[str], around: int) -> Iterator[Context]:
    text = session.text
    for turn in turns_of(scope, session):
        aside: list[Span] | None = None
        for match in pattern.finditer(text, turn.span.start, turn.span.end):
            if aside is None:
                aside = list(stage_directions(text, turn.span))
            span = Span(*match.span())
            if not any(one.overlaps(span) for one in aside):
                yield _context(session, turn, span, around)


def _context(session: Session, turn: Uttered, span: Span, around: int) -> Context:
    text, said = session.text, turn.span
    before = [one.start for one in words_in(text, Span(said.start, span.start))][-around:]
    after = [one.end for one in words_in(text, Span(span.end, said.end))][:around]
    first = before[0] if before else span.start
    last = after[-1] if after else span.end
    if len(after) < around:
        last = said.end
    left = " ".join(text[first : span.start].split())
    right = " ".join(text[span.end : last].split())
    cut = first > said.start and bool(before)
    return Context(
        session, turn, span, f"…{left}" if cut else left, f"{right}…" if last < said.end else right
    )
