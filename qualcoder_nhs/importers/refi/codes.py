"""The code tree of a REFI-QDA file, as deep as it is."""

from collections.abc import Iterator

from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.codebook_text import colour_of
from qualcoder_nhs.domain.foreign import ForeignCode, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.markup import Element, child, children, described, guid

_NOT = ("false", "0")


def codes_of(codebook: Element | None, ledger: Ledger) -> Iterator[tuple[ForeignCode, Element]]:
    """The codes with the elements they stand in, parents before children."""
    yield from _beneath(child(codebook, "Codes"), None, ledger)


def _beneath(
    above: Element | None, parent: str | None, ledger: Ledger
) -> Iterator[tuple[ForeignCode, Element]]:
    waiting = [(one, parent) for one in children(above, "Code")][::-1]
    while waiting:
        element, parent = waiting.pop()
        code = _code(element, parent, ledger)
        yield code, element
        waiting += [(one, code.key) for one in children(element, "Code")][::-1]


def _code(element: Element, parent: str | None, ledger: Ledger) -> ForeignCode:
    key = ledger.key(Kind.CODES, guid(element))
    told = element.get("color", "").strip()
    colour = colour_of(told)
    if told and colour is None:
        ledger.alter(Kind.CODES, key, _("its colour “{colour}” is none").format(colour=told))
    codable = element.get("isCodable", "").strip().casefold()
    return ForeignCode(
        key=key,
        name=element.get("name", ""),
        parent=parent,
        colour=colour,
        applicable=Applicable.NO if codable in _NOT else Applicable.YES,
        definition=described(element),
    )
