"""Linking turns: one answers an earlier one of the same transcript."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.layers import Layers
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.errors import ModeratorAnswers, NoSuch, NoSuchTurn, NotEarlier
from qualcoder_nhs.domain.ids import LinkId, TranscriptId, new_id
from qualcoder_nhs.domain.interaction import at_odds
from qualcoder_nhs.domain.links import Link, LinkKind, alike
from qualcoder_nhs.domain.people import MODERATING, Function
from qualcoder_nhs.i18n import N_, _


@dataclass(frozen=True)
class Linked:
    """Which link says it now, and whether it was said anew.

    `at_odds` are the kinds of other links of the coder between the same turns that the codebook
    says exclude it: it stands all the same, for the coder to think about.
    """

    link: LinkId
    new: bool = True
    at_odds: tuple[LinkKind, ...] = ()


@dataclass(frozen=True)
class LinkTurns:
    """Say that a turn answers an earlier one, and how.

    The turn is a participant's, or an unknown voice's; it may answer whoever moderates.
    """

    transcript: TranscriptId
    turn: int
    target: int
    kind: LinkKind
    layer: str = OPEN
    label: ClassVar[str] = N_("Link {}")

    def apply(self, write: Writer) -> Linked:
        """Link them; what the coder has said there already is not said twice.

        Raises:
            NoSuchTurn: when the transcript has no such turn.
            NotEarlier: when the turn answered was not said before.
            ModeratorAnswers: when the turn is of whoever moderates.
            NoSuch: when the transcript is gone, or there is no such layer.
            Refusal: as the layer says.
        """
        layers = Layers(write)
        layers.refuse_unknown(self.layer)
        link = Link(
            LinkId(new_id()),
            self.transcript,
            self.turn,
            self.target,
            self.kind,
            write.coder,
            self.layer,
            write.now,
        )
        Turns(write).refuse_no_pair(link)
        layers.refuse_link(link)
        write.detail(_words(write, link))
        return _place(write, link)


@dataclass(frozen=True)
class ChangeLink:
    """Give a link another kind, another turn that is answered, or both."""

    link: LinkId
    kind: LinkKind | None = None
    target: int | None = None
    label: ClassVar[str] = N_("Change link {}")

    def apply(self, write: Writer) -> Linked:
        """Change it; where the coder says the same already, the two become one.

        Raises:
            NoSuch: when it is gone.
            Refusal: as for a new link.
        """
        [old] = changeable_links(write, [self.link])
        changed = replace(old, kind=self.kind or old.kind, target=self.target or old.target)
        Turns(write).refuse_no_pair(changed)
        write.detail(_words(write, changed))
        return _place(write, changed, old)


@dataclass(frozen=True)
class Unlink:
    """Take links away."""

    links: tuple[LinkId, ...]
    label: ClassVar[str] = N_("Remove link {}")

    def apply(self, write: Writer) -> None:
        """Remove them.

        Raises:
            NoSuch: when one is gone already.
            Refusal: as its layer says.
        """
        found = changeable_links(write, self.links)
        write.detail("; ".join(_words(write, link) for link in found))
        write.remove(*found)


def changeable_links(write: Writer, wanted: Iterable[LinkId]) -> list[Link]:
    """Links that whoever acts may change, each once.

    Raises:
        NoSuch: when one is gone, or somebody else's in a blind round.
        Refusal: as the layer of one says.
    """
    seen, layers = write.seen, Layers(write)
    found = [seen.link(link) for link in dict.fromkeys(wanted)]
    for one in found:
        layers.refuse_change(one.layer, one.coder, one.transcript)
    return found


class Turns:
    """The turns of a study's transcripts and who speaks in them, looked up once."""

    def __init__(self, write: Writer) -> None:
        self._write = write
        self._names = write.read.transcript_names()
        self._known: dict[TranscriptId, dict[int, Function]] = {}

    def refuse_no_pair(self, link: Link) -> None:
        """A participant's turn answers an earlier turn of the same transcript.

        Raises:
            NoSuch, NoSuchTurn, NotEarlier, ModeratorAnswers: when it does not.
        """
        if link.transcript not in self._names:
            raise NoSuch(kind="transcript", name=link.transcript)
        turns = self._of(link.transcript)
        for turn in (link.turn, link.target):
            if turn not in turns:
                raise NoSuchTurn(name=self._names[link.transcript], turn=turn, turns=len(turns))
        if link.target >= link.turn:
            raise NotEarlier(turn=link.turn, target=link.target)
        if turns[link.turn] in MODERATING:
            raise ModeratorAnswers(turn=link.turn)

    def _of(self, transcript: TranscriptId) -> dict[int, Function]:
        """What the speaker of each turn did in the session, by its number."""
        if transcript not in self._known:
            read = self._write.read
            cast = {one.label: one.function for one in read.speakers(transcript)}
            self._known[transcript] = {
                turn.index: cast.get(turn.label, Function.UNKNOWN)
                for turn in read.turns(transcript)
            }
        return self._known[transcript]


def _place(write: Writer, link: Link, old: Link | None = None) -> Linked:
    """Put a link in, or `old` in its new shape; the coder says the same thing once."""
    beside = [one for one in _between(write, link) if one.id != link.id]
    twin = next((one for one in beside if alike(one, link)), None)
    excluded = at_odds(write.read.codebook(), link.kind)
    odds = tuple(dict.fromkeys(one.kind for one in beside if one.kind in excluded))
    if twin is not None:
        if old is not None:
            write.remove(old)
        return Linked(twin.id, new=False, at_odds=odds)
    if old is None:
        write.add(link)
    else:
        write.change(old, link)
    return Linked(link.id, at_odds=odds)


def _between(write: Writer, link: Link) -> list[Link]:
    """The coder's own links of the same layer between the same turns."""
    found = write.read.links(link.transcript, link.coder, link.layer)
    return [one for one in found if (one.turn, one.target) == (link.turn, link.target)]


def _words(write: Writer, link: Link) -> str:
    name = write.read.transcript_names()[link.transcript]
    words = _("{transcript} t.{turn} to t.{target}: {kind}")
    return words.format(transcript=name, turn=link.turn, target=link.target, kind=link.kind.words)
