"""What is carried when codes, words, quotes or themes are dragged."""

import json
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QMimeData

from qualcoder_nhs.domain.ids import CodeId, QuoteId, ThemeId, TranscriptId
from qualcoder_nhs.domain.span import Span

CODE = "application/x-qualcoder-nhs-code"
PASSAGE = "application/x-qualcoder-nhs-passage"
QUOTE = "application/x-qualcoder-nhs-quote"
THEME = "application/x-qualcoder-nhs-theme"


@dataclass(frozen=True)
class Passage:
    """Words of a transcript under way to a code or a theme."""

    transcript: TranscriptId
    span: Span


def put_code(mime: QMimeData, code: CodeId) -> None:
    """Let the drag carry a code."""
    mime.setData(CODE, QByteArray(code.encode()))


def code_in(mime: QMimeData) -> CodeId | None:
    """The code that a drag carries."""
    if not mime.hasFormat(CODE):
        return None
    return CodeId(bytes(mime.data(CODE).data()).decode())


def put_passage(mime: QMimeData, passage: Passage, quote: str) -> None:
    """Let the drag or the clipboard carry words, for us and for other programs."""
    place = {
        "transcript": passage.transcript,
        "start": passage.span.start,
        "end": passage.span.end,
    }
    mime.setData(PASSAGE, QByteArray(json.dumps(place).encode()))
    mime.setText(quote)


def passage_in(mime: QMimeData) -> Passage | None:
    """The words that a drag carries."""
    if not mime.hasFormat(PASSAGE):
        return None
    place = json.loads(bytes(mime.data(PASSAGE).data()))
    return Passage(TranscriptId(place["transcript"]), Span(place["start"], place["end"]))


def put_quote(mime: QMimeData, quote: QuoteId) -> None:
    """Let the drag say that its words are a quote of a theme already."""
    mime.setData(QUOTE, QByteArray(quote.encode()))


def quote_in(mime: QMimeData) -> QuoteId | None:
    """The quote whose words a drag carries."""
    if not mime.hasFormat(QUOTE):
        return None
    return QuoteId(bytes(mime.data(QUOTE).data()).decode())


def put_theme(mime: QMimeData, theme: ThemeId) -> None:
    """Let the drag carry a theme."""
    mime.setData(THEME, QByteArray(theme.encode()))


def theme_in(mime: QMimeData) -> ThemeId | None:
    """The theme that a drag carries."""
    if not mime.hasFormat(THEME):
        return None
    return ThemeId(bytes(mime.data(THEME).data()).decode())
