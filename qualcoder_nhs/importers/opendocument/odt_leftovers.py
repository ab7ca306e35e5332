"""What an OpenDocument text says in places that are not read, and how much of it there is."""

from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.leftovers import insertions_read, things_left_out, words_left_out
from qualcoder_nhs.importers.opendocument.odt_text import (
    DRAW,
    OFFICE,
    PARAGRAPHS,
    STYLE,
    TEXT,
    plain,
)

_HEADS = tuple(f"{STYLE}header{kind}" for kind in ("", "-left", "-first"))
_FOOTS = tuple(f"{STYLE}footer{kind}" for kind in ("", "-left", "-first"))


def left_out(body: Any, styles: Any) -> Iterator[Problem]:
    """A problem for each kind of text that was left out, and for insertions, which are not."""
    drawn = [one for one in body.iter() if _is_drawing(one)]
    yield from words_left_out(
        {
            _("Tracked deletions"): _words(body, f"{TEXT}deletion"),
            _("Footnotes"): _notes(body, "footnote"),
            _("Endnotes"): _notes(body, "endnote"),
            _("Comments"): _words(body, f"{OFFICE}annotation"),
            _("Text boxes"): sum(map(words_in, drawn)),
            _("Hidden sections"): sum(words_in(one) for one in body.iter() if is_hidden(one)),
            _("Page headers"): _words(styles, *_HEADS),
            _("Page footers"): _words(styles, *_FOOTS),
        }
    )
    yield from things_left_out({_("Pictures"): sum(not words_in(one) for one in drawn)})
    yield from insertions_read(sum(1 for _one in body.iter(f"{TEXT}insertion")))


def is_hidden(element: Any) -> bool:
    """Whether it is a section that is not shown."""
    return bool(element.tag == f"{TEXT}section" and element.get(f"{TEXT}display") == "none")


def words_in(element: Any) -> int:
    """How many words the paragraphs in it have."""
    return sum(len(plain(paragraph).split()) for paragraph in element.iter(*PARAGRAPHS))


def _is_drawing(element: Any) -> bool:
    """The outermost of drawings that lie in each other."""
    tag = element.tag
    return (
        isinstance(tag, str)
        and tag.startswith(DRAW)
        and not any(above.tag.startswith(DRAW) for above in element.iterancestors())
        and tag not in (f"{DRAW}layer-set", f"{DRAW}a")
    )


def _words(tree: Any, *tags: str) -> int:
    return sum(words_in(element) for element in tree.iter(*tags))


def _notes(body: Any, kind: str) -> int:
    notes = (note for note in body.iter(f"{TEXT}note") if note.get(f"{TEXT}note-class") == kind)
    return sum(words_in(note) for note in notes)
