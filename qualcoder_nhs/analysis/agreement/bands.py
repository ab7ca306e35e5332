"""Words for ranges of values after those who proposed them; conventions, shown where asked for."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.analysis.agreement.code_figures import CodeFigures
from qualcoder_nhs.i18n import N_, _

TOO_FEW = N_("too few to judge")


@dataclass(frozen=True)
class Step:
    """A word that holds from a value on; above it only, where `above`."""

    word: str
    least: float
    above: bool = False

    def reached(self, value: float) -> bool:
        """Whether the value is that high."""
        return value > self.least if self.above else value >= self.least


@dataclass(frozen=True)
class Bands:
    """One proposal. `author` is name and year; steps go from the highest down, `else_` is below."""

    author: str
    steps: tuple[Step, ...]
    else_: str

    def word(self, value: float) -> str:
        """The word with its author, such as `substantial (Landis & Koch 1977)`."""
        found = next((step.word for step in self.steps if step.reached(value)), self.else_)
        return f"{_(found)} ({self.author})"

    def of(self, code: CodeFigures) -> str:
        """The word for a code's alpha; none where it has no value, or too little to judge by."""
        alpha = code.figures["alpha"]
        if alpha.value is None:
            return ""
        return _(TOO_FEW) if code.few else self.word(alpha.value)


BANDS: Mapping[str, Bands] = {
    "krippendorff": Bands(
        "Krippendorff 2004",
        (Step(N_("reliable"), 0.8), Step(N_("tentative conclusions"), 0.667)),
        N_("no conclusions"),
    ),
    "landis-koch": Bands(
        "Landis & Koch 1977",
        (
            Step(N_("almost perfect"), 0.8, above=True),
            Step(N_("substantial"), 0.6, above=True),
            Step(N_("moderate"), 0.4, above=True),
            Step(N_("fair"), 0.2, above=True),
            Step(N_("slight"), 0.0),
        ),
        N_("poor"),
    ),
    "fleiss": Bands(
        "Fleiss 1981",
        (Step(N_("excellent"), 0.75, above=True), Step(N_("fair to good"), 0.4)),
        N_("poor"),
    ),
    "cicchetti": Bands(
        "Cicchetti 1994",
        (Step(N_("excellent"), 0.75), Step(N_("good"), 0.6), Step(N_("fair"), 0.4)),
        N_("poor"),
    ),
    "mchugh": Bands(
        "McHugh 2012",
        (
            Step(N_("almost perfect"), 0.9, above=True),
            Step(N_("strong"), 0.8),
            Step(N_("moderate"), 0.6),
            Step(N_("weak"), 0.4),
            Step(N_("minimal"), 0.2, above=True),
        ),
        N_("none"),
    ),
}
"""All that can be asked for, by the name it is asked for by."""
