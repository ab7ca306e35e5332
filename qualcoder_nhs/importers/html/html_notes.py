"""Notes and comments in pages that office programs save: what calls them, and what they say."""

import re
from typing import Any

_NOTE = re.compile(r"(?:sdfootnote|sdendnote|_?ftn|_?edn|ftnt)\d+")
_COMMENT = re.compile(r"_?(?:com|cmnt)_?\d+")
_CALL = re.compile(
    r"(?:sdfootnote|sdendnote)\d+anc|_?(?:ftn|edn)ref\d+|(?:ftnt|cmnt)_ref\d+|_anchor_\d+"
)
_OF_WORD = re.compile(r"mso-element\s*:\s*(footnote|endnote|comment)(?:-list)?\b", re.IGNORECASE)
_BLOCKS = ("div", "p", "li", "dl")


def is_call(element: Any) -> bool:
    """Whether it is the raised number that leads to a note, or the mark of a comment."""
    if element.tag != "a":
        return False
    return bool(_CALL.fullmatch(_name(element)) or element.get("class") == "msocomanchor")


def is_note(element: Any) -> bool:
    """Whether it is a footnote or an endnote."""
    return _is_of(element, _NOTE, "footnote", "endnote")


def is_comment(element: Any) -> bool:
    """Whether it is what somebody remarked."""
    return _is_of(element, _COMMENT, "comment")


def _is_of(element: Any, known: re.Pattern[str], *words: str) -> bool:
    """By its own name, by what Word says in its style, or by the mark that leads back from it."""
    if element.tag not in _BLOCKS:
        return False
    told = _OF_WORD.search(element.get("style") or "")
    if told:
        return told[1].casefold() in words
    if known.fullmatch(_name(element)):
        return True
    back = element[0] if element.tag == "p" and len(element) else None
    return back is not None and back.tag == "a" and bool(known.fullmatch(_name(back)))


def _name(element: Any) -> str:
    return str(element.get("id") or element.get("name") or "")
