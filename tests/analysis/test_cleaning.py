"""Light cleaning: what hesitates goes, visibly; what is said stays, word for word."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.analysis.cleaning import GAP, cleaned


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("And, um, I went home.", "And … I went home."),
        ("Um, it was late.", "… it was late."),
        ("It was, you know, late.", "It was … late."),
        ("I th- I think so.", "… I think so."),
        ("We closed the thea– theatre.", "We closed the … theatre."),
        ("The, the beds went.", "… the beds went."),
        ("So, erm, er, we waited.", "So … we waited."),
        ("It went, uh.", "It went …."),
        ("this was, em, moved", "this was … moved"),
    ],
)
def test_fillers_and_false_starts_go_and_a_mark_stays(said: str, told: str) -> None:
    assert cleaned(said) == told


@pytest.mark.parametrize(
    "said",
    [
        "Mm.",
        "Tell ’em so, and tell 'em twice.",
        "No, no, no.",
        "It was very very late, and the ER was full.",
        "I mean it. You know that.",
        "A 50 mm tube.",
        "It’s uh-huh every time.",
        "That that had had to go.",
        "the long-term – long-term – plan",
    ],
)
def test_what_is_meant_stays_as_it_is(said: str) -> None:
    assert cleaned(said) == said


SPOKEN = st.lists(
    st.sampled_from(["um,", "erm", "I", "think", "th-", "the", "bed.", "you know,", "…", "no,"]),
    max_size=12,
).map(" ".join)


@given(SPOKEN)
def test_words_keep_their_order_and_none_is_new(said: str) -> None:
    before, after = (re.findall(r"[\w-]+", words.casefold()) for words in (said, cleaned(said)))
    at = iter(before)
    assert all(word in at for word in after)
    assert len(after) == len(before) or GAP in cleaned(said)
