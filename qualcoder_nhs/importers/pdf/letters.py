"""The letters of a PDF font: which ones a string of bytes means, how wide, and whether bold."""

from dataclasses import dataclass, field
from typing import Any, Protocol

from pypdf.generic._font import Font

from qualcoder_nhs.importers.pdf.directions import as_drawn, as_typed
from qualcoder_nhs.importers.pdf.opened import told

UNREADABLE = "\ufffd"

_BOLD = ("bold", "black", "heavy", "semibold", "demi")
_FORCED_BOLD = 1 << 18
_BOLD_WEIGHT = 600


class Spacing(Protocol):
    """How large letters are drawn, and how far apart."""

    @property
    def size(self) -> float:
        """Points of an em."""

    @property
    def between(self) -> float:
        """Points behind each letter."""

    @property
    def at_blanks(self) -> float:
        """Further points behind each blank."""


@dataclass(frozen=True)
class Letters:
    """A font as far as reading needs it."""

    font: Font
    bold: bool
    readable: bool = True
    _known: dict[str, tuple[str, float, bool]] = field(default_factory=dict)

    def read(self, string: bytes, manner: Spacing) -> tuple[str, float]:
        """What a string says, and how wide it is drawn."""
        text, wide, between, at_blanks = [], 0.0, manner.between, manner.at_blanks
        for sign in self._signs(string):
            letter, width, is_blank = self._known.get(sign) or self._learn(sign)
            text.append(letter)
            wide += width * manner.size + between
            if is_blank:
                wide += at_blanks
        return "".join(text), wide

    def _learn(self, sign: str) -> tuple[str, float, bool]:
        known = (self._meant(sign), self._width(sign) / 1000, sign == self.font.space_char)
        self._known[sign] = known
        return known

    def _signs(self, string: bytes) -> str:
        if isinstance(self.font.encoding, str):
            return string.decode(self.font.encoding, "replace")
        return string.decode("latin-1")

    def _meant(self, sign: str) -> str:
        if not self.readable:
            return UNREADABLE
        encoding = self.font.encoding
        told_by_encoding = sign if isinstance(encoding, str) else encoding.get(ord(sign), sign)
        return as_drawn(
            as_typed(str(self.font.character_map.get(told_by_encoding, told_by_encoding)))
        )

    def _width(self, sign: str) -> float:
        if sign == self.font.space_char:
            return float(self.font.space_width)
        return float(self.font.get_text_width(sign))


def letters_of(resource: Any) -> Letters:
    """The font that a page names."""
    font = Font.from_font_resource(resource)
    return Letters(font, _is_bold(resource), font.interpretable and not _only_drawn(resource))


def _only_drawn(resource: Any) -> bool:
    """Whether signs are numbers of drawings, and nothing says which letters those are."""
    by_number = str(told(resource, "/Encoding")).startswith("/Identity")
    return by_number and told(resource, "/ToUnicode") is None


def _is_bold(resource: Any) -> bool:
    """By its name, its weight, or since it says so."""
    descendants = told(resource, "/DescendantFonts")
    inner = descendants[0].get_object() if descendants else resource
    descriptor = told(inner, "/FontDescriptor") or {}
    name = str(told(resource, "/BaseFont")).casefold()
    flags, weight = told(descriptor, "/Flags"), told(descriptor, "/FontWeight")
    return (
        any(word in name for word in _BOLD)
        or (isinstance(flags, int) and bool(flags & _FORCED_BOLD))
        or (isinstance(weight, int | float) and weight >= _BOLD_WEIGHT)
    )
