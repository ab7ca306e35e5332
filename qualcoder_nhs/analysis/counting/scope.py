"""Scope: which part of the talk is looked at, who could have spoken in it, and who did."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cached_property
from operator import attrgetter

from qualcoder_nhs.analysis.counting.hit import Hit
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.counting.session import Voice
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.guide import Asked, Stretch
from qualcoder_nhs.domain.ids import GroupId, ParticipantId, QuestionId, TranscriptId
from qualcoder_nhs.domain.people import Participant
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.domain.tabled import Place
from qualcoder_nhs.domain.voices import loudest_of

Keep = Callable[[Participant], bool]
_START = attrgetter("span.start")


class Scope:
    """A part of a study: some sessions, one question or all talk, some people or everybody.

    Of a question, only sessions in which it was asked belong to it: where it was not, or where
    nobody has marked it yet, nobody could have answered.
    """

    def __init__(
        self,
        material: Material,
        sessions: Collection[TranscriptId] | None = None,
        question: QuestionId | None = None,
        keep: Keep | None = None,
    ) -> None:
        """Of all sessions, all talk and everybody, but for what is named."""
        self._material, self.question, self._keep = material, question, keep
        wanted = [one for one in material.sessions if sessions is None or one.id in sessions]
        self.sessions = tuple(one for one in wanted if self._asked(one) is Asked.ASKED)
        self.not_asked = tuple(one for one in wanted if self._asked(one) is Asked.NOT_ASKED)
        self.unmarked = tuple(one for one in wanted if self._asked(one) is Asked.UNKNOWN)
        self._speakers: dict[Voice, frozenset[ParticipantId]] = {}

    def _asked(self, session: Session) -> Asked:
        return Asked.ASKED if self.question is None else session.course.asked(self.question)

    def stretches(self, session: Session) -> Iterator[Stretch]:
        """The turns of a session that belong to the scope."""
        if self.question is not None:
            yield from session.course.of(self.question)
        elif session.turns:
            yield Stretch(None, session.turns[0].index, session.turns[-1].index)

    # ── who could have spoken ────────────────────────────────────────────────────────────────

    @cached_property
    def present(self) -> dict[TranscriptId, frozenset[ParticipantId]]:
        """Who of those looked at was in the room, by session."""
        return {one.id: frozenset(self._present(one)) for one in self.sessions}

    def _present(self, session: Session) -> Iterator[ParticipantId]:
        parts = list(self.stretches(session))
        for person in session.people:
            known = self._material.people[person]
            if self._keep is not None and not self._keep(known):
                continue
            if any(session.there(person, part.first, part.last) for part in parts):
                yield person

    @cached_property
    def participants(self) -> frozenset[ParticipantId]:
        """Everybody in the rooms."""
        return self._people(survey=False)

    @cached_property
    def respondents(self) -> frozenset[ParticipantId]:
        """Everybody who answered the survey."""
        return self._people(survey=True)

    def _people(self, *, survey: bool) -> frozenset[ParticipantId]:
        rooms = (self.present[one.id] for one in self.sessions if one.survey is survey)
        return frozenset().union(*rooms)

    @cached_property
    def groups(self) -> frozenset[GroupId]:
        """The groups in which anybody looked at was there."""
        rooms = (one for one in self.sessions if not one.survey and self.present[one.id])
        return frozenset(one.group.id for one in rooms)

    # ── what they said ───────────────────────────────────────────────────────────────────────

    def holds(self, hit: Hit) -> bool:
        """Whether a hit lies in this part of the talk and, where it has a speaker, is by them.

        Events belong to the group, so they are left out where only some people are looked at.
        """
        there = self.present.get(hit.session.id)
        if there is None or (self.question is not None and hit.question != self.question):
            return False
        if self._keep is None:
            return True
        return hit.turn is not None and not there.isdisjoint(hit.turn.people)

    def _speaking(self, voice: Voice) -> frozenset[ParticipantId]:
        if voice not in self._speakers:
            session, people = voice
            self._speakers[voice] = self.present[session] & frozenset(people)
        return self._speakers[voice]

    def count(self, found: Iterable[Hit]) -> Count:
        """How widely these say it, those outside the scope left out.

        A turn that several codings touch counts once, and so do its words.
        """
        return self.count_held([hit for hit in found if self.holds(hit)])

    def count_held(self, held: Collection[Hit]) -> Count:
        """The same of hits that are known to lie in the scope."""
        turns = {hit.unit: hit.voice for hit in held if hit.turn is not None}
        voices = Counter(turns.values())  # what a turn is a part of has the same speakers
        people = frozenset[ParticipantId]().union(*map(self._speaking, voices))
        loudest, as_loud, share = self._loudest(voices)
        rooms = {hit.session.id: hit.session for hit in held}
        return Count(
            groups=frozenset(room.group.id for room in rooms.values() if not room.survey),
            groups_of=len(self.groups),
            participants=people & self.participants,
            participants_of=len(self.participants),
            respondents=people & self.respondents,
            respondents_of=len(self.respondents),
            turns=len(turns),
            events=len({hit.place for hit in held if hit.turn is None}),
            words=_words(held),
            excerpts=len({hit.coding.id for hit in held}),
            loudest=loudest,
            as_loud=as_loud,
            share=share,
        )

    def _loudest(
        self, voices: Counter[Voice]
    ) -> tuple[ParticipantId | None, frozenset[ParticipantId], float]:
        """Who holds most of the turns, who else holds as many, and what share."""
        held: Counter[ParticipantId] = Counter()
        for voice, turns in voices.items():
            held.update(dict.fromkeys(self._speaking(voice), turns))
        most, others = loudest_of(held)
        return most, others, held[most] / voices.total() if most else 0.0

    def talk(self, people: Collection[ParticipantId] | None = None) -> int:
        """How many words these people, or all looked at, said in this part of the talk."""
        wanted = None if people is None else frozenset(people)
        return sum(
            turn.words
            for session in self.sessions
            for part in self.stretches(session)
            for turn in session.turns[part.first - 1 : part.last]
            if turn.counts and (heard := self._speaking((session.id, turn.people)))
            if wanted is None or not wanted.isdisjoint(heard)
        )


def _words(held: Iterable[Hit]) -> int:
    """Words said in all that is touched, each once."""
    apart: dict[Place, list[Hit]] = defaultdict(list)
    for hit in held:
        if hit.words:
            apart[hit.place].append(hit)
    several = (found for found in apart.values() if len(found) > 1)
    alone = sum([found[0].words for found in apart.values() if len(found) == 1])
    return alone + sum(map(_words_of, several))


def _words_of(found: list[Hit]) -> int:
    """What stands alone was counted already; what overlaps or abuts is counted as one."""
    total, text = 0, found[0].session.text
    found.sort(key=_START)
    whole, words = found[0].span, found[0].words
    for hit in found[1:]:
        span = hit.span
        if span.start > whole.end:
            total += words
            whole, words = span, hit.words
        elif span.end > whole.end:
            whole = whole.hull(span)
            words = count_words(text, whole)
    return total + words
