"""The eight families' colours and patterns, and the arithmetic of contrast; data, no Qt."""

import colorsys
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache

STRIPE_CONTRAST = 3.0
"""What an edge or a stripe needs against the paper it stands on."""


class Pattern(StrEnum):
    """How a stripe is drawn, so that families can be told apart without colour."""

    SOLID = "solid"
    LONG = "long"
    SHORT = "short"
    DOUBLE = "double"
    LONG_SHORT = "long-short"
    MIDDLE = "middle"
    LONG_SHORT_SHORT = "long-short-short"
    HOLLOW = "hollow"


DASHES: dict[Pattern, tuple[int, ...]] = {
    Pattern.SOLID: (),
    Pattern.LONG: (10, 3),
    Pattern.SHORT: (3, 3),
    Pattern.DOUBLE: (),
    Pattern.LONG_SHORT: (10, 3, 3, 3),
    Pattern.MIDDLE: (6, 3),
    Pattern.LONG_SHORT_SHORT: (10, 3, 3, 3, 3, 3),
    Pattern.HOLLOW: (),
}
"""Pixels on, off, on, off …; empty for the patterns that are lines rather than dashes."""


@dataclass(frozen=True)
class Family:
    """The colours of one root and all beneath it, each `#RRGGBB`.

    `mark` and `name` are those of the palette (`hyb`, `violet`); the mark that a screen shows is
    the slug of the root. Stripes and edges take the stripe colour; shades stand in chips beside
    names, in turn through siblings; the tint only shows extent. `hc_light` is the stripe in light
    high contrast, where dark high contrast takes `stripe_dark`.
    """

    mark: str
    name: str
    stripe_light: str
    shades_light: tuple[str, ...]
    tint_light: str
    stripe_dark: str
    shades_dark: tuple[str, ...]
    tint_dark: str
    pattern: Pattern
    hc_light: str

    def shade(self, place: int, *, dark: bool = False) -> str:
        """The chip colour of the code at this place among its siblings, counted from 0."""
        shades = self.shades_dark if dark else self.shades_light
        return shades[place % len(shades)]


# fmt: off
FAMILIES: tuple[Family, ...] = (
    Family("hyb", "violet",
           "#A776ED", ("#8F62CD", "#794CB4", "#65369D"), "#EDE5FF",
           "#E4AAFF", ("#C995E1", "#EFCFFE", "#B17EC9"), "#3F2B48",
           Pattern.SOLID, "#8F5DD2"),
    Family("tru", "blue",
           "#0655B6", ("#004191", "#2E6DC8", "#002F6C"), "#DDEBFE",
           "#4682F1", ("#366CCF", "#659CFE", "#8CB6FE"), "#223454",
           Pattern.LONG, "#0655B6"),
    Family("fin", "amber",
           "#CB831E", ("#AF6E0D", "#925B03", "#774904"), "#FFE5C9",
           "#EEA51D", ("#D18F0F", "#FFC162", "#B47A05"), "#462F08",
           Pattern.SHORT, "#A66704"),
    Family("rel", "crimson",
           "#C82F4B", ("#A81C3A", "#DD5264", "#8A0029"), "#FEE1E2",
           "#E14740", ("#C03631", "#F6685D", "#FF8E82"), "#4F2722",
           Pattern.DOUBLE, "#C82F4B"),
    Family("gov", "teal",
           "#529FA1", ("#418789", "#297173", "#0D5D5F"), "#D7EFF0",
           "#7AF4E3", ("#6BD9CA", "#BAFFF3", "#51C1B2"), "#113C37",
           Pattern.LONG_SHORT, "#318083"),
    Family("app", "plum",
           "#6E1C40", ("#54082D", "#823654", "#38001B"), "#FEE0E9",
           "#B15E9B", ("#C678B0", "#DF8FC8", "#F7A5DF"), "#46293E",
           Pattern.MIDDLE, "#6E1C40"),
    Family("imp", "green",
           "#2E4F0C", ("#1E3A00", "#44632A", "#112500"), "#E1EFD8",
           "#B8E39C", ("#A3C989", "#D2FBB9", "#8CB173"), "#2B3922",
           Pattern.LONG_SHORT_SHORT, "#2E4F0C"),
    Family("grp", "slate",
           "#636276", ("#4E4D5F", "#79788B", "#3A394A"), "#E9E9F0",
           "#9E9E9E", ("#878787", "#B5B5B5", "#717171"), "#343434",
           Pattern.HOLLOW, "#636276"),
)
# fmt: on


def family(number: int, colour: str | None = None) -> Family:
    """The family of the root at this place, counted from 0.

    After eight, colours repeat with the next pattern. A root that itself has the light stripe
    colour of a family keeps that family wherever it stands.
    """
    for own in FAMILIES:
        if colour and own.stripe_light == colour.upper():
            return own
    times, place = divmod(number, len(FAMILIES))
    pattern = FAMILIES[(place + times) % len(FAMILIES)].pattern
    return replace(FAMILIES[place], pattern=pattern)


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two `#RRGGBB` colours as WCAG 2 counts it, from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@lru_cache(maxsize=1024)
def legible(colour: str, paper: str, least: float = STRIPE_CONTRAST) -> str:
    """The colour, or the same hue at the nearest lightness that reaches the contrast on paper.

    Where no lightness reaches it, the one that comes closest.
    """
    if contrast(colour, paper) >= least:
        return colour
    hue, lightness, saturation = colorsys.rgb_to_hls(*_channels(colour))
    shades = [
        (abs(step / 255 - lightness), _hex(colorsys.hls_to_rgb(hue, step / 255, saturation)))
        for step in range(256)
    ]
    reaching = [shade for shade in shades if contrast(shade[1], paper) >= least]
    if reaching:
        return min(reaching)[1]
    return max((shade for _, shade in shades), key=lambda shade: contrast(shade, paper))


def _channels(colour: str) -> tuple[float, float, float]:
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return red, green, blue


def _hex(channels: tuple[float, float, float]) -> str:
    return "#" + "".join(f"{round(channel * 255):02X}" for channel in channels)


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in _channels(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
