"""Who is compared where: the layer, the coders, the transcripts, and who has read which of them."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from qualcoder_nhs.analysis.agreement.material import Excluded
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.coding import OPEN, SETTLED, Coding
from qualcoder_nhs.domain.errors import (
    NoSuch,
    NotIndependent,
    NotInRound,
    StillApart,
    TooFewCoders,
)
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class Scope:
    """A layer with the coders and transcripts in it that are compared.

    `called` is the layer in words. `version` is the codebook it was coded by, where a round froze
    one; `version_number` the one that holds, today's where that is frozen, too.
    """

    layer: str
    called: str
    round: Round | None
    coders: tuple[Coder, ...]
    transcripts: tuple[TranscriptId, ...]
    version: CodebookVersion | None
    version_number: int | None

    def turns(self, transcript: TranscriptId) -> frozenset[int] | None:
        """The turns that were drawn for the round; None where all of them are coded."""
        portion = self.round.portion(transcript) if self.round else None
        return None if portion is None or portion.turns is None else frozenset(portion.turns)


def scope_of(
    read: Reader, words: str | None, coders: Sequence[str], transcripts: Sequence[str]
) -> Scope:
    """The scope that the names mean; none named means all that are in the round or layer.

    Raises:
        NoSuch, NotInRound, StillApart, NotIndependent, TooFewCoders: as the names are.
    """
    one, layer = _layer(read, words)
    called = read.layer_names().get(layer, layer)
    who = _coders(read, one, layer, coders)
    if len(who) < 2:
        raise TooFewCoders(layer=called)
    what = _transcripts(read, one, transcripts)
    version = read.version(one.version) if one else None
    number = version.number if version else _frozen_today(read)
    return Scope(layer, called, one, who, what, version, number)


def other_layers(read: Reader, scope: Scope) -> tuple[Scope, ...]:
    """The same coders and transcripts in every other layer that may be compared."""
    rounds = {one.layer: one for one in read.rounds()}
    return tuple(
        _within(read, scope, layer, called, rounds.get(layer))
        for layer, called in read.layer_names().items()
        if layer not in (scope.layer, SETTLED) and not (layer in rounds and rounds[layer].veiled)
    )


def _within(read: Reader, scope: Scope, layer: str, called: str, one: Round | None) -> Scope:
    if one is None:
        return Scope(layer, called, None, scope.coders, scope.transcripts, None, None)
    coders = tuple(coder for coder in scope.coders if coder.id in one.coders)
    both = tuple(each for each in scope.transcripts if one.portion(each))
    version = read.version(one.version)
    return Scope(layer, called, one, coders, both, version, version.number)


def _layer(read: Reader, words: str | None) -> tuple[Round | None, str]:
    one = next((one for one in read.rounds() if words in (one.id, one.name)), None)
    if one is not None:
        if one.veiled:
            raise StillApart(round=one.name)
        return one, one.layer
    layer = OPEN if words is None else _named_layer(read, words)
    if layer == SETTLED:
        raise NotIndependent(layer=layer)
    return None, layer


def _named_layer(read: Reader, words: str) -> str:
    try:
        return read.layer_called(words)
    except NoSuch:
        raise NoSuch(kind=_("round"), name=words) from None


def _coders(read: Reader, one: Round | None, layer: str, names: Sequence[str]) -> tuple[Coder, ...]:
    known = {coder.id: coder for coder in read.coders()}
    part = one.coders if one else known
    if not names:
        shown = part if one else _active(read, layer)
        return tuple(known[coder] for coder in part if coder in shown)
    found = tuple(dict.fromkeys(read.coder(name).id for name in names))
    for coder in found:
        if one and coder not in part:
            raise NotInRound(name=known[coder].name, round=one.name)
    return tuple(known[coder] for coder in found)


def _active(read: Reader, layer: str) -> set[CoderId]:
    """Who has coded or finished anything in a layer."""
    coded = {coder for coder, _transcript in read.coded_in(layer)}
    return coded | {said.coder for said in read.finishes(layer)}


def _transcripts(read: Reader, one: Round | None, names: Sequence[str]) -> tuple[TranscriptId, ...]:
    known = read.transcript_names()
    part: Collection[TranscriptId] = (
        [portion.transcript for portion in one.portions] if one else list(known)
    )
    if not names:
        return tuple(part)
    found = tuple(dict.fromkeys(map(read.transcript_called, names)))
    for transcript in found:
        if one and transcript not in part:
            raise NotInRound(name=known[transcript], round=one.name)
    return found


def _frozen_today(read: Reader) -> int | None:
    versions = read.versions()
    holds = bool(versions) and versions[-1].still_holds(read.codebook())
    return versions[-1].number if holds else None


class Reading:
    """Who has read what: those who said that it is finished; or who has a coding in it."""

    def __init__(
        self, read: Reader, scope: Scope, codings: Iterable[Coding], *, everything: bool
    ) -> None:
        self._coders = scope.coders
        self._everything = everything
        self._coded = {(coding.coder, coding.transcript) for coding in codings}
        said = {(one.coder, one.transcript) for one in read.finishes(scope.layer)}
        self._done = self._coded if everything else said

    def has(self, coder: Coder, transcript: TranscriptId) -> bool:
        """Whether the coder counts as having read the transcript."""
        return (coder.id, transcript) in self._done

    def missing(self, transcripts: Iterable[Transcript]) -> Iterator[Excluded]:
        """Every coder and transcript that stays out, and why."""
        for one in transcripts:
            for coder in self._coders:
                if not self.has(coder, one.id):
                    yield Excluded(f"{coder.name}, {one.name}", self._why(coder, one))

    def _why(self, coder: Coder, one: Transcript) -> str:
        if self._everything:
            return _("no coding there, so it is taken as not read")
        if (coder.id, one.id) in self._coded:
            return _("in progress, not said to be finished")
        return _("not started, not said to be finished")
