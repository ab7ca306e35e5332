"""How a card is laid out: words in the transcript's face, a label where several speak, notes."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.domain.excerpts import Said
from qualcoder_nhs.domain.theme_page import Chosen, Offered, Why
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.look.wrapped_text import Wrapped
from qualcoder_nhs.ui.themes.rows import elsewhere_words

INSET, TOP, GAP, FOOT, LABELS = 18, 12, 10, 30, 40
_SMALL_PITCH = 18
_WHY = {
    Why.DEVIANT: N_("Flagged as a deviant case"),
    Why.DISSENT: N_("Answers one of the quotes, and parts from it"),
}


@dataclass(frozen=True)
class Piece:
    """What one voice says on a card; `label` where several speak."""

    said: Said
    label: str
    words: Wrapped


@dataclass(frozen=True)
class Laid:
    """A card of one width. `height` has the gap below it in it."""

    pieces: tuple[Piece, ...]
    notes: tuple[Wrapped, ...]
    height: int


def quote_pixels(theme: Theme) -> int:
    """Quotes are a little smaller than the transcript they are from."""
    return theme.text_pixels - 1


def laid_out(row: Chosen | Offered, width: int, theme: Theme, codes: str = "") -> Laid:
    """The card of a row in a column of this width; `codes` names what is coded on it.

    What was asked is said of quotes only: it is what a reader has to know to judge them.
    """
    pieces = tuple(_pieces(row, width, theme))
    notes = tuple(_notes(row, width, codes))
    height = sum(piece.words.height for piece in pieces) + sum(note.height + 4 for note in notes)
    return Laid(pieces, notes, round(TOP + height + grown(FOOT) + GAP))


def _pieces(row: Chosen | Offered, width: int, theme: Theme) -> Iterator[Piece]:
    said = row.words.said
    is_dialogue = len(said) > 1
    pixels = quote_pixels(theme)
    font, pitch = transcript_font(pixels, theme.face), round(pixels * 1.56)
    room = width - 2 * INSET - (grown(LABELS) if is_dialogue else 0)
    for one in said:
        label = one.voice.name if is_dialogue and one.voice else ""
        text = one.text if is_dialogue else f"“{one.text}”"
        yield Piece(one, label, Wrapped(text, font, room, pitch))


def _notes(row: Chosen | Offered, width: int, codes: str) -> Iterator[Wrapped]:
    told = [codes] if codes else []
    if isinstance(row, Chosen) and row.words.asked:
        told.append(_("Asked: {question}").format(question=row.words.asked))
    if isinstance(row, Chosen) and row.quote.note:
        told.append(_("Note: {words}").format(words=row.quote.note))
    if isinstance(row, Offered) and row.why is not None:
        told.append(_(_WHY[row.why]))
    if row.elsewhere:
        told.append(elsewhere_words(row.elsewhere))
    for words in told:
        font, pitch = chrome_font(Size.SMALL), grown(_SMALL_PITCH)
        yield Wrapped(words, font, width - 2 * INSET, pitch)
