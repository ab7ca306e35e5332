"""What a Word document says in places that are not read, and how much of it there is."""

from collections.abc import Iterable, Iterator
from typing import Any

from lxml import etree

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.leftovers import insertions_read, words_left_out
from qualcoder_nhs.importers.word.docx_runs import FORMULA, OLD_PROGRAMS, TEXT_BOX, M, W, is_hidden

_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def left_out(document: Any) -> Iterator[Problem]:
    """A problem for each kind of text that was left out."""
    body = document.element.body
    boxes = list(_outermost(body, TEXT_BOX))
    counts = {
        _("Tracked deletions"): _words(_outermost(body, f"{W}del"), f"{W}delText"),
        _("Hidden text"): _words(run for run in body.iter(f"{W}r") if is_hidden(run)),
        _("Text boxes"): _words(boxes),
        _("Formulas"): _words(body.iter(FORMULA), f"{M}t"),
        **_beside(document),
    }
    yield from words_left_out(counts)
    inserted = _outermost(body, f"{W}ins", f"{W}moveTo")
    yield from insertions_read(sum(1 for one in inserted if _words([one])))


def _outermost(body: Any, *tags: str) -> Iterator[Any]:
    """Elements that lie in no other of the kind; what Word writes for old programs is left."""
    for found in body.iter(*tags):
        if not any(above.tag in (*tags, OLD_PROGRAMS) for above in found.iterancestors()):
            yield found


def _beside(document: Any) -> dict[str, int]:
    names = {
        "header": _("Page headers"),
        "footer": _("Page footers"),
        "footnotes": _("Footnotes"),
        "endnotes": _("Endnotes"),
        "comments": _("Comments"),
    }
    counts: dict[str, int] = {}
    for relation in document.part.rels.values():
        kind = relation.reltype.rsplit("/", 1)[-1]
        if kind in names and not relation.is_external:
            words = _words(_tree(relation.target_part.blob))
            counts[names[kind]] = counts.get(names[kind], 0) + words
    return counts


def _tree(content: bytes) -> list[Any]:
    try:
        return [etree.fromstring(content, _SAFE)]
    except (etree.XMLSyntaxError, ValueError):
        return []


def _words(elements: Iterable[Any], tag: str = f"{W}t") -> int:
    """The words of the paragraphs in these, or of their runs where they lie in a paragraph."""
    return sum(
        len("".join(text.text or "" for text in words.iter(tag)).split())
        for element in elements
        for words in list(element.iter(f"{W}p")) or [element]
    )
