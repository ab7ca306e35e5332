"""The words of a transcript as a document that is made once and never changed."""

from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)

from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.ui.code.paragraphs import Paragraph
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.look.fonts import TRANSCRIPT_SIZE, transcript_font

TURN_GAP = 15
GUTTER_LINES = 38
"""Two lines of small type in the gutter: a turn of one line leaves room for them."""

MARGIN = 16
"""Around the words; the bars of whole turns stand in it."""

HEADING_GAP = 8


def make(state: DeskState) -> QTextDocument:
    """The page's words, one paragraph a line, in the font that is the document's own.

    A document of its own for each page: Qt then lays out what is looked at first, and the rest
    when there is time. Words exchanged in a document that is shown are laid out to the last one.
    """
    theme = state.theme
    document = QTextDocument()
    document.setUndoRedoEnabled(False)
    document.setDocumentMargin(MARGIN)
    document.setDefaultFont(transcript_font(theme.text_pixels, theme.face))
    writer = _Writer(state)
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    for paragraph in state.paragraphs.listed:
        writer.write(cursor, paragraph)
    cursor.endEditBlock()
    return document


_PROSE = (
    "the consultants knew what was said and who had asked them about it, which is not the same as "
    "being told that it would happen on the ward by the end of the month"
)


def measure(font: QFont, characters: int) -> int:
    """The width of a column for so many characters of English, its margins included.

    Measured on prose: a font's own average counts letters that English hardly uses.
    """
    width = QFontMetricsF(font).horizontalAdvance(_PROSE) / len(_PROSE)
    return round(characters * width) + 2 * MARGIN


class _Writer:
    """Knows the few formats a document has."""

    def __init__(self, state: DeskState) -> None:
        self._state = state
        tokens = state.theme.tokens
        self._dimmed = _format(tokens.ink3)
        self._said = _format(tokens.ink)
        self._asked = _format(tokens.ink2)
        smaller = round(state.theme.text_pixels * (TRANSCRIPT_SIZE - 1) / TRANSCRIPT_SIZE)
        self._dimmed_asked = _format(tokens.ink3)
        for words in (self._asked, self._dimmed_asked):
            words.setProperty(QTextCharFormat.Property.FontPixelSize, smaller)
        self._heading = self._block(HEADING_GAP)
        self._inside = self._block(0)
        self._closing = self._block(TURN_GAP)
        self._single = self._block(TURN_GAP + max(0, GUTTER_LINES - state.theme.pitch))
        font = transcript_font(state.theme.text_pixels, state.theme.face)
        self._metrics = QFontMetricsF(font)
        self._line = measure(font, state.theme.measure) - 2 * MARGIN
        self._has_turns = bool(state.page.transcript.turns)

    def write(self, cursor: QTextCursor, paragraph: Paragraph) -> None:
        block, words = self._formats(paragraph)
        if paragraph.number:
            cursor.insertBlock(block, words)
        else:
            cursor.setBlockFormat(block)
            cursor.setBlockCharFormat(words)
        cursor.insertText(paragraph.text, words)

    def _block(self, below: int) -> QTextBlockFormat:
        block = QTextBlockFormat()
        fixed = QTextBlockFormat.LineHeightTypes.FixedHeight
        block.setLineHeight(self._state.theme.pitch, fixed.value)
        block.setBottomMargin(below)
        return block

    def _formats(self, paragraph: Paragraph) -> tuple[QTextBlockFormat, QTextCharFormat]:
        if not paragraph.turn:
            return self._heading, self._dimmed if self._has_turns else self._said
        block = self._closing if paragraph.last else self._inside
        if paragraph.first and paragraph.last and self._is_one_line(paragraph.text):
            block = self._single
        function = self._state.voice(paragraph.turn).function
        quiet = function not in (Function.PARTICIPANT, Function.UNKNOWN)
        if self._state.page.leaves_out(paragraph.turn):
            return block, self._dimmed_asked if quiet else self._dimmed
        return block, self._asked if quiet else self._said

    def _is_one_line(self, text: str) -> bool:
        """Whether the text fits a line where there is room for the whole measure."""
        may = len(text) < 2 * self._state.theme.measure  # most are far too long to be measured
        return may and self._metrics.horizontalAdvance(text) <= self._line


def _format(colour: str) -> QTextCharFormat:
    words = QTextCharFormat()
    words.setForeground(QColor(colour))
    return words
