"""What the Themes desk does: what is wished of a theme or a card becomes an action."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from qualcoder_nhs.actions.quotes import (
    AnnotateQuote,
    ChooseQuote,
    DropQuotes,
    MoveQuote,
    TurnQuote,
)
from qualcoder_nhs.actions.themes import MoveTheme
from qualcoder_nhs.domain.ids import QuoteId, ThemeId
from qualcoder_nhs.domain.theme_page import Chosen, Offered, ThemePage
from qualcoder_nhs.queries.theme_list import ListedTheme
from qualcoder_nhs.ui.mime import Passage
from qualcoder_nhs.ui.themes.rows import Dropped

Run = Callable[[Any], None]
T = TypeVar("T")


class ThemeHands:
    """`run` gets an action for each wish that changes something."""

    def __init__(self, run: Run) -> None:
        self._run = run

    # ── cards ────────────────────────────────────────────────────────────────────────────────

    def do(self, word: str, page: ThemePage, card: Chosen | Offered) -> bool:
        """Do what a key's word says of a card; False where it says nothing to be done here."""
        if isinstance(card, Offered):
            return self._choose(word, page.theme.id, card)
        if word == "turn":
            self._run(TurnQuote(card.quote.id, not card.quote.against))
        elif word == "drop":
            self._run(DropQuotes((card.quote.id,)))
        elif word in ("up", "down"):
            self._shift(page, card, -1 if word == "up" else 1)
        else:
            return False
        return True

    def _choose(self, word: str, theme: ThemeId, card: Offered) -> bool:
        if word not in ("choose", "against"):
            return False
        words = card.words
        self._run(ChooseQuote(theme, words.transcript, words.span, word == "against"))
        return True

    def _shift(self, page: ThemePage, card: Chosen, step: int) -> None:
        """Among those on its own side."""
        side = page.against if card.quote.against else page.quotes
        ids = [one.quote.id for one in side]
        before = _neighbour(ids, card.quote.id, step)
        if before is not None:
            self._run(MoveQuote(card.quote.id, page.theme.id, before[0]))

    def annotate(self, card: Chosen, note: str) -> None:
        """Say why a quote was chosen."""
        if note.strip() != card.quote.note:
            self._run(AnnotateQuote(card.quote.id, note))

    def drop(self, page: ThemePage, dropped: Dropped, before: QuoteId | None, *, on: bool) -> None:
        """Take in what was dropped ahead of a quote; `on` is whether against the grain."""
        passage = dropped.passage
        own = next((one for one in page.chosen if one.quote.id == dropped.quote), None)
        if own is None:
            self.give(page.theme.id, passage, against=on, before=before)
        elif own.quote.against is not on:
            self._run(TurnQuote(own.quote.id, on))
        elif before != own.quote.id:
            self._run(MoveQuote(own.quote.id, page.theme.id, before))

    def move(self, quote: QuoteId, theme: ThemeId, before: QuoteId | None) -> None:
        """Put a quote elsewhere."""
        self._run(MoveQuote(quote, theme, before))

    def give(
        self,
        theme: ThemeId,
        passage: Passage,
        *,
        against: bool = False,
        before: QuoteId | None = None,
    ) -> None:
        """Choose a passage for a theme."""
        chosen = ChooseQuote(
            theme, passage.transcript, passage.span, against=against, before=before
        )
        self._run(chosen)

    # ── themes ───────────────────────────────────────────────────────────────────────────────

    def shift(self, listed: Sequence[ListedTheme], theme: ThemeId, step: int) -> None:
        """Move a theme one place up or down."""
        before = _neighbour([one.theme.id for one in listed], theme, step)
        if before is not None:
            self._run(MoveTheme(theme, before[0]))


def _neighbour(line: Sequence[T], one: T, step: int) -> tuple[T | None] | None:
    """What it stands ahead of after a step, None for the end; nothing where it cannot go."""
    at = line.index(one)
    to = at + step
    if not 0 <= to < len(line):
        return None
    after = to + 1 if step > 0 else to
    return (line[after] if after < len(line) else None,)
