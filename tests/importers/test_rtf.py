"""Rich Text: letters of every alphabet, tables, and what stands outside of the text."""

import random
import time
from pathlib import Path

import pytest
from striprtf.striprtf import rtf_to_text

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.rtf import rtf_tokens
from qualcoder_nhs.importers.transcript_formats import read_transcript

HEAD = r"{\rtf1\ansi\ansicpg1252\deff0"
FONTS = (
    r"{\fonttbl{\f0\fswiss\fcharset0 Arial;}{\f1\fnil\fcharset204 Arial Cyr;}"
    r"{\f2\fnil\fcharset128 \'82\'6c\'82\'72;}{\f3\fnil\cpg1253 Greek;}{\f4\fnil Any;}}"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "group.rtf"


def read(path: Path, body: str, head: str = HEAD + FONTS) -> Parsed:
    path.write_bytes(f"{head}{body}}}".encode("latin-1"))
    return read_transcript(path)


def text(path: Path, body: str, head: str = HEAD + FONTS) -> str:
    return read(path, body, head).text


def talk(parsed: Parsed) -> list[tuple[str, str]]:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


def told(parsed: Parsed) -> set[str]:
    return {problem.what for problem in parsed.problems}


def test_paragraphs_lines_and_bold_labels(path: Path) -> None:
    parsed = read(
        path,
        r"\pard\f0 {\b MOD}\tab So?\par {\b Ann Roe\b0\tab}Hm.\line More."
        "\r\n"
        r"\par\b MOD\plain\tab And?\par {\b Cleo}\tab No.\par",
    )
    assert parsed.text == "MOD\tSo?\nAnn Roe\tHm.\nMore.\nMOD\tAnd?\nCleo\tNo.\n"
    assert talk(parsed) == [
        ("MOD", "So?"),
        ("Ann Roe", "Hm.\nMore."),
        ("MOD", "And?"),
        ("Cleo", "No."),
    ]
    assert parsed.kind == "rtf"
    assert parsed.problems == ()


@pytest.mark.parametrize(
    ("body", "shown"),
    [
        (r"caf\'e9 \'93so\'94 \'80", "café “so” €"),
        (r"{\f1 \'cf\'f0\'e8\'e2\'e5\'f2} \'e9", "Привет é"),
        (r"{\f2 \'93\'fa\'96\'7b \'83A}", "日本 ア"),
        (r"{\f3 \'e1\'e2}", "αβ"),
        (r"{\f4 \'e9}{\f9 \'e9}", "éé"),
        ("raw \xe9 {\\f1 \xcf}", "raw é П"),
        (r"\u8217?s \u-3913?\u233\'e9.", "’s \uf0b7é."),
        (r"\uc0\u233 e{\uc2\u233 ??f}g", "éeéfg"),
        (r"\uc2\u233 ?{}??", "é??"),
        (r"\u-10179?\u-8704? \u55357?x", "😀 \ufffdx"),
        (
            r"a\~b\_c\-d\{e\}\\f\emdash\endash\bullet\lquote\rquote\ldblquote\rdblquote ",
            "a\u00a0b\u2011cd{e}\\f—–•‘’“”",
        ),
        (
            r"a\emspace b\enspace c\zwj\zwnj\rtlmark\ltrmark d",
            "a\u2003b\u2002c\u200d\u200c\u200f\u200ed",
        ),
        ("a\nb\r\nc\td\\\te", "abc\td\te"),
        (r"\u8232?x\u1?", " x\ufffd"),
    ],
)
def test_letters(path: Path, body: str, shown: str) -> None:
    assert text(path, body) == shown + "\n"


@pytest.mark.parametrize(
    ("head", "shown"),
    [
        (r"{\rtf1\ansi\ansicpg1251", "й"),
        (r"{\rtf1\ansi\ansicpg1250", "é"),
        (r"{\rtf1\mac", "È"),
        (r"{\rtf1\pc", "Θ"),
        (r"{\rtf1\ansi\ansicpg10000", "È"),
        (r"{\rtf1", "é"),
    ],
)
def test_the_alphabet_of_the_file(path: Path, head: str, shown: str) -> None:
    assert text(path, r"\'e9", head) == shown + "\n"


def test_an_alphabet_that_nobody_knows_is_told(path: Path) -> None:
    parsed = read(path, r" \'e9", r"{\rtf1\ansi\ansicpg9999")
    assert parsed.text == "é\n"
    assert told(parsed) == {"Code page 9999 is not known; its letters are read as Western ones."}


def test_bytes_that_are_no_letters_are_told(path: Path) -> None:
    assert told(read(path, r"a\'81b")) == {"1 character cannot be read."}


def row(*cells: str) -> str:
    return r"\trowd\cellx1\cellx2 " + "".join(rf"\pard\intbl {c}\cell" for c in cells) + r"\row"


def test_a_table_of_speakers_between_paragraphs(path: Path) -> None:
    rows = [("Speaker", "Text"), ("MOD", "So?"), ("P1", r"Hm.\par More."), ("MOD", "A | b?")]
    body = r"\pard Before.\par" + "".join(row(*one) for one in rows) + r"\pard After.\par"
    parsed = read(path, body)
    assert parsed.text == "Before.\nSpeaker\tText\nMOD: So?\nP1: Hm.\nMore.\nMOD: A | b?\nAfter.\n"
    assert talk(parsed) == [("MOD", "So?"), ("P1", "Hm.\nMore."), ("MOD", "A | b?\nAfter.")]


def test_a_table_that_never_ends_keeps_its_words(path: Path) -> None:
    parsed = read(path, r"\pard\intbl P1: One.\par P2: Two.\par P1: Three.\cell Four")
    assert parsed.text.split() == ["P1:", "One.", "P2:", "Two.", "P1:", "Three.", "Four"]


def test_a_table_in_a_cell_is_read_in_its_place(path: Path) -> None:
    inner = r"\pard\intbl\itap2 in\nestcell side\nestcell{\*\nesttableprops\trowd\nestrow}"
    parsed = read(path, row("a" + inner, "b") + r"\pard c\par")
    assert parsed.text.split() == ["ain", "side", "b", "c"]


def test_links_are_read_by_their_words(path: Path) -> None:
    field = r'See {\field{\*\fldinst{HYPERLINK "https://x.example"}}{\fldrslt{this page}}}.'
    assert text(path, field) == "See this page.\n"


def test_words_that_stand_twice_are_read_once(path: Path) -> None:
    assert text(path, r"a {\upr{b?}{\*\ud{b\u960?}}} c") == "a bπ c\n"


def test_what_is_left_out_is_named_with_its_words(path: Path) -> None:
    body = (
        r"{\header Strictly secret\par}{\footerl Page}{\info{\title not a word}}"
        r"Read{\footnote\pard at the\par foot}{\*\footnote\ftnalt end} this"
        r"{\*\atnid XY}{\*\atnauthor A}{\*\annotation a remark}"
        r"{\shp{\*\shpinst{\sp{\sn name}{\sv value}}{\shptxt in a box}}{\shprslt again}}"
        r"{\*\shppict{\pict\pngblip 89504e47}}{\nonshppict{\pict 89504e47}}"
        r"{\pict\bin5 }}}}}}"
        r"{\object{\*\objdata 010203}{\result shown}}{\v hidden words}{\deleted gone}"
        r"{\*\unknown nothing}{\listtext 1.\tab}."
    )
    parsed = read(path, body)
    assert parsed.text == "Read this.\n"
    assert told(parsed) == {
        "Page headers: 2 words were left out.",
        "Page footers: 1 word was left out.",
        "Footnotes: 3 words were left out.",
        "Endnotes: 1 word was left out.",
        "Comments: 2 words were left out.",
        "Text boxes: 3 words were left out.",
        "Embedded objects: 1 word was left out.",
        "Hidden text: 2 words were left out.",
        "Tracked deletions: 1 word was left out.",
        "Pictures: 2 were left out.",
    }


def test_an_end_that_is_missing_is_told(path: Path) -> None:
    path.write_bytes((HEAD + r"{\b P1:} One.\par{\b P2:} Tw").encode())
    parsed = read_transcript(path)
    assert parsed.text == "P1: One.\nP2: Tw\n"
    assert "The file ends before it should: its end may be missing." in told(parsed)


def test_what_stands_behind_the_document_is_no_part_of_it(path: Path) -> None:
    path.write_bytes((HEAD + r" P1: One.}P2: Two.").encode())
    assert read_transcript(path).text == "P1: One.\n"


def test_a_second_reader_finds_the_same_words(path: Path) -> None:
    body = r"\pard P1:\tab Caf\'e9 \u8217\'92s.\par P2: \ldblquote Yes\rdblquote .\par P1: No.\par"
    assert text(path, body) == rtf_to_text(HEAD + FONTS + body + "}")


@pytest.mark.parametrize("name", ["group.doc", "group.txt", "group"])
def test_under_the_names_that_word_gives_it(tmp_path: Path, name: str) -> None:
    assert read(tmp_path / name, "P1: One.").kind == "rtf"


ENDLESS = {
    "braces": "{}",
    "groups": "{",
    "paragraphs": r"\par",
    "letters": r"\u8217\'92",
}


@pytest.mark.parametrize("kind", ENDLESS)
def test_endless_files_are_refused(path: Path, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rtf_tokens, "MOST", 20_000)
    with pytest.raises(BadFile, match=r"group\.rtf.*longer, or nested deeper"):
        read(path, ENDLESS[kind] * 20_000)


def test_the_longest_is_refused_in_time(path: Path) -> None:
    began = time.process_time()
    with pytest.raises(BadFile, match="longer"):
        read(path, r"\par" * rtf_tokens.MOST)
    assert time.process_time() - began < 5


def test_a_large_picture_takes_no_time(path: Path) -> None:
    lines = ("0123456789abcdef" * 8 + "\r\n") * 200_000
    parsed = read(path, r"P1: One.\par{\pict " + lines + "}P1: Two.")
    assert parsed.text == "P1: One.\nP1: Two.\n"


@pytest.mark.parametrize("content", ["{\\rtf1}", "{\\rtf1 \\par }", "{\\rtf1{\\*\\x words}}"])
def test_no_words(path: Path, content: str) -> None:
    path.write_text(content, encoding="ascii")
    with pytest.raises(BadFile, match="no text"):
        read_transcript(path)


def test_broken_copies_are_read_or_refused(path: Path) -> None:
    chance = random.Random(5)
    whole = (HEAD + FONTS + row("MOD", "So?") * 4 + r"{\footnote x}\u-10179?\'e9\par}").encode()
    refusals = []
    for _copy in range(300):
        content = bytearray(whole)
        for _change in range(chance.randint(1, 5)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 3)] = chance.choice(
                [
                    b"{",
                    b"}",
                    b"\\",
                    b"\\*",
                    b"\\u99999",
                    b"\\'",
                    b"\\bin3 ",
                    b"\\f1",
                    b"\\uc-1 ",
                    b"",
                ]
            )
        path.write_bytes(bytes(content))
        try:
            read_transcript(path).text.encode("utf-8")
        except BadFile as refused:
            refusals.append(str(refused))
    assert 0 < len(refusals) < 300
    assert all("group.rtf" in one for one in refusals)


def test_tracked_insertions_are_read_and_said(path: Path) -> None:
    body = r"{\b P1:} Yes {\revised\revauth1 indeed} {\deleted never}.\par P2: No.\par P1: Oh.\par"
    path.write_text(rf"{{\rtf1\ansi {body}}}", encoding="ascii")
    parsed = read_transcript(path)
    assert parsed.text.startswith("P1: Yes indeed .")
    assert [problem.what for problem in parsed.problems] == [
        "Tracked deletions: 1 word was left out.",
        "1 tracked insertion is read as text.",
    ]
