"""Figures of agreement as cells and as words of a sentence."""

from collections.abc import Iterable

from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.units import Carries
from qualcoder_nhs.domain.report import Column, Estimate, Measures
from qualcoder_nhs.i18n import N_, _

CARRIED = {
    Carries.ANY: N_("any of it was coded"),
    Carries.HALF: N_("at least half of it was coded, or a whole passage lies in it"),
    Carries.WORD: N_("at least one whole word of it was coded"),
}


def carried(rule: Carries) -> str:
    """From when on a unit has a code, to follow `where`."""
    return _(CARRIED[rule])


def estimate(figure: Figure) -> Estimate:
    """The cell of a figure."""
    return Estimate(figure.value, figure.low, figure.high, _(figure.why) if figure.why else "")


def counted(title: str) -> Column:
    """A column of whole numbers."""
    return Column(title, Measures.COUNT)


def estimated(title: str, formula: str = "") -> Column:
    """A column of figures with their intervals."""
    return Column(title, Measures.ESTIMATE, _(formula) if formula else "")


def said(figure: Figure) -> str:
    """Such as `.81 (.67 to .92)`, `.81`, or `undefined (never applied)`."""
    if figure.value is None:
        return _("undefined ({why})").format(why=_(figure.why or ""))
    if figure.low is None or figure.high is None:
        return bare(figure.value)
    return _("{value} ({low} to {high})").format(
        value=bare(figure.value), low=bare(figure.low), high=bare(figure.high)
    )


def bare(value: float) -> str:
    """Such as `.83`, `−.05` or `1.00`: two decimals, and no nought before the point."""
    return _signed(value, f"{abs(value):.2f}".removeprefix("0"))


def threshold(value: float) -> str:
    """A criterion as it was set, to three decimals at most: `.667`, `.8`, `−.25`, `1`."""
    text = f"{abs(value):.3f}".rstrip("0").rstrip(".")
    return _signed(value, text.removeprefix("0") or "0")


def _signed(value: float, text: str) -> str:
    """With a real minus; nothing that rounds to nought has one."""
    return f"−{text}" if value < 0 and text.strip(".0") else text


def listed(words: Iterable[str]) -> str:
    """`A, B and C`."""
    *first, last = words
    return _("{first} and {last}").format(first=", ".join(first), last=last) if first else last


def percent(part: float, whole: float) -> str:
    """Such as `20 %`; a dash where there is no whole."""
    return f"{100 * part / whole:.0f} %" if whole else "–"
