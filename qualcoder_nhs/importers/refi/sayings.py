"""Codes that are cases: some programs mark what a person says by a code of the case's GUID."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from qualcoder_nhs.domain.foreign import About, ForeignCode, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.markup import Element, child, children, guid
from qualcoder_nhs.importers.refi.places import Place, Places


class Sayings:
    """What belongs to each case because such a code stands on it, by GUID of the case."""

    def __init__(self, project: Element) -> None:
        cases = children(child(project, "Cases"), "Case")
        self._cases = {guid(one) for one in cases} - {""}
        self._found: dict[str, dict[Place, None]] = defaultdict(dict)

    def taken_out(
        self, codes: Iterable[tuple[ForeignCode, Element]], places: Places, ledger: Ledger
    ) -> Iterator[tuple[ForeignCode, Element]]:
        """The codes that are no cases; of the others the ledger is told."""
        for code, element in codes:
            if guid(element) in self._cases:
                places.put(element, Place(About.CASE, guid(element)))
                ledger.turn(Kind.CODES, code.name, _("it is the case of that name"))
            else:
                yield code, element

    def take(self, code: str, place: Place) -> bool:
        """Whether the code is a case; the place belongs to it then."""
        if code in self._cases:
            self._found[code][place] = None
        return code in self._cases

    def of(self, case: str) -> Iterable[Place]:
        """What belongs to a case, each place once."""
        return self._found.get(case, ())
