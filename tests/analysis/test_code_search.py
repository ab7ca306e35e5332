"""Three letters find a code, the better match first, and say where they matched."""

import pytest

from qualcoder_nhs.analysis.code_search import Where, recent_codes, search
from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.ids import CodeId

NO = Applicable.NO


def code(slug, name, parent=None, **more):
    return Code(CodeId(slug), slug, name, parent=parent and CodeId(parent), **more)


BOOK = Codebook(
    (
        code("tru", "Trust", applicable=NO),
        code("tru-withheld", "Holding back", "tru", position=1),
        code("tru-competence", "Trust in competence", "tru", definition="who holds to a promise"),
        code("rel", "Doctor–manager relations", position=1, applicable=NO),
        code("rel-influence", "Who holds influence", "rel"),
        code("fin-cost-quality", "Cost against quality", "rel", position=2),
        code("old", "Hold the line", "rel", position=3, archived=True),
    )
)


def found(letters, *recent):
    return [
        (match.code.slug, match.where)
        for match in search(BOOK, letters, [CodeId(slug) for slug in recent])
    ]


def test_name_start_before_word_start_before_definition():
    assert found("hol") == [
        ("tru-withheld", Where.NAME_START),
        ("rel-influence", Where.WORD_START),
        ("tru-competence", Where.DEFINITION),
    ]


@pytest.mark.parametrize(
    ("letters", "slug", "where"),
    [
        ("caq", "fin-cost-quality", Where.INITIALS),
        ("withh", "tru-withheld", Where.SLUG),
        ("doctor", "rel-influence", Where.PATH),
        ("COST", "fin-cost-quality", Where.NAME_START),
    ],
)
def test_where_it_matched(letters, slug, where):
    assert (slug, where) in found(letters)


def test_recent_codes_come_first_among_shown_matches():
    assert found("hol", "rel-influence")[0] == ("rel-influence", Where.WORD_START)
    assert found("hol", "tru-competence")[-1] == ("tru-competence", Where.DEFINITION)


def test_without_letters_the_recent_nine_that_may_be_used():
    slugs = [CodeId(slug) for slug in ("old", "tru", "gone", "rel-influence", "tru-withheld")]
    assert [match.code.slug for match in recent_codes(BOOK, slugs)] == [
        "rel-influence",
        "tru-withheld",
    ]
    assert search(BOOK, "  ", slugs) == recent_codes(BOOK, slugs)


def test_the_letters_lie_in_the_words_that_matched():
    match = search(BOOK, "infl")[0]
    assert match.words[match.start : match.end] == "infl"
