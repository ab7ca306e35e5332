"""Names, slugs and colours: what they may be and how they are made so."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.codebook_text import (
    clean,
    colour_of,
    in_vivo_name,
    is_slug,
    slug_for,
    tidy_name,
)


@pytest.mark.parametrize(
    ("name", "slug"),
    [
        ("Trust in competence", "trust-in-competence"),
        ("Ours are fine, it's the others", "ours-are-fine-its-the-others"),
        ("Élan / Größe", "elan-grosse"),
        ("ﬁnance №5", "finance-no5"),
        ("信任", "code"),
        ("  ", "code"),
        ("a > b", "a-b"),
        (
            "Supportive words, strain beneath, and a good deal more",
            "supportive-words-strain-beneath-and-a",
        ),
        ("x" * 60, "x" * 40),
    ],
)
def test_slugs_are_made_from_names(name: str, slug: str) -> None:
    assert slug_for(name) == slug


def test_a_taken_slug_gets_a_number() -> None:
    assert slug_for("Trust", {"trust", "trust-2"}) == "trust-3"


@given(st.text(max_size=80), st.sets(st.sampled_from(["code", "code-2", "a"])))
def test_a_slug_is_always_legal_free_and_the_same_again(name: str, taken: set[str]) -> None:
    slug = slug_for(name, taken)
    assert is_slug(slug)
    assert slug not in taken
    assert slug == slug_for(name, taken)
    assert slug_for(slug) == slug


@given(st.text())
def test_cleaning_twice_is_cleaning_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    kinds = {
        unicodedata.category(character) for character in clean(text) if character not in "\n\t"
    }
    assert not kinds & {"Cc", "Cs"}


def test_line_ends_become_lf_and_what_is_no_text_goes() -> None:
    assert clean(" a\r\nb\rc\x0bd\x00\x1b\ud800 ") == "a\nb\nc\nd"


def test_a_typed_name_is_one_line() -> None:
    assert tidy_name(" Doubted\n  motive\t") == "Doubted motive"


def test_a_name_in_vivo_is_cut_between_words() -> None:
    assert in_vivo_name("we don't put anything\nimportant in email") == (
        "we don't put anything important in email"
    )
    long = "You say yes in the meeting and carry on in clinic — by March they've moved jobs"
    assert in_vivo_name(long) == "You say yes in the meeting and carry on in clinic — by…"
    assert in_vivo_name("y" * 90) == "y" * 59 + "…"


@pytest.mark.parametrize(
    ("words", "colour"),
    [("#c82f4b", "#C82F4B"), (" C82F4B ", "#C82F4B"), ("#abc", "#AABBCC"), ("red", None)],
)
def test_colours(words: str, colour: str | None) -> None:
    assert colour_of(words) == colour
