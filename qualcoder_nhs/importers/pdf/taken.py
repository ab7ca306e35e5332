"""What was printed around the talk and is taken out of it, told kind by kind."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.importers.format import Problem

HEADERS = N_("Page headers")
FOOTERS = N_("Page footers")
FOOTNOTES = N_("Footnotes")
LINE_NUMBERS = N_("Line numbers")
PARAGRAPH_NUMBERS = N_("Paragraph numbers")
REPEATED = N_("Repeated at a page break")
TURNED = N_("Turned words")
BEYOND = N_("Beyond the edge of a page")

_SHOWN = 80


@dataclass
class Taken:
    """The lines of each kind that were taken out, in the order they stand."""

    lines: dict[str, list[str]] = field(default_factory=dict)

    def take(self, kind: str, line: str) -> None:
        """Take out a line."""
        self.lines.setdefault(kind, []).append(" ".join(line.split()))

    def told(self) -> Iterator[Problem]:
        """A sentence for each kind: how many lines, and what stood in the first."""
        for kind, lines in self.lines.items():
            first = lines[0] if len(lines[0]) <= _SHOWN else f"{lines[0][:_SHOWN]}…"
            told = ngettext("{n} line was left out", "{n} lines were left out", len(lines))
            words = _("the first is “{words}”").format(words=first)
            yield Problem(None, f"{_(kind)}: {told}; {words}.")
