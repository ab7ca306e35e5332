"""The card's part on links: what the turn answers and is answered by, and the codes beside them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QLayout, QMenu, QPushButton, QVBoxLayout, QWidget

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.suggested_links import SuggestedLink
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.card_parts import framed, head, row_of
from qualcoder_nhs.ui.code.linking import KINDS
from qualcoder_nhs.ui.code.state import DeskState, Pair
from qualcoder_nhs.ui.code.turn_links import (
    answered_words,
    answers_words,
    codes_alone,
    codes_wanted,
    from_turn,
    moderates,
    named,
    numbered,
    suggestion,
    to_turn,
)
from qualcoder_nhs.ui.look.fonts import Size, transcript_font
from qualcoder_nhs.ui.widgets.keycap import KeyButton
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

QUOTE_WORDS = 40
_KEYS = {"link_agree": "A", "link_build": "B", "link_soft": "S"} | {
    "link_challenge": "C",
    "link_question": "Q",
}


@dataclass(frozen=True)
class Hands:
    """What the buttons of this part do."""

    command: Callable[[str], object]
    go: Callable[[int], object]
    link: Callable[[int, int, LinkKind], object]
    change: Callable[[str, LinkKind], object]
    remove: Callable[[str], object]
    code: Callable[[Span, str], object]


def linking_card(state: DeskState, pair: Pair, hands: Hands) -> Iterator[QWidget | QLayout]:
    """While a turn is being linked: to which, its words, and what may be said of it."""
    yield head(_("Link {turn} to").format(turn=named(state, pair.turn)))
    frame, column = framed()
    column.addWidget(label(named(state, pair.target), Size.LABEL))
    words = numbered(state, pair.target).words.of(state.text)
    quote = wrapped(_shortened(words))
    quote.setFont(transcript_font(15, state.theme.face))
    column.addWidget(quote)
    yield frame
    for name, kind in KINDS.items():
        yield _key_row(kind.words, name, _KEYS[name], hands)
    yield _step_row(hands)
    yield wrapped(_("Or click an earlier turn. Enter agrees."), Size.SMALL, "quiet")


def _key_row(words: str, name: str, key: str, hands: Hands) -> QHBoxLayout:
    made = KeyButton(words, key, "row")
    made.clicked.connect(lambda: hands.command(name))
    row = QHBoxLayout()
    row.addWidget(made)
    row.addStretch(1)
    return row


def _step_row(hands: Hands) -> QHBoxLayout:
    row = QHBoxLayout()
    for words, name, key in (
        (_("Earlier"), "link_earlier", "↑"),
        (_("Later"), "link_later", "↓"),
        (_("Leave"), "leave_link", "Esc"),
    ):
        made = KeyButton(words, key)
        made.clicked.connect(lambda _on=False, name=name: hands.command(name))
        row.addWidget(made)
    row.addStretch(1)
    return row


def links_part(state: DeskState, turn: Turn, hands: Hands) -> Iterator[QWidget | QLayout]:
    """The links of a turn; nothing where it has none and none is suggested."""
    answering, answered = from_turn(state, turn), to_turn(state, turn)
    hint = suggestion(state, turn) if state.writable else None
    alone = list(codes_alone(state, turn))
    if not (answering or answered or hint or alone):
        yield from _offers(state, turn, hands)
        return
    yield head(_("Links"))
    yield _rows([row for link in answering for row in _answering(state, link, hands)])
    yield _rows([_answered(state, link, hands) for link in answered])
    for code in codes_wanted(state, turn):
        yield _offered_code(turn, code, hands)
    for code in alone:
        told = _("“{code}” stands here without a link to what it answers.")
        yield wrapped(told.format(code=code.name), Size.SMALL, "warning")
    if hint:
        yield from _hint(state, hint, hands)
    yield from _offers(state, turn, hands)


def _offers(state: DeskState, turn: Turn, hands: Hands) -> Iterator[QWidget | QLayout]:
    """What may be said of a participant's turn, with the keys."""
    if state.writable and not moderates(state, turn):
        yield _key_row(_("Link to an earlier turn"), "link", "L", hands)
        yield _key_row(_("Voices a proposition"), "voice", "P", hands)


def _answering(state: DeskState, link: Link, hands: Hands) -> Iterator[QHBoxLayout]:
    words = answers_words(state, link)
    there = _there(words, lambda: hands.go(link.target))
    if link.coder != state.coder or not state.writable:
        yield row_of(there, label(_initials(state, link), Size.SMALL, "quiet"))
        return
    yield row_of(there)
    change = button(_("Change"), "row", Size.SMALL)
    change.setAccessibleName(_("Change the link: {words}").format(words=words))
    change.clicked.connect(lambda: _offer_kinds(change, link, hands))
    remove = button(_("Remove"), "row", Size.SMALL)
    remove.setAccessibleName(_("Remove the link: {words}").format(words=words))
    remove.clicked.connect(lambda: hands.remove(link.id))
    row = QHBoxLayout()
    row.setContentsMargins(12, 0, 0, 0)
    row.addWidget(change)
    row.addWidget(remove)
    row.addStretch(1)
    yield row


def _answered(state: DeskState, link: Link, hands: Hands) -> QHBoxLayout:
    there = _there(answered_words(state, link), lambda: hands.go(link.turn))
    own = link.coder == state.coder
    return row_of(there, label("" if own else _initials(state, link), Size.SMALL, "quiet"))


def _there(words: str, go: Callable[[], object]) -> QPushButton:
    made = button(words, "row", Size.SMALL)
    made.setToolTip(_("Go there"))
    made.setMinimumWidth(1)
    made.clicked.connect(lambda _on=False: go())
    return made


def _initials(state: DeskState, link: Link) -> str:
    coder = state.page.coders.get(link.coder)
    return coder.initials if coder else ""


def _offer_kinds(under: QPushButton, link: Link, hands: Hands) -> None:
    menu = QMenu(under)
    for kind in LinkKind:
        action = menu.addAction(kind.words)
        action.setCheckable(True)
        action.setChecked(kind is link.kind)
        action.triggered.connect(lambda _on, kind=kind: hands.change(link.id, kind))
    menu.popup(under.mapToGlobal(QPoint(0, under.height())))


def _offered_code(turn: Turn, code: Code, hands: Hands) -> QHBoxLayout:
    made = button(_("Code the turn: {code}").format(code=code.name), "row", Size.SMALL)
    made.clicked.connect(lambda: hands.code(turn.words, code.id))
    row = QHBoxLayout()
    row.addWidget(made)
    row.addStretch(1)
    return row


def _hint(state: DeskState, hint: SuggestedLink, hands: Hands) -> Iterator[QWidget | QLayout]:
    told = _("Perhaps {kind} to {whom}: “{words}” {why}.")
    words = told.format(
        kind=hint.kind.words, whom=named(state, hint.target), words=hint.words, why=hint.why
    )
    yield wrapped(words, Size.SMALL, "quiet")
    take = button(_("Take"), "row", Size.SMALL)
    take.setAccessibleName(_("Take the suggested link"))
    take.clicked.connect(lambda: hands.link(hint.turn, hint.target, hint.kind))
    row = QHBoxLayout()
    row.addWidget(take)
    row.addStretch(1)
    yield row


def _rows(rows: list[QHBoxLayout]) -> QVBoxLayout:
    listed = QVBoxLayout()
    listed.setSpacing(2)
    for row in rows:
        listed.addLayout(row)
    return listed


def _shortened(quote: str) -> str:
    words = quote.split()
    return " ".join(words[:QUOTE_WORDS]) + (" …" if len(words) > QUOTE_WORDS else "")
