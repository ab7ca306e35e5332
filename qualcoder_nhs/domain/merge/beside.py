"""What a study holds beside transcripts, codes and work, as the two sides of a merge have it."""

from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.attributes import Attribute, Presence
from qualcoder_nhs.domain.guide import Asking, Question


@dataclass(frozen=True)
class Other:
    """A row that no merge brings: what it says, and the row that it is a part of."""

    said: tuple[Hashable, ...]
    whole: str | None = None


@dataclass(frozen=True)
class Beside:
    """What is known of the talk, and `others`: rows by kind, then by id, that are only compared."""

    presences: tuple[Presence, ...] = ()
    askings: tuple[Asking, ...] = ()
    questions: tuple[Question, ...] = ()
    attributes: tuple[Attribute, ...] = ()
    others: Mapping[str, Mapping[str, Other]] = field(default_factory=dict)

    @property
    def ids(self) -> Iterator[str]:
        """Of all of it."""
        for kind in (self.presences, self.askings, self.questions, self.attributes):
            yield from (one.id for one in kind)
        for rows in self.others.values():
            yield from rows
