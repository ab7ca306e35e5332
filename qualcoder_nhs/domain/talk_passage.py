"""Talk passages: what was said behind an entry of a table, turn by turn, with the parts marked."""

from dataclasses import dataclass

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.span import Span

ROOM = 160
"""Characters of a turn that are shown before and after what is marked in it."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A part of the words that are shown, as positions in them; `code` is whose mark it is."""

    start: int
    end: int
    code: CodeId | None = None


@dataclass(frozen=True)
class SaidTurn:
    """Words of one turn as they are shown: shortened around what is marked in it."""

    turn: int
    voice: Voice | None
    words: str
    marks: tuple[Marked, ...] = ()


@dataclass(frozen=True)
class TalkPassage:
    """Turns of one transcript that belong together; `span` is where one goes to read on.

    `quoted` is what goes to a theme or into a paper: the marked part, or all of the turns.
    `codes` are those whose codings are marked, `flags` theirs.
    """

    transcript: TranscriptId
    name: str
    said: tuple[SaidTurn, ...]
    span: Span
    quoted: str
    attribution: str
    reference: str
    voices: tuple[Voice, ...] = ()
    codes: tuple[CodeId, ...] = ()
    flags: tuple[Flag, ...] = ()


def shortened(words: str, marks: tuple[Marked, ...]) -> tuple[str, tuple[Marked, ...]]:
    """The words with what is far from every mark cut off; without marks, their beginning."""
    first = min((one.start for one in marks), default=0)
    last = max((one.end for one in marks), default=ROOM)
    start = _word_after(words, first - ROOM) if first > ROOM else 0
    end = _word_before(words, last + ROOM) if last + ROOM < len(words) else len(words)
    before, after = ("… " if start else ""), (" …" if end < len(words) else "")
    by = len(before) - start
    moved = tuple(Marked(one.start + by, one.end + by, one.code) for one in marks)
    return f"{before}{words[start:end]}{after}", moved


def _word_after(words: str, at: int) -> int:
    found = words.find(" ", at)
    return found + 1 if found >= 0 else at


def _word_before(words: str, at: int) -> int:
    found = words.rfind(" ", 0, at)
    return found if found > 0 else at
