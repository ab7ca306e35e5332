"""Which turns a summary names; who was in the room; which descriptions few people share."""

import pytest

from qualcoder_nhs.domain.attributes import Presence, rare
from qualcoder_nhs.domain.framework import referred_turns
from qualcoder_nhs.domain.ids import ParticipantId, PresenceId, TranscriptId


@pytest.mark.parametrize(
    ("text", "turns"),
    [
        ("Thinks it is exhaustion, not motive [t.61]", (61,)),
        ("Admitted late, after a pause [t.88–90], and again t. 97.", (88, 89, 90, 97)),
        ("at.12 is no turn, nor is t.x", ()),
        ("[t.9-7]", ()),
        ("t.1-99999999", ()),
    ],
)
def test_a_summary_names_turns(text: str, turns: tuple[int, ...]) -> None:
    assert referred_turns(text) == turns


@pytest.mark.parametrize(
    ("first", "last", "there"),
    [(None, None, True), (10, None, True), (11, None, False), (None, 5, True), (None, 4, False)],
)
def test_who_came_late_or_left_early_was_there_in_between(
    first: int | None, last: int | None, there: bool
) -> None:
    one = Presence(PresenceId("p"), TranscriptId("FG1"), ParticipantId("P1"), first, last)
    assert one.during(5, 10) is there


def test_a_description_that_fewer_than_three_share_is_rare() -> None:
    people = [{"role": "chief executive", "nation": "Wales"}] * 2
    people += [{"role": "chief executive", "nation": "England"}] * 3
    people += [{}] * 2
    assert rare(people, ["role", "nation"]) == {("chief executive", "Wales"): 2}
    assert rare(people, ["role"]) == {}
