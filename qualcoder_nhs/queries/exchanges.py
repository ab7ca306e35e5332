"""Exchanges as dialogue: the linked turns, what lies between them, and how each answers."""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from qualcoder_nhs.domain.dialogue import (
    FEW_BETWEEN,
    Answer,
    Dialogue,
    DialogueBook,
    DialogueLine,
)
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.links import Exchange, Link, exchanges
from qualcoder_nhs.queries.layers import shown_layer
from qualcoder_nhs.queries.links import LinkFilter, Talk, links_wanted
from qualcoder_nhs.storage.reader import Reader


def exchange_book(read: Reader, wanted: LinkFilter | None = None, scope: str = "") -> DialogueBook:
    """The exchanges that the links which fit make, in one layer, in the order of the transcripts.

    Where no layer is named it is the settled one where it exists, else the open one. A kind is
    looked for in exchanges: those that hold one such link are shown whole.
    """
    wish = wanted or LinkFilter()
    layer = wish.layer or shown_layer(read)
    links = links_wanted(read, LinkFilter(wish.transcript, wish.coder, layer))
    talk = Talk(read)
    places = {key: one.position for key, one in talk.transcripts.items()}
    found = [
        one
        for one in exchanges(links)
        if wish.kind is None or any(link.kind is wish.kind for link in one.links)
    ]
    found.sort(key=lambda one: (places[one.transcript], one.first))
    name = read.layer_names().get(layer, layer)
    telling = Telling(talk, {one.id: one.initials for one in read.coders()}, name)
    told = tuple(map(telling.dialogue, found))
    return DialogueBook(read.study().name, name, scope, told)


class Telling:
    """Makes dialogues of exchanges; coders are named where a layer has links of several."""

    def __init__(self, talk: Talk, coders: dict[CoderId, str], layer: str) -> None:
        self.talk, self._coders, self._layer = talk, coders, layer

    def dialogue(self, exchange: Exchange) -> Dialogue:
        """One exchange to be read."""
        return Dialogue(
            exchange.transcript,
            self.talk.transcripts[exchange.transcript].name,
            self._layer,
            tuple(self._lines(exchange)),
            exchange.turns,
            exchange.links,
        )

    def _lines(self, exchange: Exchange) -> Iterator[DialogueLine]:
        several = len({link.coder for link in exchange.links}) > 1
        yield self._line(exchange, exchange.first, several=several)
        for before, turn in pairwise(exchange.turns):
            yield from self._between(exchange, range(before + 1, turn))
            yield self._line(exchange, turn, several=several)

    def _between(self, exchange: Exchange, turns: range) -> Iterator[DialogueLine]:
        if len(turns) > FEW_BETWEEN:
            yield DialogueLine(None, context=True, left_out=len(turns))
            return
        for turn in turns:
            yield DialogueLine(self.talk.said(exchange.transcript, turn), context=True)

    def _line(self, exchange: Exchange, turn: int, *, several: bool) -> DialogueLine:
        own = [link for link in exchange.links if link.turn == turn]
        said = self.talk.said(exchange.transcript, turn)
        return DialogueLine(said, tuple(self._answers(own, several=several)))

    def _answers(self, links: Iterable[Link], *, several: bool) -> Iterator[Answer]:
        """What the links of one turn say, each thing once."""
        who: dict[tuple[int, object], list[Link]] = {}
        for link in links:
            who.setdefault((link.target, link.kind), []).append(link)
        for same in who.values():
            link = same[0]
            voice = self.talk.said(link.transcript, link.target).voice
            coders = tuple(self._coders.get(one.coder, "") for one in same) if several else ()
            yield Answer(link.kind, link.target, voice.name if voice else "?", coders)
