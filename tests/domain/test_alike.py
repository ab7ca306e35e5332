"""Labels that are another one written differently are found, and different people are not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.casting import alike


@pytest.mark.parametrize(
    ("labels", "found"),
    [
        ({"P4": 20, "Participant 4": 3}, {"Participant 4": "P4"}),
        ({"P4": 3, "Participant 4": 20}, {"P4": "Participant 4"}),
        ({"interviewer": 70, "interviewr": 66}, {"interviewr": "interviewer"}),
        ({"Participant": 40, "Particpant": 1}, {"Particpant": "Participant"}),
        ({"MD-03": 34, "MD-3": 2}, {"MD-3": "MD-03"}),
        ({"MOD": 34, "Mod": 2}, {"Mod": "MOD"}),
        ({"Interviewer 1": 30, "Interviewer1": 30}, {"Interviewer1": "Interviewer 1"}),
        ({"INT 2": 9, "Interviewer 2": 30}, {"INT 2": "Interviewer 2"}),
        ({"Aditya Tiwari": 80, "Aaditya Tiwari": 2}, {"Aaditya Tiwari": "Aditya Tiwari"}),
        ({"Speaker 3": 10, "Participant 3": 8}, {"Participant 3": "Speaker 3"}),
        ({"Moderator": 80, "Modreator": 9}, {"Modreator": "Moderator"}),
    ],
)
def test_one_person_under_two_labels(labels: dict[str, int], found: dict[str, str]) -> None:
    assert alike(labels) == found


@pytest.mark.parametrize(
    "labels",
    [
        {"P1": 20, "P11": 3},
        {"MD-01": 20, "MD-02": 3},
        {"MD-03": 20, "MOD-03": 3},
        {"interviewer": 70, "interviewee": 60},
        {"Speaker A": 9, "Speaker B": 1},
        {"Daniel": 40, "Daniela": 1},
        {"Marian": 40, "Marjan": 38},
        {"Dan": 40, "Don": 1},
        {"P2": 9, "P4": 9, "P2 and P4": 1, "P2 & P4": 1},
        {"?": 9, "??": 1},
        {"P1a": 9, "P1b": 9},
        {"Speaker 3": 10, "Participant 4": 8},
        {"Interviewer 1": 10, "Participant 1": 8},
    ],
)
def test_different_people_stay_apart(labels: dict[str, int]) -> None:
    assert alike(labels) == {}


def test_nothing_is_proposed_where_two_would_fit() -> None:
    assert alike({"Participant 4": 9, "Patient 4": 8, "P4": 2}) == {}


def test_three_spellings_go_to_the_most_frequent_one() -> None:
    found = alike({"p-04": 1, "P4": 30, "Participant 4": 5})
    assert found == {"p-04": "P4", "Participant 4": "P4"}


@given(
    st.dictionaries(
        st.text("PpMmno -0123?,&", min_size=1, max_size=8), st.integers(1, 99), max_size=8
    )
)
def test_no_label_is_both_moved_and_moved_to(labels: dict[str, int]) -> None:
    found = alike(labels)
    assert set(found) | set(found.values()) <= set(labels)
    assert not set(found) & set(found.values())
    assert all(labels[label] <= labels[other] for label, other in found.items())
