"""The look of the program: the chosen tokens as a palette and a style sheet, set in one place."""

from dataclasses import dataclass
from functools import lru_cache
from string import Template

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from qualcoder_nhs.ui.look import fonts
from qualcoder_nhs.ui.look.style import FocusRingStyle
from qualcoder_nhs.ui.look.tokens import LIGHT, RADIUS_CARD, RADIUS_ROW, Tokens, tokens_for


@dataclass(frozen=True)
class Theme:
    """What a widget needs to know to draw itself.

    `by_code` gives every code its own colour instead of its family's; `patterns` draws the
    families' patterns on the stripes, which high contrast always does.
    """

    tokens: Tokens = LIGHT
    by_code: bool = False
    stripe_patterns: bool = False
    face: str | None = None
    text_pixels: int = fonts.TRANSCRIPT_SIZE
    line_height: float = fonts.LINE_HEIGHT
    measure: int = 64

    @property
    def patterns(self) -> bool:
        """Whether stripes are drawn with their family's pattern."""
        return self.stripe_patterns or self.tokens.high_contrast

    @property
    def pitch(self) -> int:
        """From one baseline of the transcript to the next."""
        return fonts.line_pitch(self.text_pixels, self.line_height)


@lru_cache(maxsize=512)
def colour(name: str, alpha: float = 1.0) -> QColor:
    """A colour of the tokens, let through by `alpha`. Callers must not change it."""
    made = QColor(name)
    made.setAlphaF(alpha)
    return made


@lru_cache(maxsize=1024)
def blend(under: str, over: str, part: float) -> QColor:
    """What the eye sees where `part` of one colour lies over another. Not to be changed."""
    one, other = QColor(under), QColor(over)
    return QColor.fromRgbF(
        one.redF() + (other.redF() - one.redF()) * part,
        one.greenF() + (other.greenF() - one.greenF()) * part,
        one.blueF() + (other.blueF() - one.blueF()) * part,
    )


def system_theme() -> Theme:
    """The theme that the system asks for now."""
    hints = QGuiApplication.styleHints()
    accessibility = getattr(hints, "accessibility", None)  # Qt 6.10 and later
    wish = accessibility().contrastPreference() if accessibility else None
    return Theme(
        tokens_for(
            dark=hints.colorScheme() is Qt.ColorScheme.Dark,
            high_contrast=getattr(wish, "name", "") == "HighContrast",
        )
    )


def apply(app: QApplication, theme: Theme) -> None:
    """Give the whole program the theme; widgets that paint themselves are told by their room."""
    if not isinstance(app.style(), FocusRingStyle):
        app.setStyle(FocusRingStyle())
    app.setPalette(palette(theme.tokens))
    app.setStyleSheet(style_sheet(theme.tokens))


_ROLES = {
    QPalette.ColorRole.Window: "side",
    QPalette.ColorRole.WindowText: "ink",
    QPalette.ColorRole.Base: "paper",
    QPalette.ColorRole.AlternateBase: "side",
    QPalette.ColorRole.Text: "ink",
    QPalette.ColorRole.PlaceholderText: "ink3",
    QPalette.ColorRole.Button: "raised",
    QPalette.ColorRole.ButtonText: "ink",
    QPalette.ColorRole.BrightText: "bad",
    QPalette.ColorRole.ToolTipBase: "raised",
    QPalette.ColorRole.ToolTipText: "ink",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Highlight: "selected",
    QPalette.ColorRole.HighlightedText: "ink",
    QPalette.ColorRole.Light: "raised",
    QPalette.ColorRole.Midlight: "sunk",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "line2",
    QPalette.ColorRole.Shadow: "line2",
}
_FADED = (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText)


def palette(tokens: Tokens) -> QPalette:
    """The tokens in Qt's own roles. High contrast keeps the system's selection colours."""
    made = QPalette()
    kept = (QPalette.ColorRole.Highlight, QPalette.ColorRole.HighlightedText)
    for role, token in _ROLES.items():
        if not (tokens.high_contrast and role in kept):
            made.setColor(role, QColor(getattr(tokens, token)))
    for role in _FADED:
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens.ink3))
    return made


