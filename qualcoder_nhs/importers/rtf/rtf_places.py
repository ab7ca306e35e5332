"""Where the words of Rich Text belong: to the text, to a place that is named, or nowhere."""

from collections import Counter
from collections.abc import Mapping

from qualcoder_nhs.i18n import N_

BODY = "body"
NOWHERE = ""
FONTS = "fonts"
TWICE = "twice"
"""Words that stand once more beside it, with all their letters."""

FOOTNOTES, ENDNOTES = N_("Footnotes"), N_("Endnotes")
DELETED, HIDDEN, OBJECTS = N_("Tracked deletions"), N_("Hidden text"), N_("Embedded objects")
PICTURES = N_("Pictures")
_HEADERS, _FOOTERS = N_("Page headers"), N_("Page footers")
_COMMENTS, _BOXES = N_("Comments"), N_("Text boxes")

DESTINATIONS: Mapping[str, str] = {
    **{f"header{page}": _HEADERS for page in ("", "l", "r", "f")},
    **{f"footer{page}": _FOOTERS for page in ("", "l", "r", "f")},
    "footnote": FOOTNOTES,
    "annotation": _COMMENTS,
    "shptxt": _BOXES,
    "dptxbxtext": _BOXES,
    "object": OBJECTS,
    "fonttbl": FONTS,
    "upr": TWICE,
    **dict.fromkeys(
        (
            *("colortbl", "stylesheet", "info", "pict", "nonshppict", "shprslt", "sp", "sn", "sv"),
            *("fldinst", "listtext", "pntext", "objdata", "xe", "tc", "listtable", "rsidtbl"),
            *("listoverridetable", "revtbl", "filetbl", "generator", "xmlnstbl", "themedata"),
            *("nonesttables", "nesttableprops", "bkmkstart", "bkmkend", "atnid", "atnauthor"),
            *("ftnsep", "ftnsepc", "aftnsep", "aftnsepc", "background", "template", "datastore"),
        ),
        NOWHERE,
    ),
}
"""Where the words of a group belong that begins so."""

WRAPPERS = {"shpinst", "shppict", "do", "shpgrp"}
"""Groups that readers may leave out, and that hold others which say where their words belong."""


class Elsewhere:
    """Counts what is said outside of the text."""

    def __init__(self) -> None:
        self.pictures = 0
        self._said: dict[str, list[str]] = {}

    def add(self, place: str, words: str) -> None:
        """Words in a place that is named; those that are nowhere are nobody's."""
        if words and place not in (NOWHERE, FONTS, TWICE):
            self._said.setdefault(place, []).append(words)

    def counts(self) -> Counter[str]:
        """How many words each place has."""
        return Counter({place: len("".join(words).split()) for place, words in self._said.items()})
