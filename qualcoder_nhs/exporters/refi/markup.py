"""Elements and attributes as the two schemas of REFI-QDA want them."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime
from typing import Any
from uuid import UUID, uuid5

from lxml import etree

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.exporters.legible import Legible

PROJECT = "urn:QDA-XML:project:1.0"
CODEBOOK = "urn:QDA-XML:codebook:1.0"

_OURS = UUID("7e3c2f0a-5d1b-5e6c-9a52-51c0de51c0de")
"""What GUIDs of things that have none of their own are made from, the same ones each time."""

_GUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", re.IGNORECASE)


class Markup:
    """Makes elements of one namespace; what XML cannot hold is replaced and counted."""

    def __init__(self, namespace: str) -> None:
        self._namespace = namespace
        self._tag = f"{{{namespace}}}"
        self.legible = Legible()

    def root(self, name: str, attributes: dict[str, str | None]) -> Any:
        """The outermost element, which tells the namespace."""
        spaces: dict[Any, str] = {None: self._namespace}
        made = etree.Element(self._tag + name, nsmap=spaces)
        return self._told(made, attributes)

    def element(self, name: str, attributes: dict[str, str | None] | None = None) -> Any:
        """An element; attributes that are None are left out."""
        return self._told(etree.Element(self._tag + name), attributes or {})

    def words(self, name: str, text: str) -> list[Any]:
        """An element that holds a text; none where there is none."""
        if not text:
            return []
        made = self.element(name)
        made.text = self.legible(text)
        return [made]

    def list_of(self, name: str, elements: Iterable[Any]) -> list[Any]:
        """An element around others; none where there are none, since the schemas allow no empty."""
        made = self.element(name)
        made.extend(elements)
        return [made] if len(made) else []

    def _told(self, made: Any, attributes: dict[str, str | None]) -> Any:
        for name, value in attributes.items():
            if value is not None:
                made.set(name, self.legible(value))
        return made


def guid_of(key: str) -> str:
    """The key itself where it is a GUID, else one that is always the same for it."""
    return key if _GUID.fullmatch(key) else str(uuid5(_OURS, key))


def file_name(key: str) -> str:
    """The file that the words of a text or of a note lie in, within the folder of sources."""
    return f"{guid_of(key)}.txt"


def inside(key: str) -> str:
    """How the project calls that file."""
    return f"internal://{file_name(key)}"


def passage_guid(text: str, span: Span) -> str:
    """The GUID of the selection that cases and links refer to a passage by."""
    return guid_of(f"{text} {span.start}-{span.end}")


def moment(at: datetime | None) -> str | None:
    """A time as XML wants it, in UTC."""
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z") if at else None


def written(root: Any) -> bytes:
    """The document, in UTF-8."""
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))
