"""The card's part on the opened coding: its code, its flags, its memo, and what can be done."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLayout, QWidget

from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.card_parts import Mark, framed, head
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.look.fonts import Size, transcript_font
from qualcoder_nhs.ui.look.glyphs import FLAG_MARKS, FLAG_WORDS
from qualcoder_nhs.ui.naming import in_names
from qualcoder_nhs.ui.widgets.flow import Flow
from qualcoder_nhs.ui.widgets.keycap import KeyButton
from qualcoder_nhs.ui.widgets.labels import button, label, opened_label, wrapped

Command = Callable[[str], object]
Toggle = Callable[[str, Flag], object]


@dataclass(frozen=True)
class MemoWords:
    """A memo as the card shows it."""

    text: str
    coder: str
    changed: datetime


def code_card(state: DeskState, coding: Coding, command: Command, toggle: Toggle) -> QFrame:
    """The code with its definition, and the coding's flags."""
    code, look = state.codebook[coding.code], state.look(coding)
    frame, column = framed()
    title = QHBoxLayout()
    title.addWidget(Mark(look, state.theme.tokens.ink))
    title.addWidget(wrapped(code.name, Size.HEADING), 1)
    column.addLayout(title)
    if look.path:
        column.addWidget(wrapped(look.path, Size.SMALL, "quiet"))
    if code.definition:
        column.addWidget(wrapped(in_names(state.codebook, code.definition)))
    for heading, words in ((_("Use"), code.use), (_("Do not use"), code.do_not_use)):
        if words:
            told = in_names(state.codebook, words)
            column.addWidget(opened_label(heading, told, Size.SMALL, "second"))
    if not state.is_own(coding):
        coder = state.page.coders.get(coding.coder)
        column.addWidget(label(coder.name if coder else "", Size.SMALL, "quiet"))
    column.addWidget(_flags(coding, command, toggle))
    return frame


def _flags(coding: Coding, command: Command, toggle: Toggle) -> QWidget:
    pills = QWidget()
    row = Flow(pills, 4)
    for flag in coding.flags:
        row.addWidget(_pill(coding, flag, toggle))
    if len(coding.flags) < len(Flag):
        more = button(_("+ flag"), "pill", Size.SMALL)
        more.setAccessibleName(_("Add a flag"))
        more.clicked.connect(lambda: command("flag"))
        row.addWidget(more)
    return pills


def _pill(coding: Coding, flag: Flag, toggle: Toggle) -> QWidget:
    words = _(FLAG_WORDS[flag])
    pill = button(f"{FLAG_MARKS[flag]} {words}", "pill", Size.SMALL)
    pill.setCheckable(True)
    pill.setChecked(True)
    pill.setAccessibleName(_("{flag}, take the flag away").format(flag=words))
    pill.clicked.connect(lambda: toggle(coding.id, flag))
    return pill


def no_memo(*, known: bool, command: Command) -> QLayout:
    """The way to a memo that is not shown: there is none yet, or it has not come yet."""
    write = KeyButton(_("Read the memo") if known else _("Write a memo"), "M", "row")
    write.clicked.connect(lambda: command("memo"))
    row = QHBoxLayout()
    row.addWidget(write)
    row.addStretch(1)
    return row


def memo_card(state: DeskState, memo: MemoWords, command: Command) -> tuple[QLayout, QFrame]:
    """A heading that says whose memo it is, and its words."""
    when = memo.changed.astimezone().strftime("%d %b %H:%M")
    frame, column = framed()
    text = wrapped(memo.text)
    text.setFont(transcript_font(15, state.theme.face))
    column.addWidget(text)
    change = button(_("Change the memo"), "row", Size.SMALL)
    change.clicked.connect(lambda: command("memo"))
    column.addWidget(change)
    return head(_("Memo on this coding"), f"{memo.coder}, {when}"), frame


def foot(command: Command) -> QLayout:
    """What can be done to the coding, with the keys."""
    row = QHBoxLayout()
    for words, name, key in (
        (_("Change"), "change_code", "C"),
        (_("Ends"), "move_ends", "E"),
        (_("Remove"), "remove", "Del"),
    ):
        made = KeyButton(words, key, "row")
        made.clicked.connect(lambda _on=False, name=name: command(name))
        row.addWidget(made)
    row.addStretch(1)
    return row
