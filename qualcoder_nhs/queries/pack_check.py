"""What a coder looks at before a pack is returned; none of it holds it up."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Applicable, Codebook
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.rounds import Portion, turns_to_code
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.packs import pack_of
from qualcoder_nhs.storage.reader import Reader

MOST_TURNS = 20


@dataclass(frozen=True)
class Uncoded:
    """A transcript of a round with the turns that carry no coding of the coder's."""

    name: str
    turns: tuple[int, ...]
    of: int
    finished: bool


@dataclass(frozen=True)
class Held:
    """A holding code on words: a child of it should have been chosen."""

    transcript: str
    turn: int | None
    code: str


@dataclass(frozen=True)
class PackCheck:
    """What to look at before a pack is returned; none of it holds it up.

    `private` counts the coder's memos that stay behind.
    """

    round: str
    coder: str
    uncoded: tuple[Uncoded, ...]
    holding: tuple[Held, ...]
    private: int

    @property
    def lines(self) -> Iterator[str]:
        """All of it, ready to be read."""
        for one in self.uncoded:
            said = _("finished") if one.finished else _("not said to be finished")
            left = _("{n} of {of} turns without a coding").format(n=len(one.turns), of=one.of)
            turns = "".join(f" t.{turn}" for turn in one.turns[:MOST_TURNS])
            more = " …" if len(one.turns) > MOST_TURNS else ""
            yield f"{one.name}: {said}, {left}{':' if turns else ''}{turns}{more}"
        for held in self.holding:
            where = f"{held.transcript} t.{held.turn}" if held.turn else held.transcript
            words = _("holding code “{code}”; choose one beneath it").format(code=held.code)
            yield f"{where}: {words}"
        yield ngettext(
            "{n} private memo is left out.", "{n} private memos are left out.", self.private
        )


def pack_check(read: Reader, words: str, coder: CoderId) -> PackCheck:
    """What of a coder's work in a round may not be meant to be returned as it is.

    Raises:
        NoSuch: when there is no such round or coder.
    """
    one, who = read.round(words), read.coder(coder)
    codings = read.codings(coder=who.id, layer=one.layer)
    said = {word.transcript for word in read.finishes(one.layer) if word.coder == who.id}
    texts = {portion.transcript: read.transcript(portion.transcript) for portion in one.portions}
    uncoded = tuple(
        Uncoded(
            texts[portion.transcript].name,
            _left(texts[portion.transcript], to_code := _to_code(read, portion), codings),
            len(to_code),
            portion.transcript in said,
        )
        for portion in one.portions
    )
    private = sum(memo.private and memo.coder == who.id for memo in read.memos())
    holding = tuple(_holding(texts, read.codebook(), codings))
    return PackCheck(one.name, who.name, uncoded, holding, private)


def own_check(read: Reader, coder: CoderId) -> PackCheck | None:
    """What to look at before the coder returns the open pack; None where it is no such pack."""
    own = pack_of(read)
    if own is None or own.coder.id != coder:
        return None
    return pack_check(read, own.round.id, coder)


def _to_code(read: Reader, portion: Portion) -> tuple[int, ...]:
    if portion.turns is not None:
        return portion.turns
    return turns_to_code(read.turns(portion.transcript), read.speakers(portion.transcript))


def _left(text: Transcript, to_code: Iterable[int], codings: Iterable[Coding]) -> tuple[int, ...]:
    """Those of the turns that no coding touches."""
    spans = [coding.span for coding in codings if coding.transcript == text.id]
    coded = {turn.index for span in spans for turn in text.turns_in(span)}
    return tuple(turn for turn in to_code if turn not in coded)


def _holding(
    texts: Mapping[TranscriptId, Transcript], book: Codebook, codings: Iterable[Coding]
) -> Iterator[Held]:
    for coding in codings:
        if book[coding.code].applicable is Applicable.HOLDING:
            text = texts[coding.transcript]
            turn = next(text.turns_in(coding.span), None)
            yield Held(text.name, turn.index if turn else None, book[coding.code].name)
