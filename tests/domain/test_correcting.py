"""A corrected text against the old one: what passages become, for any two texts."""

from itertools import pairwise
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.correcting.difference import difference, difference_within
from qualcoder_nhs.domain.correcting.following import Fate, Following
from qualcoder_nhs.domain.correcting.references import renumbered, turns_gone
from qualcoder_nhs.domain.correcting.turns import turn_map
from qualcoder_nhs.domain.correcting.wording import word_changes
from qualcoder_nhs.domain.span import Span
from tests.builders import turns_of

texts = st.text(st.sampled_from("ab é.,\n🩺-\u0301"), max_size=60)
anything = st.text(max_size=60)


@st.composite
def edited(draw: st.DrawFn) -> tuple[list[str], list[str], set[str]]:
    """Words that all differ, what an edit made of them, and those it left alone."""
    words = [f"w{n}x" for n in range(draw(st.integers(1, 40)))]
    new: list[str] = []
    kept: set[str] = set()
    for n, word in enumerate(words):
        what = draw(st.sampled_from(("keep", "keep", "keep", "drop", "change", "add")))
        if what in ("keep", "add"):
            new.append(word)
            kept.add(word)
        if what == "change":
            new.append(f"other{n}")
        if what == "add":
            new.append(f"added{n}")
    return words, new, kept


def said(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def after(old: str, new: str, words: str) -> tuple[str, Fate]:
    followed = Following(difference(old, new)).passage(said(old, words))
    return followed.new.of(new), followed.fate


@given(st.one_of(texts, anything), st.one_of(texts, anything))
def test_what_both_have_is_the_same_and_in_order(old: str, new: str) -> None:
    found = difference(old, new)
    for one in found.same:
        assert old[one.old : one.old_end] == new[one.new : one.new_end]
    for one, other in pairwise(found.same):
        assert one.old_end <= other.old
        assert one.new_end <= other.new
    rebuilt, at = "", 0
    for change in found.changes:
        rebuilt += old[at : change.old.start] + change.new.of(new)
        at = change.old.end
    assert rebuilt + old[at:] == new


@given(anything, st.data())
def test_the_same_text_moves_nothing(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    span = Span(start, data.draw(st.integers(start, len(text))))
    followed = Following(difference(text, text)).passage(span)
    assert (followed.new, followed.fate) == (span, Fate.UNMOVED)


@given(texts, texts, st.data())
def test_passages_keep_their_order_and_lie_in_the_new_text(
    old: str, new: str, data: st.DataObject
) -> None:
    ends = sorted(data.draw(st.lists(st.integers(0, len(old)), min_size=4, max_size=4)))
    following = Following(difference(old, new))
    one, other = (following.passage(Span(*ends[n : n + 2])) for n in (0, 2))
    assert one.new.end <= len(new)
    assert other.new.end <= len(new)
    if Fate.LOST not in (one.fate, other.fate) and one.old and other.old:
        assert one.new.start <= other.new.start
        assert one.new.end <= other.new.end


@given(edited(), st.data())
def test_a_passage_whose_words_are_untouched_has_exactly_these(
    made: tuple[list[str], list[str], set[str]], data: st.DataObject
) -> None:
    words, changed, kept = made
    old, new = " ".join(words), " ".join(changed)
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first, len(words) - 1))
    passage = " ".join(words[first : last + 1])
    there = passage in new and set(words[first : last + 1]) <= kept
    quote, fate = after(old, new, passage)
    assert (quote == passage) == there == fate.same_words
    if there:
        back, _fate = after(new, old, passage)
        assert back == passage
    if not kept & set(words[first : last + 1]) and fate is not Fate.LOST:
        assert set(quote.split()).isdisjoint(kept)


@given(edited())
def test_changes_are_told_in_whole_words(made: tuple[list[str], list[str], set[str]]) -> None:
    words, changed, kept = made
    old, new = " ".join(words), " ".join(changed)
    for change in word_changes(difference(old, new)):
        assert set(change.old.of(old).split()) <= set(words)
        assert set(change.new.of(new).split()) <= set(changed)
        assert kept.isdisjoint(change.old.of(old).split())


@given(texts, texts, texts, texts)
def test_a_difference_within_a_passage_leaves_all_else_where_it_was(
    head: str, old: str, new: str, tail: str
) -> None:
    was, becomes = Span(len(head), len(head + old)), Span(len(head), len(head + new))
    before, after = head + old + tail, head + new + tail
    following = Following(difference_within(before, after, was, becomes))
    if head:
        assert following.passage(Span(0, len(head))).new == Span(0, len(head))
    if tail:
        rest = following.passage(Span(was.end, len(before)))
        assert rest.new == Span(becomes.end, len(after))
    for one in following.difference.same:
        assert before[one.old : one.old_end] == after[one.new : one.new_end]


