"""Web pages: what a browser shows, as paragraphs and tables, and nothing fetched or run."""

import random
import time
from pathlib import Path

import pytest

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.transcript_formats import read_transcript


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "group.html"


def read(path: Path, body: str, head: str = "") -> Parsed:
    path.write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", "utf-8")
    return read_transcript(path)


def talk(parsed: Parsed) -> list[tuple[str, str]]:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


def told(parsed: Parsed) -> set[str]:
    return {problem.what for problem in parsed.problems}


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<p>P1: One.</p><p>P2: Two.</p>", "P1: One.\nP2: Two.\n"),
        ("<p>P1: One.<p>P2: Two.", "P1: One.\nP2: Two.\n"),
        ("P1: One.<br>P2: Two.<br/><br>\nP1: x<br>", "P1: One.\nP2: Two.\n\nP1: x\n"),
        ("<h1>Group</h1>P1: <i>One</i>,\n   two <ul><li>a</li><li> b<ol><li>c</ol></ul> d",
         "Group\nP1: One, two\na\nb\nc\nd\n"),
        ("<dl><dt>P1<dd>One.<dt>P2<dd>Two.</dl>", "P1\nOne.\nP2\nTwo.\n"),
        ("<pre>P1:  One.\n  Two.\r\nP2: b</pre>", "P1:  One.\n  Two.\nP2: b\n"),
        ("a&nbsp;&amp;&lt;b&gt; &eacute;&#8217;&#x1F600;", "a\u00a0&<b> é’😀\n"),
        ("<p>a<!-- x -->b<span> </span> c</p>", "ab c\n"),
        ("<p>שלום: <b>P1</b></p>", "שלום: P1\n"),
        ("<table><tr><td>P1: a</td></tr><tr><td>P2: b</td></tr></table>", "P1: a\nP2: b\n"),
        ("<table><tr><td><p>P1: a</p><p>P2: b<td>c</tr></table>", "P1: a\nP2: b\nc\n"),
        ("<table><tr><td><table><tr><td>a<td>b</table></td><td>c</td></tr></table>", "a\tb\nc\n"),
    ],
)  # fmt: skip
def test_what_a_browser_shows(path: Path, body: str, text: str) -> None:
    assert read(path, body).text == text


def test_bold_labels_in_a_page_that_word_saved(path: Path) -> None:
    said = [("MOD", "So?"), ("Ann Roe", "Hm."), ("MOD", "And?"), ("Cleo", "No.")]
    lines = "".join(
        f"<p class=MsoNormal><b><span lang=EN-GB>{who}</span></b>\n<span> </span>{what}</p>"
        for who, what in said
    )
    assert talk(read(path, lines)) == said
    styled = "".join(
        f"<div><span style='font-weight:700'>{who}<br></span>{what}</div>" for who, what in said
    )
    assert talk(read(path, styled)) == said


def test_a_table_of_speakers(path: Path) -> None:
    rows = (
        "<tr><th>Speaker<th>Time<th>Text</tr><tr><td colspan=3>Part one</tr>"
        "<tr><td rowspan=2>MOD<td>00:01<td>So?</tr><tr><td>00:03<td>More.</tr>"
        "<tr><td>P1<td>00:05<td>Hm.<br>Yes.</tr><tr><td>MOD<td><td>And?</tr>"
    )
    parsed = read(path, f"<p>Before.</p><table>{rows}</table>After.")
    assert talk(parsed) == [
        ("MOD", "So?\n00:03\nMore."),
        ("P1", "Hm.\nYes."),
        ("MOD", "And?\nAfter."),
    ]
    assert [turn.time for turn in parsed.turns] == [1, 5, None]
    assert parsed.text.startswith("Before.\nSpeaker\tTime\tText\nPart one\n")


def test_what_is_no_word_of_the_page(path: Path) -> None:
    parsed = read(
        path,
        "<script>evil()</script><style>p{}</style><noscript>no</noscript>Read"
        "<span hidden>not shown <i hidden>at all</i></span>"
        "<div style='display: none'>nor this</div>"
        "<img src='https://x.example/a.png' alt='x'><iframe src='https://x.example'></iframe>"
        "<select><option>a</select><textarea>b</textarea><template>c</template> this."
        "<div title='footer'>11</div>",
        "<title>No word</title>",
    )
    assert parsed.text == "Read this.\n"
    assert told(parsed) == {
        "Hidden text: 6 words were left out.",
        "Page headers and footers: 1 word was left out.",
        "Pictures and media: 2 were left out.",
        "Form fields: 2 were left out.",
    }


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ("<html><meta charset=windows-1251><p>Привет".encode("cp1251"), "windows-1251"),
        ("<html><meta charset='iso-8859-1'><p>“é”".encode("cp1252"), "cp1252"),
        (
            "<html><meta http-equiv='Content-Type' content='text/html; charset=iso-8859-2'><p>Łódź"
            .encode("iso-8859-2"),
            "iso-8859-2",
        ),
        ("<html><meta charset=utf-8><p>Привет".encode(), ""),
        ("\ufeff<html><p>Привет".encode(), ""),
        ("<html><p>Привет".encode("utf-16"), "utf-16"),
        ("<html><meta charset=no-such><p>“é” we’re".encode("cp1252"), "cp1252"),
    ],
)  # fmt: skip
def test_encodings(path: Path, content: bytes, encoding: str) -> None:
    path.write_bytes(content)
    parsed = read_transcript(path)
    assert parsed.text.strip() in ("Привет", "“é”", "Łódź", "“é” we’re")
    assert parsed.encoding == encoding


PAGE = (
    "<?xml version='1.0'?>\n<!-- x --><!DOCTYPE html [<!ENTITY a 'b'>]><html><p>P1: &amp; One.</p>"
)


