"""The texts of a REFI-QDA project, wherever it keeps them: sources and what stands for them."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.domain.foreign import ForeignText, Kind
from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.importers.encoding import decoded
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.markup import (
    Element,
    called,
    child,
    children,
    guid,
    local,
    moment,
    words,
)
from qualcoder_nhs.importers.refi.parts import Parts
from qualcoder_nhs.importers.refi.positions import FileText, file_text

SOURCES = ("TextSource", "PDFSource", "PictureSource", "AudioSource", "VideoSource")
_INSIDE = {
    "PDFSource": "Representation",
    "PictureSource": "TextDescription",
    "AudioSource": "Transcript",
    "VideoSource": "Transcript",
}
_BESIDE = {
    "PDFSource": N_("its words are in, its pages stay out"),
    "PictureSource": N_("its description is in, the picture stays out"),
    "AudioSource": N_("its transcript is in, the recording stays out"),
    "VideoSource": N_("its transcript is in, the film stays out"),
}
_OUTSIDE = ("relative:", "absolute:", "file:", "http:", "https:")


@dataclass(frozen=True)
class Body:
    """A text with its element, and the element of the source that it stands for."""

    text: ForeignText
    file: FileText
    element: Element
    source: Element


@dataclass(frozen=True)
class _Found:
    """The words of a text, or why there are none; `outside` where they never were in the file."""

    file: FileText
    why: str = ""
    outside: bool = False


def bodies_of(sources: Element | None, parts: Parts, ledger: Ledger) -> Iterator[Body]:
    """Every text that comes in; what does not is told to the ledger."""
    for source in children(sources, *SOURCES):
        inside = list(_inside(source))
        for element in inside:
            yield from _body(element, source, parts, ledger)
        if not inside:
            ledger.leave(Kind.TEXTS, called(source), _without_words(source))


def _inside(source: Element) -> Iterator[Element]:
    """The elements that hold text, of a recording perhaps several."""
    if local(source) == "TextSource":
        yield source
    else:
        yield from children(source, _INSIDE[local(source)])


def _without_words(source: Element) -> str:
    return {
        "PictureSource": _("a picture, which cannot be shown"),
        "PDFSource": _("a PDF whose words the file does not hold"),
        "AudioSource": _("a recording without a transcript"),
        "VideoSource": _("a film without a transcript"),
    }[local(source)]


def _body(element: Element, source: Element, parts: Parts, ledger: Ledger) -> Iterator[Body]:
    found = words_of(element, parts)
    name = called(element) or called(source)
    if found.outside:
        ledger.leave(Kind.TEXTS, name, found.why)
        return
    key = ledger.key(Kind.TEXTS, guid(element) or guid(source))
    path = element.get("plainTextPath", "")
    text = ForeignText(key, name, found.file.text, path.rpartition("/")[2], moment(source))
    for how in (*filter(None, [found.why]), *_otherwise(found.file, element, source)):
        ledger.alter(Kind.TEXTS, key, how)
    yield Body(text, found.file, element, source)


def _otherwise(file: FileText, element: Element, source: Element) -> Iterator[str]:
    if not file.text.strip():
        yield _("it has no words")
    if file.mended:
        yield ngettext(
            "{n} character is none and was replaced",
            "{n} characters are none and were replaced",
            file.mended,
        )
    if local(source) != "TextSource":
        yield _(_BESIDE[local(source)])
    if marks := sum(1 for _one in children(element, "SyncPoint")):
        yield ngettext(
            "{n} time mark of its recording stays out",
            "{n} time marks of its recording stay out",
            marks,
        )


def words_of(element: Element, parts: Parts) -> _Found:
    """The words of a source or a note: in the XML, or in a part that it names.

    Raises:
        BadFile: when the part is damaged, protected, or too large.
    """
    inline = child(element, "PlainTextContent")
    path = element.get("plainTextPath", "").strip()
    if inline is not None and (words(inline) or not path):
        return _Found(file_text(words(inline)))
    if path and parts.holds(path):
        return _Found(file_text(decoded(parts.read(path))[0]))
    if path.casefold().startswith(_OUTSIDE):
        why = _("its words lie outside of the file, at “{path}”").format(path=path)
        return _Found(FileText(""), why, outside=True)
    if path:
        return _Found(FileText(""), _("its words, “{path}”, are missing").format(path=path))
    styled = element.get("richTextPath", "")
    return _Found(FileText(""), _("the file has it in a styled form only") if styled else "")
