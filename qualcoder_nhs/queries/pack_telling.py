"""Passages as a pack tells them: cleaned, with context, as dialogue where people answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from qualcoder_nhs.analysis.cleaning import cleaned
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.domain.attribution import Crowd, Template, attributed
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.dialogue import Dialogue
from qualcoder_nhs.domain.excerpts import Said, Voice
from qualcoder_nhs.domain.ids import ParticipantId, TranscriptId
from qualcoder_nhs.domain.interaction import interaction_codes
from qualcoder_nhs.domain.links import Exchange, exchanges
from qualcoder_nhs.domain.theme_pack import PackExcerpt, PackLine, ThemePackWish
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.exchanges import Telling
from qualcoder_nhs.queries.pack_passages import Passage
from qualcoder_nhs.queries.theme_words import WordCutter

_NEAR = 8
"""Turns that lie further apart are no dialogue to be read in one go."""


@dataclass(frozen=True)
class Attributing:
    """How words are attributed, and among whom nobody may be recognised."""

    crowd: Crowd
    template: Template

    def words(self, passage: Passage, voices: Sequence[Voice]) -> str:
        """Whose words a passage is, as it is printed below it."""
        words = passage.words
        return attributed(self.template, self.crowd, words.name, voices, words.group)


class Told:
    """Tells passages, and remembers of whom words were told."""

    def __init__(
        self,
        found: Material,
        telling: Telling,
        cutter: WordCutter,
        attributing: Attributing,
        wish: ThemePackWish,
    ) -> None:
        self._material, self._telling, self._cutter = found, telling, cutter
        self._talk, self._attributing, self._wish = telling.talk, attributing, wish
        self._interaction = interaction_codes(found.codebook)
        self.people: set[ParticipantId] = set()

    def excerpt(self, passage: Passage, number: int) -> PackExcerpt:
        """The passage as it is set. Its question is told; who sets it may find it told before."""
        words, quote = passage.words, passage.chosen
        dialogue = self._dialogue(passage)
        voices = dialogue.voices if dialogue else words.voices
        reference = dialogue.reference if dialogue else words.reference
        return PackExcerpt(
            number=number,
            lines=tuple(self._lines(passage, dialogue)),
            attribution=self._attribution(passage, voices),
            reference=reference if self._wish.references else "",
            asked=words.asked or words.prompt,
            exchange=dialogue is not None,
            strong=passage.strong,
            against=passage.against,
            chosen=quote is not None,
            note=quote.quote.note if quote and self._wish.memos else "",
            by=quote.by if quote else "",
        )

    def _attribution(self, passage: Passage, voices: Sequence[Voice]) -> str:
        self.people.update(person for voice in voices for person in voice.participants)
        return self._attributing.words(passage, voices)

    # ── lines ────────────────────────────────────────────────────────────────────────────────

    def _lines(self, passage: Passage, dialogue: Dialogue | None) -> Iterator[PackLine]:
        words = passage.words
        turns = dialogue.turns if dialogue else words.turns
        yield from self._around(passage, turns[0] - self._wish.context, turns[0]) if turns else ()
        if dialogue:
            yield from self._linked(dialogue)
        else:
            yield from self._spoken(words.said)
        after = turns[-1] + 1 if turns else 0
        yield from self._around(passage, after, after + self._wish.context) if turns else ()

    def _spoken(self, said: tuple[Said, ...]) -> Iterator[PackLine]:
        for piece in said:
            named = piece.voice.name if piece.voice and len(said) > 1 else ""
            yield PackLine(self._clean(piece.text), named)

    def _linked(self, dialogue: Dialogue) -> Iterator[PackLine]:
        for line, link in dialogue.lines_told():
            yield PackLine(self._clean(line.text), line.speaker, link, line.context)

    def _around(self, passage: Passage, first: int, last: int) -> Iterator[PackLine]:
        transcript = passage.words.transcript
        turns = self._talk.transcripts[transcript].turns
        for index in range(max(1, first), min(last, len(turns) + 1)):
            said = self._talk.said(transcript, index)
            name = said.voice.name if said.voice else ""
            yield PackLine(self._context(transcript, said), name, context=True)

    def _context(self, transcript: TranscriptId, said: Said) -> str:
        """What stands around is left out where it may give somebody away."""
        words = self._cutter.turn(transcript, said.turn or 0)
        if words and Flag.IDENTIFYING in words.flags:
            return _("[left out: identifying detail]")
        return self._clean(said.text)

    def _clean(self, text: str) -> str:
        return cleaned(text) if self._wish.cleaned else text

    # ── dialogue ─────────────────────────────────────────────────────────────────────────────

    def _dialogue(self, passage: Passage) -> Dialogue | None:
        """The exchange it belongs to, where what counts is that people answer each other."""
        words = passage.words
        interacts = not self._interaction.isdisjoint(words.codes)
        several = len(words.turns) > 1
        if not several and (passage.chosen or not interacts):
            return None
        own = set(words.turns)
        near = [
            link
            for link in self._material.links
            if link.transcript == words.transcript
            and not own.isdisjoint((link.turn, link.target))
            and link.turn - link.target <= _NEAR
        ]
        for exchange in exchanges(near):
            if own.isdisjoint(exchange.turns) or not own <= _span(exchange):
                continue
            if self._may_be_told(exchange):
                return self._telling.dialogue(exchange)
        return None

    def _may_be_told(self, exchange: Exchange) -> bool:
        for turn in range(exchange.first, exchange.last + 1):
            words = self._cutter.turn(exchange.transcript, turn)
            if words and Flag.IDENTIFYING in words.flags:
                return False
        return True


def _span(exchange: Exchange) -> set[int]:
    return set(range(exchange.first, exchange.last + 1))
