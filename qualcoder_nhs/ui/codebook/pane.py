"""The codebook beside the text: the filter, the tree, and the line for a new code."""

from functools import partial
from typing import Any

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from qualcoder_nhs.actions.codebook import (
    AddCode,
    ArchiveCode,
    BringBackCode,
    DeleteCode,
    MoveCode,
    RecolourCode,
    RenameCode,
)
from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.codebook_rules import NEW_IDEAS
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.codebook_tree import CodebookTree
from qualcoder_nhs.ui.codebook.code_menu import CodeHands, CodeState, code_menu
from qualcoder_nhs.ui.codebook.fields import FilterField, NewCodeField
from qualcoder_nhs.ui.codebook.finding import hits, nearest
from qualcoder_nhs.ui.codebook.questions import CodeQuestions
from qualcoder_nhs.ui.codebook.tree_view import TreeView
from qualcoder_nhs.ui.look.fonts import Size
from qualcoder_nhs.ui.look.grounds import rule
from qualcoder_nhs.ui.look.looks import looks
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped


class CodebookPane(QWidget):
    """`action_wanted` bears an action on the codebook, to be run as the coder.

    `use_wanted` bears a code to put on words, `hidden_changed` the codes switched off in the text,
    `passage_dropped` a passage and the code it was dropped on, `memo_wanted` a code. `split_wanted`
    bears a code and its name, `refine_wanted` a code whose codings wait for one beneath it.
    """

    action_wanted = Signal(object)
    use_wanted = Signal(str)
    hidden_changed = Signal(object)
    passage_dropped = Signal(object, str)
    memo_wanted = Signal(str)
    split_wanted = Signal(str, str)
    refine_wanted = Signal(str)

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.theme = theme
        self.tree = TreeView(theme)
        self.filter = FilterField(theme)
        self.new_code = NewCodeField(theme)
        self._ask = CodeQuestions(self.tree.rows, self.action_wanted.emit, self)
        self._count = label("", Size.SMALL, "second")
        self._hint = wrapped("", Size.SMALL, "second")
        self._archived = button(_("Show archived"), "flat", Size.SMALL)
        self._archived.setCheckable(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(14, 12, 8, 0)
        head.addWidget(label(_("Codebook"), Size.SMALL_LABEL, "second"), 1)
        head.addWidget(self._archived)
        field = QHBoxLayout()
        field.setContentsMargins(12, 0, 12, 0)
        field.addWidget(self.filter)
        rows = QHBoxLayout()
        rows.setContentsMargins(6, 6, 2, 0)
        rows.addWidget(self.tree)
        self._hint.setContentsMargins(14, 8, 14, 0)
        foot = QHBoxLayout()
        foot.setContentsMargins(12, 2, 14, 2)
        foot.addWidget(self.new_code, 1)
        foot.addWidget(self._count)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(field)
        column.addWidget(self._hint)
        column.addLayout(rows, 1)
        column.addWidget(rule())
        column.addLayout(foot)

    def _connect(self) -> None:
        rows = self.tree.rows
        self.filter.textChanged.connect(lambda _letters: self._filter())
        self.filter.left.connect(self.tree.setFocus)
        self.filter.entered.connect(self._first_found)
        self._archived.toggled.connect(lambda _on: self._filter())
        self.new_code.named.connect(self._add)
        self.tree.used.connect(self._use)
        self.tree.toggled.connect(self.toggle)
        self.tree.shifted.connect(self._shift)
        self.tree.customContextMenuRequested.connect(self._offer)
        self.tree.selectionModel().currentChanged.connect(lambda *_: self._say_where())
        rows.modelReset.connect(self._say_where)
        rows.rename_wanted.connect(
            lambda code, name: self.action_wanted.emit(RenameCode(code, name))
        )
        rows.move_wanted.connect(lambda *move: self.action_wanted.emit(MoveCode(*move)))
        rows.passage_dropped.connect(self.passage_dropped)
        find = QShortcut(QKeySequence("/"), self)
        find.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        find.activated.connect(self.find_code)

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    @property
    def codebook(self) -> Codebook:
        """The codebook as it is shown."""
        return self.tree.rows.tree.codebook

    def show_tree(self, tree: CodebookTree) -> None:
        """Show the codebook with its counts."""
        self.tree.painter.looks = looks(tree.codebook, self.theme)
        self.tree.rows.show(tree)
        usable = [code for code in tree.codebook.codes if _is_counted(code)]
        self._count.setText(ngettext("{n} code", "{n} codes", len(usable)))
        self._archived.setVisible(any(code.archived for code in tree.codebook.codes))
        self._hint_if_nothing()

    def show_hidden(self, codes: frozenset[CodeId]) -> None:
        """Show which codes are switched off in the text."""
        self.tree.rows.hide(codes)

    def set_writable(self, *, writable: bool) -> None:
        """Whether the codebook can be worked on."""
        self.tree.rows.writable = writable
        self.new_code.setVisible(writable)

    def set_theme(self, theme: Theme, *, comfortable: bool) -> None:
        """Draw it in another look."""
        self.theme = self.tree.painter.theme = theme
        self.tree.painter.looks = looks(self.codebook, theme)
        self.tree.painter.comfortable = comfortable
        self.filter.set_theme(theme)
        self.new_code.set_theme(theme)
        self.tree.doItemsLayout()

    def find_code(self) -> None:
        """Give the keys to the filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _filter(self) -> None:
        self.tree.rows.filter(self.filter.text(), archived=self._archived.isChecked())
        self._hint_if_nothing()

    def _hint_if_nothing(self) -> None:
        self._hint.setText(self._hint_words())
        self._hint.setVisible(bool(self._hint.text()))

    def _hint_words(self) -> str:
        letters = self.filter.text().strip()
        if self.tree.rows.rowCount():
            return ""
        if not letters:
            return _(
                "No codes yet. Start with the NHS codebook, bring your own, or select words and "
                "type: the first code makes itself."
            )
        nothing = _("No code matches “{letters}”.").format(letters=letters)
        away = sorted(self.codebook[code].name for code in hits(self.codebook, letters))
        if away:
            return nothing + " " + _("Archived: {names}.").format(names=", ".join(away))
        near = nearest(self.codebook, letters)
        return nothing + (" " + _("Near it: {name}.").format(name=near) if near else "")

    def _first_found(self) -> None:
        """Enter in the filter goes to the first code that matches."""
        for code in self.codebook.walk():
            if self.filter.fits(code) and self.tree.rows.place(code.id).isValid():
                self.tree.go_to(code.id)
                self.tree.setFocus()
                return

    def _say_where(self) -> None:
        parent = self._parent_for_new()
        self.new_code.show_parent(self.codebook[parent].name if parent else "")

    def _parent_for_new(self) -> CodeId | None:
        """A new code lies beneath the category the keys stand on, else beside the code there."""
        current = self.tree.current
        if current is None or self.codebook[current].archived:
            return None
        is_category = bool(self.codebook.children(current)) or self.codebook[current].parent is None
        return current if is_category else self.codebook[current].parent

    # ── what is wished ───────────────────────────────────────────────────────────────────────

    def _add(self, name: str) -> None:
        beneath, self.new_code.beneath = self.new_code.beneath, None
        parent = beneath or self._parent_for_new()
        if parent is not None:
            self.tree.open_below(parent)
        self.action_wanted.emit(AddCode(name, parent))

    def _use(self, code: CodeId) -> None:
        if self.codebook[code].applicable is Applicable.NO:
            index = self.tree.rows.place(code)
            self.tree.setExpanded(index, not self.tree.isExpanded(index))
        else:
            self.use_wanted.emit(code)

    def toggle(self, code: CodeId) -> None:
        """Show or hide a code in the text, with all beneath it."""
        hidden, all_of_it = self.tree.rows.hidden, self.codebook.descendants(code)
        now = hidden - all_of_it if code in hidden else hidden | all_of_it
        self.tree.rows.hide(now)
        self.hidden_changed.emit(frozenset(now))

    def _shift(self, code: CodeId, by: int) -> None:
        parent = self.codebook[code].parent
        siblings = [each.id for each in self.codebook.children(parent) if not each.archived]
        to = siblings.index(code) + by if code in siblings else -1
        if 0 <= to < len(siblings):
            after = to + 1 if by > 0 else to
            before = siblings[after] if after < len(siblings) else None
            self.action_wanted.emit(MoveCode(code, parent, before))

    def _offer(self, place: QPoint) -> None:
        code = self.tree.rows.code(self.tree.indexAt(place))
        if code is not None:
            self.menu_for(code).popup(self.tree.viewport().mapToGlobal(place))

    def menu_for(self, code: CodeId) -> QMenu:
        """What can be done to a code."""
        rows = self.tree.rows
        used, hidden = rows.tree.beneath.get(code, 0), code in rows.hidden
        chip = self.tree.painter.looks[code].chip
        found, is_idea = self.codebook[code], lies_under_ideas(self.codebook, code)
        state = CodeState(found, chip, used, hidden, rows.writable, is_idea)
        return code_menu(self, state, self._hands(code))

    def _hands(self, code: CodeId) -> CodeHands:
        run: Any = self.action_wanted.emit
        return CodeHands(
            use=partial(self._use, code),
            toggle=partial(self.toggle, code),
            card=partial(self.open_card, code),
            add=partial(self._add_beneath, code),
            rename=lambda: self.tree.edit(self.tree.rows.place(code)),
            move=partial(self._ask.parent, code),
            merge=partial(self._ask.heir, code),
            split=partial(self.split_wanted.emit, code, self.codebook[code].name),
            promote=partial(self._ask.place, code),
            refine=partial(self.refine_wanted.emit, code),
            colour=lambda colour: run(RecolourCode(code, colour)),
            memo=partial(self.memo_wanted.emit, code),
            archive=partial(run, ArchiveCode(code)),
            shift=partial(self._shift, code),
            bring_back=partial(run, BringBackCode(code)),
            delete=partial(run, DeleteCode(code)),
        )

    def _add_beneath(self, code: CodeId) -> None:
        self.tree.go_to(code)
        self.new_code.ask_beneath(code, self.codebook[code].name)

    def open_card(self, code: CodeId) -> None:
        """Show a code's full card."""
        self._ask.card(code)


def lies_under_ideas(codebook: Codebook, code: CodeId) -> bool:
    """Whether it was made while coding, and has no place in the codebook yet."""
    return any(above.slug == NEW_IDEAS for above in codebook.ancestors(code))


def _is_counted(code: Code) -> bool:
    """Codes that are put on words for good; roots and categories group them."""
    return code.applicable is Applicable.YES and not code.archived
