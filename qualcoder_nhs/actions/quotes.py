"""Choosing quotes for themes: take a passage, turn it against the grain, order, annotate, drop."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codings import refuse_no_passage
from qualcoder_nhs.actions.themes import AddTheme
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import QuoteId, ThemeId, TranscriptId, new_id
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.themes import Quote
from qualcoder_nhs.i18n import N_, _


@dataclass(frozen=True)
class ChooseQuote:
    """Choose a passage for a theme, or against it; ahead of the quote `before`, else last.

    The same words may be chosen for several themes. Chosen twice for one, they stay one quote.
    """

    theme: ThemeId
    transcript: TranscriptId
    span: Span
    against: bool = False
    note: str = ""
    before: QuoteId | None = None
    label: ClassVar[str] = N_("Add {}")

    def apply(self, write: Writer) -> QuoteId:
        """Choose it.

        Raises:
            EmptyPassage, OutsideText: when the span is no passage.
            NoSuch: when the theme, the transcript or the quote `before` is gone.
        """
        theme = write.read.theme(self.theme)
        refuse_no_passage(write, self.transcript, self.span)
        fresh = Quote(
            QuoteId(new_id()),
            theme.id,
            self.transcript,
            self.span,
            self.against,
            0,
            self.note.strip(),
            write.now,
            write.coder,
        )
        chosen = write.read.quotes(theme.id)
        twin = next((one for one in chosen if _same_words(one, fresh)), None)
        write.detail(reference(write, fresh))
        if twin is not None:
            note = fresh.note or twin.note
            write.change(twin, replace(twin, against=self.against, note=note))
            return twin.id
        _arrange(write, chosen, fresh, self.before)
        return fresh.id


@dataclass(frozen=True)
class BeginWithQuote:
    """Begin a theme with words that are its first quote, or what it has to answer to."""

    name: str
    transcript: TranscriptId
    span: Span
    against: bool = False
    label: ClassVar[str] = N_("Begin theme {} with a quote")

    def apply(self, write: Writer) -> ThemeId:
        """Begin it.

        Raises:
            Nameless, AlreadyThere: as names of themes are told apart.
            EmptyPassage, OutsideText: when the span is no passage.
            NoSuch: when the transcript is gone.
        """
        refuse_no_passage(write, self.transcript, self.span)
        theme = AddTheme(self.name).apply(write)
        ChooseQuote(theme, self.transcript, self.span, self.against).apply(write)
        write.detail(write.read.theme(theme).name)
        return theme


@dataclass(frozen=True)
class TurnQuote:
    """Say that a quote speaks against its theme, or for it after all."""

    quote: QuoteId
    against: bool
    label: ClassVar[str] = N_("Make it {}")

    def apply(self, write: Writer) -> None:
        """Say it.

        Raises:
            NoSuch: when the quote is gone.
        """
        old = known_quote(write, self.quote)
        now = replace(old, against=self.against)
        write.change(old, now)
        write.detail(reference(write, now))


@dataclass(frozen=True)
class AnnotateQuote:
    """Say why a quote was chosen, or what makes it deviant."""

    quote: QuoteId
    note: str
    label: ClassVar[str] = N_("Note on {}")

    def apply(self, write: Writer) -> None:
        """Say it; without words there is no note.

        Raises:
            NoSuch: when the quote is gone.
        """
        old = known_quote(write, self.quote)
        write.change(old, replace(old, note=self.note.strip()))
        write.detail(reference(write, old))


@dataclass(frozen=True)
class MoveQuote:
    """Put a quote ahead of another, else last: in its own theme or in another one."""

    quote: QuoteId
    theme: ThemeId
    before: QuoteId | None = None
    label: ClassVar[str] = N_("Move {}")

    def apply(self, write: Writer) -> None:
        """Move it; where the other theme has these words already, they stay one quote there.

        Raises:
            NoSuch: when the quote, the theme or the quote `before` is gone.
        """
        old, theme = known_quote(write, self.quote), write.read.theme(self.theme)
        write.detail(reference(write, old))
        others = [one for one in write.read.quotes(theme.id) if one.id != old.id]
        if any(_same_words(one, old) for one in others):
            write.remove(old)
            return
        _arrange(write, others, replace(old, theme=theme.id), self.before, old)


@dataclass(frozen=True)
class DropQuotes:
    """Let quotes go; their words stay in the transcripts."""

    quotes: tuple[QuoteId, ...]
    label: ClassVar[str] = N_("Drop {}")

    def apply(self, write: Writer) -> None:
        """Let them go.

        Raises:
            NoSuch: when one is gone already.
        """
        gone = [known_quote(write, one) for one in dict.fromkeys(self.quotes)]
        write.detail(", ".join(reference(write, one) for one in gone))
        write.remove(*gone)


def known_quote(write: Writer, quote: QuoteId) -> Quote:
    """The quote of this id.

    Raises:
        NoSuch: when it is gone.
    """
    found = next((one for one in write.read.quotes() if one.id == quote), None)
    if found is None:
        raise NoSuch(kind="quote", name=quote)
    return found


def reference(write: Writer, quote: Quote) -> str:
    """What the history calls it, such as `counter-case FG3 t.40`."""
    transcript = write.read.transcript(quote.transcript)
    touched = [one.index for one in transcript.turns if one.words.overlaps(quote.span)]
    turns = "–".join(str(at) for at in dict.fromkeys((touched[0], touched[-1]))) if touched else ""
    place = f"{transcript.name} t.{turns}" if turns else transcript.name
    words = _("counter-case {place}") if quote.against else _("quote {place}")
    return words.format(place=place)


def _same_words(one: Quote, other: Quote) -> bool:
    return (one.transcript, one.span) == (other.transcript, other.span)


def _arrange(
    write: Writer,
    others: Iterable[Quote],
    placed: Quote,
    before: QuoteId | None,
    old: Quote | None = None,
) -> None:
    """Number the quotes of a theme anew with this one among them; it is new without an `old`."""
    line = list(others)
    if before is not None and before not in {one.id for one in line}:
        raise NoSuch(kind="quote", name=before)
    at = next((n for n, one in enumerate(line) if one.id == before), len(line))
    for place, one in enumerate(line):
        write.change(one, replace(one, position=place + (place >= at)))
    if old is None:
        write.add(replace(placed, position=at))
    else:
        write.change(old, replace(placed, position=at))
