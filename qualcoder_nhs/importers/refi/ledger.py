"""What of a file found no place, and what comes in otherwise than the file has it."""

from collections import Counter
from dataclasses import dataclass, field

from qualcoder_nhs.domain.foreign import Altered, Kind, LeftOut


@dataclass
class Ledger:
    """Grows while a file is read; nothing of the file may be passed over without a line in it."""

    left_out: list[LeftOut] = field(default_factory=list)
    altered: list[Altered] = field(default_factory=list)
    _keys: Counter[tuple[Kind, str]] = field(default_factory=Counter)

    def leave(self, kind: Kind, name: str, why: str) -> None:
        """Something stays out."""
        self.left_out.append(LeftOut(kind, name, why))

    def alter(self, kind: Kind, key: str, how: str) -> None:
        """Something comes in otherwise."""
        self.altered.append(Altered(kind, key, how))

    def key(self, kind: Kind, given: str) -> str:
        """The key of a thing: what the file calls it, made unique where two are called the same.

        References mean the first of them.
        """
        self._keys[kind, given] += 1
        again = self._keys[kind, given]
        return given if given and again == 1 else f"{given or kind}#{again}"
