"""What a format for reports is."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.report import Report


@dataclass(frozen=True)
class ReportFormat:
    """A kind of file that reports are written to. `suffix` has its dot.

    `write` writes to exactly the path it is given and raises nothing of its own but `OSError`.
    """

    id: str
    name: str
    suffix: str
    write: Callable[[Report, Path], None]
