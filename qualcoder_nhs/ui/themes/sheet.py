"""The theme itself: its name, what it claims and claimed, its codes and its words."""

from collections.abc import Mapping

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.ids import CodeId, QuoteId
from qualcoder_nhs.domain.theme_page import Chosen, Stated, ThemePage, Why
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, transcript_font
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.looks import Look
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.moments import moment
from qualcoder_nhs.ui.themes.bare_field import BareField
from qualcoder_nhs.ui.themes.card_list import CardList
from qualcoder_nhs.ui.themes.code_chips import CodeChips
from qualcoder_nhs.ui.themes.keys import ON_QUOTES, READ_ONLY
from qualcoder_nhs.ui.themes.rows import CardRow, Heading, Nothing
from qualcoder_nhs.ui.themes.statement import StatementField
from qualcoder_nhs.ui.widgets.key_hints import key_hints
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

_MARGIN, _MEASURE = 32, 720
_NAME = 26 / 17  # of the transcript's size


class ThemeSheet(QScrollArea):
    """One page that scrolls as a whole; the fields tell what is typed, the cards what is wished.

    `against_wanted` asks for what might speak against the theme.
    """

    against_wanted = Signal()

    def __init__(self, theme: Theme, *, writable: bool) -> None:
        super().__init__()
        self._theme, self._writable = theme, writable
        self.line = label("", Size.SMALL, "second")
        self.earlier = button(_("earlier wordings"), "flat", Size.SMALL)
        self.earlier.setCheckable(True)
        self.name = BareField(_("Name of the theme"), _name_font(theme), empty=False)
        self.statement = StatementField(theme)
        self.history = wrapped("", Size.BODY, "second")
        self.serves = BareField(_("What it serves"), chrome_font(Size.SMALL), empty=True)
        self.serves.setPlaceholderText(_("Which of the study’s questions does it serve? S1, P3 …"))
        self.codes = CodeChips(theme)
        keys = ON_QUOTES if writable else READ_ONLY
        self.cards = CardList(theme, _("Quotes"), keys, takes=writable, whole=True)
        self._hints = key_hints(
            (_("Against or with"), "A"),
            (_("Note"), "N"),
            (_("Order"), "Alt+Up"),
            (_("Other theme"), "Q"),
            (_("Drop"), "Del"),
        )
        self.look = button(_("Look for what does not fit"))
        self.look.clicked.connect(self.against_wanted)
        self.page: ThemePage | None = None
        self._paper = QWidget()
        self._lay_out()
        self.earlier.toggled.connect(lambda _on: self._show_history())
        self.cards.stood_on.connect(self._bring_into_view)
        for field in (self.name, self.serves, self.statement):
            field.setReadOnly(not writable)
        self.set_theme(theme)

    def _lay_out(self) -> None:
        held = QWidget()
        held.setMaximumWidth(_MEASURE + 2 * _MARGIN)
        column = QVBoxLayout(held)
        column.setContentsMargins(_MARGIN, 20, _MARGIN, 24)
        column.setSpacing(8)
        head = QHBoxLayout()
        head.addWidget(self.line, 1)
        head.addWidget(self.earlier)
        column.addLayout(head)
        serves = QHBoxLayout()
        serves.addWidget(label(_("Serves"), Size.SMALL, "second"))
        serves.addSpacing(8)
        serves.addWidget(self.serves, 1)
        for part in (self.name, self.statement, self.history, self.codes):
            column.addWidget(part)
        column.addLayout(serves)
        column.addWidget(self.cards)
        column.addWidget(self.look, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._hints, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        on_ground(held, "paper")
        on_ground(self._paper, "paper")
        row = QHBoxLayout(self._paper)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(held, 1)
        row.addStretch(0)
        self.setWidget(self._paper)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_page(self, page: ThemePage, codes: list[Code], looks: Mapping[CodeId, Look]) -> None:
        """Show a theme; what is being typed stays."""
        is_other = self.page is None or self.page.theme.id != page.theme.id
        self.page = page
        self.line.setText(head_words(page))
        self.name.show_words(page.theme.name)
        self.statement.show_statement(page.statement.text if page.statement else "")
        self.serves.show_words(page.theme.serves)
        self.codes.show_codes(codes, looks, writable=self._writable)
        if is_other:
            self.earlier.setChecked(False)
        self._show_history()
        self.cards.put(card_rows(page))
        self._hints.setVisible(self._writable and bool(page.chosen))
        self.look.setVisible(self._writable and not page.against and bool(page.pool))
        if is_other:
            self.verticalScrollBar().setValue(0)

    def _show_history(self) -> None:
        told = self.page.history[:-1] if self.page is not None else ()
        self.earlier.setVisible(bool(told))
        self.history.setVisible(bool(told) and self.earlier.isChecked())
        self.history.setText("\n".join(map(_wording, reversed(told))))

    def keep(self) -> None:
        """Hand over what is being typed."""
        self.statement.keep()

    def stand_on(self, quote: QuoteId) -> None:
        """Go to a quote."""
        for place, row in enumerate(self.cards.cards.rows):
            if isinstance(row, Chosen) and row.quote.id == quote:
                self.cards.setFocus()
                self.cards.stand_on(place)

    def set_theme(self, theme: Theme) -> None:
        """Take other colours and sizes."""
        self._theme = theme
        self.name.setFont(_name_font(theme))
        self.statement.set_theme(theme)
        self.codes.set_theme(theme)
        self.cards.set_theme(theme)

    def _bring_into_view(self, card: QRect) -> None:
        if self.cards.hasFocus():
            at = self.cards.mapTo(self._paper, card.center())
            self.ensureVisible(at.x(), at.y(), 0, card.height() // 2 + 12)


def _name_font(theme: Theme) -> QFont:
    return transcript_font(round(theme.text_pixels * _NAME), theme.face)


def card_rows(page: ThemePage) -> list[CardRow]:
    """Quotes, and then what goes against the grain: always there, even where it is empty."""
    coded = len(page.pool)
    told = _("{n} chosen of {total} coded passages").format(n=len(page.quotes), total=coded)
    rows: list[CardRow] = [Heading(_("Quotes"), told), *page.quotes]
    if not page.quotes:
        rows.append(Nothing(_no_quotes(page)))
    candidates = len(page.against) + len(page.against_pool)
    told = _("{n} chosen of {total}").format(n=len(page.against), total=candidates)
    shown = told if candidates else ""
    rows += [Heading(_("Against the grain"), shown, against=True), *page.against]
    if not page.against:
        rows.append(Nothing(no_counter_case(page)))
    return rows


def no_counter_case(page: ThemePage) -> str:
    """What to do where nothing speaks against the theme."""
    told = _("Nothing against the grain yet.")
    whys = [one.why for one in page.against_pool]
    deviant, dissents = whys.count(Why.DEVIANT), whys.count(Why.DISSENT)
    if dissents:
        look = ngettext(
            "Look among the turns that answer these quotes: {n} dissent.",
            "Look among the turns that answer these quotes: {n} dissents.",
            dissents,
        )
        return f"{told} {look}"
    if deviant:
        look = ngettext(
            "Look at what is flagged as a deviant case: {n} passage.",
            "Look at what is flagged as deviant cases: {n} passages.",
            deviant,
        )
        return f"{told} {look}"
    return told + " " + _("Press A on a quote or a passage that does not fit.")


def _no_quotes(page: ThemePage) -> str:
    if not page.theme.codes:
        return _("Put the codes under the theme that it rests on; then choose among their words.")
    return _("None chosen yet. Drag one over from Coded passages, or press Enter on it there.")


def head_words(page: ThemePage) -> str:
    """`Theme 2 · statement by HL, 12 May · third wording`."""
    told = [_("Theme {n}").format(n=page.number)]
    if page.statement is not None:
        by, when = page.statement.by, moment(page.statement.made)
        told.append(_("statement by {by}, {when}").format(by=by, when=when))
    if len(page.history) > 1:
        told.append(_("wording {n}").format(n=len(page.history)))
    return " · ".join(told)


def _wording(one: Stated) -> str:
    return f"{moment(one.made)}, {one.by}: {one.text}"
