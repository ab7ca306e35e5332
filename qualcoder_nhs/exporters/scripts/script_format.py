"""What a format for whole documents is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.exporters.scripts.script import Script


@dataclass(frozen=True)
class ScriptFormat:
    """A kind of file that documents are written to. `suffix` has its dot.

    `write` writes to exactly the path it is given and raises nothing of its own but `OSError`.
    """

    id: str
    name: str
    suffix: str
    write: Callable[[Script, Path], None]
