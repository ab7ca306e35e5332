"""The sweep says what a look at every character says."""

from collections import Counter

import numpy as np
from continuum_strategies import CODES, characters, continua, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.sections import sections
from qualcoder_nhs.domain.span import Span


def masks(rows):
    return Counter(sum(bit << at for at, bit in enumerate(row) if bit) for row in rows)


@settings(max_examples=60)
@given(studies(), st.booleans())
def test_the_cells_of_each_code_are_those_of_the_characters(study, by_turn):
    continua, coders = study
    cut = blocks(continua, coders, by_turn=by_turn)
    found = sections(cut, CODES)
    for code in CODES:
        wanted = masks(characters(continua, coders, code))
        table = found.by_mask(code)
        assert {mask: n for mask, n in table.items() if n} == wanted
        for place, one in enumerate(cut.continua):
            table = found.by_mask(code, place)
            assert {mask: n for mask, n in table.items() if n} == masks(
                characters([one], coders, code)
            )


@settings(max_examples=40)
@given(studies())
def test_each_section_lies_in_its_block_and_carries_what_its_characters_carry(study):
    continua, coders = study
    cut = blocks(continua, coders, by_turn=True)
    found = sections(cut, CODES)
    for code, block, start, length, mask in zip(
        found.code, found.block, found.start, found.length, found.mask, strict=True
    ):
        assert cut.edges[block] <= start < start + length <= cut.edges[block + 1]
        rows = characters(cut.continua, coders, CODES[code])[start : start + length]
        assert masks(rows) == {mask: length}


@settings(max_examples=30)
@given(st.lists(continua(), max_size=4))
def test_a_span_makes_no_more_than_two_sections(continua):
    cut = blocks(continua, ("Ann", "Ben"), by_turn=False)
    spans = sum(len(s) for one in cut.continua for c in cut.coders for s in one.marks[c].values())
    assert len(sections(cut, CODES).length) <= 2 * spans


def test_the_length_of_the_text_enters_nowhere():
    talk = Continuum("long", 10**12, (Span(0, 10**12),), {"Ann": {}, "Ben": {"c": (Span(5, 9),)}})
    assert sections(blocks([talk], ("Ann", "Ben")), ["c"]).by_mask("c") == {0: 10**12 - 4, 2: 4}


def test_a_coder_who_has_not_read_a_transcript_has_no_say_there():
    read = Continuum("a", 10, (Span(0, 10),), {"Ann": {}, "Ben": {}, "Cat": {}})
    half = Continuum("b", 20, (Span(0, 20),), {"Ann": {}, "Cat": {}})
    alone = Continuum("c", 40, (Span(0, 40),), {"Ann": {}})
    cut = blocks([read, half, alone], ("Ann", "Ben", "Cat"), by_turn=False)
    assert [one.name for one in cut.continua] == ["a", "b"]
    assert cut.lengths.tolist() == [10, 20]
    np.testing.assert_array_equal(cut.present, [[True, True, True], [True, False, True]])


def test_turns_are_drawn_where_there_are_fewer_than_eight_transcripts():
    talk = Continuum("a", 10, (Span(0, 4), Span(4, 4), Span(4, 10)), {"Ann": {}, "Ben": {}})
    assert len(blocks([talk] * 7, ("Ann", "Ben"))) == 14
    assert len(blocks([talk] * 8, ("Ann", "Ben"))) == 8


def test_without_anything_to_compare_there_are_no_blocks():
    cut = blocks([], ("Ann", "Ben"))
    assert len(cut) == 0
    assert sections(cut, ["c"]).by_mask("c") == {0: 0}
