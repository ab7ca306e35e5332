"""Words as Markdown shows them unchanged: marks that would format are escaped."""

import re

_ANYWHERE = re.compile(r"([\\`*_\[\]<>&~|#$])")
# At the beginning of a line these make lists, rules and underlined headings.
_OPENING = re.compile(r"^([-+=]|\d{1,9}(?=[.)]))")

# Blanks and controls that readers of Markdown take away at the end of a line.
_SOFT = " \t\x1c\x1d\x1e\x1f\x85"


def plain(words: str) -> str:
    """One line of Markdown that renders as exactly these words; blanks at the end may go."""
    escaped = _kept_at_end(_ANYWHERE.sub(r"\\\1", words))
    blank = escaped[:1]
    if blank in {" ", "\t"} or _is_hard(blank):
        # Four blanks at the beginning would make it a piece of program.
        return f"&#{ord(blank)};{escaped[1:]}"
    return _OPENING.sub(_open, escaped)


def _kept_at_end(words: str) -> str:
    """A hard space at the end would be taken for a blank and go."""
    body = words.rstrip(_SOFT)
    last = body[-1:]
    return f"{body[:-1]}&#{ord(last)};{words[len(body) :]}" if _is_hard(last) else words


def _is_hard(char: str) -> bool:
    """A printed blank beyond ASCII, such as the one that keeps words on a line."""
    return char.isspace() and not char.isascii() and char not in _SOFT


def _open(mark: re.Match[str]) -> str:
    return f"{mark[0]}\\" if mark[0].isdigit() else f"\\{mark[0]}"
