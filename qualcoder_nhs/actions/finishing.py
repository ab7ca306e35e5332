"""Saying that one is done with a transcript, in a round or outside, and taking it back."""

from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.errors import Frozen, NoSuch, NotFinished, NotInRound
from qualcoder_nhs.domain.ids import FinishId, TranscriptId, new_id
from qualcoder_nhs.domain.rounds import Finish
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class FinishTranscript:
    """Say that one is done with a transcript, in a round or in the open layer.

    Only what is finished enters a comparison; finished without a coding is coded with nothing.
    """

    transcript: TranscriptId
    layer: str = OPEN
    label: ClassVar[str] = N_("Finish {}")

    def apply(self, write: Writer) -> None:
        """Say it; saying it twice changes nothing.

        Raises:
            NotInRound: when the coder or the transcript has no part in the round.
            NoSuch: when the transcript or the layer is gone.
        """
        names = write.read.transcript_names()
        if self.transcript not in names:
            raise NoSuch(kind="transcript", name=self.transcript)
        layer = _refuse_no_part(write, self.layer, self.transcript, names[self.transcript])
        if _finish(write, self.layer, self.transcript) is None:
            finish = FinishId(new_id())
            write.add(Finish(finish, self.layer, write.coder, self.transcript, write.now))
        write.detail(f"{names[self.transcript]}, {layer}")


@dataclass(frozen=True)
class ReopenTranscript:
    """Take back that one is done with a transcript, to go on with it."""

    transcript: TranscriptId
    layer: str = OPEN
    label: ClassVar[str] = N_("Reopen {}")

    def apply(self, write: Writer) -> None:
        """Take it back.

        Raises:
            NotFinished: when it was never said.
            Frozen: when the round has ended.
        """
        finish = _finish(write, self.layer, self.transcript)
        name = write.read.transcript_names().get(self.transcript, self.transcript)
        if finish is None:
            raise NotFinished(name=name)
        for one in write.read.rounds():
            if one.layer == self.layer and one.frozen:
                raise Frozen(round=one.name)
        write.remove(finish)
        write.detail(f"{name}, {write.read.layer_names()[self.layer]}")


def _finish(write: Writer, layer: str, transcript: TranscriptId) -> Finish | None:
    said = (one for one in write.read.finishes(layer) if one.coder == write.coder)
    return next((one for one in said if one.transcript == transcript), None)


def _refuse_no_part(write: Writer, layer: str, transcript: TranscriptId, name: str) -> str:
    """What the layer is called, in which both the coder and the transcript have a part."""
    if layer == OPEN:
        return OPEN
    one = next((one for one in write.read.rounds() if one.layer == layer), None)
    if one is None:
        raise NoSuch(kind="round", name=layer)
    if write.coder not in one.coders:
        raise NotInRound(name=write.read.coder(write.coder).name, round=one.name)
    if one.portion(transcript) is None:
        raise NotInRound(name=name, round=one.name)
    return one.name
