"""Code points and Qt's units, both ways, with emoji, accents and characters beyond 16 bits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.ui.offsets import Offsets

SOME = st.sampled_from("ab é\u0301👩\u200d⚕️𝔘\U0010ffff")
TEXT = st.text(st.one_of(SOME, st.characters(exclude_categories=["Cs"])), max_size=40)


@given(TEXT)
def test_every_position_comes_back_and_is_where_utf_16_has_it(text):
    offsets = Offsets(text)
    for point in range(len(text) + 1):
        units = offsets.to_units(point)
        assert units == len(text[:point].encode("utf-16-le")) // 2
        assert offsets.to_points(units) == point
    assert (offsets.points, offsets.units) == (len(text), len(text.encode("utf-16-le")) // 2)


@pytest.mark.parametrize("lead", ["", "ab", "👍"])
def test_the_middle_of_a_pair_is_the_place_before_it(lead):
    offsets = Offsets(lead + "😀x")
    middle = offsets.to_units(len(lead)) + 1
    assert offsets.to_points(middle) == len(lead)