@pytest.mark.parametrize("name", ["group.txt", "group.doc", "group.xls", "group", "group.md"])
def test_a_page_is_known_by_what_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(PAGE, encoding="utf-8")
    parsed = read_transcript(path)
    assert parsed.kind == "html"
    assert parsed.text.endswith("P1: & One.\n")


def test_a_text_that_is_called_a_page_keeps_its_lines(path: Path) -> None:
    path.write_text("P1: 1 < 2 & so on.\nP2: Two.\nP1: Three.\n", encoding="utf-8")
    parsed = read_transcript(path)
    assert parsed.text == "P1: 1 < 2 & so on.\nP2: Two.\nP1: Three.\n"
    assert len(parsed.turns) == 3


def test_a_caption_stands_above_its_table(path: Path) -> None:
    rows = "".join(f"<tr><td>{who}<td>{what}" for who, what in [("P1", "a"), ("P2", "b")] * 2)
    parsed = read(path, f"<table><caption>Group 1</caption>{rows}</table>")
    assert parsed.text == "Group 1\nP1: a\nP2: b\nP1: a\nP2: b\n"


def test_labels_in_angle_brackets_are_no_page(tmp_path: Path) -> None:
    path = tmp_path / "group.txt"
    path.write_text("<P1> One.\n<P2> Two.\n<P1> Three.\n", encoding="utf-8")
    assert read_transcript(path).kind == "text"


HOSTILE = {
    "deep": "<div>" * 1000 + "P1: One.",
    "many": "<p>a" * 400_000,
    "empty": " ",
    "no words": "<img src=x>",
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_what_is_refused(path: Path, kind: str) -> None:
    began = time.process_time()
    with pytest.raises(BadFile, match=r"group\.html.*(deeper|no text)"):
        read(path, HOSTILE[kind])
    assert time.process_time() - began < 5


def test_a_cell_that_reaches_over_everything_is_bounded(path: Path) -> None:
    row = "<tr><td colspan=99999999 rowspan=99999999>P1<td>One.</tr>"
    began = time.process_time()
    assert "P1" in read(path, f"<table>{row * 500}</table>").text
    assert time.process_time() - began < 5


def test_broken_copies_are_read_or_refused(path: Path) -> None:
    chance = random.Random(6)
    whole = (PAGE + "<table><tr><td rowspan=2>P1<td>One.<tr><td>x</table><pre>y</pre>").encode()
    outcomes = set()
    for _copy in range(200):
        content = bytearray(whole)
        for _change in range(chance.randint(1, 5)):
            at = chance.randrange(len(content))
            content[at : at + chance.randint(0, 4)] = bytes([chance.randrange(256)])
        path.write_bytes(bytes(content))
        try:
            outcomes.add(read_transcript(path).kind)
        except BadFile:
            outcomes.add("refused")
    assert "html" in outcomes


def test_notes_comments_and_tracked_changes_of_word(path: Path) -> None:
    """Synthetic, as Word saves a page "filtered", in its own code page."""
    note = '<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>'
    remark = '<a class=msocomanchor id="_anchor_1" href="#_msocom_1">[A1]</a>'
    body = (
        f"<p><b>MOD:</b> It\u2019s a caf\u00e9,\nreally.{note}</p>"
        f"<p><b>P1:</b> Yes \u2013 <ins>quite</ins> <del>not</del> so.{remark}</p>"
        "<p><span style='mso-list:Ignore'>1.</span><b>MOD:</b> Go on.</p><p><b>P1:</b> No.</p>"
        '<div><hr><div id=ftn1><p><a href="#_ftnref1" name="_ftn1">[1]</a> A note.</p></div></div>'
        '<div id="_com_1" class=msocomtxt><p>A remark</p></div>'
    )
    head = '<html><head><meta http-equiv=Content-Type content="text/html; charset=windows-1252">'
    path.write_bytes(f"{head}</head><body>{body}</body></html>".encode("cp1252"))
    parsed = read_transcript(path)
    assert talk(parsed) == [
        ("MOD", "It\u2019s a caf\u00e9, really."),
        ("P1", "Yes \u2013 quite so."),
        ("MOD", "Go on."),
        ("P1", "No."),
    ]
    assert [problem.what for problem in parsed.problems] == [
        "Footnotes: 3 words were left out.",
        "Comments: 2 words were left out.",
        "Tracked deletions: 1 word was left out.",
        "1 tracked insertion is read as text.",
    ]


def test_bold_names_and_notes_of_google_docs(path: Path) -> None:
    """Synthetic: what is bold is told by a class, and notes and comments stand at the end."""
    said = [("MOD", "Welcome."), ("Anna", "Thank you."), ("MOD", "Go on then."), ("Anna", "No.")]
    paragraphs = [
        f'<p class="c2"><span class="c1">{name}</span><span class="c0"> {words}</span></p>'
        for name, words in said
    ]
    call = '<sup><a href="#ftnt1" id="ftnt_ref1">[1]</a></sup></p>'
    paragraphs[0] = paragraphs[0].replace("</p>", call)
    note = '<hr><div><p><a href="#ftnt_ref1" id="ftnt1">[1]</a><span> A note.</span></p></div>'
    remark = '<div><p><a href="#cmnt_ref1" id="cmnt1">[a]</a><span> A remark.</span></p></div>'
    style = "<style>.c0{font-weight:400}.c1{font-weight:700;color:#000}</style>"
    page = f"<html><head>{style}</head><body>{''.join(paragraphs)}{note}{remark}</body></html>"
    path.write_text(page, encoding="utf-8")
    parsed = read_transcript(path)
    assert talk(parsed) == said
    assert [problem.what for problem in parsed.problems] == [
        "Footnotes: 3 words were left out.",
        "Comments: 3 words were left out.",
    ]
