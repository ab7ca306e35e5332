"""What tables of voices say of one speaker in one room, denominators included."""

from functools import cached_property

from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.tables.measures import of
from qualcoder_nhs.analysis.voices import (
    MODERATOR,
    UNKNOWN,
    Said,
    Speaker,
    first_on,
    follows,
    parts,
    said_by,
)
from qualcoder_nhs.domain.counts import ONE_VOICE
from qualcoder_nhs.domain.guide import Asked
from qualcoder_nhs.domain.ids import ParticipantId, QuestionId
from qualcoder_nhs.domain.tabled import Entry, Mark, Place
from qualcoder_nhs.i18n import _

NOTHING = Said()


class Room:
    """One session, or its part while a question was open, with who says how much there."""

    def __init__(self, material: Material, session: Session, question: QuestionId | None) -> None:
        self.material, self.session, self.question = material, session, question

    @cached_property
    def said(self) -> dict[Speaker, Said]:
        """What everybody said in this part."""
        return said_by(self.session, self.question)

    @cached_property
    def pairs(self) -> dict[tuple[Speaker, Speaker], tuple[int, ...]]:
        """Who speaks right after whom."""
        return follows(self.session, self.question)

    @cached_property
    def everybody(self) -> tuple[Speaker, ...]:
        """The participants in the order of their names, unknown voices, then the moderator."""
        heard = said_by(self.session)
        people = sorted(self.session.people, key=lambda one: _numbered(self.name(one)))
        return (*people, *(one for one in (UNKNOWN, MODERATOR) if one in heard))

    @cached_property
    def turns(self) -> int:
        """Turns of participants and unknown voices."""
        return len({at for who, one in self.said.items() if who != MODERATOR for at in one.turns})

    @cached_property
    def words(self) -> int:
        """Words of participants and unknown voices, each once."""
        return sum(
            turn.words
            for part in parts(self.session, self.question)
            for turn in self.session.turns[part.first - 1 : part.last]
            if turn.counts
        )

    def name(self, who: Speaker) -> str:
        """`P4`, or what somebody does who is no participant."""
        known = self.material.people.get(ParticipantId(who))
        return known.name if known else _(who)

    def there(self, who: Speaker) -> bool:
        """Whether somebody could have spoken in this part."""
        if who in (MODERATOR, UNKNOWN):
            return True
        spans = parts(self.session, self.question)
        return any(self.session.there(ParticipantId(who), one.first, one.last) for one in spans)

    def places(self, who: Speaker) -> tuple[Place, ...]:
        """The turns of somebody."""
        return tuple((self.session.id, turn) for turn in self.said.get(who, NOTHING).turns)

    def over(self, who: Speaker, words: int) -> int:
        """Over how many words somebody's are told: the moderator's over all in the room."""
        return self.words + words if who == MODERATOR else self.words

    def words_entry(self, who: Speaker) -> Entry:
        """Words of somebody; a word for it where there could be none."""
        if self.question is not None and (closed := self._closed(who)):
            return Entry(_(closed.value), mark=closed)
        found = self.said.get(who, NOTHING)
        if not found.words:
            return Entry(_(Mark.NOTHING.value), 0, Mark.NOTHING)
        total = self.over(who, found.words)
        mark = self._dominant(who, found.words)
        return Entry(of(found.words, total), found.words, mark, turns=self.places(who))

    def share_entry(self, who: Speaker) -> Entry:
        """The share of words, over half of them marked."""
        found = self.said.get(who, NOTHING)
        share = found.words / (self.over(who, found.words) or 1)
        mark = self._dominant(who, found.words)
        return Entry(f"{share:.0%}", share, mark, turns=self.places(who))

    def _dominant(self, who: Speaker, words: int) -> Mark:
        alone = len(self.session.people) < 2 or who in (MODERATOR, UNKNOWN)
        return Mark.ONE_VOICE if not alone and words > ONE_VOICE * self.words else Mark.NONE

    def _closed(self, who: Speaker) -> Mark:
        asked = self.session.course.asked(self.question) if self.question else Asked.ASKED
        if asked is Asked.NOT_ASKED:
            return Mark.NOT_ASKED
        if asked is Asked.UNKNOWN:
            return Mark.UNMARKED
        return Mark.NONE if self.there(who) else Mark.NOBODY


def talk_entries(room: Room, who: Speaker) -> tuple[Entry, ...]:
    """Turns, words, share, words a turn, questions spoken on, questions begun."""
    found, places = room.said.get(who, NOTHING), room.places(who)
    turns = len(found.turns)
    total = room.turns + turns if who == MODERATOR else room.turns
    mean = found.words / turns if turns else 0.0
    return (
        Entry(of(turns, total), turns, turns=places),
        room.words_entry(who) if room.question is None or room.there(who) else Entry("–"),
        room.share_entry(who),
        Entry(f"{mean:.0f}", mean, turns=places),
        *_on_questions(room, who),
    )


def _on_questions(room: Room, who: Speaker) -> tuple[Entry, Entry]:
    """Of the questions that were asked while somebody was there."""
    if who in (MODERATOR, UNKNOWN):
        return Entry("–"), Entry("–")
    session = room.session
    asked = [Room(room.material, session, one.id) for one in room.material.questions]
    there = [one for one in asked if any(parts(session, one.question)) and one.there(who)]
    if not there:
        return Entry(_(Mark.UNMARKED.value), mark=Mark.UNMARKED), Entry("–")
    spoke = [one for one in there if who in one.said]
    begun = [turn for one in there if one.question and (turn := first_on(session, one.question))]
    own = [turn for turn in begun if who in turn.people]
    return (
        Entry(of(len(spoke), len(there)), len(spoke), turns=room.places(who)),
        Entry(
            of(len(own), len(there)),
            len(own),
            turns=tuple((session.id, turn.index) for turn in own),
        ),
    )


def first_entry(material: Material, session: Session, question: QuestionId) -> Entry:
    """Who speaks first on a question: `P1, t.74`."""
    asked = session.course.asked(question)
    if asked is not Asked.ASKED:
        mark = Mark.NOT_ASKED if asked is Asked.NOT_ASKED else Mark.UNMARKED
        return Entry(_(mark.value), mark=mark)
    turn = first_on(session, question)
    if turn is None:
        return Entry(_(Mark.NOTHING.value), mark=Mark.NOTHING)
    names = " and ".join(material.people[one].name for one in turn.people)
    return Entry(f"{names}, t.{turn.index}", turns=((session.id, turn.index),))


def next_entry(room: Room, who: Speaker, name: str) -> Entry:
    """How often somebody of this name speaks right after somebody."""
    found = room.pairs
    total = sum(len(turns) for (before, _next), turns in found.items() if before == who)
    other = next((one for one in room.everybody if room.name(one) == name), None)
    if other is None or other == who:
        return Entry("–")
    turns = found.get((who, other), ())
    places = tuple((room.session.id, turn) for turn in turns)
    mark = Mark.NONE if turns else Mark.NOTHING
    return Entry(of(len(turns), total), len(turns), mark, turns=places)


def _numbered(name: str) -> tuple[int, str]:
    """P2 before P10."""
    return len(name), name
