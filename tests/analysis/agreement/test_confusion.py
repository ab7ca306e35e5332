"""What one coder gives where another gives what, and that every coded character is in the table."""

from itertools import permutations

import numpy as np
import pytest
from coded_talk import coded, cut
from continuum_strategies import CODES, carries, studies
from hypothesis import given, settings

from qualcoder_nhs.analysis.agreement.confusion import Confused, confusion


def table(units, codes=CODES[:3]):
    return confusion(cut([coded(40, units)], codes))


def test_of_two_coders_rows_are_the_first_ones():
    found = table({"Ann": [("cost", 0, 10)], "Ben": [("cost", 0, 4), ("trust", 4, 7)]})
    assert found.coders == ("Ann", "Ben")
    assert found.characters.tolist() == [[4, 3, 0, 3], [0, 0, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]


def test_more_codes_on_one_side_are_dealt_out_evenly():
    found = table({"Ann": [("cost", 0, 6), ("trust", 0, 6)], "Ben": [("blame", 0, 6)]})
    assert found.characters.tolist() == [[0, 0, 3, 3], [0, 0, 3, 3], [0, 0, 0, 0], [0, 0, 0, 0]]


def test_a_code_that_both_gave_is_confused_with_nothing():
    found = table({"Ann": [("cost", 0, 6), ("trust", 0, 6)], "Ben": [("trust", 0, 6)]})
    assert found.characters.tolist() == [[0, 0, 0, 6], [0, 6, 0, 0], [0, 0, 0, 0], [0, 0, 0, 0]]


def test_of_three_coders_the_table_is_symmetric():
    found = table({"Ann": [("cost", 0, 6)], "Ben": [("trust", 0, 6)], "Cat": []})
    assert found.coders is None
    assert (found.characters == found.characters.T).all()
    assert found.characters[0].tolist() == [0, 6, 0, 6]


def test_the_ranking_goes_by_lift():
    found = table(
        {
            "Ann": [("cost", 0, 10), ("blame", 20, 22)],
            "Ben": [("cost", 0, 8), ("trust", 8, 10), ("trust", 20, 22)],
        }
    )
    # 12 characters in all; Ben's trust is 4 of them, Ann's blame 2, Ann's cost 10.
    assert found.ranked() == [
        Confused("blame", "trust", 2, pytest.approx(2 * 12 / (2 * 4))),
        Confused("cost", "trust", 2, pytest.approx(2 * 12 / (10 * 4))),
    ]


def test_without_transcripts_the_table_is_empty():
    found = confusion([])
    assert found.ranked() == []
    assert found.characters.tolist() == [[0]]


def dealt(codes, own, their):
    """One character's part of the table, by the definition."""
    part = np.zeros((len(codes) + 1, len(codes) + 1))
    only, instead = own - their, their - own
    k = min(len(only), len(instead))
    for code in own & their:
        part[codes.index(code), codes.index(code)] = 1
    for code in only:
        part[codes.index(code), -1] = 1 - k / len(only)
        for other in instead:
            part[codes.index(code), codes.index(other)] = k / (len(only) * len(instead))
    for other in instead:
        part[-1, codes.index(other)] = 1 - k / len(instead)
    return part


@settings(max_examples=50, deadline=None)
@given(studies())
def test_every_coded_character_is_in_the_table(study):
    continua, coders = study
    grids = cut(continua, CODES, coders)
    found = confusion(grids)
    wanted = np.zeros((len(CODES) + 1, len(CODES) + 1))
    rows, columns = np.zeros(len(CODES)), np.zeros(len(CODES))
    for grid in grids:
        one = grid.continuum
        for first, second in permutations(grid.coders, 2):
            if found.coders is not None and (first, second) != found.coders:
                continue
            for at in range(one.length):
                own, their = (
                    {code for code in CODES if carries(one, coder, code, at)}
                    for coder in (first, second)
                )
                wanted += dealt(CODES, own, their)
                rows += [code in own for code in CODES]
                columns += [code in their for code in CODES]
    if grids:
        assert found.characters == pytest.approx(wanted, abs=1e-9)
        assert found.characters.sum(axis=1)[:-1] == pytest.approx(rows, abs=1e-9)
        assert found.characters.sum(axis=0)[:-1] == pytest.approx(columns, abs=1e-9)
