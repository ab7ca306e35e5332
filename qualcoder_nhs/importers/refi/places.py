"""What each element of a REFI-QDA project stands for in a study."""

from dataclasses import dataclass, field

from qualcoder_nhs.domain.foreign import About
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.refi.markup import Element, guid


@dataclass(frozen=True)
class Place:
    """What an element of the file stands for: a thing, or a passage of a text."""

    about: About
    on: str = ""
    span: Span | None = None


@dataclass
class Places:
    """What each element of the file stands for, where that comes in; `lost` says why not.

    `by_guid` has the passages and the texts that others point to.
    """

    of: dict[Element, Place] = field(default_factory=dict)
    lost: dict[Element, str] = field(default_factory=dict)
    by_guid: dict[str, Place] = field(default_factory=dict)

    def put(self, element: Element, place: Place, name: str = "") -> None:
        """Say what an element stands for; the first to bear a GUID keeps it."""
        self.of.setdefault(element, place)
        self.by_guid.setdefault(name or guid(element), place)
