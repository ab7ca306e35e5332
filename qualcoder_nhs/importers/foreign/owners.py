"""Who made what in a file that writes the name of its owner beside each thing."""

from collections.abc import Iterable

from qualcoder_nhs.domain.foreign import ForeignCoder


class Owners:
    """The coders named so far, in the order they were met; a name is its own key."""

    def __init__(self) -> None:
        self._met: dict[str, ForeignCoder] = {}

    def meet(self, names: Iterable[str]) -> None:
        """Know people before anything of theirs is read."""
        for name in names:
            self.key(name)

    def key(self, name: str) -> str | None:
        """The coder of this name, None where the file names nobody."""
        if not name:
            return None
        return self._met.setdefault(name, ForeignCoder(name, name)).key

    @property
    def coders(self) -> tuple[ForeignCoder, ...]:
        """Everybody who was met."""
        return tuple(self._met.values())
