"""Which code a coding counts as, whatever became of the codebook since it was frozen."""

import pytest

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.counted_codes import CountedCodes
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import CodeId


def code(
    name: str, parent: str | None = None, slug: str = "", aliases: tuple[str, ...] = ()
) -> Code:
    above = CodeId(parent) if parent else None
    return Code(CodeId(name), slug or name.lower(), name, above, aliases=aliases)


FROZEN = Codebook((code("Money"), code("Cost", "Money"), code("Waste", "Money"), code("Trust")))
TODAY = Codebook(
    (
        code("Money", "Trust"),
        code("Spending", "Money", aliases=("cost",)),
        code("Waste", "Money"),
        code("Trust"),
        code("Time", "Waste"),
    )
)
COUNTED = CountedCodes(FROZEN, TODAY)


def test_a_code_that_took_another_in_counts_as_that_one() -> None:
    assert COUNTED.slugs == {
        "Money": "money",
        "Spending": "cost",
        "Waste": "waste",
        "Trust": "trust",
        "Time": "time",
    }


def test_codes_stand_where_they_were_frozen_and_new_ones_where_they_are() -> None:
    book = COUNTED.codebook
    assert [book.path(one.id) for one in book.walk()] == [
        "Money",
        "Money > Cost",
        "Money > Waste",
        "Money > Waste > Time",
        "Trust",
    ]


@pytest.mark.parametrize("words", ["cost", "Spending", "spending", "Trust > Money > Spending"])
def test_a_code_is_found_by_what_it_was_and_is_called(words: str) -> None:
    assert COUNTED.find(words).slug == "cost"


def test_what_neither_knows_is_refused() -> None:
    with pytest.raises(NoSuch):
        COUNTED.find("gold")


def test_a_codebook_that_was_not_frozen_is_what_it_is() -> None:
    same = CountedCodes(TODAY, TODAY)
    assert same.codebook == TODAY
    assert set(same.slugs.values()) == {one.slug for one in TODAY.codes}
