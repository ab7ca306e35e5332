"""A transcript in which the words of one turn are others; label and time mark stay as they are."""

from dataclasses import replace

from qualcoder_nhs.domain.errors import NoSuchTurn, NothingToCorrect, NoWords
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript, Turn


def plain_words(words: str) -> str:
    """The words as a stored text has them: lines end in LF, and nothing stands around them."""
    return words.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff").strip()


def with_words(old: Transcript, turn: int, words: str) -> Transcript:
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
    if said == was.of(old.text):
        raise NothingToCorrect(name=old.name)
    gap = "" if was or not was.start or old.text[was.start - 1].isspace() else " "
    text = old.text[: was.start] + gap + said + old.text[was.end :]
    start = was.start + len(gap)
    by = len(text) - len(old.text)
    turns = (_shifted(one, was, by) for one in old.turns)
    becomes = Span(start, start + len(said))
    return replace(
        old,
        text=text,
        turns=tuple(replace(one, words=becomes) if one.index == turn else one for one in turns),
    )


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
