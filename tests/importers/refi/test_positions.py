"""Positions written in any of the eight ways are found again, whatever the program claims."""

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.refi.placing import (
    Marked,
    begins_word,
    ends_word,
    readings_of,
    usual_reading,
    worst,
)
from qualcoder_nhs.importers.refi.positions import (
    EVERY_READING,
    FileText,
    Reading,
    Ruler,
    file_text,
)

WORDS = st.sampled_from(
    ["trust", "money", "we", "nights", "gar", "naïve", "über", "Ωmega", "e\u0301t"]
)
PARAGRAPHS = st.lists(st.lists(WORDS, min_size=4, max_size=12), min_size=12, max_size=20)
ORIGINS = st.sampled_from(["NVivo for Windows 12", "ATLAS.ti Mac 26", "MAXQDA 24", "qc", ""])


def counted(content: str, reading: Reading) -> int:
    """How many units the beginning of a file is, counted one character at a time."""
    units = 0
    for at, character in enumerate(content):
        if character == "\ufeff" and at == 0:
            units += reading.mark_counted
        elif character == "\r" and content[at + 1 : at + 2] == "\n":
            units += reading.ends_twice
        else:
            units += 2 if reading.utf16 and character > "\uffff" else 1
    return units


def spans_read(file: FileText, reading: Reading, marks: list[Marked]) -> list[tuple[int, int]]:
    ruler = Ruler(file, reading)
    return [(ruler.place(mark.start) or 0, ruler.place(mark.end) or 0) for mark in marks]


@given(PARAGRAPHS, st.sampled_from(EVERY_READING), ORIGINS, st.booleans(), st.booleans())
def test_positions_in_each_of_the_eight_ways_are_found_again(
    paragraphs: list[list[str]], reading: Reading, origin: str, crlf: bool, mark: bool
) -> None:
    end = "\r\n" if crlf else "\n"
    content = ("\ufeff" if mark else "") + "".join(
        f"😀 {' '.join(each)}.{end}" for each in paragraphs
    )
    file = file_text(content)
    wanted, marks = [], []
    at = 0
    for each in paragraphs:
        for said in (" ".join(each[1:3]), each[0]):
            begin = content.index(said, content.index("😀", at))
            start, stop = (
                counted(content[:place], reading) for place in (begin, begin + len(said))
            )
            marks.append(Marked(start, stop))
            wanted.append(said)
        at = content.index(end, at) + len(end)
    found, fit = readings_of({"t": (file, marks)}, usual_reading(origin))["t"]
    places = spans_read(file, found, marks)
    assert [file.text[start:stop] for start, stop in places] == wanted
    assert (fit.starts, fit.of) == (len(marks), len(marks))


@given(st.text(st.sampled_from("ab😀é \r\n\u2028"), max_size=60), st.sampled_from(EVERY_READING))
def test_a_ruler_counts_as_one_counts_by_hand(content: str, reading: Reading) -> None:
    file = file_text("\ufeff" + content)
    assume(file.folded or not reading.ends_twice or "\n" not in file.text)
    ruler = Ruler(file, reading)
    place = 0
    for at in range(len(content) + 1):
        if content[at - 1 : at + 1] == "\r\n":
            continue  # between the two there is no place in the stored text
        assert ruler.place(counted("\ufeff" + content[:at], reading)) == place
        place += 1
    assert ruler.place(counted("\ufeff" + content, reading) + 1) is None
    assert ruler.place(-1) is None


@given(st.text(max_size=200))
def test_stored_text_is_the_file_with_other_line_ends_only(content: str) -> None:
    file = file_text(content)
    assert "\r" not in file.text
    assert len(file.text) == len(content.removeprefix("\ufeff")) - len(file.folded)
    assert all(file.text[place] == "\n" for place in file.folded)
    assert all(file.text[place] > "\uffff" for place in file.wide)


def test_a_few_codings_do_not_overrule_what_is_known_of_the_program() -> None:
    file = file_text("😀 we trust them")
    by_chance = [Marked(2, 4)]
    usual = usual_reading("NVivo for Windows 12")
    assert readings_of({"t": (file, by_chance)}, usual)["t"][0].utf16


def test_the_words_that_a_program_repeats_decide_where_positions_alone_do_not() -> None:
    file = file_text("😀 a a a trust them all")
    [start, end] = [len(file.text.partition("them")[0]), len(file.text.partition(" all")[0])]
    marks = [Marked(start, end, "them")]
    assert not readings_of({"t": (file, marks)}, usual_reading("NVivo"))["t"][0].utf16


def test_a_text_with_few_codings_is_read_as_the_rest_of_the_file() -> None:
    file = file_text("😀 " + "we trust them so " * 20)
    marks = [Marked(2 + 17 * n, 4 + 17 * n) for n in range(20)]
    one = file_text("😀 we trust them")
    found = readings_of({"a": (file, marks), "b": (one, [Marked(5, 10)])}, usual_reading("NVivo"))
    assert [found[key][0].utf16 for key in "ab"] == [False, False]


@pytest.mark.parametrize(
    ("place", "begins", "ends"),
    [(0, True, False), (1, False, False), (2, False, True), (3, True, False), (8, False, True)],
)
def test_where_words_begin_and_end(place: int, begins: bool, ends: bool) -> None:
    text = "We trust"
    assert (begins_word(text, place), ends_word(text, place)) == (begins, ends)


def test_the_worst_passages_are_shown_among_their_neighbours() -> None:
    text = "one two\nthree four"
    assert list(worst(text, [Span(0, 3), Span(5, 9), Span(8, 13)], 1)) == ["one t|wo↵t|hree four"]


def test_line_ends_that_xml_made_one_of_may_have_counted_twice() -> None:
    file = file_text("we trust them so\n" * 20)
    marks = [Marked(18 * n + 3, 18 * n + 8) for n in range(20)]
    found, fit = readings_of({"t": (file, marks)}, usual_reading("MAXQDA"))["t"]
    assert (found.ends_twice, fit.share) == (True, 1.0)
