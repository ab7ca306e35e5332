"""What may change in which layer: the open one is free, a round's is for its own coders."""

from collections.abc import Collection, Iterable

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.coding import OPEN, SETTLED, Coding
from qualcoder_nhs.domain.errors import (
    AlreadyFinished,
    Frozen,
    NoSuch,
    NotInRound,
    NotYours,
    NotYoursToSettle,
    OutsideSample,
    SettledByDecision,
)
from qualcoder_nhs.domain.ids import CoderId, CodingId, TranscriptId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.people import CoderRole
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.span import Span


class Layers:
    """The layers of a study, looked up once, and what may be done in them by whoever acts."""

    def __init__(self, write: Writer) -> None:
        self._write = write
        self._rounds = {one.layer: one for one in write.read.rounds()}
        self._finished = {
            (one.layer, one.coder, one.transcript)
            for one in (write.read.finishes() if self._rounds else ())
        }

    def refuse_change(
        self, layer: str, coder: CoderId, transcript: TranscriptId, *, for_others: bool = False
    ) -> None:
        """A coding or link of this coder may come, change or go in this layer of the transcript.

        `for_others` lets the lead bring in what others made.

        Raises:
            Frozen: when the round has ended.
            NotInRound: when the coder or the transcript has no part in it.
            NotYours: when it is somebody else's.
            AlreadyFinished: when the coder said that the transcript is done.
        """
        one = self._rounds.get(layer)
        if one is None:
            return
        if one.frozen:
            raise Frozen(round=one.name)
        self._refuse_stranger(one, coder, transcript)
        if coder != self._write.coder and not (for_others and lead(self._write) is None):
            raise NotYours(round=one.name)
        if (layer, coder, transcript) in self._finished:
            name = self._write.read.transcript_names()[transcript]
            raise AlreadyFinished(name=name, round=one.name)

    def refuse_unknown(self, layer: str) -> None:
        """Codings are made in a layer that there is.

        Raises:
            NoSuch: when there is none.
        """
        known = (OPEN, SETTLED, *self._rounds)
        if layer not in known and layer not in self._write.read.layer_names():
            raise NoSuch(kind="layer", name=layer)

    def refuse_passage(self, coding: Coding, *, for_others: bool = False) -> None:
        """A coding may come to stand where it says.

        Raises:
            SettledByDecision: when it is to be settled by hand.
            OutsideSample: when it touches none of the turns that were drawn.
            Refusal: as for any change.
        """
        if coding.layer == SETTLED:
            raise SettledByDecision
        self.refuse_change(coding.layer, coding.coder, coding.transcript, for_others=for_others)
        self._refuse_undrawn(coding.layer, coding.transcript, coding.span)

    def refuse_link(self, link: Link, *, for_others: bool = False) -> None:
        """A link may come to stand on the turn that answers.

        Raises:
            OutsideSample: when that turn was not drawn.
            Refusal: as for any change.
        """
        self.refuse_change(link.layer, link.coder, link.transcript, for_others=for_others)
        one = self._rounds.get(link.layer)
        portion = one.portion(link.transcript) if one else None
        if one and portion and portion.turns is not None and link.turn not in portion.turns:
            name = self._write.read.transcript_names()[link.transcript]
            raise OutsideSample(name=name, round=one.name)

    def refuse_newcomer(self, layer: str, name: str) -> None:
        """Somebody the study does not know yet has no part in any round.

        Raises:
            NotInRound: when the layer is a round.
        """
        if layer in self._rounds:
            raise NotInRound(name=name, round=self._rounds[layer].name)

    def _refuse_stranger(self, one: Round, coder: CoderId, transcript: TranscriptId) -> None:
        if coder not in one.coders:
            raise NotInRound(name=self._write.read.coder(coder).name, round=one.name)
        if one.portion(transcript) is None:
            name = self._write.read.transcript_names()[transcript]
            raise NotInRound(name=name, round=one.name)

    def _refuse_undrawn(self, layer: str, transcript: TranscriptId, span: Span) -> None:
        one = self._rounds.get(layer)
        portion = one.portion(transcript) if one else None
        if one is None or portion is None or portion.turns is None:
            return
        drawn = set(portion.turns)
        turns = self._write.read.turns(transcript)
        if not any(turn.index in drawn and turn.words.overlaps(span) for turn in turns):
            name = self._write.read.transcript_names()[transcript]
            raise OutsideSample(name=name, round=one.name)

    @property
    def frozen(self) -> frozenset[str]:
        """The layers that stay as they are."""
        return frozenset(one.layer for one in self._rounds.values() if one.frozen)

    def covering(self, transcript: TranscriptId) -> Round | None:
        """A round that the transcript has a part in."""
        return next((one for one in self._rounds.values() if one.portion(transcript)), None)


def changeable(write: Writer, wanted: Iterable[CodingId]) -> list[Coding]:
    """Codings that whoever acts may change, each once; what is settled comes and goes otherwise.

    Raises:
        NoSuch: when one is gone, or somebody else's in a blind round.
        SettledByDecision: when one is settled.
        Refusal: as the layer of one says.
    """
    found = flaggable(write, wanted)
    if any(one.layer == SETTLED for one in found):
        raise SettledByDecision
    return found


def flaggable(write: Writer, wanted: Iterable[CodingId]) -> list[Coding]:
    """The same where code and passage stay: what is settled may be flagged.

    Raises:
        NoSuch: when one is gone, or somebody else's in a blind round.
        Refusal: as the layer of one says.
    """
    seen, layers = write.seen, Layers(write)
    found = [seen.coding(coding) for coding in dict.fromkeys(wanted)]
    for one in found:
        layers.refuse_change(one.layer, one.coder, one.transcript)
    return found


def refuse_settling(write: Writer, rounds: Collection[Round]) -> None:
    """The coders of a round settle what they differ on, and so does whoever leads the study.

    Of several rounds, having coded in one is enough.

    Raises:
        NotYoursToSettle: when whoever acts is neither.
    """
    who = lead(write)
    if who is not None and not any(write.coder in one.coders for one in rounds):
        raise NotYoursToSettle(round=" / ".join(one.name for one in rounds), lead=who)


def lead(write: Writer) -> str | None:
    """The name of who leads the study, None where that is whoever acts."""
    leads = [coder for coder in write.read.coders() if coder.role is CoderRole.LEAD]
    if any(coder.id == write.coder for coder in leads):
        return None
    return " / ".join(coder.name for coder in leads)
