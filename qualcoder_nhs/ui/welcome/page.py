"""The first thing one sees: the ways to a study; initials, recent ones, promises."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.icons import paint_icon
from qualcoder_nhs.ui.look.fonts import Size, chrome_font, transcript_face, transcript_font
from qualcoder_nhs.ui.look.grounds import on_ground, rule
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.welcome.way_in import GLOW, WayIn
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped

LEFT, RIGHT, BETWEEN = 540 + 2 * GLOW, 416, 84
TITLE_PIXELS = 36


class WelcomePage(QScrollArea):
    """Shown while no study is open.

    `wished` bears `sample`, `start_study`, `open_study` or `bring_study`; `study_wanted` the path
    of a recent one; `coder_named` the initials to code under, as they are typed; `dropped` the
    paths of files that were let go on the page.
    """

    wished = Signal(str)
    study_wanted = Signal(str)
    coder_named = Signal(str)
    dropped = Signal(object)

    def __init__(self, coder: str, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("Welcome"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAcceptDrops(True)
        self.ways = _ways()
        self.coder = _coder_field(coder)
        self.coder.textEdited.connect(lambda told: self.coder_named.emit(told.strip()))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(2)
        self._promises = _promises()
        self.setWidget(self._laid_out())
        self.show_recent(())
        self.set_theme(theme)
        for name, way in self.ways.items():
            way.clicked.connect(lambda _on, wish=name: self.wished.emit(wish))
        self.setFocusProxy(self.ways["sample"])

    def _laid_out(self) -> QWidget:
        page = QWidget()
        on_ground(page, "paper")
        grid = QGridLayout(page)
        grid.setContentsMargins(24, 24, 24, 24)
        grid.setHorizontalSpacing(BETWEEN - GLOW)
        left, right = QWidget(), QWidget()
        left.setLayout(self._left())
        right.setLayout(self._right())
        left.setMaximumWidth(LEFT)
        right.setMaximumWidth(RIGHT)
        for column, stretch in ((0, 1), (1, 540), (2, 416), (3, 1)):
            grid.setColumnStretch(column, stretch)
        grid.setColumnMinimumWidth(0, 0)
        grid.setRowStretch(0, 9)
        grid.setRowStretch(2, 10)
        grid.addWidget(left, 1, 1)
        grid.addWidget(right, 1, 2, Qt.AlignmentFlag.AlignTop)
        return page

    def _left(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8 - GLOW)
        column.addWidget(_title())
        column.addSpacing(8)
        column.addWidget(_about())
        column.addSpacing(16)
        for way in self.ways.values():
            column.addWidget(way)
        return column

    def _right(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        column.addWidget(label(_("Coding as"), Size.SMALL_LABEL, "second"))
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.coder)
        told = _("Initials. They mark each coding as yours, and can be changed in Study.")
        row.addWidget(wrapped(told, Size.SMALL, "second"), 1)
        column.addLayout(row)
        column.addSpacing(16)
        column.addWidget(label(_("Recent"), Size.SMALL_LABEL, "second"))
        column.addLayout(self._recent)
        column.addSpacing(16)
        column.addWidget(rule())
        column.addSpacing(8)
        for promise in self._promises:
            column.addWidget(promise)
            column.addSpacing(4)
        return column

    def show_recent(self, paths: Sequence[str]) -> None:
        """List the studies that were open before, latest first."""
        while (item := self._recent.takeAt(0)) is not None:
            if old := item.widget():
                old.hide()
                old.deleteLater()
        for path in paths:
            self._recent.addWidget(self._recent_button(path), 0, Qt.AlignmentFlag.AlignLeft)
        if not paths:
            self._recent.addWidget(label(_("Studies you open will be listed here."), look="second"))

    def _recent_button(self, path: str) -> QAbstractButton:
        study = Path(path)
        made = button(f"{study.stem}  ·  {study.parent.name}", "flat")
        made.setToolTip(path)
        made.clicked.connect(lambda: self.study_wanted.emit(path))
        return made

    def set_theme(self, theme: Theme) -> None:
        """Draw it in another look."""
        for way in self.ways.values():
            way.theme = theme
        for promise in self._promises:
            promise.theme = theme
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.wished.emit("sample")
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _files(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.dropped.emit(_files(event.mimeData()))


class Promise(QWidget):
    """What the program promises, with a small icon before it."""

    def __init__(self, icon: str, first: str, rest: str) -> None:
        super().__init__()
        self.theme = Theme()
        self._icon = icon
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 0, 0, 4)
        column.setSpacing(2)
        column.addWidget(label(first, Size.LABEL))
        column.addWidget(wrapped(rest, Size.SMALL, "second"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_icon(painter, self._icon, QRectF(0, 1, 16, 16), self.theme.tokens.ink2)

    def sizeHint(self) -> QSize:
        return QSize(RIGHT, super().sizeHint().height())


def _ways() -> dict[str, WayIn]:
    return {
        "sample": WayIn(
            _("Open the sample study"),
            _(
                "Four invented focus groups, a codebook of 58 codes, a coder’s work, and a pilot "
                "round of three coders"
            ),
            "book-open",
            "Return",
            first=True,
        ),
        "start_study": WayIn(
            _("Start a study"),
            _("Choose a file, then bring in transcripts and a codebook"),
            "plus",
            "Ctrl+N",
        ),
        "open_study": WayIn(
            _("Open a study"), _("A .qnhs file on this computer"), "folder-open", "Ctrl+O"
        ),
        "bring_study": WayIn(
            _("Bring a study from another program"),
            _(
                "NVivo, MAXQDA or ATLAS.ti as a REFI-QDA project (.qdpx); QualCoder, Taguette and "
                "RQDA as they are"
            ),
            "library",
        ),
    }


def _files(mime: QMimeData) -> tuple[Path, ...]:
    return tuple(Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile())


def _promises() -> tuple[Promise, Promise]:
    return (
        Promise(
            "shield-check",
            _("Everything stays on this computer"),
            _(
                "No account, no network, nothing sent. A study is one file: keep it where your "
                "approval says, and not in a synced folder."
            ),
        ),
        Promise(
            "undo-2",
            _("Nothing is lost"),
            _("Each change is on disk when you see it. Undo reaches back over restarts."),
        ),
    )


def _title() -> QLabel:
    title = label(_("Read closely.\nSay where each word came from."))
    title.setFont(_fitting(title.text()))
    title.setContentsMargins(GLOW, 0, 0, 0)
    return title


def _fitting(told: str) -> QFont:
    """The transcript's face as large as its widest line has room; faces differ much in width."""
    font = transcript_font(face=transcript_face())
    widest = max(told.splitlines(), key=len)
    for pixels in range(TITLE_PIXELS, 16, -1):
        font.setPixelSize(pixels)
        if QFontMetricsF(font).horizontalAdvance(widest) <= LEFT - 2 * GLOW:
            break
    return font


def _about() -> QLabel:
    about = wrapped(
        _(
            "qualcoder_nhs is for coding what people say to one another in focus groups, and for "
            "writing from it."
        ),
        Size.HEADING,
        "second",
    )
    font = chrome_font(Size.HEADING)
    font.setWeight(font.Weight.Normal)
    about.setFont(font)
    about.setMaximumWidth(450)
    about.setContentsMargins(GLOW, 0, 0, 0)
    return about


def _coder_field(coder: str) -> QLineEdit:
    field = QLineEdit(coder)
    field.setAccessibleName(_("Coding as"))
    field.setAccessibleDescription(_("Initials or a name that mark each coding as yours"))
    field.setFont(chrome_font())
    field.setFixedWidth(72)
    field.setMaxLength(60)
    return field
