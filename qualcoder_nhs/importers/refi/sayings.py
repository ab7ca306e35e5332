"""What belongs to cases because a code of the case's own GUID stands on it."""

from collections import defaultdict
from collections.abc import Iterable

from qualcoder_nhs.importers.refi.markup import Element, child, children, guid
from qualcoder_nhs.importers.refi.places import Place


class Sayings:
    """The places that are coded so, by GUID of the case. The codings are for others to judge."""

    def __init__(self, project: Element) -> None:
        cases = children(child(project, "Cases"), "Case")
        self._cases = {guid(one) for one in cases} - {""}
        self._found: dict[str, dict[Place, None]] = defaultdict(dict)

    def note(self, code: str, place: Place) -> None:
        """A code stands there; where it is a case, the place belongs to that."""
        if code in self._cases:
            self._found[code][place] = None

    def of(self, case: str) -> Iterable[Place]:
        """What belongs to a case, each place once."""
        return self._found.get(case, ())
