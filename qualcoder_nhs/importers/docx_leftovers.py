"""What a Word document says in places that are not read, and how much of it there is."""

from collections.abc import Iterator
from typing import Any

from lxml import etree

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.docx_runs import W
from qualcoder_nhs.importers.format import Problem

_SAFE = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


def left_out(document: Any) -> Iterator[Problem]:
    """A problem for each kind of text that was left out."""
    body = document.element.body
    counts = {
        _("Tracked insertions"): _words(body.iter(f"{W}ins", f"{W}moveTo")),
        _("Text boxes"): _words(_outermost(body)),
        **_beside(document),
    }
    for what, words in counts.items():
        if words:
            told = ngettext("{n} word was left out", "{n} words were left out", words)
            yield Problem(None, f"{what}: {told}.")


def _outermost(body: Any) -> Iterator[Any]:
    """Text boxes once: Word writes each a second time for old programs."""
    for box in body.iter(f"{W}txbxContent"):
        if not any(etree.QName(above).localname == "Fallback" for above in box.iterancestors()):
            yield box


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
            tree = _tree(relation.target_part.blob)
            counts[names[kind]] = counts.get(names[kind], 0) + (
                _words([tree]) if tree is not None else 0
            )
    return counts


def _tree(content: bytes) -> Any:
    try:
        return etree.fromstring(content, _SAFE)
    except etree.XMLSyntaxError:
        return None


def _words(elements: Any) -> int:
    return sum(
        len(" ".join(text.text or "" for text in element.iter(f"{W}t")).split())
        for element in elements
    )
