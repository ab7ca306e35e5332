"""Beside the theme: at a glance and what to look at before writing, or the passages to choose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.theme_page import Finding, GroupShape, Noted, ThemePage
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.moments import moment
from qualcoder_nhs.ui.themes.findings import Findings
from qualcoder_nhs.ui.themes.glance import GlanceTable
from qualcoder_nhs.ui.themes.pool import Concern, PassagePool
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

_GLANCE, _POOL = 0, 1


class Side(QWidget):
    """Two pages under two switches. `wished` is the pool's; `memo_wanted` asks for a memo."""

    wished = Signal(str, object)
    memo_wanted = Signal()

    def __init__(self, theme: Theme, *, writable: bool) -> None:
        super().__init__()
        on_ground(self, "side", "left")
        self._codebook, self._page = Codebook(), None
        self.glance, self.findings = GlanceTable(theme), Findings(theme)
        self.pool = PassagePool(theme, writable=writable)
        self.layer = label("", Size.SMALL, "second")
        self._shapes, self._memos = QWidget(), QWidget()
        self._shape_heading = label(_("Shape by group"), Size.LABEL)
        self.write_memo = button(_("Write a memo"), "flat", Size.SMALL)
        if not writable:
            self.write_memo.hide()
        self._stack, self._switches = QStackedWidget(), QButtonGroup(self)
        self._lay_out()
        self.glance.opened.connect(self._open_code)
        self.findings.opened.connect(self._open_finding)
        self.pool.wished.connect(self.wished)
        self.write_memo.clicked.connect(self.memo_wanted)

    def _lay_out(self) -> None:
        switches = QHBoxLayout()
        switches.setSpacing(4)
        for number, words in enumerate((_("At a glance"), _("Coded passages"))):
            switches.addWidget(self._switch(number, words))
        switches.addStretch(1)
        switches.addWidget(self.layer)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setWidget(self._glance_page())
        area.viewport().setAutoFillBackground(False)
        self._stack.addWidget(area)
        self._stack.addWidget(self.pool)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(8)
        column.addLayout(switches)
        column.addWidget(self._stack, 1)

    def _switch(self, number: int, words: str) -> QPushButton:
        switch = button(words, "pill", Size.SMALL_LABEL)
        switch.setCheckable(True)
        switch.setChecked(number == _GLANCE)
        switch.clicked.connect(lambda: self.show_part(number))
        self._switches.addButton(switch, number)
        return switch

    def _glance_page(self) -> QWidget:
        page = QWidget()
        page.setAutoFillBackground(False)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 4, 0)
        column.setSpacing(8)
        column.addWidget(self.glance)
        column.addWidget(wrapped(_caveat(), Size.SMALL, "second"))
        column.addSpacing(8)
        column.addWidget(self._shape_heading)
        column.addWidget(self._shapes)
        column.addWidget(self.findings)
        column.addSpacing(8)
        memos = QHBoxLayout()
        memos.addWidget(label(_("Memos"), Size.LABEL), 1)
        memos.addWidget(self.write_memo)
        column.addLayout(memos)
        column.addWidget(self._memos)
        column.addStretch(1)
        return page

    # ── values in ────────────────────────────────────────────────────────────────────────────

    def show_page(self, page: ThemePage, codebook: Codebook) -> None:
        """Show what there is to know of a theme."""
        self._codebook = codebook
        self.layer.setText(_("{layer} codings").format(layer=page.layer))
        self.glance.show_page(page)
        self.findings.show_findings(page.findings)
        self.pool.list.painter.names = {code.id: code.name for code in codebook.codes}
        self.pool.show_page(page)
        self._show_shapes(page.shapes)
        self._memos = _swapped(self._memos, _memo_lines(page.memos))

    def _show_shapes(self, shapes: tuple[GroupShape, ...]) -> None:
        held = QWidget()
        grid = QGridLayout(held)
        grid.setContentsMargins(0, 0, 0, 8)
        grid.setColumnStretch(1, 1)
        for row, one in enumerate(shapes):
            grid.addWidget(label(one.group, Size.LABEL), row, 0)
            grid.addWidget(wrapped(f"{one.shape}: “{one.proposition}”"), row, 1)
        self._shapes = _swapped(self._shapes, held)
        for part in (self._shape_heading, self._shapes):
            part.setVisible(bool(shapes))

    def set_theme(self, theme: Theme) -> None:
        """Take other colours."""
        self.glance.set_theme(theme)
        self.findings.set_theme(theme)
        self.pool.set_theme(theme)

    # ── what is looked at ────────────────────────────────────────────────────────────────────

    def show_part(self, number: int) -> None:
        """Go to one of the two pages."""
        self._stack.setCurrentIndex(number)
        self._switches.button(number).setChecked(True)
        (self.glance if number == _GLANCE else self.pool).setFocus()

    def show_pool(self, concern: Concern) -> None:
        """Go to these passages."""
        self.pool.look_at(concern)
        self.show_part(_POOL)

    def show_code(self, code: CodeId) -> None:
        """Go to the passages of a code and of all beneath it."""
        told = _("“{code}”.").format(code=self._codebook[code].name)
        self.show_pool(Concern(told, self._codebook.descendants(code)))

    def _open_code(self, code: CodeId | None) -> None:
        if code is None:
            self.show_pool(Concern())
        else:
            self.show_code(code)

    def _open_finding(self, finding: Finding) -> None:
        if finding.quotes:
            self.wished.emit("stand on", finding.quotes[0])
        else:
            self.show_pool(Concern(finding.sentence, words=finding.shows))


def _swapped(old: QWidget, new: QWidget) -> QWidget:
    """Put one widget in another's place."""
    parent = old.parentWidget()
    layout = parent.layout() if parent is not None else None
    if layout is not None:
        layout.replaceWidget(old, new)
    old.hide()
    old.deleteLater()
    return new


def _memo_lines(memos: tuple[Noted, ...]) -> QWidget:
    held = QWidget()
    column = QVBoxLayout(held)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(2)
    for memo in memos:
        column.addWidget(wrapped(memo.text))
        by = _("{by}, {when}").format(by=memo.by, when=moment(memo.changed))
        column.addWidget(label(by, Size.SMALL, "quiet"))
        column.addSpacing(6)
    if not memos:
        column.addWidget(wrapped(_("None yet."), Size.BODY, "second"))
    return held


def _caveat() -> str:
    return _(
        "People are counted of those present when the question was open. Counts describe this "
        "discussion; they do not estimate how common a view is."
    )
