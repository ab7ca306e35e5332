"""What may be done to a codebook, and that nothing ever breaks its tree or loses a slug."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.codebook_change import CodebookChange
from qualcoder_nhs.domain.codebook_merging import merge
from qualcoder_nhs.domain.codebook_rules import (
    NEW_IDEAS,
    add_code,
    add_idea,
    allow,
    archive,
    bring_back,
    delete,
    move,
    recolour,
    rename,
    rewrite,
)
from qualcoder_nhs.domain.codebook_text import is_slug
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    Archived,
    IllegalMove,
    Nameless,
    NoSuch,
    NotAColour,
    NotApplicable,
    Refusal,
    StillInUse,
)
from qualcoder_nhs.domain.ids import CodeId, CodeSetId

TRUST, BASIS, BOND, SKILL, TONE = map(CodeId, ("1", "2", "3", "4", "5"))
TONE_SET = CodeSet(CodeSetId("s"), SetKind.EXCLUSIVE, "Tone", "span", "", (BOND, SKILL))


@pytest.fixture
def book() -> Codebook:
    """Trust > Basis > (Bond, Skill), and a second root Tone."""
    return Codebook(
        codes=(
            Code(TRUST, "tru", "Trust", applicable=Applicable.NO),
            Code(BASIS, "tru-basis", "Basis", TRUST, applicable=Applicable.HOLDING),
            Code(BOND, "tru-bond", "Bond", BASIS, 0),
            Code(SKILL, "tru-skill", "Skill", BASIS, 1),
            Code(TONE, "tone", "Tone", position=1),
        ),
        sets=(TONE_SET,),
    )


def names(codebook: Codebook, parent: CodeId | None) -> list[str]:
    return [code.name for code in codebook.children(parent)]


def test_a_new_code_stands_last_or_ahead_of_a_sibling(book: Codebook) -> None:
    last = add_code(book, CodeId("6"), "  Care\n given ", BASIS)
    assert [(code.slug, code.name, code.position) for code in last.codes] == [
        ("care-given", "Care given", 2)
    ]
    ahead = add_code(book, CodeId("6"), "Care", BASIS, before=SKILL).applied(book)
    assert names(ahead, BASIS) == ["Bond", "Care", "Skill"]


def test_the_same_name_is_free_elsewhere_but_not_among_siblings(book: Codebook) -> None:
    with pytest.raises(AlreadyThere):
        add_code(book, CodeId("6"), "bond", BASIS)
    twin = add_code(book, CodeId("6"), "Bond", TONE).codes[-1]
    assert (twin.name, twin.slug) == ("Bond", "bond")
    with pytest.raises(AlreadyThere):
        rename(book, SKILL, "BOND")
    assert rename(book, BOND, "BOND").codes[0].slug == "tru-bond"


def test_a_slug_is_never_used_again_not_even_an_alias(book: Codebook) -> None:
    taken = replace(book[TONE], aliases=("care",))
    with_alias = CodebookChange(codes=(taken,)).applied(book)
    assert add_code(with_alias, CodeId("6"), "Care").codes[0].slug == "care-2"


def test_a_name_needs_characters(book: Codebook) -> None:
    with pytest.raises(Nameless):
        add_code(book, CodeId("6"), " \n ")


def test_doing_what_is_so_already_changes_nothing(book: Codebook) -> None:
    assert not rename(book, BOND, "Bond")
    assert not move(book, BOND, BASIS, before=SKILL)
    assert not recolour(book, BOND, None)
    assert not allow(book, TRUST, Applicable.NO)


def test_moving_renumbers_only_where_it_must(book: Codebook) -> None:
    change = move(book, SKILL, BASIS, before=BOND)
    assert {code.id: code.position for code in change.codes} == {SKILL: 0, BOND: 1}
    assert names(change.applied(book), BASIS) == ["Skill", "Bond"]


@pytest.mark.parametrize("under", [TRUST, BASIS, BOND])
def test_nothing_moves_beneath_itself(book: Codebook, under: CodeId) -> None:
    with pytest.raises(IllegalMove):
        move(book, TRUST, under)


def test_a_code_that_gets_its_first_child_is_held_until_one_is_chosen(book: Codebook) -> None:
    with_child = move(book, TONE, SKILL).applied(book)
    assert with_child[SKILL].applicable is Applicable.HOLDING
    again = move(with_child, TONE, None).applied(with_child)
    assert again[SKILL].applicable is Applicable.YES


def test_a_codebook_that_says_yes_of_every_node_keeps_saying_so() -> None:
    plain = Codebook((Code(BOND, "bond", "Bond"), Code(TONE, "tone", "Tone", position=1)))
    assert move(plain, TONE, BOND).applied(plain)[BOND].applicable is Applicable.YES


def test_a_code_that_is_never_applied_stays_that(book: Codebook) -> None:
    bare = delete(book, BASIS, {}).applied(book)
    assert bare[TRUST].applicable is Applicable.NO


def test_a_used_code_is_archived_and_an_unused_one_deleted(book: Codebook) -> None:
    with pytest.raises(StillInUse) as refused:
        delete(book, BASIS, {SKILL: 3})
    assert refused.value.count == 3
    change = delete(book, SKILL, {BOND: 2})
    assert change.removed == (SKILL,)
    assert change.sets_removed == (TONE_SET.id,)  # one member alone excludes nobody
    away = archive(book, BASIS).applied(book)
    assert [code.slug for code in away.codes if code.archived] == [
        "tru-basis",
        "tru-bond",
        "tru-skill",
    ]
    assert away.find("tru-bond").id == BOND


def test_what_is_archived_takes_no_children_and_comes_back_with_what_is_above(
    book: Codebook,
) -> None:
    away = archive(book, BASIS).applied(book)
    with pytest.raises(Archived):
        move(away, TONE, BASIS)
    back = bring_back(away, BOND).applied(away)
    assert [code.slug for code in back.codes if code.archived] == ["tru-skill"]
    assert back[BASIS].applicable is Applicable.HOLDING


def test_a_merged_slug_is_an_alias_and_children_and_sets_follow(book: Codebook) -> None:
    change = merge(book, gone=BASIS, kept=TONE)
    after = change.applied(book)
    assert change.removed == (BASIS,)
    assert names(after, TONE) == ["Bond", "Skill"]
    assert after.find("tru-basis").id == TONE
    assert after.sets == (TONE_SET,)
    again = merge(after, gone=TONE, kept=BOND).applied(after)
    assert again.find("tru-basis").id == again.find("tone").id == BOND
    assert again[BOND].parent is None
    assert names(again, BOND) == ["Skill"]


def test_a_merged_code_that_is_still_named_is_emptied_and_archived(book: Codebook) -> None:
    change = merge(book, gone=BASIS, kept=TONE, still_named=True)
    after = change.applied(book)
    assert (change.removed, after[BASIS].archived, after.children(BASIS)) == ((), True, ())
    assert names(after, TONE) == ["Bond", "Skill"]
    assert after.by_slug["tru-basis"].id == BASIS


def test_merged_members_stand_once_and_a_set_of_one_goes(book: Codebook) -> None:
    assert merge(book, gone=SKILL, kept=BOND).applied(book).sets == ()
    wider = replace(TONE_SET, members=(BOND, SKILL, TONE))
    after = merge(replace(book, sets=(wider,)), gone=SKILL, kept=TONE)
    assert after.sets[0].members == (BOND, TONE)


def test_a_merge_is_refused_where_codings_would_have_no_place(book: Codebook) -> None:
    with pytest.raises(NotApplicable):
        merge(book, gone=TONE, kept=TRUST)
    with pytest.raises(IllegalMove):
        merge(book, gone=TONE, kept=TONE)
    away = archive(book, TONE).applied(book)
    with pytest.raises(Archived):
        merge(away, gone=BOND, kept=TONE)
    with pytest.raises(NoSuch):
        merge(book, gone=CodeId("nobody"), kept=TONE)


def test_the_new_ideas_root_is_made_once_and_never_applied(book: Codebook) -> None:
    first = add_idea(book, CodeId("7"), "Corridor talk", root=CodeId("6"))
    assert [(code.slug, code.applicable) for code in first.codes] == [
        (NEW_IDEAS, Applicable.NO),
        ("corridor-talk", Applicable.YES),
    ]
    after = first.applied(book)
    assert names(after, None) == ["Trust", "Tone", "New ideas"]
    second = add_idea(after, CodeId("9"), "Lanyards", root=CodeId("8"))
    assert [(code.slug, code.parent) for code in second.codes] == [("lanyards", CodeId("6"))]


def test_an_archived_new_ideas_root_comes_back_when_it_is_needed(book: Codebook) -> None:
    with_ideas = add_idea(book, CodeId("7"), "Corridor talk", root=CodeId("6")).applied(book)
    away = archive(with_ideas, CodeId("6")).applied(with_ideas)
    after = add_idea(away, CodeId("9"), "Corridor talk", root=CodeId("8")).applied(away)
    assert not after[CodeId("6")].archived
    assert after[CodeId("9")].slug == "corridor-talk-2"


def test_the_card_and_the_colour(book: Codebook) -> None:
    written = rewrite(book, BOND, definition=" Care.\r\nGoodwill. ", example="").codes[0]
    assert written.definition == "Care.\nGoodwill."
    assert recolour(book, BOND, "#c82f4b").codes[0].colour == "#C82F4B"
    with pytest.raises(NotAColour):
        recolour(book, BOND, "crimson")


Step = Callable[[Codebook, CodeId, CodeId, CodeId], CodebookChange]
STEPS: tuple[Step, ...] = (
    lambda book, one, other, new: add_code(book, new, book[one].name, other),
    lambda book, one, other, new: add_code(book, new, "Ärger: 50 %", None, before=other),
    lambda book, one, other, new: add_idea(book, new, book[one].name, CodeId("r" + new)),
    lambda book, one, other, new: move(book, one, other),
    lambda book, one, other, new: move(book, one, None, before=other),
    lambda book, one, other, new: move(book, one, book[other].parent, before=other),
    lambda book, one, other, new: merge(book, one, other),
    lambda book, one, other, new: merge(book, one, other, still_named=True),
    lambda book, one, other, new: archive(book, one),
    lambda book, one, other, new: bring_back(book, one),
    lambda book, one, other, new: rename(book, one, book[other].name),
    lambda book, one, other, new: allow(book, one, Applicable.HOLDING),
    lambda book, one, other, new: delete(book, one, {other: 1}),
)
some_steps = st.lists(
    st.tuples(st.sampled_from(STEPS), st.integers(0, 99), st.integers(0, 99)), max_size=25
)


@given(some_steps)
def test_any_run_of_legal_steps_keeps_a_tree_and_every_slug(
    steps: list[tuple[Step, int, int]],
) -> None:
    book = Codebook((Code(TRUST, "trust", "Trust"), Code(TONE, "tone", "Tone", position=1)))
    for number, (step, one, other) in enumerate(steps):
        ids = [code.id for code in book.codes]
        if not ids:
            return
        try:
            change = step(book, ids[one % len(ids)], ids[other % len(ids)], CodeId(f"n{number}"))
        except Refusal:
            continue
        before, book = book, change.applied(book)
        assert_sound(book)
        if step is not STEPS[-1]:
            assert set(before.by_slug) <= set(book.by_slug)


def assert_sound(book: Codebook) -> None:
    """A tree that reaches every code once, slugs and aliases that are never doubled."""
    assert sorted(code.id for code in book.walk()) == sorted(book.by_id)
    slugs = [slug for code in book.codes for slug in (code.slug, *code.aliases)]
    assert len(slugs) == len(set(slugs))
    assert all(is_slug(slug) for slug in slugs)
    for code in book.codes:
        assert code.parent is None or not book[code.parent].archived or code.archived
