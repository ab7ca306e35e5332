"""Options of tables: what is offered, what holds where nothing is said, what is refused."""

import pytest

from qualcoder_nhs.domain.errors import NotAChoice
from qualcoder_nhs.domain.table_options import Option, Takes, Value, wish

OPTIONS = (
    Option("measure", Takes.CHOICE, "Count", "", "turns", (("turns", "Turns"), ("words", "Words"))),
    Option("codes", Takes.CODES, "Codes", ""),
    Option("within", Takes.NUMBER, "Within", "", default=3, least=1, most=9),
    Option("unused", Takes.FLAG, "Unused", ""),
    Option("question", Takes.QUESTION, "Question", ""),
)


def test_every_option_has_an_answer() -> None:
    plain = wish(OPTIONS)
    assert (plain.word("measure"), plain.number("within")) == ("turns", 3)
    assert (plain.names("codes"), plain.flag("unused"), plain.word("question")) == ((), False, "")


def test_what_was_said_stands_and_none_says_nothing() -> None:
    said = wish(OPTIONS, {"measure": "words", "codes": ("tru", "fin"), "within": None})
    assert (said.word("measure"), said.names("codes")) == ("words", ("tru", "fin"))
    assert said.number("within") == 3


@pytest.mark.parametrize(
    ("option", "value", "known"),
    [
        ("measure", "people", "turns, words"),
        ("within", 0, "1, 2, …, 9"),
        ("within", 10, "1, 2, …, 9"),
        ("colour", "red", "measure"),
    ],
)
def test_what_is_not_offered_is_refused_by_name(option: str, value: Value, known: str) -> None:
    with pytest.raises(NotAChoice) as refused:
        wish(OPTIONS, {option: value})
    assert refused.value.option == option
    assert known in str(refused.value)
