"""A sheet of matplotlib to draw one chart on, and its bytes."""

from io import BytesIO
from typing import Any

from qualcoder_nhs.domain.chart import ChartColours

LEFT, RIGHT, TOP, FOOT, INCH = 2.6, 0.3, 0.75, 0.75, 7.2
"""Room around the plot in inches, and the width of the page."""

DOTS_PER_INCH = 200


class Sheet:
    """One plot with its title and note; axes carry no frame but the lines that are asked for."""

    def __init__(self, height: float, colours: ChartColours, *, left: float = LEFT) -> None:
        from matplotlib.figure import Figure  # noqa: PLC0415  (half a second, when it is drawn)

        self.colours, whole = colours, height + TOP + FOOT
        self.figure = Figure(figsize=(INCH, whole), facecolor=colours.paper)
        width = INCH - left - RIGHT
        box = (left / INCH, FOOT / whole, width / INCH, height / whole)
        self.axes: Any = self.figure.add_axes(box)
        self.axes.set_facecolor(colours.paper)
        for spine in self.axes.spines.values():
            spine.set_visible(False)
        self.axes.tick_params(length=0, labelsize=8, colors=colours.ink)

    def entitle(self, title: str, note: str) -> None:
        """Put a title at the top and a note at the foot."""
        height = self.figure.get_size_inches()[1]
        ink, quiet = self.colours.ink, self.colours.quiet
        at = 0.15 / INCH
        self.figure.text(at, 1 - 0.15 / height, title, size=11, weight="bold", color=ink, va="top")
        self.figure.text(at, 0.12 / height, note, size=7, color=quiet, va="bottom")

    def draw(self, kind: str) -> bytes:
        """The sheet as `svg`, `png` or `pdf`; the same chart gives the same bytes."""
        from matplotlib import rc_context  # noqa: PLC0415  (see above)

        dated = {"svg": "Date", "pdf": "CreationDate"}.get(kind)
        written = BytesIO()
        with rc_context({"svg.hashsalt": "qualcoder_nhs", "svg.fonttype": "none"}):
            self.figure.savefig(
                written,
                format=kind,
                dpi=DOTS_PER_INCH,
                facecolor=self.colours.paper,
                metadata={dated: None} if dated else {},
            )
        return written.getvalue()
