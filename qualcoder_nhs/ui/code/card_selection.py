"""The card's part on selected words: the words, recent codes, and how far the selection goes."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QHBoxLayout

from qualcoder_nhs.analysis.code_search import recent_codes
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.card_parts import CodeButton, framed
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.code.tips import role_words
from qualcoder_nhs.ui.look.fonts import Size, transcript_font
from qualcoder_nhs.ui.widgets.keycap import KeyButton, KeyCap
from qualcoder_nhs.ui.widgets.labels import wrapped

QUOTE_WORDS = 60


def quote_card(state: DeskState, span: Span) -> QFrame:
    """The words, and who said them where."""
    frame, column = framed()
    quote = wrapped(f"“{_shortened(span.of(state.text))}”")
    quote.setFont(transcript_font(15, state.theme.face))
    column.addWidget(quote)
    turn = state.page.transcript.turn_at(span.start)
    if turn:
        who = (state.page.transcript.name, state.voice(turn).name, role_words(state, turn))
        column.addWidget(wrapped(", ".join(part for part in who if part), Size.SMALL, "second"))
    return frame


def recent_rows(
    state: DeskState, recent: Sequence[CodeId], pick: Callable[[str], object]
) -> list[QHBoxLayout]:
    """The codes that numbers put on the words."""
    return [
        _recent_row(state, number, match.code.id, pick)
        for number, match in enumerate(recent_codes(state.codebook, recent), 1)
    ]


def _recent_row(
    state: DeskState, number: int, code: CodeId, pick: Callable[[str], object]
) -> QHBoxLayout:
    name = CodeButton(state.looks[code])
    name.clicked.connect(lambda: pick(code))
    row = QHBoxLayout()
    row.addWidget(KeyCap(str(number)))
    row.addWidget(name, 1)
    return row


def reach_row(command: Callable[[str], object]) -> QHBoxLayout:
    """Buttons for a larger or smaller selection."""
    row = QHBoxLayout()
    for words, name, key in (
        (_("Sentence"), "take_sentence", "Shift+S"),
        (_("Turn"), "take_turn", "Shift+T"),
    ):
        made = KeyButton(words, key)
        made.clicked.connect(lambda _on=False, name=name: command(name))
        row.addWidget(made)
    row.addStretch(1)
    return row


def _shortened(quote: str) -> str:
    words = quote.split()
    if len(words) <= QUOTE_WORDS:
        return " ".join(words)
    return " ".join(words[:QUOTE_WORDS]) + " …"
