"""Tokens keep their contrast; icons and glyphs take the theme's colours."""

import pytest
from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QRadioButton, QStyle, QStyleOptionFocusRect

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.palette import contrast
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.ui.icons import icon, icon_names
from qualcoder_nhs.ui.look import fonts, theme
from qualcoder_nhs.ui.look.glyphs import paint_shape, role_look
from qualcoder_nhs.ui.look.looks import looks
from qualcoder_nhs.ui.look.tokens import DARK, HC_DARK, HC_LIGHT, LIGHT, tokens_for

SETS = (LIGHT, DARK, HC_LIGHT, HC_DARK)


@pytest.mark.parametrize("tokens", SETS, ids=lambda tokens: tokens.name)
def test_words_can_be_read(tokens):
    for ground in (tokens.paper, tokens.side, tokens.rail, tokens.raised):
        assert contrast(tokens.ink, ground) >= 9
        assert contrast(tokens.ink2, ground) >= 4.5
    assert contrast(tokens.ink3, tokens.paper) >= 4.5
    assert contrast(tokens.line2, tokens.paper) >= 3
    assert contrast(tokens.on_accent, tokens.accent) >= 4.5
    for word, ground in (("warn", "warn_bg"), ("bad", "bad_bg"), ("ok", "ok_bg")):
        assert contrast(getattr(tokens, word), getattr(tokens, ground)) >= 4.5


def test_the_scheme_and_the_wish_for_contrast_choose_the_set():
    assert tokens_for(dark=True) is DARK
    assert tokens_for(dark=False, high_contrast=True) is HC_LIGHT


@pytest.mark.parametrize("tokens", SETS, ids=lambda tokens: tokens.name)
def test_palette_and_sheet_come_from_the_tokens(qapp, tokens):
    assert theme.palette(tokens).color(QPalette.ColorRole.Text).name() == tokens.ink.lower()
    assert "$" not in theme.style_sheet(tokens)


def colours_of(image):
    size = range(image.width())
    return {QColor(image.pixelColor(x, y)).name() for x in size for y in size}


@pytest.mark.parametrize("name", icon_names())
def test_every_icon_is_drawn_in_the_colour_asked_for(qapp, name):
    drawn = icon(name, "#ff0000").pixmap(QSize(24, 24)).toImage()
    solid = {
        drawn.pixelColor(x, y).name()
        for x in range(drawn.width())
        for y in range(drawn.height())
        if drawn.pixelColor(x, y).alpha() > 200
    }
    assert solid == {"#ff0000"}


@pytest.mark.parametrize(
    ("function", "role", "shape"),
    [
        (Function.PARTICIPANT, "medical director", "disc"),
        (Function.PARTICIPANT, "ward sister", "pentagon"),
        (Function.MODERATOR, "", "ring"),
        (Function.UNKNOWN, "", "question"),
    ],
)
def test_roles_have_a_shape(qapp, function, role, shape):
    look = role_look(function, role, ("nurse", "ward sister"))
    assert look.shape == shape
    image = QImage(16, 16, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    paint_shape(painter, shape, QPointF(8, 8), look.colour(LIGHT))
    painter.end()
    assert len(colours_of(image)) > 1


def test_the_focus_ring_is_the_accent(qapp):
    theme.apply(QApplication.instance(), theme.Theme(LIGHT))
    image = QImage(40, 40, QImage.Format.Format_RGB32)
    image.fill(QColor("#ffffff"))
    option = QStyleOptionFocusRect()
    option.rect = image.rect()
    option.palette = theme.palette(LIGHT)
    painter = QPainter(image)
    box = QCheckBox()
    QApplication.style().drawPrimitive(
        QStyle.PrimitiveElement.PE_FrameFocusRect, option, painter, box
    )
    painter.end()
    assert image.pixelColor(20, 1).name() == LIGHT.accent.lower()
    assert image.pixelColor(20, 20).name() == "#ffffff"


def distance(one: str, other: str) -> int:
    """How far two colours are apart in the channel where they are farthest."""
    pairs = zip(QColor(one).getRgb(), QColor(other).getRgb(), strict=True)
    return max(abs(here - there) for here, there in pairs)


@pytest.mark.parametrize("tokens", SETS, ids=lambda tokens: tokens.name)
@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_a_box_is_seen_before_it_is_ticked_and_after(qtbot, tokens, kind):
    theme.apply(QApplication.instance(), theme.Theme(tokens))
    box = kind("Words")
    qtbot.addWidget(box)
    box.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def shown() -> set[str]:
        image = box.grab(QRect(0, 0, 16, box.height())).toImage()
        return {
            image.pixelColor(x, y).name()
            for x in range(image.width())
            for y in range(image.height())
        }

    before = shown()
    assert max(contrast(seen, tokens.side) for seen in before) >= 3
    box.setChecked(True)
    added = shown() - before
    assert min(distance(seen, tokens.accent) for seen in added) < 12


def test_chrome_is_relative_to_the_systems_font_and_the_transcript_is_a_serif(qapp):
    body, title = fonts.chrome_font(), fonts.chrome_font(fonts.Size.TITLE)
    assert title.pointSizeF() == pytest.approx(body.pointSizeF() * 1.6)
    assert fonts.transcript_face(["Nowhere Serif"]) not in ("", "Nowhere Serif")
    assert fonts.transcript_font(99).pixelSize() == 32
    assert fonts.line_pitch(17) == 27


def test_measures_grow_with_the_systems_font_and_never_shrink(qapp, monkeypatch):
    for pixels, measure in ((8, 25), (13, 25), (26, 50)):
        font = fonts.chrome_font()
        font.setPixelSize(pixels)
        monkeypatch.setattr(fonts, "chrome_font", lambda font=font: font)
        assert fonts.grown(25) == measure


def test_codes_take_their_familys_stripe_and_siblings_other_shades():
    root = Code(CodeId("fin"), "fin", "Finance", position=1)
    first = Code(CodeId("a"), "a", "A", parent=root.id, position=0)
    own = Code(CodeId("b"), "b", "B", parent=root.id, position=1, colour="#112233")
    book = Codebook((Code(CodeId("x"), "x", "X"), root, first, own))
    shown = looks(book, theme.Theme())
    assert shown[first.id].stripe == shown[own.id].stripe == shown[root.id].stripe
    assert shown[first.id].chip != shown[root.id].chip
    assert shown[own.id].chip == "#112233"
    assert looks(book, theme.Theme(by_code=True))[own.id].stripe == "#112233"
    assert looks(book, theme.Theme(HC_LIGHT))[first.id].tint == "#FFFFFF"
