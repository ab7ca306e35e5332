"""Links hold turns together as exchanges."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.ids import CoderId, LinkId, TranscriptId
from qualcoder_nhs.domain.links import Link, LinkKind, exchanges

NOW = datetime(2026, 5, 12, tzinfo=UTC)


def link(turn: int, target: int, transcript: str = "FG1", kind: LinkKind = LinkKind.AGREE) -> Link:
    name = LinkId(f"{transcript}/{turn}/{target}")
    return Link(name, TranscriptId(transcript), turn, target, kind, CoderId("HL"), "open", NOW)


def test_turns_that_hang_together_are_one_exchange() -> None:
    first, second = exchanges([link(23, 21), link(24, 23), link(40, 38), link(22, 21)])
    assert (first.turns, first.first, first.last) == ((21, 22, 23, 24), 21, 24)
    assert [one.turn for one in first.links] == [22, 23, 24]
    assert second.turns == (38, 40)


def test_exchanges_stay_within_their_transcript() -> None:
    found = exchanges([link(2, 1, "FG1"), link(2, 1, "FG2")])
    assert [one.transcript for one in found] == ["FG1", "FG2"]


def test_a_link_joins_parts_or_does_neither() -> None:
    assert [kind for kind in LinkKind if kind.joins] == [LinkKind.AGREE, LinkKind.BUILD]
    assert [kind for kind in LinkKind if kind.parts] == [LinkKind.SOFT, LinkKind.CHALLENGE]


@given(st.lists(st.tuples(st.integers(2, 40), st.integers(1, 39)), max_size=25))
def test_every_link_is_in_one_exchange_and_no_turn_in_two(pairs: list[tuple[int, int]]) -> None:
    links = [link(turn, min(turn - 1, target)) for turn, target in pairs]
    found = exchanges(links)
    assert sorted(one.turn for each in found for one in each.links) == sorted(
        one.turn for one in links
    )
    turns = [turn for each in found for turn in each.turns]
    assert len(turns) == len(set(turns))
    assert all({one.turn, one.target} <= set(each.turns) for each in found for one in each.links)
