"""What a codebook file brings to a study: nothing lost, nothing doubled, nothing twice."""

from dataclasses import replace
from itertools import count

import pytest
from codebook_strategies import codebooks
from hypothesis import given

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.codebook_draft import (
    CodebookDraft,
    CodeDraft,
    SetDraft,
    draft_of,
    in_tree_order,
)
from qualcoder_nhs.domain.codebook_import import CodebookPlan, merged
from qualcoder_nhs.domain.ids import CodeId, CodeSetId

FILE = CodebookDraft(
    codes=(
        CodeDraft("tru", "Trust", applicable=Applicable.NO, colour="#0655B6"),
        CodeDraft("tru-bond", "Bond", "tru", definition="Care."),
        CodeDraft("tru-skill", "Skill", "tru"),
    ),
    sets=(SetDraft(SetKind.CORE, "Pilot", members=("tru-bond", "tru-skill")),),
)


def plan(draft: CodebookDraft, codebook: Codebook) -> CodebookPlan:
    numbers = count()
    return merged(draft, codebook, lambda: f"new{len(codebook.codes)}-{next(numbers)}")


def test_an_empty_study_takes_the_whole_file() -> None:
    coming = plan(FILE, Codebook())
    book = coming.change.applied(Codebook())
    assert draft_of(book) == FILE
    assert (coming.added, coming.updated, coming.known) == (3, 0, 0)
    assert [code.position for code in book.codes] == [0, 0, 1]


def test_a_known_code_takes_words_and_keeps_place_colour_and_applicability() -> None:
    own = Codebook(
        (
            Code(CodeId("1"), "mine", "Mine"),
            Code(CodeId("2"), "tru-bond", "Ties", CodeId("1"), colour="#112233", use="Mine."),
        )
    )
    coming = plan(FILE, own)
    book = coming.change.applied(own)
    assert book.find("tru-bond") == replace(own.codes[1], name="Bond", definition="Care.")
    assert book.find("mine") == own.codes[0]
    assert (coming.added, coming.updated, coming.known) == (2, 1, 0)


def test_a_code_merged_away_is_known_by_its_alias_and_changes_nothing() -> None:
    own = Codebook((Code(CodeId("1"), "ties", "Ties", aliases=("tru-bond",)),))
    book = plan(FILE, own).change.applied(own)
    assert book.find("tru-bond") == own.codes[0]
    assert book.sets[0].members[0] == CodeId("1")


def test_without_slugs_a_code_is_known_by_its_place() -> None:
    bare = CodebookDraft(
        (
            CodeDraft("trust", "Trust", slug_given=False),
            CodeDraft("bond", "bond", "trust", definition="New.", slug_given=False),
            CodeDraft("bond-2", "Bond", slug_given=False),
        )
    )
    own = plan(FILE, Codebook()).change.applied(Codebook())
    coming = plan(bare, own)
    book = coming.change.applied(own)
    assert (coming.added, coming.updated, coming.known) == (1, 1, 1)
    assert book.find("tru-bond").definition == "New."
    assert book.find("tru-bond").name == "Bond"
    assert [code.slug for code in book.children(None)] == ["tru", "bond"]
    assert not plan(bare, book).change


def test_a_twin_without_a_slug_is_not_taken_for_the_one_with_a_slug() -> None:
    twins = CodebookDraft(
        (
            CodeDraft("tru", "Trust", definition="One."),
            CodeDraft("trust", "Trust", definition="Other.", slug_given=False),
        )
    )
    own = plan(twins, Codebook()).change.applied(Codebook())
    assert len(own.codes) == 2
    assert not plan(twins, own).change


def test_a_made_slug_gives_way_to_one_the_study_has_elsewhere() -> None:
    own = Codebook((Code(CodeId("1"), "bond", "Glue", aliases=("tie",)),))
    bare = CodebookDraft((CodeDraft("bond", "Bond", slug_given=False),))
    assert plan(bare, own).change.codes[0].slug == "bond-2"
    aliased = CodebookDraft((CodeDraft("care", "Care", aliases=("tie", "love")),))
    assert plan(aliased, own).change.codes[0].aliases == ("love",)


def test_a_known_set_takes_members_in() -> None:
    own = plan(replace(FILE, sets=()), Codebook()).change.applied(Codebook())
    skill, bond = own.find("tru-skill").id, own.find("tru-bond").id
    own = replace(own, sets=(CodeSet(CodeSetId("s"), SetKind.CORE, "pilot", "", "Why.", (skill,)),))
    assert plan(FILE, own).change.sets == (replace(own.sets[0], members=(skill, bond)),)


def test_new_codes_beneath_an_archived_one_are_archived() -> None:
    own = Codebook((Code(CodeId("1"), "tru", "Trust", archived=True),))
    assert all(code.archived for code in plan(FILE, own).change.applied(own).codes)


@given(codebooks())
def test_the_same_file_twice_changes_nothing(book: Codebook) -> None:
    first = plan(draft_of(book), Codebook())
    once = first.change.applied(Codebook())
    again = plan(draft_of(book), once)
    assert not again.change
    assert again.known == first.added == len(book.codes)
    assert not plan(draft_of(book), book).change


@given(codebooks(), codebooks())
def test_nothing_is_ever_deleted_and_every_slug_is_found(one: Codebook, other: Codebook) -> None:
    coming = plan(draft_of(other), one)
    after = coming.change.applied(one)
    assert not coming.change.removed
    assert not coming.change.sets_removed
    assert set(one.by_slug) <= set(after.by_slug)
    assert {code.slug for code in other.codes} <= set(after.by_slug)
    slugs = [slug for code in after.codes for slug in (code.slug, *code.aliases)]
    assert len(slugs) == len(set(slugs))
    assert sorted(code.id for code in after.walk()) == sorted(after.by_id)


@pytest.mark.parametrize(
    ("parents", "ordered"),
    [
        ({"a": None, "b": "a", "c": None, "d": "a"}, "abdc"),
        ({"b": "a", "a": None}, "ab"),
        ({"a": "b", "b": "a", "c": "b"}, "abc"),
        ({"a": "a"}, "a"),
        ({"a": "nowhere"}, "a"),
    ],
)
def test_any_order_of_codes_becomes_tree_order(
    parents: dict[str, str | None], ordered: str
) -> None:
    codes = in_tree_order(CodeDraft(slug, slug, parent) for slug, parent in parents.items())
    assert "".join(code.slug for code in codes) == ordered
    CodebookDraft(codes).depths()
