"""What the analyst makes of it all: themes, quotes, summaries, propositions."""

from collections import defaultdict

from sqlalchemy import select

from qualcoder_nhs.domain.consensus import Correction, Proposition, Voicing
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.framework import Summary
from qualcoder_nhs.domain.ids import CodeId, PropositionId, ThemeId
from qualcoder_nhs.domain.themes import Quote, Statement, Theme
from qualcoder_nhs.storage import rows
from qualcoder_nhs.storage.reads.within import Within
from qualcoder_nhs.storage.schema import (
    corrections,
    propositions,
    quotes,
    statements,
    summaries,
    theme_codes,
    themes,
    voicings,
)


class ThemeReads(Within):
    """Themes and what belongs to them, framework summaries, propositions and corrections."""

    def themes(self) -> list[Theme]:
        """All themes, in the analyst's order."""
        codes: dict[str, list[CodeId]] = defaultdict(list)
        for row in self._all(select(theme_codes).order_by(theme_codes.c.position)):
            codes[row["theme"]].append(row["code"])
        found = self._all(select(themes).order_by(themes.c.position, themes.c.id))
        return [rows.theme_from(row, codes[row["id"]]) for row in found]

    def theme(self, words: str) -> Theme:
        """The theme with this id or name.

        Raises:
            NoSuch: when none bears it.
        """
        for one in self.themes():
            if words in (one.id, one.name):
                return one
        raise NoSuch(kind="theme", name=words)

    def statements(self, theme: ThemeId | None = None) -> list[Statement]:
        """What themes claimed, oldest first: the last of each is what it claims now."""
        query = select(statements).order_by(statements.c.made, statements.c.id)
        if theme is not None:
            query = query.where(statements.c.theme == theme)
        return [rows.plain_from(Statement, row) for row in self._all(query)]

    def quotes(self, theme: ThemeId | None = None) -> list[Quote]:
        """Chosen quotes and counter-cases, in the analyst's order."""
        query = select(quotes).order_by(quotes.c.theme, quotes.c.position, quotes.c.id)
        if theme is not None:
            query = query.where(quotes.c.theme == theme)
        return [rows.plain_from(Quote, row) for row in self._all(query)]

    def summaries(self) -> list[Summary]:
        """What was written in the cells of the framework matrix."""
        query = select(summaries).order_by(summaries.c.id)
        return [rows.plain_from(Summary, row) for row in self._all(query)]

    def propositions(self) -> list[Proposition]:
        """All propositions, in order."""
        query = select(propositions).order_by(propositions.c.position, propositions.c.id)
        return [rows.plain_from(Proposition, row) for row in self._all(query)]

    def proposition(self, words: str) -> Proposition:
        """The proposition with this id or these words.

        Raises:
            NoSuch: when there is none.
        """
        for one in self.propositions():
            if words in (one.id, one.text):
                return one
        raise NoSuch(kind="proposition", name=words)

    def voicings(self, proposition: PropositionId | None = None) -> list[Voicing]:
        """The turns that say a proposition, or its opposite, in order of turns."""
        order = (voicings.c.proposition, voicings.c.transcript, voicings.c.turn, voicings.c.id)
        query = select(voicings).order_by(*order)
        if proposition is not None:
            query = query.where(voicings.c.proposition == proposition)
        return [rows.plain_from(Voicing, row) for row in self._all(query)]

    def corrections(self, proposition: PropositionId | None = None) -> list[Correction]:
        """What the analyst says instead of what was counted."""
        query = select(corrections).order_by(corrections.c.id)
        if proposition is not None:
            query = query.where(corrections.c.proposition == proposition)
        return [rows.plain_from(Correction, row) for row in self._all(query)]
