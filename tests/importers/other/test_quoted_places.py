"""Words are found where a program put them, however it counts, and where an edit moved them to."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.foreign.quoted_places import Finding, Found, Quoted, find_quotes
from qualcoder_nhs.importers.refi.positions import EVERY_READING, Reading, file_text
from qualcoder_nhs.importers.taguette.document_text import document_text

PIECES = st.sampled_from(
    ["ab", "é", "😀", "🛏x", " ", "  ", "\n", "\r\n", "P1: ", "trust", "\u2028"]
)
CONTENTS = st.lists(PIECES, min_size=4, max_size=40).map("".join)
PLAIN = Reading(ends_twice=False)


def found(content: str, *passages: Quoted, early: bool = False) -> list[tuple[str, Finding]]:
    file = file_text(content)
    quotes = find_quotes(file, PLAIN, passages, early=early)
    return [(one.span.of(file.text), one.finding) for one in quotes.found]


def counted(before: str, reading: Reading) -> int:
    """How many there are of what a way of counting counts."""
    units = len(before.encode("utf-16-le")) // 2 if reading.utf16 else len(before)
    return units - (0 if reading.ends_twice else before.count("\r\n")) + reading.mark_counted


@given(st.lists(PIECES, min_size=4, max_size=40), st.sampled_from(EVERY_READING), st.data())
def test_every_way_of_counting_is_told_by_the_words(
    pieces: list[str], reading: Reading, data: st.DataObject
) -> None:
    asked, wanted = [], []
    for _once in range(6):
        start = data.draw(st.integers(0, len(pieces) - 1))
        end = data.draw(st.integers(start + 1, len(pieces)))
        places = (counted("".join(pieces[:cut]), reading) for cut in (start, end))
        quote = "".join(pieces[start:end])
        if quote.strip():
            asked.append(Quoted(*places, quote))
            wanted.append(file_text(quote).text)
    file = file_text("\ufeff" * reading.mark_counted + "".join(pieces))
    quotes = find_quotes(file, reading, asked)
    assert [one.span.of(file.text) for one in quotes.found] == wanted
    assert {one.finding for one in quotes.found} <= {Finding.THERE}


@given(CONTENTS, st.integers(0, 60), st.integers(0, 60))
def test_words_that_are_in_the_text_are_never_lost(content: str, start: int, length: int) -> None:
    file = file_text(content)
    quote = file.text[start : start + length]
    for place in (0, start, len(content) * 2):
        [one] = find_quotes(file, PLAIN, [Quoted(place, place + length, quote)]).found
        if quote.strip():
            assert one.span.of(file.text).split() == quote.split()


@given(
    st.lists(
        st.tuples(st.sampled_from(["p", "h1", "li", "b", "u", "br/", ""]), CONTENTS), max_size=8
    ),
    st.data(),
)
def test_bytes_between_tags_lead_to_the_same_characters(
    parts: list[tuple[str, str]], data: st.DataObject
) -> None:
    html = "".join(
        f"<{tag}>{words}" + (f"</{tag}>" if tag != "br/" else "") if tag else words
        for tag, words in parts
    )
    page = document_text(html)
    kept = "".join(words for _tag, words in parts).replace("\r\n", "\n")
    assert page.kept == kept
    if kept:
        start = data.draw(st.integers(0, len(kept) - 1))
        end = data.draw(st.integers(start + 1, len(kept)))
        place = page.kept_span(len(kept[:start].encode()), len(kept[:end].encode()))
        assert place == Span(start, end)
        assert "".join(page.span(place).of(page.text).split()) == "".join(kept[start:end].split())


def test_the_nearest_of_several_is_taken() -> None:
    text = "trust x trust y trust"
    assert find_quotes(file_text(text), PLAIN, [Quoted(10, 15, "trust")]).found == (
        Found(Span(8, 13), Finding.MOVED),
    )


@pytest.mark.parametrize(
    ("passage", "wanted"),
    [
        (Quoted(4, 9, "trust"), ("trust", Finding.THERE)),
        (Quoted(4, 9, " trust"), ("trust", Finding.THERE)),
        (Quoted(0, 5, "trust them"), ("trust\nthem", Finding.MOVED)),
        (Quoted(None, None, "them"), ("them", Finding.MOVED)),
        (Quoted(0, 14, "P1: tryst them"), ("P1: trust\nthem", Finding.EDITED)),
        (Quoted(0, 3, "never said"), ("", Finding.LOST)),
        (Quoted(90, 99, "never said"), ("", Finding.LOST)),
        (Quoted(4, 9), ("trust", Finding.BELIEVED)),
        (Quoted(9, 10), ("", Finding.EMPTY)),
        (Quoted(9, 4), ("", Finding.EMPTY)),
        (Quoted(4, 99), ("", Finding.EMPTY)),
    ],
)
def test_what_becomes_of_a_passage(passage: Quoted, wanted: tuple[str, Finding]) -> None:
    words, finding = found("P1: trust\r\nthem", passage)[0]
    assert finding is wanted[1]
    assert words == wanted[0] or finding in (Finding.LOST, Finding.EMPTY)


def test_rqda_stores_words_from_one_character_too_early_after_an_edit() -> None:
    quoted = Quoted(4, 9, " trust"), Quoted(4, 9, "x trus")
    assert found("P1: trust", quoted[0], early=True) == [("trust", Finding.THERE)]
    assert found("P1:xtrust", Quoted(4, 9, "xtrust"), early=True) == [("trust", Finding.THERE)]
    assert found("P1:xtrust", Quoted(4, 9, "xtrust")) == [("xtrust", Finding.MOVED)]
    assert found("P1: trust", quoted[1], early=True)[0][1] is Finding.LOST


def test_a_file_full_of_lost_words_is_given_up_in_time() -> None:
    text = "a b c " * 20_000
    lost = [Quoted(at, at + 600, f"{'c b a ' * 99}{at}") for at in range(0, 100_000, 40)]
    began = time.process_time()
    quotes = find_quotes(file_text(text), PLAIN, lost)
    assert {one.finding for one in quotes.found} <= {Finding.LOST, Finding.EDITED}
    assert time.process_time() - began < 10


def test_parts_of_one_program_may_count_each_in_its_own_way() -> None:
    text = "😀 one 😀 two 😀 three"
    asked = [Quoted(2, 5, "one"), Quoted(8, 11, "two"), Quoted(17, 22, "three")]
    assert found(text, *asked) == [
        ("one", Finding.THERE),
        ("two", Finding.THERE),
        ("three", Finding.THERE),
    ]
