"""The measures and colours of every screen, as plain values in four sets."""

from dataclasses import dataclass, replace

GAPS = (4, 8, 12, 16, 24, 32, 48)
"""The only distances between things."""

RADIUS_CAP, RADIUS_ROW, RADIUS_CARD = 3, 6, 10
"""Corners: key caps and tints · rows, buttons, fields · cards and the palette."""

TREE_ROW, LIST_ROW, TABLE_ROW, CONTROL_HEIGHT = 25, 28, 30, 30
MENU_BAR, DESK_HEADER, STATUS_BAR = 30, 56, 28
RAIL_WIDTH, PANE_WIDTH = 76, 268


@dataclass(frozen=True)
class Tokens:
    """One set of colours, each `#RRGGBB`; the names are those of the design.

    `hover` and `pressed` are how much ink is laid over a thing under the pointer, from 0 to 1.
    """

    name: str
    dark: bool
    high_contrast: bool
    paper: str
    side: str
    rail: str
    raised: str
    sunk: str
    ink: str
    ink2: str
    ink3: str
    line: str
    line2: str
    accent: str
    on_accent: str
    accent_bg: str
    selected: str
    warn: str
    warn_bg: str
    bad: str
    bad_bg: str
    ok: str
    ok_bg: str
    hover: float = 0.035
    pressed: float = 0.07


LIGHT = Tokens(
    name="light",
    dark=False,
    high_contrast=False,
    paper="#FDFCFA",
    side="#F5F3EF",
    rail="#ECE9E3",
    raised="#FFFFFF",
    sunk="#F0EDE8",
    ink="#1E1D1B",
    ink2="#56524B",
    ink3="#6B665E",
    line="#E2DED6",
    line2="#8A857B",
    accent="#1F4FA8",
    on_accent="#FFFFFF",
    accent_bg="#E4ECF9",
    selected="#CFE0FA",
    warn="#8A4B00",
    warn_bg="#FBEFD9",
    bad="#A3212F",
    bad_bg="#FBE6E6",
    ok="#23643A",
    ok_bg="#E3F1E6",
)

DARK = Tokens(
    name="dark",
    dark=True,
    high_contrast=False,
    paper="#1B1C1E",
    side="#202124",
    rail="#17181A",
    raised="#292B2F",
    sunk="#242629",
    ink="#E6E3DD",
    ink2="#B3B0A9",
    ink3="#979590",
    line="#34363B",
    line2="#84878E",
    accent="#8DB4F5",
    on_accent="#10151F",
    accent_bg="#263552",
    selected="#2F4A78",
    warn="#F0B865",
    warn_bg="#3B2E17",
    bad="#F58E93",
    bad_bg="#43242A",
    ok="#86CF9B",
    ok_bg="#1F3627",
    hover=0.045,
)

HC_LIGHT = replace(
    LIGHT,
    name="high contrast light",
    high_contrast=True,
    paper="#FFFFFF",
    side="#FFFFFF",
    rail="#FFFFFF",
    raised="#FFFFFF",
    sunk="#FFFFFF",
    accent_bg="#FFFFFF",
    warn_bg="#FFFFFF",
    bad_bg="#FFFFFF",
    ok_bg="#FFFFFF",
    ink="#000000",
    line="#000000",
    line2="#000000",
    warn="#000000",
    bad="#000000",
    ok="#000000",
    ink2="#2B2B2B",
    ink3="#2B2B2B",
    accent="#0B3D91",
)

HC_DARK = replace(
    DARK,
    name="high contrast dark",
    high_contrast=True,
    paper="#000000",
    side="#000000",
    rail="#000000",
    raised="#000000",
    sunk="#000000",
    accent_bg="#000000",
    warn_bg="#000000",
    bad_bg="#000000",
    ok_bg="#000000",
    ink="#FFFFFF",
    line="#FFFFFF",
    line2="#FFFFFF",
    warn="#FFFFFF",
    bad="#FFFFFF",
    ok="#FFFFFF",
    ink2="#E0E0E0",
    ink3="#E0E0E0",
    accent="#FFD84A",
    on_accent="#000000",
)


def tokens_for(*, dark: bool, high_contrast: bool = False) -> Tokens:
    """The set for a colour scheme and a wish for contrast."""
    if high_contrast:
        return HC_DARK if dark else HC_LIGHT
    return DARK if dark else LIGHT
