"""What a PDF holds besides the words on its pages: forms, attachments, scripts, notes, pictures."""

from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.leftovers import things_left_out, words_left_out
from qualcoder_nhs.importers.pdf.opened import told

_MOST = 2_000  # entries that are counted; nobody needs to know of more
_DEEPEST = 8
_NOTES = {"/Text", "/FreeText", "/Highlight", "/Underline", "/StrikeOut", "/Squiggly", "/Caret"}


def left_out(reader: Any) -> Iterator[Problem]:
    """A sentence for each kind of thing that is not read; nothing of it is opened or run."""
    root = told(reader.trailer, "/Root")
    names = told(root, "/Names")
    notes, attached = _notes(reader)
    yield from words_left_out({_("Comments"): notes})
    yield from things_left_out(
        {
            _("Attachments"): attached + _leaves(told(names, "/EmbeddedFiles"), 0),
            _("Form fields"): len(told(told(root, "/AcroForm"), "/Fields") or ()),
            _("Scripts"): _leaves(told(names, "/JavaScript"), 0) + _opens_with_script(root),
            _("Pictures"): pictures(reader),
        }
    )


def pictures(reader: Any) -> int:
    """How many pictures the pages show, the same one on several pages once."""
    found: set[int] = set()
    for page in reader.pages:
        objects = told(told(page, "/Resources"), "/XObject") or {}
        for name in list(objects)[:_MOST]:
            if told(told(objects, name), "/Subtype") == "/Image":
                found.add(id(told(objects, name)))
    return len(found)


def _notes(reader: Any) -> tuple[int, int]:
    """The words in notes on the pages, and the files pinned to them."""
    words = attached = seen = 0
    for page in reader.pages:
        for each in list(told(page, "/Annots") or ())[: max(0, _MOST - seen)]:
            seen += 1
            note = each.get_object()
            kind = told(note, "/Subtype")
            attached += kind == "/FileAttachment"
            words += len(str(told(note, "/Contents") or "").split()) if kind in _NOTES else 0
    return words, attached


def _leaves(tree: Any, depth: int) -> int:
    """The names at the ends of a tree of names."""
    if tree is None or depth > _DEEPEST:
        return 0
    here = len(told(tree, "/Names") or ()) // 2
    kids = list(told(tree, "/Kids") or ())[:_DEEPEST]
    return here + sum(_leaves(kid.get_object(), depth + 1) for kid in kids)


def _opens_with_script(root: Any) -> int:
    action = told(root, "/OpenAction")
    return int(told(action, "/S") == "/JavaScript")
