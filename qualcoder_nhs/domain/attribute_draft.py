"""AttributeDraft: an attribute as a file or a person gives it, and the key that files call it."""

import re
from dataclasses import dataclass

from qualcoder_nhs.domain.attributes import Attribute, Subject
from qualcoder_nhs.domain.ids import AttributeId, new_id


@dataclass(frozen=True)
class AttributeDraft:
    """An attribute that is not in the study yet; without a key it gets one from its name."""

    subject: Subject
    name: str
    values: tuple[str, ...] = ()
    identifying: bool = False
    key: str = ""

    @property
    def known_as(self) -> str:
        """The key: `organisation_type` for `Organisation type`."""
        return self.key or key_of(self.name)

    def made(self, position: int) -> Attribute:
        """The attribute at this place of its list."""
        return Attribute(
            AttributeId(new_id()),
            self.subject,
            self.known_as,
            self.name.strip(),
            self.values,
            self.identifying,
            position,
        )


def key_of(name: str) -> str:
    """What files call an attribute of this name."""
    return re.sub(r"[^\w]+", "_", name.strip().casefold()).strip("_") or name.strip()
