"""A study of full size takes no time to speak of: nothing is done character by character."""

import time

import numpy as np
import pytest

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.cells import cells
from qualcoder_nhs.analysis.agreement.code_figures import code_figures
from qualcoder_nhs.analysis.agreement.comparing import compare
from qualcoder_nhs.analysis.agreement.comparison import Plan
from qualcoder_nhs.analysis.agreement.confusion import confusion
from qualcoder_nhs.analysis.agreement.continuum import Continuum, merged
from qualcoder_nhs.analysis.agreement.disagreements import disagreements
from qualcoder_nhs.analysis.agreement.grid import grids
from qualcoder_nhs.analysis.agreement.kinds import kind_shares, piece_kinds
from qualcoder_nhs.analysis.agreement.label_sets import masi_distance, set_alpha
from qualcoder_nhs.analysis.agreement.ladder import ladders
from qualcoder_nhs.analysis.agreement.pausing import look_up, looking_up
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.states import states
from qualcoder_nhs.analysis.agreement.unitized import unitized_codes, unitized_study
from qualcoder_nhs.domain.span import Span

LENGTH = 60_000
CODERS = ("Ann", "Ben", "Cat")
CODES = tuple(f"code {number}" for number in range(30))
# It takes one second on a quiet machine; counting characters would take minutes.
GENEROUS = 20.0


def transcript(draws, name):
    def span(start):
        shifted = start + int(draws.integers(0, 40))
        return Span(shifted, shifted + int(draws.integers(150, 250)))

    meant = {code: draws.integers(0, LENGTH - 300, size=7).tolist() for code in CODES}
    marks = {
        coder: {code: merged(map(span, starts)) for code, starts in meant.items()}
        for coder in CODERS
    }
    turns = tuple(Span(at, at + 200) for at in range(0, LENGTH, 200))
    return Continuum(name, LENGTH, turns, marks)


def study():
    draws = np.random.default_rng(1)
    return [transcript(draws, str(at)) for at in range(20)]


def test_twenty_transcripts_three_coders_and_thirty_codes():
    continua = study()
    began = time.perf_counter()
    cut = blocks(continua, CODERS)
    drawn = Resampling(len(cut), seed=1)
    found = code_figures(cells(cut, CODES), drawn)
    together = set_alpha(states(cut, CODES), masi_distance, drawn)
    assert time.perf_counter() - began < GENEROUS
    assert len(found) == 30
    assert all(code.figures["alpha"].low < code.figures["alpha"].high for code in found)
    assert together.low < together.value < together.high


def test_the_unitizing_family_and_the_kinds_of_such_a_study():
    continua = study()
    began = time.perf_counter()
    cut = blocks(continua, CODERS)
    drawn = Resampling(len(cut), seed=1)
    pieces = grids(cut, CODES)
    together = unitized_study(pieces, drawn).cu_alpha
    by_code = unitized_codes(pieces, drawn)
    found = [piece_kinds(grid, {}) for grid in pieces]
    steps, listed, table = ladders(pieces), disagreements(found), confusion(pieces)
    assert time.perf_counter() - began < GENEROUS
    assert together.low < together.value < together.high
    assert len(by_code) == len(steps) == len(kind_shares(found)) == 30
    assert len(listed) > 10_000
    assert table.characters.sum() > 1_000_000


def test_counting_looks_up_often_enough_to_be_stopped_at_any_time():
    continua, gaps, last = study(), [], time.thread_time()

    def look():
        nonlocal last
        gaps.append(time.thread_time() - last)
        last = time.thread_time()

    with looking_up(look):
        compare(continua, Plan(CODERS, CODES))
    gaps.append(time.thread_time() - last)
    assert len(gaps) > 500
    assert max(gaps) < sum(gaps) / 2
    looks = len(gaps)
    look_up()
    assert len(gaps) == looks


def test_what_is_raised_at_a_look_ends_the_counting():
    looks = iter(range(100))

    def stop_at_the_hundredth():
        if next(looks, None) is None:
            raise Stopped

    with pytest.raises(Stopped), looking_up(stop_at_the_hundredth):
        compare(study(), Plan(CODERS, CODES))


class Stopped(Exception):
    """Somebody did."""
