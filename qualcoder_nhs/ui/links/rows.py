"""What the page of links shows, row by row, whichever of its lists is open."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from qualcoder_nhs.domain.dialogue import Dialogue, DialogueBook, LinkLine
from qualcoder_nhs.domain.excerpts import Said
from qualcoder_nhs.domain.ids import LinkId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.suggested_links import SuggestedLink
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.links import SuggestedLine, Unlinked
from qualcoder_nhs.ui.widgets.row_model import RowModel

SHOWN_WORDS = 40
"""So many words of a turn stand in a list; exchanges have all of them."""


@dataclass(frozen=True)
class Row:
    """One row. `under` are the words that are answered, `end` what stands behind the words.

    `transcript` and `span` say where Enter goes; a heading goes nowhere.
    """

    who: str
    words: str
    pill: str = ""
    under: str = ""
    end: str = ""
    transcript: TranscriptId | None = None
    span: Span | None = None
    link: LinkId | None = None
    suggested: SuggestedLink | None = None
    quiet: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it only stands above others."""
        return self.transcript is None


class Rows(RowModel[Row]):
    """The rows as Qt's list wants them."""

    def is_heading(self, row: Row) -> bool:
        return row.is_heading

    def shown(self, row: Row) -> str:
        return row.words

    def spoken(self, row: Row) -> str:
        parts = (row.who, row.pill, row.words, row.under, row.end)
        return ", ".join(part for part in parts if part)


def of_links(lines: Iterable[LinkLine]) -> Iterator[Row]:
    """Each link, its transcript's name above the first."""
    last = ""
    for line in lines:
        if line.transcript != last:
            last = line.transcript
            yield Row("", last)
        yield Row(
            _number(line.answer),
            _shortened(line.answer.text),
            line.link.kind.words,
            f"{_number(line.answered)}: {_shortened(line.answered.text)}",
            f"{line.coder} · {line.layer}",
            line.link.transcript,
            line.answer.span,
            line.link.id,
        )


def of_exchanges(book: DialogueBook) -> Iterator[Row]:
    """Each exchange as dialogue under its reference."""
    for one in book.dialogues:
        yield Row("", _about(one))
        yield from _talk(one)


def _about(dialogue: Dialogue) -> str:
    count = ngettext("{n} link", "{n} links", len(dialogue.links))
    kinds = ", ".join(kind.words for kind in dialogue.kinds)
    return f"{dialogue.reference[1:-1]} · {count}: {kinds}"


def _talk(dialogue: Dialogue) -> Iterator[Row]:
    at = dialogue.lines[0].said
    for line, link in dialogue.lines_told():
        at = line.said or at
        yield Row(
            _number(line.said) if line.said else "",
            line.text,
            end=link,
            transcript=dialogue.transcript_id,
            span=at.span if at else None,
            quiet=line.context,
        )


def of_codes(found: Iterable[Unlinked]) -> Iterator[Row]:
    """Interaction codes on turns that are not linked."""
    last = ""
    for one in found:
        if one.transcript != last:
            last = one.transcript
            yield Row("", last)
        yield Row(
            _number(one.turn),
            _shortened(one.turn.text),
            one.code,
            end=f"{one.coder} · {one.layer}",
            transcript=one.coding.transcript,
            span=one.turn.span,
        )


def of_suggestions(found: Iterable[SuggestedLine]) -> Iterator[Row]:
    """What the words suggest, with what gave it away."""
    last = ""
    for one in found:
        if one.transcript != last:
            last = one.transcript
            yield Row("", last)
        told = _("“{words}” {why}")
        yield Row(
            _number(one.answer),
            _shortened(one.answer.text),
            _("{kind}?").format(kind=one.suggested.kind.words),
            f"{_number(one.answered)}: {_shortened(one.answered.text)}",
            told.format(words=one.suggested.words, why=one.suggested.why),
            one.transcript_id,
            one.answer.span,
            suggested=one.suggested,
        )


def _shortened(words: str) -> str:
    """Enough to know the turn by; Enter goes to all of it."""
    listed = words.split()
    return " ".join(listed[:SHOWN_WORDS]) + (" …" if len(listed) > SHOWN_WORDS else "")


def _number(said: Said) -> str:
    return f"t.{said.turn} {said.voice.name if said.voice else '?'}"
