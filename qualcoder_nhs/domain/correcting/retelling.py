"""A transcript in which the words of one passage are others; labels and time marks stay."""

from dataclasses import dataclass, replace

from qualcoder_nhs.domain.errors import (
    InATurn,
    NoSuchTurn,
    NothingToCorrect,
    NoWords,
    NoWordsLeft,
    OutsideText,
)
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn


@dataclass(frozen=True)
class Retold:
    """A transcript, and the same with other words in one passage: `was` in the old text became
    `becomes` in the new one, and all else is the same.
    """

    old: Transcript
    new: Transcript
    was: Span
    becomes: Span

    @property
    def by(self) -> int:
        """How far all that follows the passage moves."""
        return len(self.new.text) - len(self.old.text)


def plain_words(words: str) -> str:
    """The words as a stored text has them: lines end in LF, and nothing stands around them."""
    return words.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").strip()


def with_words(old: Transcript, turn: int, words: str) -> Retold:
    """The transcript with these words in the turn, and all that follows moved along.

    Raises:
        NoSuchTurn: when it has no such turn.
        NoWords: when nothing would be said in it.
        NothingToCorrect: when they are its words already.
    """
    if not 1 <= turn <= len(old.turns):
        raise NoSuchTurn(name=old.name, turn=turn, turns=len(old.turns))
    said = plain_words(words)
    if not said:
        raise NoWords(turn=turn)
    was = old.turns[turn - 1].words
    gap = "" if was or not was.start or old.text[was.start - 1].isspace() else " "
    retold = _retold(old, was, said, gap)
    turns = list(retold.new.turns)
    turns[turn - 1] = replace(turns[turn - 1], words=retold.becomes)
    return replace(retold, new=replace(retold.new, turns=tuple(turns)))


def with_passage(old: Transcript, passage: Span, words: str) -> Retold:
    """The transcript with these words in a passage that nobody speaks, such as a paragraph.

    Raises:
        OutsideText: when the text does not reach so far.
        InATurn: when the passage is of a turn, in part at least.
        NoWordsLeft: when nothing would stand there.
        NothingToCorrect: when they are its words already.
    """
    if not 0 <= passage.start < passage.end <= len(old.text):
        raise OutsideText(name=old.name, start=passage.start, end=passage.end, length=len(old.text))
    spoken = next((turn for turn in old.turns if turn.whole.overlaps(passage)), None)
    if spoken is not None:
        raise InATurn(turn=spoken.index)
    said = plain_words(words)
    if not said:
        raise NoWordsLeft(name=old.name)
    return _retold(old, passage, said, "")


def _retold(old: Transcript, was: Span, said: str, gap: str) -> Retold:
    """Other words in the place of those that were there, `gap` before them."""
    if said == was.of(old.text):
        raise NothingToCorrect(name=old.name)
    text = old.text[: was.start] + gap + said + old.text[was.end :]
    start = was.start + len(gap)
    by = len(text) - len(old.text)
    turns = tuple(_shifted(one, was, by) for one in old.turns)
    return Retold(old, replace(old, text=text, turns=turns), was, Span(start, start + len(said)))


def _shifted(turn: Turn, was: Span, by: int) -> Turn:
    """The turn with what lies behind the words that were there moved along."""

    def moved(span: Span) -> Span:
        return span.shifted(by) if span.start >= was.end and span != was else span

    return replace(
        turn,
        words=moved(turn.words),
        label_at=turn.label_at and moved(turn.label_at),
        time_at=turn.time_at and moved(turn.time_at),
    )
