"""Terms of a talk pattern, as they are written."""

import pytest

from qualcoder_nhs.domain.errors import NotAChoice
from qualcoder_nhs.domain.talk_pattern import Sign, sought


@pytest.mark.parametrize(
    ("words", "sign", "what"),
    [
        ("code:rel-masked", Sign.CODE, "rel-masked"),
        ("link:soft dissent", Sign.LINK, "soft dissent"),
        ("flag:strong", Sign.FLAG, "strong"),
        ("direction:laughter", Sign.DIRECTION, "laughter"),
        ("pause:2.5", Sign.PAUSE, "2.5"),
        ("words:I said: no", Sign.WORDS, "I said: no"),
    ],
)
def test_a_term_says_what_to_look_for(words: str, sign: Sign, what: str) -> None:
    found = sought(words)
    assert (found.sign, found.what, str(found)) == (sign, what, words)


def test_a_pause_has_seconds() -> None:
    assert sought("pause:2.5").seconds == 2.5
    assert sought("words:2").seconds == 0


@pytest.mark.parametrize(
    "words",
    [
        "laughter",
        "code:",
        "gesture:nod",
        "flag:red",
        "link:dissent",
        "direction:tears",
        "pause:long",
    ],
)
def test_what_is_no_term_is_refused_with_what_is(words: str) -> None:
    with pytest.raises(NotAChoice):
        sought(words)
