"""Three states of one thing, and the lineages that say which of them is the middle one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.merge.lineage import common, length, lineage_of
from qualcoder_nhs.domain.merge.states import Things, Verdict, merged_before, verdict

KNOWN, TAKE, CONFLICT = Verdict.KNOWN, Verdict.TAKE, Verdict.CONFLICT


@pytest.mark.parametrize(
    ("now", "then", "here", "had", "wanted"),
    [
        pytest.param("a", None, None, "", TAKE, id="new there"),
        pytest.param("a", None, "a", "a", KNOWN, id="the same here"),
        pytest.param("b", "a", "a", "a", TAKE, id="edited there"),
        pytest.param(None, "a", "a", "a", TAKE, id="removed there"),
        pytest.param("a", "a", "b", "ab", KNOWN, id="edited here"),
        pytest.param("a", "a", None, "a", KNOWN, id="removed here"),
        pytest.param("b", "a", "c", "ac", CONFLICT, id="edited in both places"),
        pytest.param("b", "a", None, "a", CONFLICT, id="removed here, edited there"),
        pytest.param(None, "a", "b", "ab", CONFLICT, id="removed there, edited here"),
        pytest.param("a", "a", None, "", TAKE, id="refused when it was merged first"),
        pytest.param("b", "a", None, "", TAKE, id="refused, and edited there since"),
        pytest.param("b", "b", "c", "ac", CONFLICT, id="a conflict that was not settled"),
        pytest.param("a", None, None, "a", CONFLICT, id="came another way and was removed here"),
        pytest.param(None, None, None, "", KNOWN, id="came and went there"),
    ],
)
def test_what_becomes_of_a_thing(
    now: str | None, then: str | None, here: str | None, had: str, wanted: Verdict
) -> None:
    assert verdict(now, then, here, frozenset(had)) is wanted
    assert verdict(now, then, here, frozenset(had), older=True) is KNOWN


def test_what_came_and_went_and_came_back_there_comes_back_here() -> None:
    things = Things({"x": "a"}, {"x": ((2, "a"), (5, None), (9, "a"))})
    assert [things.gone_by(step, "x") for step in (1, 2, 5, 8, 9)] == [
        False,
        False,
        True,
        True,
        False,
    ]
    assert verdict("a", None, None, frozenset("a"), gone=True) is TAKE
    assert verdict("a", None, "b", frozenset("ab"), gone=True) is CONFLICT
    assert verdict("a", None, "a", frozenset("a"), gone=True) is KNOWN


STEPS = st.lists(st.sampled_from("abc"), max_size=12)


@given(STEPS, STEPS, STEPS)
def test_two_lineages_share_what_they_began_with(
    shared: list[str], one: list[str], other: list[str]
) -> None:
    first, second = lineage_of([*shared, *one]), lineage_of([*shared, *other])
    assert length(first) == len(shared) + len(one)
    found = common(first, second)
    assert found >= len(shared)
    assert found == common(second, first)
    alike = [*shared, *one][:found] == [*shared, *other][:found]
    assert alike
    assert common(first, first) == length(first)


def test_how_far_a_file_was_merged() -> None:
    steps = ["make", "one", "two", "three"]
    until = {n: lineage_of(steps[:n]) for n in range(5)}
    assert merged_before(until[3], (), packed=True).step == 1
    assert merged_before(until[3], (), packed=False).step == 0
    assert merged_before(until[4], (until[2],), packed=True).step == 2
    older = merged_before(until[2], (until[4],), packed=True)
    assert (older.step, older.older) == (2, True)
    assert not merged_before(until[4], (until[4],), packed=True).older
    branch = lineage_of([*steps[:2], "other"])
    assert merged_before(branch, (until[4],), packed=True).step == 2
    assert not merged_before(branch, (until[4],), packed=True).older


def test_what_a_thing_was_after_so_many_steps() -> None:
    things = Things({"x": "c"}, {"x": ((1, "a"), (3, None), (5, "c"))})
    assert [things.after(step, "x") for step in range(6)] == [None, "a", "a", None, None, "c"]
    assert things.after(9, "y") is None
