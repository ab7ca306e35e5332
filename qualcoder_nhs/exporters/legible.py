"""Text made fit for files that cannot hold every character, visibly and counted."""

import re

SHOWN = "\N{REPLACEMENT CHARACTER}"

# What XML 1.0 cannot hold: control characters but tab and line ends, halves of surrogate pairs.
_ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class Legible:
    """Replaces what XML cannot hold by a visible mark, and remembers how often it had to."""

    def __init__(self) -> None:
        self.replaced = 0

    def __call__(self, text: str) -> str:
        """The text with a `�` for each character that had to go; of the same length."""
        if text.isprintable():  # as most cells and lines are, and much faster to see
            return text
        shown, count = _ILLEGAL.subn(SHOWN, text)
        self.replaced += count
        return shown
