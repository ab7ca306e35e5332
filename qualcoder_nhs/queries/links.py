"""The links between turns with the words of both, and what is missing beside them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from qualcoder_nhs.analysis.link_suggestions import Suggesting
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.dialogue import LinkLine
from qualcoder_nhs.domain.excerpts import Said, Voice
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.interaction import interaction_codes, kinds_for
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.domain.suggested_links import SuggestedLink
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.queries.voices import all_voices
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class LinkFilter:
    """Which links are wanted; None means any."""

    transcript: TranscriptId | None = None
    coder: CoderId | None = None
    layer: str | None = None
    kind: LinkKind | None = None


@dataclass(frozen=True)
class Unlinked:
    """An interaction code that stands on a turn from which the coder links nothing like it."""

    coding: Coding
    code: str
    transcript: str
    coder: str
    layer: str
    turn: Said


@dataclass(frozen=True)
class SuggestedLine:
    """A suggestion with the words of both turns."""

    suggested: SuggestedLink
    transcript_id: TranscriptId
    transcript: str
    answer: Said
    answered: Said


class Talk:
    """Turns with their voices and words, by transcript."""

    def __init__(self, read: Reader) -> None:
        self._voices = all_voices(read)
        self.transcripts: Mapping[TranscriptId, Transcript] = {
            one.id: one for one in read.transcripts()
        }

    def said(self, transcript: TranscriptId, index: int) -> Said:
        """A turn's words."""
        one = self.transcripts[transcript]
        turn = one.turns[index - 1]
        words = " ".join(turn.words.of(one.text).split())
        return Said(turn.index, self.voices(transcript).get(turn.label), turn.words, words)

    def voices(self, transcript: TranscriptId) -> Mapping[str, Voice]:
        """Who speaks in a transcript, by label."""
        return self._voices.get(transcript, {})


def link_list(read: Reader, wanted: LinkFilter | None = None) -> list[LinkLine]:
    """The links that fit, in the order of the transcripts, then of turns; of all layers or one."""
    wish = wanted or LinkFilter()
    talk, coders = Talk(read), {one.id: one.name for one in read.coders()}
    called = read.layer_names()
    return [
        LinkLine(
            link,
            talk.transcripts[link.transcript].name,
            coders.get(link.coder, link.coder),
            called.get(link.layer, link.layer),
            talk.said(link.transcript, link.turn),
            talk.said(link.transcript, link.target),
        )
        for link in _in_order(talk, links_wanted(read, wish))
    ]


def links_wanted(read: Reader, wanted: LinkFilter) -> list[Link]:
    """The links that fit a filter."""
    found = read.links(wanted.transcript, wanted.coder, wanted.layer)
    return [one for one in found if wanted.kind in (None, one.kind)]


def _in_order(talk: Talk, links: Iterable[Link]) -> list[Link]:
    places = {key: one.position for key, one in talk.transcripts.items()}
    return sorted(links, key=lambda one: (places[one.transcript], one.turn, one.target, one.kind))


def unlinked_codes(read: Reader, wanted: LinkFilter | None = None) -> list[Unlinked]:
    """Interaction codes on turns from which their coder links nothing that they would go with."""
    wish = wanted or LinkFilter()
    book, talk = read.codebook(), Talk(read)
    coders = {one.id: one.name for one in read.coders()}
    called = read.layer_names()
    linked = _kinds_by_turn(read.links(wish.transcript, wish.coder, wish.layer))
    codes = list(interaction_codes(book))
    found: list[Unlinked] = []
    for coding in read.codings(wish.transcript, codes, wish.coder, wish.layer):
        kinds = set(kinds_for(book, coding.code) or ())
        turns = _turns_of(talk.transcripts[coding.transcript], coding)
        if not turns or not _fits(wish, kinds) or _linked(linked, coding, turns) & kinds:
            continue
        names = book[coding.code].name, talk.transcripts[coding.transcript].name
        who = coders.get(coding.coder, coding.coder)
        layer = called.get(coding.layer, coding.layer)
        found.append(Unlinked(coding, *names, who, layer, talk.said(coding.transcript, turns[0])))
    return found


def _fits(wish: LinkFilter, kinds: set[LinkKind]) -> bool:
    return wish.kind is None or wish.kind in kinds


def _linked(
    known: Mapping["_Place", set[LinkKind]], coding: Coding, turns: Iterable[int]
) -> set[LinkKind]:
    """How the coder links the turns of a coding to earlier ones, in its layer."""
    places = ((coding.coder, coding.layer, coding.transcript, turn) for turn in turns)
    return {kind for place in places for kind in known.get(place, ())}


_Place = tuple[CoderId, str, TranscriptId, int]


def _kinds_by_turn(links: Iterable[Link]) -> dict[_Place, set[LinkKind]]:
    found: dict[_Place, set[LinkKind]] = {}
    for one in links:
        place = (one.coder, one.layer, one.transcript, one.turn)
        found.setdefault(place, set()).add(one.kind)
    return found


def _turns_of(transcript: Transcript, coding: Coding) -> list[int]:
    return [turn.index for turn in transcript.turns_in(coding.span)]


def suggested_links(
    read: Reader, coder: CoderId, layer: str, transcript: TranscriptId | None = None
) -> list[SuggestedLine]:
    """Links that the words suggest, on turns from which this coder has made none in the layer."""
    talk = Talk(read)
    made = {(one.transcript, one.turn) for one in read.links(transcript, coder, layer)}
    chosen = [one for one in talk.transcripts.values() if transcript in (None, one.id)]
    return [
        SuggestedLine(
            one,
            text.id,
            text.name,
            talk.said(text.id, one.turn),
            talk.said(text.id, one.target),
        )
        for text in chosen
        for one in Suggesting(text, talk.voices(text.id)).all()
        if (text.id, one.turn) not in made
    ]
