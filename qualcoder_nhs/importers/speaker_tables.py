"""Tables of speakers: which column names who speaks, and which holds what they say."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Endless, ReadingOptions
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.spoken import Heading, Spoken
from qualcoder_nhs.importers.text_file import MOST_LINES
from qualcoder_nhs.importers.turns import Line, Recognised, recognise
from qualcoder_nhs.importers.turns.names import is_plausible, key_of
from qualcoder_nhs.importers.turns.times import MARK, seconds

Row = list[list[Line]]
Block = Line | list[Row]

_NAMES = {"speaker", "name", "who", "participant", "voice", "label", "id", "initials"}
_WORDS = {"text", "words", "utterance", "transcript", "transcription", "speech", "said", "talk"}
_WORDS |= {"what was said", "what is said", "content", "response", "dialogue", "verbatim"}


@dataclass(frozen=True)
class SpeakerTable:
    """The rows of a table with the columns that name and tell; `first` is the first row of talk."""

    rows: Sequence[Row]
    names: int
    words: int
    first: int

    @property
    def columns(self) -> int:
        """How many columns the table has."""
        return _width(self.rows)

    def speak(self, spoken: Spoken, as_speech: set[str]) -> None:
        """Write the rows as turns; a row without a speaker continues the last."""
        for number, row in enumerate(map(self._with_words_in_place, self.rows)):
            heading = self._heading(row)
            if number < self.first:
                spoken.plain("\t".join(flat(cell) for cell in row))
            elif _is_merged(row):
                spoken.goes_on("\n".join(line.text for line in row[0]))
            elif heading.label and key_of(heading.label) not in as_speech:
                spoken.turn(heading, self._said(row))
            else:
                spoken.goes_on("\n".join(filter(None, (heading.text, self._said(row)))))

    def _with_words_in_place(self, row: Row) -> Row:
        """The row with words that are merged over the columns before theirs put into their own."""
        at = min(self.words, len(row) - 1)
        while at > self.names + 1 and not row[at]:
            at -= 1
        if not self.names < at < self.words:
            return row
        return [*row[:at], *([] for _gap in range(at, self.words)), row[at], *row[self.words + 1 :]]

    def _said(self, row: Row) -> str:
        behind = [flat(cell) for cell in row[max(self.names, self.words) + 1 :]]
        words = "\n".join(line.text for line in _cell(row, self.words))
        return "\n".join(filter(None, (words.strip(), *behind)))

    def _heading(self, row: Row) -> Heading:
        """The cells but the words, in their order, and where the label and a time stand there."""
        before = {self.names, *range(min(len(row), max(self.names, self.words)))}
        cells = {at: flat(_cell(row, at)).rstrip(" :") for at in before if at != self.words}
        label = named(flat(_cell(row, self.names)))
        text = " ".join(filter(None, (cells[at] for at in sorted(cells))))
        ahead = [cells[at] for at in sorted(cells) if at < self.names and cells[at]]
        label_from = sum(len(cell) + 1 for cell in ahead)
        found = MARK.search(text)
        return Heading(
            text,
            label,
            text.index(label, label_from) if label else 0,
            found.span() if found else None,
            seconds(found[0]) if found else None,
        )


def recognised(blocks: Sequence[Block], options: ReadingOptions) -> Recognised:
    """By tables of speakers, unless more turns stand in the paragraphs around them.

    Raises:
        Endless: when there are more lines than in a week of talk.
    """
    if sum(1 if isinstance(block, Line) else len(block) for block in blocks) > MOST_LINES:
        raise Endless
    spoken = _by_table(blocks, options)
    if spoken:
        beside = recognise([block for block in blocks if isinstance(block, Line)], options)
        if len(beside.turns) <= len(spoken.turns):
            return Recognised(spoken.text, tuple(spoken.turns), _("table"), ())
    return recognise([line for block in blocks for line in _plain(block)], options)


def _plain(block: Block) -> Iterator[Line]:
    """A table that is no list of speakers: its rows, cells apart by tabs."""
    if isinstance(block, Line):
        yield block
        return
    for row in block:
        yield Line("\t".join(" ".join(line.text for line in cell) for cell in row).rstrip("\t"))


def _by_table(blocks: Sequence[Block], options: ReadingOptions) -> Spoken | None:
    """The transcript where its turns stand in tables with a column of speakers."""
    if options.convention not in (None, Convention.TABLE):
        return None
    tables = _tables(blocks)
    if not tables:
        return None
    spoken = Spoken()
    for at, block in enumerate(blocks):
        if at in tables:
            tables[at].speak(spoken, {key_of(label) for label in options.as_speech})
        elif isinstance(block, Line):
            spoken.goes_on(block.text)
        else:
            for row in block:
                spoken.goes_on("\t".join(flat(cell) for cell in row).rstrip("\t"))
    return spoken


def _tables(blocks: Sequence[Block]) -> dict[int, SpeakerTable]:
    """The tables of speakers by their place; a table of the same width goes on with the last."""
    tables: dict[int, SpeakerTable] = {}
    last: SpeakerTable | None = None
    for at, block in enumerate(blocks):
        if isinstance(block, Line):
            continue
        table = speaker_table(block)
        if table is None and last and _width(block) == last.columns:
            known = {named(flat(_cell(row, last.names))).casefold() for row in last.rows}
            heads = {named(flat(_cell(row, last.names))).casefold() for row in block}
            table = replace(last, rows=block, first=0) if heads <= known | {""} else None
        if table:
            tables[at] = last = table
    return tables


def speaker_table(rows: Sequence[Row]) -> SpeakerTable | None:
    """How to read the table as turns; None where no column names speakers that return."""
    columns = _width(rows)
    full = [row for row in rows if len(row) == columns]
    if columns < 2 or len(full) < 2:
        return None
    first, told = _headers(rows)
    talk = [row for row in full if row not in rows[:first]]
    names = next((at for at in range(columns) if at in told or _names_speakers(talk, at)), None)
    if names is None:
        return None
    return SpeakerTable(
        rows, names, _widest([at for at in range(columns) if at != names], full), first
    )


def _widest(columns: Sequence[int], rows: Sequence[Row]) -> int:
    """The column with the most to say; times are not said."""
    return max(columns, key=lambda at: sum(len(MARK.sub("", flat(row[at]))) for row in rows))


def named(cell: str) -> str:
    """A speaker cell without its time and colon: `P4 00:12:44` is `P4`."""
    found = MARK.search(cell)
    label = (cell[: found.start()].strip(" :") or cell[found.end() :]) if found else cell
    return label.strip().rstrip(" :")


def _is_merged(row: Row) -> bool:
    """One cell over all columns: a heading or a remark, said by no one else."""
    return len(row) > 1 and not any(row[1:])


def flat(cell: Sequence[Line]) -> str:
    """The words of a cell on one line."""
    return " ".join(line.text.strip() for line in cell).strip()


def _width(rows: Sequence[Row]) -> int:
    return max((len(row) for row in rows), default=0)


def _names_speakers(rows: Sequence[Row], column: int) -> bool:
    labels = [label for row in rows if (label := named(flat(row[column])))]
    known = [label for label in labels if is_plausible(label)]
    times = Counter(label.casefold() for label in known)
    returning = sum(count for count in times.values() if count > 1)
    return len(known) * 10 >= 8 * len(labels) > 0 and returning * 2 > len(labels)


def _headers(rows: Sequence[Row]) -> tuple[int, set[int]]:
    """How many rows at the top are headings, and the column they tell to be the speakers'."""
    for number, row in enumerate(rows[:4]):
        titles = [flat(cell).strip(" :").casefold() for cell in row]
        names = {at for at, title in enumerate(titles) if title in _NAMES}
        if names:
            tells = not _WORDS.isdisjoint(titles)
            return number + 1, {min(names)} if tells else set()
    return 0, set()


def _cell(row: Row, at: int) -> list[Line]:
    return row[at] if at < len(row) else []
