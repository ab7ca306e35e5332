"""The figures printed in the design are those of the palette in the program."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.palette import (
    DASHES,
    FAMILIES,
    Family,
    Pattern,
    contrast,
    family,
    legible,
)

PAPER, DARK_PAPER = "#FDFCFA", "#1B1C1E"
INK, INK2 = "#1E1D1B", "#56524B"
DARK_INK, DARK_INK2 = "#E6E3DD", "#B3B0A9"
ON_PAPER = {
    "hyb": (3.2, 9.3),
    "tru": (6.9, 4.7),
    "fin": (3.0, 8.2),
    "rel": (5.2, 4.2),
    "gov": (3.0, 12.9),
    "app": (10.8, 4.0),
    "imp": (9.1, 11.8),
    "grp": (5.8, 6.4),
}
colours = st.integers(0, 0xFFFFFF).map("#{:06X}".format)


def test_the_families_stand_in_the_order_of_the_design() -> None:
    assert [each.mark for each in FAMILIES] == list(ON_PAPER)


@pytest.mark.parametrize("each", FAMILIES, ids=lambda each: each.mark)
def test_stripes_have_the_contrast_that_the_design_prints(each: Family) -> None:
    light, dark = ON_PAPER[each.mark]
    assert contrast(each.stripe_light, PAPER) == pytest.approx(light, abs=0.06)
    assert contrast(each.stripe_dark, DARK_PAPER) == pytest.approx(dark, abs=0.06)
    # To the two decimals a ratio is given in: the teal on light paper has 2.9975.
    assert round(contrast(each.stripe_light, PAPER), 2) >= 3.0
    assert round(contrast(each.stripe_dark, DARK_PAPER), 2) >= 3.0


@pytest.mark.parametrize("each", FAMILIES, ids=lambda each: each.mark)
def test_text_is_readable_on_every_tint(each: Family) -> None:
    assert contrast(INK, each.tint_light) >= 9.5
    assert contrast(INK2, each.tint_light) >= 5.6
    assert contrast(DARK_INK, each.tint_dark) >= 8
    assert contrast(DARK_INK2, each.tint_dark) >= 4.5


@pytest.mark.parametrize("each", FAMILIES, ids=lambda each: each.mark)
def test_high_contrast_stripes(each: Family) -> None:
    assert contrast(each.hc_light, "#FFFFFF") >= 4.5
    assert contrast(each.stripe_dark, "#000000") >= 4.9


def test_edges_on_their_own_tint_are_weak_only_where_the_design_allows_it() -> None:
    weak = {each.mark for each in FAMILIES if contrast(each.stripe_light, each.tint_light) < 3}
    assert weak == {"hyb", "fin", "gov"}


def test_contrast_runs_from_1_to_21_and_does_not_mind_the_order() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#35597F", "#35597f") == 1
    assert contrast("#1F4FA8", PAPER) == pytest.approx(7.5, abs=0.051)


def test_each_family_has_a_pattern_of_its_own() -> None:
    assert {each.pattern for each in FAMILIES} == set(Pattern) == set(DASHES)
    assert DASHES[FAMILIES[4].pattern] == (10, 3, 3, 3)


def test_after_eight_roots_colours_repeat_with_the_next_pattern() -> None:
    ninth = family(8)
    assert ninth.stripe_light == FAMILIES[0].stripe_light
    assert ninth.pattern is FAMILIES[1].pattern
    assert family(15).pattern is FAMILIES[0].pattern
    looks = {(each.stripe_light, each.pattern) for each in map(family, range(64))}
    assert len(looks) == 64


def test_a_root_with_a_family_colour_keeps_its_family_when_it_moves() -> None:
    assert family(0, "#c82f4b").mark == "rel"
    assert family(0, "#123456") == family(0, None) == FAMILIES[0]


def test_shades_go_round_through_siblings() -> None:
    trust = FAMILIES[1]
    assert [trust.shade(place) for place in range(4)] == [
        "#004191",
        "#2E6DC8",
        "#002F6C",
        "#004191",
    ]
    assert trust.shade(1, dark=True) == "#659CFE"


def test_a_pale_yellow_gets_darker_on_paper_and_stays_on_dark_paper() -> None:
    assert legible("#FFFF66", DARK_PAPER) == "#FFFF66"
    darker = legible("#FFFF66", PAPER)
    assert 3.0 <= contrast(darker, PAPER) < 3.1
    assert darker[1:3] == darker[3:5] > darker[5:7]  # still a yellow


@given(colours, st.sampled_from([PAPER, DARK_PAPER, "#FFFFFF", "#000000"]))
def test_any_colour_becomes_legible_and_a_legible_one_stays(colour: str, paper: str) -> None:
    drawn = legible(colour, paper)
    assert contrast(drawn, paper) >= 3.0
    assert legible(drawn, paper) == drawn
    assert drawn == colour or contrast(colour, paper) < 3.0


def test_where_no_lightness_suffices_the_closest_is_taken() -> None:
    assert legible("#777777", "#777777", least=20) in {"#000000", "#FFFFFF"}
