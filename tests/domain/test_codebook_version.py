"""What became of a codebook since a version was frozen, said so that a person can read it."""

from dataclasses import replace

from codebook_strategies import codebooks
from hypothesis import given

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.codebook_version import Became, differences, reworded
from qualcoder_nhs.domain.ids import CodeId

TRUST = Code(CodeId("1"), "tru", "Trust")
WARM = Code(CodeId("2"), "warm", "Warm", TRUST.id, definition="Liking.")
COLD = Code(CodeId("3"), "cold", "Cold", TRUST.id, 1)
BOOK = Codebook((TRUST, WARM, COLD))


def said(*after: Code) -> list[str]:
    return [one.words for one in differences(BOOK, Codebook(after))]


def test_nothing_happened() -> None:
    assert differences(BOOK, BOOK) == ()


def test_each_thing_is_said_in_a_sentence() -> None:
    new = Code(CodeId("4"), "new", "New", WARM.id)
    assert said(TRUST, WARM, COLD, new) == ["“New” was added beneath “Trust > Warm”."]
    assert said(TRUST, WARM) == ["“Cold” was deleted."]
    merged = replace(WARM, aliases=("cold",))
    assert said(TRUST, merged) == ["“Cold” became part of “Warm”."]
    assert said(TRUST, replace(WARM, name="Close"), COLD) == ["“Warm” is called “Close” now."]
    assert said(TRUST, WARM, replace(COLD, parent=None)) == [
        "“Cold” moved from “Trust” to the top."
    ]
    assert said(TRUST, replace(WARM, definition="Care.", do_not_use="No."), COLD) == [
        "“Warm” has another definition: “Liking.” became “Care.”.",
        "“Warm” has another do not use: “” became “No.”.",
    ]
    assert said(TRUST, WARM, replace(COLD, applicable=Applicable.HOLDING)) == [
        "“Cold” may be put on words: yes became holding."
    ]
    assert said(TRUST, WARM, replace(COLD, archived=True)) == ["“Cold” was archived."]


def test_colours_and_the_order_of_siblings_are_no_difference() -> None:
    assert said(TRUST, replace(WARM, colour="#123456", position=2), COLD) == []


def test_only_other_words_on_the_card_make_a_wording_old() -> None:
    after = Codebook((TRUST, replace(WARM, use="When told."), replace(COLD, name="Chill")))
    assert reworded(BOOK, after) == {WARM.id}


@given(codebooks(), codebooks())
def test_every_code_that_came_or_went_is_told_once(before: Codebook, after: Codebook) -> None:
    found = differences(before, after)
    kinds = {kind: [one.code for one in found if one.became is kind] for kind in Became}
    gone = kinds[Became.REMOVED] + kinds[Became.MERGED]
    assert sorted(kinds[Became.ADDED]) == sorted(after.by_id.keys() - before.by_id.keys())
    assert sorted(gone) == sorted(before.by_id.keys() - after.by_id.keys())
    assert reworded(before, after) == set(kinds[Became.REWORDED])
    assert all(one.words for one in found)
