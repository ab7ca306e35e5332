"""Cutting words for themes: who said them, what was asked, what is coded and flagged on them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from itertools import accumulate

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.ids import ThemeId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.theme_page import Words
from qualcoder_nhs.domain.themes import Quote
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.queries.cutting import Cutter
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader

_ASKING = (Function.MODERATOR, Function.CO_MODERATOR)


class Lying:
    """The codings of one transcript, quick to ask which of them lie on some words."""

    def __init__(self, codings: Iterable[Coding] = ()) -> None:
        self._codings = sorted(codings, key=lambda one: one.span)
        self._starts = [one.span.start for one in self._codings]
        self._reach = list(accumulate((one.span.end for one in self._codings), max))

    def on(self, span: Span) -> list[Coding]:
        """Those that have a character in common with the span."""
        found = []
        for at in range(bisect_left(self._starts, span.end) - 1, -1, -1):
            if self._reach[at] <= span.start:
                break  # nor does any that begins earlier reach this far
            if self._codings[at].span.overlaps(span):
                found.append(self._codings[at])
        return found


def by_place(codings: Iterable[Coding]) -> dict[TranscriptId, Lying]:
    """The codings of each transcript."""
    apart: dict[TranscriptId, list[Coding]] = defaultdict(list)
    for one in codings:
        apart[one.transcript].append(one)
    return defaultdict(Lying, {key: Lying(some) for key, some in apart.items()})


class WordCutter:
    """Cuts words of any transcript; each is made ready once, when it is first cut."""

    def __init__(self, read: Reader, material: Material) -> None:
        self._read, self._material = read, material
        self._known: dict[TranscriptId, tuple[Transcript, Cutter]] = {}
        self._texts = {one.id: one for one in read.transcripts()}
        self._codings, self._voices = by_place(material.codings), all_voices(read)
        self._order = {one.id: at for at, one in enumerate(material.codebook.walk())}
        self._questions = {one.id: one.text or one.name for one in material.questions}

    def cut(self, transcript: TranscriptId, span: Span) -> Words:
        """These words, with all that is known of them."""
        text, cutter = self._opened(transcript)
        said = cutter.said(span)
        on_it = self._codings[transcript].on(span)
        session = self._material.by_id[transcript]
        at = said[0].turn or session.turn_near(span.start)
        question = session.course.at(at)
        return Words(
            transcript=transcript,
            span=span,
            name=text.name,
            group=session.group.name,
            said=said,
            asked=self._questions.get(question, "") if question else "",
            prompt=self._prompt(transcript, at),
            codes=tuple(sorted({one.code for one in on_it}, key=self._order.__getitem__)),
            flags=self._flags(on_it, transcript, span),
        )

    def turn(self, transcript: TranscriptId, index: int) -> Words | None:
        """All words of a turn; None where there are none."""
        text, _cutter = self._opened(transcript)
        if not 1 <= index <= len(text.turns) or not text.turns[index - 1].words:
            return None
        return self.cut(transcript, text.turns[index - 1].words)

    def _opened(self, transcript: TranscriptId) -> tuple[Transcript, Cutter]:
        if transcript not in self._known:
            text = self._texts[transcript]
            self._known[transcript] = text, Cutter(text, self._voices.get(transcript, {}))
        return self._known[transcript]

    def _flags(
        self, on_it: Iterable[Coding], transcript: TranscriptId, span: Span
    ) -> tuple[Flag, ...]:
        """What identifies somebody does so whoever marked it, and wherever."""
        found = {flag for one in on_it for flag in one.flags}
        if self._secret[transcript].on(span):
            found.add(Flag.IDENTIFYING)
        return tuple(flag for flag in Flag if flag in found)

    @cached_property
    def _secret(self) -> dict[TranscriptId, "Lying"]:
        return by_place(self._read.codings(flag=Flag.IDENTIFYING))

    def _prompt(self, transcript: TranscriptId, before: int) -> str:
        """What the moderator said last before a turn."""
        session = self._material.by_id[transcript]
        for turn in reversed(session.turns[: max(0, before - 1)]):
            if turn.function in _ASKING:
                return " ".join(turn.span.of(session.text).split())
        return ""


def uses(quotes: Iterable[Quote], words: Words, besides: ThemeId) -> tuple[ThemeId, ...]:
    """The other themes that have chosen any of these words."""
    found = (
        one.theme
        for one in quotes
        if one.theme != besides
        and one.transcript == words.transcript
        and one.span.overlaps(words.span)
    )
    return tuple(dict.fromkeys(found))
