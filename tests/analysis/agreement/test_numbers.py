"""Figures as they are printed: by one rule everywhere, figures and criteria each."""

import pytest

from qualcoder_nhs.analysis.agreement_paper.numbers import bare, threshold


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0.8349, ".83"), (-0.05, "−.05"), (1, "1.00"), (-1, "−1.00"), (-0.004, ".00"), (1.5, "1.50")],
)
def test_a_figure_has_two_decimals(value: float, printed: str) -> None:
    assert bare(value) == printed


@pytest.mark.parametrize(
    ("value", "printed"),
    [(0.667, ".667"), (0.8, ".8"), (0.75, ".75"), (-0.25, "−.25"), (1, "1"), (0, "0")],
)
def test_a_criterion_stands_as_it_was_set(value: float, printed: str) -> None:
    assert threshold(value) == printed
