"""REFI-QDA's XML read with care, by local names, whatever version its namespace claims."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime

from lxml import etree

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _

Element = etree._Element  # noqa: SLF001 (lxml gives its class no other name)

NAMESPACE = "urn:QDA-XML:"
# Tags and attributes, told by their marks: each takes far more memory than it is long. Half a
# million codings have two and a half million tags with five and a half million attributes.
_MOST = {b"<": 4_000_000, b"=": 6_000_000}

_DOCTYPE = re.compile(rb"<!DOCTYPE", re.IGNORECASE)
_BEGINS = re.compile(rb"[\xef\xbb\xbf\xff\xfe\s]*<")
_ROOT = re.compile(rb"<\s*(?:[\w.-]+:)?(Project|CodeBook)\b[^>]*" + NAMESPACE.encode())


def root_named(content: bytes) -> str:
    """`Project` or `CodeBook` where the file begins as such XML does, else nothing."""
    head = content[:20_000].replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    found = _ROOT.search(head) if head.startswith(b"<") else None
    return found[1].decode() if found else ""


def root_of(content: bytes, name: str, wanted: str) -> Element:
    """The outermost element of the XML.

    Raises:
        BadFile: when it is no XML, declares entities, has more in it than any study, or is no
            REFI-QDA `wanted`.
    """
    if not content.strip():
        raise BadFile(name=name, why=_("it is empty."))
    if not _BEGINS.match(content.replace(b"\x00", b"")):
        raise BadFile(name=name, why=_("it is no REFI-QDA file. Export it anew where it was made."))
    before = re.split(rb"<(?=[A-Za-z_])", content.replace(b"\x00", b"")[:100_000], maxsplit=1)[0]
    if _DOCTYPE.search(before):
        raise BadFile(name=name, why=_("it declares entities, which no program writes there."))
    if any(content.count(mark) > most for mark, most in _MOST.items()):
        raise BadFile(name=name, why=_("it has more in it than any study."))
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        why = _("it is damaged, or was not written to its end. Export it anew. ({what})")
        why = why.format(what=error.msg if isinstance(error, etree.XMLSyntaxError) else error)
        raise BadFile(name=name, why=why) from error
    if getattr(root.getroottree().docinfo, "doctype", ""):
        raise BadFile(name=name, why=_("it declares entities, which no program writes there."))
    namespace = etree.QName(root).namespace or ""
    if local(root) != wanted or not namespace.startswith(NAMESPACE):
        raise BadFile(name=name, why=_("it is no REFI-QDA file."))
    return root


def local(element: Element) -> str:
    """The name without its namespace; empty for a comment and the like."""
    tag: object = element.tag  # of a comment it is a function
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Element | None, *names: str) -> Iterator[Element]:
    """The elements right beneath one that bear one of these names."""
    for child in element if element is not None else ():
        if local(child) in names:
            yield child


def child(element: Element | None, name: str) -> Element | None:
    """The first element right beneath one that bears the name."""
    return next(children(element, name), None)


def below(element: Element, *names: str) -> Iterator[Element]:
    """The elements anywhere beneath one that bear one of these names."""
    wanted = element.iter(*(f"{{*}}{name}" for name in names))
    return (one for one in wanted if one is not element)


def called(element: Element) -> str:
    """The name of a thing without blanks around it; empty where it has none."""
    return (element.get("name") or "").strip()


def line_of(element: Element) -> int | None:
    """The line of the file it begins on."""
    line: object = element.sourceline
    return line if isinstance(line, int) else None


def words(element: Element | None) -> str:
    """What stands in an element; empty where there is none."""
    return "".join(map(str, element.itertext())) if element is not None else ""


def described(element: Element) -> str:
    """What stands in the description of an element, without blanks around it."""
    return words(child(element, "Description")).strip()


def guid(element: Element, attribute: str = "guid") -> str:
    """A GUID in lower case and without braces; empty where there is none."""
    return element.get(attribute, "").strip().strip("{}").lower()


def moment(element: Element, attribute: str = "creationDateTime") -> datetime | None:
    """A time; one that says no zone is taken as it stands for UTC."""
    try:
        found = datetime.fromisoformat(element.get(attribute, "").strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def number(element: Element, attribute: str) -> int | None:
    """A whole number; None where there is none, or one beyond all texts."""
    digits = element.get(attribute, "").strip()
    return int(digits) if re.fullmatch(r"-?\d{1,12}", digits) else None
