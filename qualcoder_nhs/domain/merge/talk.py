"""What is known of the talk in transcripts that come in: who was there when, what was asked."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.attributes import Presence
from qualcoder_nhs.domain.guide import Asking
from qualcoder_nhs.domain.ids import ParticipantId, QuestionId, TranscriptId
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, There
from qualcoder_nhs.domain.people import Speaker
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class Talk:
    """Presences and marks of questions as they come in; `left` says why others do not."""

    presences: tuple[Presence, ...] = ()
    askings: tuple[Asking, ...] = ()
    left: tuple[MergeRow, ...] = ()


def questions_here(here: Here, there: There) -> dict[QuestionId, QuestionId]:
    """The question here of each in the file: the same id, or the same name and words."""
    known = {one.id for one in here.beside.questions}
    worded = {(one.name, one.text): one.id for one in here.beside.questions}
    found: dict[QuestionId, QuestionId] = {}
    for one in there.beside.questions:
        same = one.id if one.id in known else worded.get((one.name, one.text))
        if same is not None:
            found[one.id] = same
    return found


def talk_of(
    here: Here,
    there: There,
    texts: Mapping[TranscriptId, Transcript],
    speakers: tuple[Speaker, ...],
    person: Callable[[ParticipantId], ParticipantId | None],
) -> Talk:
    """Of these newcomers; `person` says who somebody of the file is here, None for nobody."""
    coming = _Coming(here, there, texts)
    for presence in there.beside.presences:
        if presence.transcript in texts:
            coming.attend(presence, person(presence.participant), speakers)
    for asking in there.beside.askings:
        if asking.transcript in texts:
            coming.ask(asking)
    presences, askings = coming.presences.values(), coming.askings.values()
    return Talk(tuple(presences), tuple(askings), tuple(dict.fromkeys(coming.left)))


class _Coming:
    """The talk of the newcomers while it is gone through; each place is taken once."""

    def __init__(self, here: Here, there: There, texts: Mapping[TranscriptId, Transcript]) -> None:
        self.presences: dict[tuple[TranscriptId, ParticipantId], Presence] = {}
        self.askings: dict[tuple[TranscriptId, int | QuestionId], Asking] = {}
        self.left: list[MergeRow] = []
        self._texts, self._taken = texts, frozenset(here.beside.ids)
        self._people = there.people
        self._questions = questions_here(here, there)
        self._names = {one.id: one.name for one in there.beside.questions}
        self._asked = {
            (one.transcript, one.question) for one in there.beside.askings if one.turn is not None
        }

    def attend(
        self, one: Presence, who: ParticipantId | None, speakers: tuple[Speaker, ...]
    ) -> None:
        """Take a presence in, or say why not."""
        text = self._texts[one.transcript]
        if who is None:
            why = _("the participant is not in the file")
        elif one.id in self._taken or (text.id, who) in self.presences:
            why = _("there is one already")
        else:
            new = replace(one, participant=who)
            why = next(_why_not_there(new, text, speakers), "")
            if not why:
                self.presences[text.id, who] = new
        if why:
            known = self._people.get(one.participant)
            name = known.name if known else one.participant[:40]
            what = _("when {who} was there in “{name}”").format(who=name, name=text.name)
            self.left.append(MergeRow(what, why))

    def ask(self, one: Asking) -> None:
        """Take the mark of a question in, or say why not."""
        text = self._texts[one.transcript]
        question = None if one.question is None else self._questions.get(one.question)
        place = (text.id, one.turn if one.turn is not None else question or QuestionId(""))
        why = self._why_not_asked(one, question, text)
        if not why and (one.id in self._taken or place in self.askings):
            why = _("there is one already")
        if not why:
            self.askings[place] = replace(one, question=question)
            return
        name = self._names.get(one.question, one.question[:40]) if one.question else "–"
        what = _("the mark of question “{question}” in “{name}”")
        self.left.append(MergeRow(what.format(question=name, name=text.name), why))

    def _why_not_asked(self, one: Asking, question: QuestionId | None, text: Transcript) -> str:
        if one.question is not None and question is None:
            return _("the guide here has no question with its id, or its name and words")
        if one.turn is None and question is None:
            return _("it marks nothing")
        if one.turn is None and (one.transcript, one.question) in self._asked:
            return _("it is marked at a turn, too")
        return "" if _is_turn(one.turn, text) else _no_turn(text)


def _why_not_there(one: Presence, text: Transcript, speakers: tuple[Speaker, ...]) -> Iterator[str]:
    if not (_is_turn(one.first, text) and _is_turn(one.last, text)):
        yield _no_turn(text)
    elif one.first is not None and one.last is not None and one.last < one.first:
        yield _("it ends before it begins")
    own = {
        speaker.label
        for speaker in speakers
        if speaker.transcript == text.id and one.participant in speaker.participants
    }
    for turn in text.turns:
        if turn.label in own and not one.during(turn.index, turn.index):
            yield _("heard in turn {n} all the same").format(n=turn.index)


def _is_turn(turn: int | None, text: Transcript) -> bool:
    return turn is None or 1 <= turn <= len(text.turns)


def _no_turn(text: Transcript) -> str:
    return _("it names a turn of {n} that is not there").format(n=len(text.turns))