@pytest.mark.parametrize(
    ("old", "new", "words", "becomes", "fate"),
    [
        ("the nurce at nigth shift", "the nurse at night shift", "nurce", "nurse", "changed"),
        ("the nurce at nigth shift", "the nurse at night shift", "at", "at", "unmoved"),
        ("the nurce at nigth", "the nurse at night", "nurce at nigth", "nurse at night", "changed"),
        ("a b c d", "a x b c d", "b c", "b c", "moved"),
        ("a b c d", "a x b c d", "a b", "a x b", "changed"),
        ("a b c d", "a b c", "c d", "c", "shortened"),
        ("a b c d", "b c d", "a b", "b", "shortened"),
        ("a b c d", "a d", "b c", "", "lost"),
        ("a b c d", "a c d", "b", "", "lost"),
        ("we six people all", "we half a dozen all", "six people", "half a dozen", "changed"),
        ("ninety thousand, all", "nineteen thousand, all", "ninety", "nineteen", "changed"),
        ("no stop there", "no stop. There", "stop", "stop", "unmoved"),
        ("one  two", "one two", "two", "two", "moved"),
        ("yes", "no", "yes", "no", "changed"),
        ("[1] A: a\n[12] B: b c", "[12] B: b d", "[12] B: b", "[12] B: b", "moved"),
        ("[1] B: b c", "[1] A: a\n[1] B: b d", "[1] B: b", "[1] B: b", "moved"),
        ("all of it", "", "of", "", "lost"),
    ],
)  # fmt: skip
def test_what_becomes_of_a_passage(old: str, new: str, words: str, becomes: str, fate: str) -> None:
    assert after(old, new, words) == (becomes, Fate(fate))


LINES = ["MOD: Who decides?", "P1: The board does.", "P2: Mm.", "P1: Yes.", "P2: Mm."]


@pytest.mark.parametrize(
    ("lines", "numbers", "gone", "new"),
    [
        (LINES, {1: 1, 2: 2, 3: 3, 4: 4, 5: 5}, (), ()),
        (["MOD: Welcome.", *LINES], {1: 2, 2: 3, 3: 4, 4: 5, 5: 6}, (), (1,)),
        (LINES[1:], {2: 1, 3: 2, 4: 3, 5: 4}, (1,), ()),
        ([*LINES[:1], "P1: The", "P3: board does.", *LINES[2:]],
         {1: 1, 2: 3, 3: 4, 4: 5, 5: 6}, (), (2,)),
        ([*LINES[:2], *LINES[3:]], {1: 1, 2: 2, 4: 3, 5: 4}, (3,), ()),
        (["MOD: Who decides?", "P1: The board does. Mm. Yes.", "P2: Mm."],
         {1: 1, 2: 2, 3: 2, 4: 2, 5: 3}, (), ()),
    ],
)  # fmt: skip
def test_turns_go_where_their_words_are(
    lines: list[str], numbers: dict[int, int], gone: tuple[int, ...], new: tuple[int, ...]
) -> None:
    old, becomes = "\n".join(LINES), "\n".join(lines)
    found = turn_map(Following(difference(old, becomes)), turns_of(old), turns_of(becomes))
    assert (found.numbers, found.gone, found.new) == (numbers, gone, new)


def test_turns_named_in_words_get_their_new_numbers() -> None:
    numbers = {1: 2, 2: 3, 8: 10}
    assert renumbered("See t.1, t. 2–8 and t.7", numbers) == "See t.2, t. 3–10 and t.7"
    assert turns_gone("See t.1, t.7", numbers) == (7,)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("a " * 30_000, "a b " * 15_000),
        ("a b " * 15_000, "b a a " * 10_000),
        (".,-'" * 20_000, "-',." * 18_000),
        (" \n" * 50_000, "\n " * 48_000),
        (" ".join(f"w{n % 3000}" for n in range(30_000)),
         " ".join(f"w{n * 7 % 3001}" for n in range(30_000))),
    ],
    ids=("one word", "two words", "signs", "blanks", "few words"),
)  # fmt: skip
def test_hostile_texts_are_compared_in_bounded_time(old: str, new: str) -> None:
    begun = process_time()
    found = difference(old, new)
    assert process_time() - begun < 20
    assert all(old[one.old : one.old_end] == new[one.new : one.new_end] for one in found.same)
