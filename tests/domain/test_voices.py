"""Nobody is named as the largest voice ahead of others who hold as much."""

from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.voices import loudest_of, voice_share

ONE, TWO, THREE = (ParticipantId(who) for who in "abc")


def test_all_who_hold_most_are_known() -> None:
    assert loudest_of({ONE: 1, TWO: 3, THREE: 2}) == (TWO, frozenset())
    assert loudest_of({THREE: 2, ONE: 1, TWO: 2}) == (TWO, {THREE})
    assert loudest_of({}) == (None, frozenset())


def test_those_who_share_it_are_named_together_or_counted() -> None:
    assert voice_share(["FG3 P4"], "56%") == "FG3 P4, 56%"
    assert voice_share(["FG4 P5", "FG1 P6"], "18%") == "FG1 P6 and FG4 P5, 18% each"
    assert voice_share(["FG1 P1", "FG1 P2", "FG2 P3"], "12%") == "3 people, 12% each"
    assert voice_share(["FG4 P5", "FG1 P6"], "18 %", named=1) == "2 people, 18 % each"
