"""Tabled: a table whose every entry says over whom it counts, and leads to the words behind it."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.domain.chart import Chart
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.ids import CodeId, CodingId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.report import Measures
from qualcoder_nhs.domain.span import Span

Place = tuple[TranscriptId, int]
"""A turn: its transcript, and its number there."""


class Mark(StrEnum):
    """What is to be seen at an entry before it is read."""

    NONE = ""
    NOTHING = "nothing said"  # they were asked, and said nothing of it
    NOT_ASKED = "not asked"
    UNMARKED = "not marked yet"
    NOBODY = "nobody there"  # who is looked at was not in these rooms
    ONE_VOICE = "one voice"  # one person has more than half of it


@dataclass(frozen=True, slots=True)
class Entry:
    """What stands in one place of a table.

    `words` are as shown, their denominator included: `6 of 8`, `not asked`. `number` is what is
    counted, for charts and sheets. `count` is given where `words` tell only a part of one. `there`
    are the participants who could have spoken, or the respondents where nobody else is looked at.
    `codings` and `turns` are what the entry leads to; `spans` what of these turns is meant where
    no coding says it. `outside` are the words that leave the program instead, where those shown
    quote what is flagged as identifying.
    """

    words: str
    number: float | None = None
    mark: Mark = Mark.NONE
    count: Count | None = None
    there: frozenset[ParticipantId] = frozenset()
    codings: Sequence[CodingId] = ()
    turns: tuple[Place, ...] = ()
    told: str = ""
    outside: str | None = None
    spans: tuple[tuple[TranscriptId, Span], ...] = ()

    @property
    def signed(self) -> str:
        """The words with the sign of one voice, for where nothing is drawn: `3 of 4 ▲`."""
        return f"{self.words} ▲" if self.mark is Mark.ONE_VOICE else self.words


@dataclass(frozen=True)
class Head:
    """The head of a column. `over` is its denominator in words: `11 people, FG3 and FG4`.

    `key` tells it from the others and stays the same in any language: a slug, a value, a name.
    Where it `measures` numbers, files for counting hold the number instead of the words. Where
    `long`, whole sentences stand in it. `people` says how many are of its kind, where it is one.
    """

    title: str
    over: str = ""
    key: str = ""
    measures: Measures = Measures.WORDS
    code: CodeId | None = None
    long: bool = False
    people: int | None = None


@dataclass(frozen=True)
class Row:
    """A line of a table. `depth` is 1 for a root and for whatever stands in no tree.

    `over` is its denominator in words, where the rows are people and the columns are codes.
    `distinct` where it is counted from what lies below it, everything once: less than their sum.
    `people` says how many are of its kind, where it is one.
    """

    name: str
    entries: tuple[Entry, ...]
    depth: int = 1
    key: str = ""
    code: CodeId | None = None
    distinct: bool = False
    over: str = ""
    people: int | None = None


@dataclass(frozen=True)
class Tabled:
    """A table with all that is to be known of it.

    `corner` says what the rows are, `headline` in a sentence what an entry says or what was found.
    `notes` are the caveats, a sentence each. `caption` can be pasted under the table as it is, and
    under its `chart`, where it has one. `few` is the note that names kinds of people whom few
    are: it stays in the program.
    """

    name: str
    title: str
    corner: str
    heads: tuple[Head, ...]
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()
    caption: str = ""
    headline: str = ""
    chart: Chart | None = None
    few: str = ""

    def entry(self, row: str, head: str) -> Entry:
        """The entry of the row and the column with these keys.

        Raises:
            KeyError: when there is none.
        """
        places = {one.key: at for at, one in enumerate(self.heads)}
        lines = {one.key: one for one in self.rows}
        return lines[row].entries[places[head]]
