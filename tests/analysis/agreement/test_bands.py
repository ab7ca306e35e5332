"""Words for ranges of alpha, each with who proposed it, at the edges their authors drew."""

import pytest

from qualcoder_nhs.analysis.agreement.bands import BANDS


@pytest.mark.parametrize(
    ("whose", "value", "word"),
    [
        ("landis-koch", -0.01, "poor"),
        ("landis-koch", 0.0, "slight"),
        ("landis-koch", 0.4, "fair"),
        ("landis-koch", 0.41, "moderate"),
        ("landis-koch", 0.8, "substantial"),
        ("landis-koch", 0.81, "almost perfect"),
        ("fleiss", 0.39, "poor"),
        ("fleiss", 0.4, "fair to good"),
        ("fleiss", 0.75, "fair to good"),
        ("fleiss", 0.76, "excellent"),
        ("cicchetti", 0.59, "fair"),
        ("cicchetti", 0.6, "good"),
        ("cicchetti", 0.75, "excellent"),
        ("mchugh", 0.2, "none"),
        ("mchugh", 0.21, "minimal"),
        ("mchugh", 0.79, "moderate"),
        ("mchugh", 0.9, "strong"),
        ("mchugh", 0.91, "almost perfect"),
        ("krippendorff", 0.8, "reliable"),
        ("krippendorff", 0.667, "tentative conclusions"),
        ("krippendorff", 0.66, "no conclusions"),
    ],
)
def test_a_value_gets_the_word_of_its_band(whose: str, value: float, word: str) -> None:
    assert BANDS[whose].word(value) == f"{word} ({BANDS[whose].author})"


def test_every_author_bears_a_year() -> None:
    assert all(bands.author[-4:].isdigit() for bands in BANDS.values())
