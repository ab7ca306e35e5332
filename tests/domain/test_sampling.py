"""Turns drawn by a seed: always the same, from every transcript, and spread without favour."""

from fractions import Fraction
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.sampling import drawn, drawn_by_question

GOLDEN = {"FG1": (2, 5, 15, 16), "FG2": (1,)}

TURNS = st.dictionaries(
    st.text(min_size=1, max_size=6),
    st.lists(st.integers(1, 400), unique=True, max_size=60),
    max_size=5,
)
SHARES = st.integers(1, 100).map(lambda hundredths: hundredths / 100)
SEEDS = st.integers(-(2**40), 2**40)


@given(TURNS, SHARES, SEEDS)
def test_each_transcript_gives_its_share_and_one_turn_at_least(
    turns: dict[str, list[int]], share: float, seed: int
) -> None:
    found = drawn(turns, share, seed)
    assert found.keys() == turns.keys()
    for name, numbers in turns.items():
        assert list(found[name]) == sorted(set(found[name]))
        assert set(found[name]) <= set(numbers)
        exact = Fraction(str(share)) * len(numbers)
        assert abs(len(found[name]) - exact) <= Fraction(1, 2) or len(found[name]) == 1
        assert bool(found[name]) == bool(numbers)


@given(TURNS, SHARES, SEEDS, st.randoms(use_true_random=False))
def test_the_order_in_which_turns_are_told_does_not_matter(
    turns: dict[str, list[int]], share: float, seed: int, random: Random
) -> None:
    mixed = list(turns.items())
    random.shuffle(mixed)
    shuffled = {name: random.sample(numbers, len(numbers)) for name, numbers in mixed}
    assert drawn(shuffled, share, seed) == drawn(turns, share, seed)


@given(TURNS, SHARES, SHARES, SEEDS)
def test_a_larger_share_holds_the_smaller_one(
    turns: dict[str, list[int]], one: float, other: float, seed: int
) -> None:
    less, more = drawn(turns, min(one, other), seed), drawn(turns, max(one, other), seed)
    assert all(set(less[name]) <= set(more[name]) for name in turns)


@given(TURNS, SEEDS)
def test_the_whole_share_is_every_turn(turns: dict[str, list[int]], seed: int) -> None:
    assert drawn(turns, 1, seed) == {name: tuple(sorted(all_)) for name, all_ in turns.items()}


def test_the_draw_is_the_same_on_every_machine_and_for_ever() -> None:
    """Worked out once from SHA-256; a study that names its seed must find its turns again."""
    assert drawn({"FG1": range(1, 21), "FG2": range(1, 6)}, 0.2, 7) == GOLDEN
    assert drawn({"FG1": range(1, 21), "FG2": range(1, 6)}, 0.2, 8) != GOLDEN


def test_each_question_gives_its_share_and_one_turn_at_least() -> None:
    turns = {"FG1": {"Q1": range(1, 11), "Q2": range(11, 13), "": [13]}, "FG2": {}}
    found = drawn_by_question(turns, 0.2, 7)
    numbers = found["FG1"]
    assert [sum(one in own for one in numbers) for own in turns["FG1"].values()] == [2, 1, 1]
    assert list(numbers) == sorted(numbers)
    assert found["FG2"] == ()
    assert set(numbers) <= set(drawn_by_question(turns, 0.5, 7)["FG1"])


def test_each_turn_has_about_the_same_chance() -> None:
    times = dict.fromkeys(range(1, 11), 0)
    for seed in range(1000):
        for turn in drawn({"FG1": list(times)}, 0.2, seed)["FG1"]:
            times[turn] += 1
    assert all(150 < count < 250 for count in times.values())
