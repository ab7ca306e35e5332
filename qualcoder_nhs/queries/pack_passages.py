"""The passages of a theme for its pack: which there are, which stay out, and in which order."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodeId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.theme_pack import Order, ThemePackWish
from qualcoder_nhs.domain.theme_page import Chosen, Words
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.theme_words import WordCutter

Place = tuple[TranscriptId, Span]


@dataclass(frozen=True)
class Passage:
    """Words for a pack; `chosen` where they are a quote of the theme."""

    words: Words
    chosen: Chosen | None = None

    @property
    def place(self) -> Place:
        """Where they stand."""
        return self.words.transcript, self.words.span

    @property
    def strong(self) -> bool:
        """Whether somebody flagged them as a strong quote."""
        return Flag.STRONG in self.words.flags

    @property
    def against(self) -> bool:
        """Whether they speak against the theme: chosen so, or flagged as deviant."""
        return self.chosen.quote.against if self.chosen else Flag.DEVIANT in self.words.flags

    @property
    def identifying(self) -> bool:
        """Whether they may give somebody away."""
        return Flag.IDENTIFYING in self.words.flags

    def overlaps(self, other: "Passage") -> bool:
        """Whether both have some words in common."""
        same = self.words.transcript == other.words.transcript
        return same and self.words.span.overlaps(other.words.span)


class Gathering:
    """Gathers passages of codes, and keeps to what is wanted of a pack."""

    def __init__(self, found: Material, cutter: WordCutter, wish: ThemePackWish) -> None:
        self._material, self._cutter, self._wish = found, cutter, wish
        self._session = {one.id: at for at, one in enumerate(found.sessions)}
        self._question = {one.id: at for at, one in enumerate(found.questions)}
        self._codings: dict[CodeId, list[Place]] = defaultdict(list)
        for one in found.codings:
            self._codings[one.code].append((one.transcript, one.span))

    def beneath(self, code: CodeId) -> frozenset[CodeId]:
        """The codes that a code stands for."""
        return (
            self._material.codebook.descendants(code) if self._wish.roll_up else frozenset({code})
        )

    def quotes(self, chosen: Iterable[Chosen]) -> list[Passage]:
        """The quotes that are wanted, by people and from rooms that are looked at."""
        every = (Passage(one.words, one) for one in chosen)
        return [one for one in every if one.words.transcript in self._session and self._heard(one)]

    def coded(self, code: CodeId, quotes: Sequence[Passage]) -> list[Passage]:
        """What is coded so, quotes instead of what they were cut from, nothing within another."""
        beneath = self.beneath(code)
        cited = [one for one in quotes if not beneath.isdisjoint(one.words.codes)]
        own = list(cited)
        for place in {place for each in beneath for place in self._codings[each]}:
            passage = Passage(self._cutter.cut(*place))
            if self._heard(passage) and not any(map(passage.overlaps, cited)):
                own.append(passage)
        inner = _inner(one.place for one in own)
        whole = [one for one in own if one.chosen or one.place not in inner]
        return sorted(whole, key=self._by_talk)

    def _heard(self, passage: Passage) -> bool:
        roles, people = self._wish.roles, self._material.people
        return not roles or any(people[one].role in roles for one in passage.words.people)

    # ── order and limits ─────────────────────────────────────────────────────────────────────

    def in_order(self, passages: Iterable[Passage]) -> list[Passage]:
        """As the wish orders them."""
        order: dict[Order, Callable[[Passage], Any]] = {
            Order.GUIDE: lambda one: (self._asked(one), self._by_talk(one)),
            Order.TRANSCRIPT: self._by_talk,
            Order.ROLE: lambda one: (_role(one), self._by_talk(one)),
            Order.STRONG: lambda one: (not one.strong, not one.chosen, self._by_talk(one)),
        }
        return sorted(passages, key=order[self._wish.order])

    def _by_talk(self, passage: Passage) -> tuple[int, Span]:
        return self._session[passage.words.transcript], passage.words.span

    def _asked(self, passage: Passage) -> int:
        """The place of the question in the guide; what no question was open for comes last."""
        session = self._material.by_id[passage.words.transcript]
        turns = passage.words.turns
        at = turns[0] if turns else session.turn_near(passage.words.span.start)
        question = session.course.at(at)
        return (
            self._question.get(question, len(self._question)) if question else len(self._question)
        )


class Limits:
    """Keeps count of how much a theme has of each person, and of what was one too many."""

    def __init__(self, wish: ThemePackWish) -> None:
        self._wish = wish
        self._said: Counter[ParticipantId] = Counter()
        self.left_out: Counter[str] = Counter()

    def kept(self, passages: Iterable[Passage], *, shown: int = 0) -> Iterator[Passage]:
        """What there is room for: chosen quotes always, then strong ones, then the others."""
        ranked = sorted(passages, key=lambda one: (not one.chosen, not one.strong))
        for passage in ranked:
            why = None if passage.chosen else self._too_many(passage, shown)
            if why:
                self.left_out[why] += 1
                continue
            shown += 1
            self._said.update(passage.words.people)
            yield passage

    def _too_many(self, passage: Passage, shown: int) -> str | None:
        code, person = self._wish.per_code, self._wish.per_person
        if code and shown >= code:
            return _("above {n} a code").format(n=code)
        if person and any(self._said[one] >= person for one in passage.words.people):
            return _("above {n} a person").format(n=person)
        return None


def _inner(places: Iterable[Place]) -> set[Place]:
    """The places that lie within another of them."""
    found: set[Place] = set()
    reach: dict[TranscriptId, int] = {}
    for place in sorted(set(places), key=lambda one: (one[0], one[1].start, -one[1].end)):
        transcript, span = place
        if reach.get(transcript, -1) >= span.end:
            found.add(place)
        reach[transcript] = max(span.end, reach.get(transcript, -1))
    return found


def _role(passage: Passage) -> str:
    return next((voice.role for voice in passage.words.voices), "")