_SHEET = Template("""
QToolTip { background: $raised; color: $ink; border: 1px solid $line2; padding: 4px 6px; }
QLineEdit { background: $raised; color: $ink; border: 1px solid $line2; border-radius: ${row}px;
    padding: 0 8px; min-height: 28px; selection-background-color: $selected;
    selection-color: $ink; placeholder-text-color: $ink3; }
QLineEdit:focus { border: 2px solid $accent; padding: 0 7px; min-height: 26px; }
QPushButton { background: $raised; color: $ink; border: 1px solid $line; border-radius: ${row}px;
    padding: 0 12px; min-height: 28px; }
QPushButton:hover { background: $hovered; }
QPushButton:pressed { background: $pressed; }
QPushButton:disabled { color: $ink3; border-style: dashed; }
QPushButton[look="primary"]:enabled { background: $accent; color: $on_accent;
    border-color: $accent; }
QFrame[look="card"] { background: $raised; border: 1px solid $line;
    border-radius: ${card_radius}px; }
QFrame[look="quote"] { background: $raised; border: 1px solid $line;
    border-radius: ${card_radius}px; }
QFrame[look="lifted"] { background: $raised; border: 1px solid $line2;
    border-radius: ${card_radius}px; }
QLabel#keycap { background: $raised; color: $ink2; border: 1px solid $line; border-radius: 3px;
    border-bottom-color: $line2; padding: 0 5px; }
QPushButton[look="pill"] { background: $sunk; border: 1px solid $pill; border-radius: 11px;
    min-height: 22px; padding: 0 9px; color: $ink2; }
QPushButton[look="pill"]:checked { background: $accent_bg; color: $accent; }
QPushButton[look="keyed"] { text-align: left; padding: 0 8px; min-height: 24px; }
QPushButton[look="choice"]:checked { background: $accent_bg; border-color: $accent;
    color: $accent; }
QLabel[look="chip"] { background: $sunk; color: $ink2; border-radius: 9px; padding: 2px 8px; }
QLabel[look="chip-ok"] { background: $ok_bg; color: $ok; border-radius: 9px; padding: 2px 8px; }
QPushButton[look="row"] { background: transparent; border: none; text-align: left;
    padding: 0 4px; min-height: 24px; }
QPushButton[look="row"]:hover { background: $sunk; }
QLabel[look="quiet"] { color: $ink3; }
QLabel[look="second"] { color: $ink2; }
QLabel[look="warning"] { color: $warn; }
QMenu { background: $raised; color: $ink; border: 1px solid $line2; padding: 4px; }
QMenu::item { padding: 4px 24px; border-radius: 3px; }
QMenu::item:selected { background: $accent_bg; color: $ink; }
QSplitter::handle { background: $line; }
QFrame#rule { background: $line; border: none; }
QFrame#foot { background: $side; border: none; border-top: 1px solid $line;
    border-bottom-left-radius: ${card_radius}px; border-bottom-right-radius: ${card_radius}px; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar::handle:vertical { background: $handle; border-radius: 3px; min-height: 32px;
    margin: 0 3px; }
QScrollBar::handle:vertical:hover { background: $line2; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle:horizontal { background: $handle; border-radius: 3px; min-width: 32px;
    margin: 3px 0; }
QScrollBar::handle:horizontal:hover { background: $line2; }
QScrollBar::add-line, QScrollBar::sub-line { height: 0; width: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QScrollArea { background: transparent; border: none; }
QLineEdit[look="bare"] { background: transparent; border: 1px solid transparent; padding: 0 2px; }
QLineEdit[look="bare"]:focus { background: $raised; border: 1px solid $accent; }
QLineEdit[look="open"], QLineEdit[look="open"]:focus { background: transparent; border: none;
    padding: 0 4px; min-height: 28px; }
QMenu::item:disabled { color: $ink3; }
QMenu::separator { height: 1px; background: $line; margin: 4px 8px; }
QMenuBar { background: $rail; color: $ink2; padding: 3px 8px; border-bottom: 1px solid $line; }
QMenuBar::item { background: transparent; padding: 4px 10px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $touched; color: $ink; }
QPushButton[look="flat"], QToolButton[look="flat"] { background: transparent; border: none;
    padding: 0 6px; min-height: 24px; color: $ink2; }
QPushButton[look="flat"]:hover, QToolButton[look="flat"]:hover { background: $touched;
    color: $ink; }
QWidget[ground="rail"] { background: $rail; }
QWidget[ground="side"] { background: $side; }
QWidget[ground="paper"] { background: $paper; }
QWidget[ground="warn"] { background: $warn_bg; }
QWidget[ground="rule"] { background: $line; border: none; }
QWidget[edge="top"] { border-top: 1px solid $line; }
QWidget[edge="bottom"] { border-bottom: 1px solid $line; }
QWidget[edge="left"] { border-left: 1px solid $line; }
QWidget[edge="right"] { border-right: 1px solid $line; }
QAbstractItemView { background: transparent; border: none; outline: none; }
QListWidget { background: $raised; border: 1px solid $line; border-radius: ${row}px; padding: 3px; }
QListWidget:focus { border: 2px solid $accent; padding: 2px; }
QListWidget[look="pages"] { background: transparent; border: none; }
QListWidget[look="pages"]:focus { border: none; padding: 3px; }
QListWidget::item { padding: 4px 7px; border: 1px solid transparent;
    border-radius: ${row}px; }
QListWidget::item:selected { background: $accent_bg; color: $ink; border-color: $chosen; }
QProgressBar { background: $sunk; border: none; border-radius: 3px; max-height: 6px;
    min-height: 6px; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QPlainTextEdit { background: $raised; color: $ink; border: 1px solid $line2;
    border-radius: ${row}px; padding: 4px 6px; selection-background-color: $selected;
    selection-color: $ink; }
QPlainTextEdit:focus { border: 2px solid $accent; padding: 3px 5px; }
QTextEdit[look="claim"] { background: transparent; color: $ink; border: none;
    selection-background-color: $selected; selection-color: $ink; placeholder-text-color: $ink3; }
QTextEdit[look="claim"]:focus { background: $raised; }
QPushButton[look="link"] { background: transparent; border: none; color: $ink; padding: 0 4px;
    min-height: 24px; text-decoration: underline; }
QHeaderView, QHeaderView::section { background: transparent; color: $ink2; border: none; }
QHeaderView::section { border-bottom: 1px solid $line; padding: 6px 8px; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: transparent; border: none;
    border-bottom: 1px solid $line; }
QTableView { selection-background-color: $accent_bg; selection-color: $ink; }
""")


def style_sheet(tokens: Tokens) -> str:
    """The one short sheet for what a palette cannot say."""
    values = {name: value for name, value in vars(tokens).items() if isinstance(value, str)}
    return _SHEET.substitute(
        values,
        row=RADIUS_ROW,
        card_radius=RADIUS_CARD,
        pill=tokens.line if tokens.high_contrast else tokens.sunk,
        chosen=tokens.accent if tokens.high_contrast else tokens.accent_bg,
        handle=blend(tokens.paper, tokens.line2, 0.5).name(),
        touched=blend(tokens.rail, tokens.ink, 2 * tokens.hover).name(),
        hovered=blend(tokens.raised, tokens.ink, tokens.hover).name(),
        pressed=blend(tokens.raised, tokens.ink, tokens.pressed).name(),
    )
