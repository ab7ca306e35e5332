"""The passages behind a figure as a list: what differs, where, and how it begins."""

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.agreement_passages import AgreementPassage
from qualcoder_nhs.ui.agreement.report.marks import paint_sample
from qualcoder_nhs.ui.agreement.report.wording import KIND_WORDS
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, grown, transcript_font
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.row_model import RowModel
from qualcoder_nhs.ui.widgets.row_paint import ModelIndex, paint_ground, write

SAMPLE, WHERE, PIXELS = 14, 80, 14
PARTS = {Kind.BOUNDARY: 0, Kind.SPLIT: 0, Kind.SUBSTITUTION: 1, Kind.OMISSION: 2}
"""Which part of the bar a kind is drawn as."""

_OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_J: 1, Qt.Key.Key_K: -1}


class PassageModel(RowModel[AgreementPassage]):
    """Passages as rows."""

    def shown(self, row: AgreementPassage) -> str:
        return _("“{words}”").format(words=" ".join(row.words.split()))

    def spoken(self, row: AgreementPassage) -> str:
        kind = _(KIND_WORDS[row.of.of.kind])
        with_it = _("coded by {names}").format(names=", ".join(row.of.of.coders_with))
        return f"{row.reference}, {kind}, {with_it}: {self.shown(row)}"


class PassageRow(QStyledItemDelegate):
    """What differs as a piece of the bar, the place, and the words on one line."""

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, _option: QStyleOptionViewItem, _index: ModelIndex) -> QSize:
        return QSize(120, grown(30))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        model, tokens = index.model(), self.theme.tokens
        passage = model.at(index) if isinstance(model, PassageModel) else None
        if not isinstance(model, PassageModel) or passage is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect)
        paint_ground(painter, option, box, tokens)
        room = box.adjusted(8, 0, -8, 0)
        part = PARTS.get(passage.of.of.kind)
        if part is not None:
            sample = QRectF(room.left(), room.top(), SAMPLE, room.height())
            paint_sample(painter, sample, part, tokens)
        room.setLeft(room.left() + SAMPLE + 8)
        where = QRectF(room.left(), room.top(), grown(WHERE), room.height())
        write(painter, where, passage.reference, chrome_font(Size.SMALL), tokens.ink2)
        room.setLeft(where.right() + 8)
        font = transcript_font(PIXELS, self.theme.face)
        write(painter, room, model.shown(passage), font, tokens.ink)
        painter.restore()


class PassageList(QListView):
    """`looked_at` bears the passage one stands on, `jump` its transcript and place.

    J and K step as the arrows do.
    """

    looked_at = Signal(object)
    jump = Signal(object, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.rows = PassageModel(self)
        self.painter = PassageRow(theme, self)
        self.setModel(self.rows)
        self.setItemDelegate(self.painter)
        self.setAccessibleName(_("Passages"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.doubleClicked.connect(lambda _index: self._jump())

    @property
    def current(self) -> AgreementPassage | None:
        """The passage one stands on."""
        return self.rows.at(self.currentIndex())

    def step(self, by: int) -> None:
        """Go to the next one, or the one before; at an end one stays."""
        row = max(0, min(self.rows.rowCount() - 1, self.currentIndex().row() + by))
        self.setCurrentIndex(self.rows.index(row))

    def _jump(self) -> None:
        passage = self.current
        if passage is not None:
            self.jump.emit(passage.transcript, passage.span)

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        passage = self.rows.at(current)
        if passage is not None:
            self.looked_at.emit(passage)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, plain = Qt.Key(event.key()), not event.modifiers()
        if plain and key in _OPENS:
            self._jump()
        elif plain and key in _STEPS:
            self.step(_STEPS[key])
        else:
            super().keyPressEvent(event)
