"""The words of a page as a browser would set them: what breaks a line, what is bold, what shows."""

import re
from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.importers.html.html_notes import is_call, is_comment, is_note
from qualcoder_nhs.importers.paragraphs import Piece, lines_from, on_one_line
from qualcoder_nhs.importers.turns import Line

BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details"),
    *("dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main"),
    *("menu", "nav", "ol", "option", "p", "pre", "section", "summary", "table", "tbody", "td"),
    *("tfoot", "th", "thead", "tr", "ul"),
}
"""Elements that stand on lines of their own."""

NEVER_SHOWN = {
    *("head", "script", "style", "noscript", "template", "title", "meta", "link", "base"),
    *("datalist", "param", "source", "track", "area", "map", "rp", "rt"),
}
THINGS = {"img", "picture", "svg", "video", "audio", "object", "embed", "iframe", "canvas"}
FIELDS = {"input", "select", "textarea", "button"}
_BOLD = {"b", "strong"}
_IS_BOLD = re.compile(r"font-weight\s*:\s*(?:bold(?:er)?|[6-9]00)\b", re.IGNORECASE)
_IS_LIGHT = re.compile(r"font-weight\s*:\s*(?:normal|lighter|[1-5]00)\b", re.IGNORECASE)
_IS_HIDDEN = re.compile(r"display\s*:\s*none\b|visibility\s*:\s*hidden\b", re.IGNORECASE)
_IS_NUMBER = re.compile(r"mso-list\s*:\s*ignore", re.IGNORECASE)
_BLANKS = re.compile("[ \t\r\n\f]+")


def is_hidden(element: Any) -> bool:
    """Whether a browser would not show it though it has words."""
    return element.get("hidden") is not None or bool(_IS_HIDDEN.search(element.get("style") or ""))


def is_margin(element: Any) -> bool:
    """Whether it is the head or foot of a printed page, as LibreOffice writes them."""
    return element.tag == "div" and element.get("title") in ("header", "footer")


def is_read(element: Any) -> bool:
    """Whether its words are words of the page."""
    if not isinstance(element.tag, str) or element.tag in NEVER_SHOWN | THINGS | FIELDS:
        return False
    if _IS_NUMBER.search(element.get("style") or ""):
        return False
    beside = is_note(element) or is_comment(element) or is_call(element) or element.tag == "del"
    return not beside and not is_hidden(element) and not is_margin(element)


def is_bold(element: Any, *, around: bool) -> bool:
    """Whether the words in an element are bold, given whether those around it are."""
    style = element.get("style") or ""
    if _IS_LIGHT.search(style):
        return False
    return around or element.tag in _BOLD or bool(_IS_BOLD.search(style))


class Paragraph:
    """Words that come together until the line is over; blanks in a row are one."""

    def __init__(self) -> None:
        self._pieces: list[Piece] = []
        self._after_blank = True

    def add(self, words: str, *, bold: bool, as_is: bool) -> None:
        """Words as they stand in the source; `as_is` where its blanks and lines are meant."""
        if as_is:
            told = words.replace("\r\n", "\n").replace("\r", "\n")
            lines = "\n".join(on_one_line(line) for line in told.split("\n"))
            self._pieces.append((lines, bold))
            self._after_blank = False
            return
        told = _BLANKS.sub(" ", words)
        if self._after_blank and told[:1] == " ":
            told = told[1:]
        if told:
            self._after_blank = told[-1] == " "
            self._pieces.append((on_one_line(told), bold))

    def end_line(self) -> None:
        """A line break within the paragraph."""
        self._pieces.append(("\n", False))
        self._after_blank = True

    def taken(self) -> Iterator[Line]:
        """The lines so far, without the blank that the source's layout leaves at their ends."""
        if self._pieces:
            for line in _without_last_break(list(lines_from(self._pieces))):
                yield Line(line.text.rstrip(" "), min(line.bold, len(line.text.rstrip(" "))))
        self._pieces = []
        self._after_blank = True


def _without_last_break(lines: list[Line]) -> list[Line]:
    """A break right before the paragraph ends shows nothing, and blanks alone are no line."""
    if len(lines) > 1 and not lines[-1].text.strip(" "):
        lines = lines[:-1]
    return lines if len(lines) > 1 or lines[0].text.strip(" ") else []
