"""PDF transcripts: paragraphs as a reader sees them, without what is printed around them.

The files are made here, word by word at its place, in the layouts that real programs print.
"""

from pathlib import Path

import pytest
from importers.pdf_material import BOLD, Page, Words, drawn, pdf, pdf_of, stream

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.transcript_formats import read_transcript

Talk = list[tuple[str, str]]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "group.pdf"


def talk(parsed: Parsed) -> Talk:
    return [(turn.label, turn.words.of(parsed.text)) for turn in parsed.turns]


def told(parsed: Parsed) -> list[str]:
    return [problem.what for problem in parsed.problems]


def lines(*texts: str, top: float = 740, step: float = 14, x: float = 72) -> list[Words]:
    """Lines below each other; an empty one leaves a gap."""
    return [Words(text, x, top - step * at) for at, text in enumerate(texts) if text]


LONG = "well we had the money and then we did not have it and nobody said where it had gone so"
"""As wide as a line is."""


def test_lines_of_a_paragraph_are_joined(path: Path) -> None:
    page = lines("P1: " + LONG, "there we were.", "P2: Yes.", "P1: " + LONG, "it ends here.")
    parsed = read_transcript(pdf(path, [page]))
    assert parsed.text == f"P1: {LONG} there we were.\nP2: Yes.\nP1: {LONG} it ends here.\n"
    assert (parsed.kind, parsed.problems) == ("pdf", ())
    assert [label for label, _words in talk(parsed)] == ["P1", "P2", "P1"]


def test_a_gap_ends_a_paragraph_however_full_its_last_line(path: Path) -> None:
    page = lines("P1: " + LONG, "and " + LONG, "", "Then " + LONG, "it was.", "", "P2: Oh.", "So.")
    parsed = read_transcript(pdf(path, [page]))
    assert parsed.text.split("\n")[:2] == [f"P1: {LONG} and {LONG}", f"Then {LONG} it was."]


def test_blanks_at_line_ends_mean_nothing_where_every_line_has_one(path: Path) -> None:
    """As Word prints: a blank stands behind each paragraph, too."""
    said = ["P1: Yes. ", "And so. ", f"P2: {LONG} ", "it went. ", "Then no. ", "P1: Oh. "]
    text = read_transcript(pdf(path, [lines(*said)])).text
    assert text == f"P1: Yes.\nAnd so.\nP2: {LONG} it went.\nThen no.\nP1: Oh.\n"


def test_a_blank_at_the_end_of_a_line_says_that_it_goes_on(path: Path) -> None:
    """As LibreOffice prints: here a long address had no room on the line."""
    said = ["P1: See ", "www.example.org/" + "a" * 80 + " ", "there.", "P2: Oh.", "P1: Yes."]
    parsed = read_transcript(pdf(path, [lines(*said)]))
    assert talk(parsed)[0][1].split()[0::2] == ["See", "there."]
    assert len(parsed.text.splitlines()) == 3


def test_hyphens_at_line_ends_stay_as_they_are(path: Path) -> None:
    page = lines("P1: " + LONG + " thirty-", "one and " + LONG + " infor-", "mation.", "P2: Hm.")
    words = talk(read_transcript(pdf(path, [[*page, *lines("P1: Yes.", top=600)]])))[0][1]
    assert words == f"{LONG} thirty-one and {LONG} infor-mation."


def test_words_in_pieces_and_out_of_order(path: Path) -> None:
    """Kerning, justified gaps, letters drawn twice to look bold, and a line drawn late."""
    steps = (
        b"BT /F1 10 Tf 72 700 Td [(P1: W) 40 (e ha) -5 (d) -300 (it.)] TJ ET "
        b"BT /F1 10 Tf 72 660 Td (P1: Good.) Tj ET "
        b"BT /F1 10 Tf 1 0 0 1 72 680 Tm (P2: ) Tj (P2: ) ' ET "
        b"BT /F1 10 Tf 72 640 Td (P2: No.) Tj 0.3 0 Td (P2: No.) Tj ET"
    ).replace(b"(P2: ) '", b"(Who?) Tj")
    parsed = read_transcript(pdf_of(path, [steps]))
    assert parsed.text == "P1: We had it.\nP2: Who?\nP1: Good.\nP2: No.\n"


def test_bold_names_alone_on_a_line_with_a_header_and_a_footer(path: Path) -> None:
    """Synthetic, as Delve prints interviews."""
    pages: list[Page] = []
    for number in range(1, 4):
        body = [
            Words("interviewer", 72, 740, BOLD),
            Words(f"And what about {'abcd'[number]}?", 72, 726),
            Words("interviewee", 72, 700, BOLD),
            *lines(LONG, f"that was number {number}.", top=686),
        ]
        around = [Words("Interview 10", 250, 800), Words(f"Page {number} of 3", 400, 30)]
        pages.append([around[1], *body, around[0]])
    parsed = read_transcript(pdf(path, pages))
    assert talk(parsed)[:2] == [
        ("interviewer", "And what about b?"),
        ("interviewee", f"{LONG} that was number 1."),
    ]
    assert len(parsed.turns) == 6
    assert told(parsed) == [
        "Page headers: 3 lines were left out; the first is “Interview 10”.",
        "Page footers: 3 lines were left out; the first is “Page 1 of 3”.",
    ]


def test_otter(path: Path) -> None:
    """Synthetic, as Otter writes it: one blank between name and time, a page number below."""
    page = [
        *lines("Sara Mannheimer 00:13", LONG, "and that is it.", "", "Jo Poe 00:41", "Yes. Yes."),
        *lines("", "Sara Mannheimer 01:02", "Thank you.", top=656),
        Words("- 1 -", 290, 40),
    ]
    parsed = read_transcript(pdf(path, [page]))
    assert [(turn.label, turn.time) for turn in parsed.turns] == [
        ("Sara Mannheimer", 13.0),
        ("Jo Poe", 41.0),
        ("Sara Mannheimer", 62.0),
    ]
    assert talk(parsed)[0][1] == f"{LONG} and that is it."
    assert told(parsed) == ["Page footers: 1 line was left out; the first is “- 1 -”."]


def test_line_numbers(path: Path) -> None:
    """Synthetic, as hearings are printed: each page is numbered from 1."""
    pages: list[Page] = []
    for words in ("the first thing we", "the other thing we"):
        said = ("MOD: Go on.", "P1: " + LONG, words, "MOD: Thank you.", "P2: It is.", "P1: So.")
        numbers = [Words(f"{at:2}", 50, 740 - 20 * at) for at in range(1, 7)]
        body = [Words(text, 80, 720 - 20 * at) for at, text in enumerate(said)]
        pages.append([*numbers, *body])
    parsed = read_transcript(pdf(path, pages))
    assert talk(parsed)[:3] == [
        ("MOD", "Go on."),
        ("P1", f"{LONG} the first thing we"),
        ("MOD", "Thank you."),
    ]
    assert len(parsed.turns) == 10
    assert told(parsed) == ["Line numbers: 12 lines were left out; the first is “1”."]


def numbered(first: int, *texts: str) -> list[Words]:
    """Paragraphs as MAXQDA prints them, on lines of their own, with a number beside each."""
    return [
        word
        for at, text in enumerate(texts)
        for word in (Words(str(first + at), 30, 741 - 30 * at), Words(text, 60, 740 - 30 * at))
    ]


def test_numbers_of_paragraphs_and_a_paragraph_said_twice_at_a_page_break(path: Path) -> None:
    """Synthetic, as MAXQDA prints: here the whole paragraph comes again, and then a bare number."""
    cut = [Words("which was cut by the page", 60, 640)]
    pages: list[Page] = [
        [*numbered(1, "Dan: Hm.", "Participant: Oh.", "Dan: So?", "Participant: " + LONG), *cut],
        [
            *numbered(4, "Participant: " + LONG),
            *[Words("which was cut by the page", 60, 730), Words("and ended.", 60, 720)],
            *[Words("5", 30, 691), Words("Dan: So.", 60, 690), Words("6", 30, 11)],
        ],
        numbered(6, "Participant: Yes.", "Dan: Right.", "Participant: Bye."),
    ]
    parsed = read_transcript(pdf(path, pages))
    assert talk(parsed)[2:6] == [
        ("Dan", "So?"),
        ("Participant", f"{LONG} which was cut by the page and ended."),
        ("Dan", "So."),
        ("Participant", "Yes."),
    ]
    first = f"{f'Participant: {LONG}'[:80]}…"
    assert told(parsed) == [
        "Paragraph numbers: 10 lines were left out; the first is “1”.",
        f"Repeated at a page break: 2 lines were left out; the first is “{first}”.",
    ]


def test_what_two_people_say_alike_over_a_page_break_is_kept(path: Path) -> None:
    pages = [lines("P1: Why?", "P2: Yes."), lines("P2: Yes.", "P1: Why?"), lines("P2: Oh.")]
    assert len(read_transcript(pdf(path, pages)).turns) == 5


def test_numbers_that_are_spoken_are_no_line_numbers(path: Path) -> None:
    page = lines("P1: How many?", "7    of them, P2 said.", "P2: 12", "P1: 3    of us.", "P2: 9")
    assert "7    of them" in read_transcript(pdf(path, [page])).text


def test_the_same_words_on_top_of_two_pages_are_talk_where_talk_follows_at_once(path: Path) -> None:
    pages = [lines("P1: Right.", "P2: One."), lines("P1: Right.", "P2: Two.")]
    assert len(read_transcript(pdf(path, pages)).turns) == 4


def test_a_hanging_column_of_names(path: Path) -> None:
    said = [Words("MOD", 72, 740), Words("Go on then.", 150, 740), Words("P1", 72, 715)]
    said += [Words(LONG, 150, 715), Words("and stopped.", 150, 703), Words("MOD", 72, 680)]
    said += [Words("Thanks.", 150, 680), Words("P1", 72, 655), Words("Bye.", 150, 655)]
    assert talk(read_transcript(pdf(path, [said]))) == [
        ("MOD", "Go on then."),
        ("P1", f"{LONG} and stopped."),
        ("MOD", "Thanks."),
        ("P1", "Bye."),
    ]


def test_a_name_on_two_lines_of_its_cell(path: Path) -> None:
    said = []
    told_by = [("surgeon", LONG), ("nurse", "Yes."), ("surgeon", "No."), ("nurse", "Oh.")]
    for at, (role, words) in enumerate(told_by):
        top = 740 - 60 * at
        said += [Words("Senior", 72, top), Words(role, 72, top - 12), Words(words, 150, top)]
        said += [Words("and so on.", 150, top - 12)] if words == LONG else []
    assert talk(read_transcript(pdf(path, [said]))) == [
        ("Senior surgeon", f"{LONG} and so on."),
        ("Senior nurse", "Yes."),
        ("Senior surgeon", "No."),
        ("Senior nurse", "Oh."),
    ]


def test_a_page_that_lies_on_its_side_and_words_that_do(path: Path) -> None:
    turned = b"BT /F1 10 Tf 0 1 -1 0 300 100 Tm (P1: Upright now.) Tj ET "
    across = b"BT /F1 10 Tf 1 0 0 1 300 100 Tm (DRAFT) Tj ET"
    parsed = read_transcript(pdf_of(path, [turned + across], page="/Rotate 90"))
    assert parsed.text == "P1: Upright now.\n"
    assert told(parsed) == ["Turned words: 1 line was left out; the first is “DRAFT”."]


def test_forms_within_a_page_are_read_and_what_lies_beyond_the_sheet_is_not(path: Path) -> None:
    form = stream(drawn(lines("P1: Within.")), entries="/Type /XObject /Subtype /Form")
    steps = b"q 1 0 0 1 0 -50 cm /X Do Q " + drawn([Words("P2: Gone.", 72, -40)])
    made = pdf_of(path, [steps], objects=[form], resources="/XObject << /X 5 0 R >>")
    parsed = read_transcript(made)
    assert parsed.text == "P1: Within.\n"
    assert told(parsed) == [
        "Beyond the edge of a page: 1 line was left out; the first is “P2: Gone.”."
    ]


def test_attachments_forms_scripts_notes_and_pictures_are_named(path: Path) -> None:
    parsed = read_transcript(
        pdf_of(
            path,
            [drawn(lines("P1: One.", "P2: Two."))],
            root="/Names << /EmbeddedFiles << /Names [(a) 5 0 R (b) 5 0 R] >> >> "
            "/AcroForm << /Fields [5 0 R] >> /OpenAction << /S /JavaScript /JS (x) >>",
            page="/Annots [<< /Subtype /Text /Contents (see page two) >>]",
            resources="/XObject << /I 6 0 R >>",
            objects=[b"<< /T (a) >>", stream(b"\x00", entries="/Subtype /Image")],
        )
    )
    assert told(parsed) == [
        "Comments: 3 words were left out.",
        "Attachments: 2 were left out.",
        "Form fields: 1 was left out.",
        "Scripts: 1 was left out.",
        "Pictures: 1 was left out.",
    ]


def by_number(path: Path, how: str, *objects: bytes, shows: str = "0001 0001") -> Path:
    """A page with letters of a font that numbers what it draws."""
    font = (
        f"<< /Type /Font /Subtype /Type0 /BaseFont /H /Encoding /Identity-H {how}"
        " /DescendantFonts [<< /Subtype /CIDFontType2 /DW 500 >>] >>"
    )
    form = "/Type /XObject /Subtype /Form /Resources << /Font << /H 5 0 R >> >>"
    steps = f"BT /H 10 Tf 200 600 Td <{shows}> Tj ET"
    drawing = stream(steps.encode(), entries=form)
    number = 6 + len(objects)
    return pdf_of(
        path,
        [b"/X Do"],
        objects=[font.encode(), *objects, drawing],
        resources=f"/XObject << /X {number} 0 R >>",
    )


def test_letters_that_are_only_drawn_are_not_made_up(path: Path) -> None:
    with pytest.raises(BadFile, match="only drawn"):
        read_transcript(by_number(path, ""))


def test_what_letters_are_told_to_say(path: Path) -> None:
    """As Word writes it: letters tied into one, and a word that was divided for the line only."""
    steps = (
        b"BT /F1 10 Tf 72 700 Td [(P1: The )] TJ "
        b"/Span <</ActualText <FEFF00660069>>> BDC (?) Tj EMC "
        b"[(le is ) 5 (no) -6 (t)] TJ ( in ) Tj 0 -14 Td (the ward.) Tj ET "
        b"BT /F1 10 Tf 72 660 Td (P2: Which) Tj ( infor) Tj "
        b"/Span <</ActualText (\\376\\377\\000\\255)>> BDC (-) Tj EMC 0 -14 Td (mation?) Tj ET"
    )
    parsed = read_transcript(pdf_of(path, [steps]))
    assert talk(parsed) == [("P1", "The file is not in the ward."), ("P2", "Which information?")]


def test_letters_that_are_each_at_a_place_of_their_own(path: Path) -> None:
    """As some programs draw them: a hundred pages of two thousand letters each."""
    said = ["P1: it was said " * 4, "P2: and told us " * 4] * 17
    pages = []
    for _page in range(100):
        steps = [
            f"1 0 0 1 {50 + 5 * at} {780 - 20 * line} Tm ({letter}) Tj"
            for line, words in enumerate(said)
            for at, letter in enumerate(words)
        ]
        pages.append(f"BT /F1 9 Tf {' '.join(steps)} ET".encode())
    parsed = read_transcript(pdf_of(path, pages, packed=True))
    assert len(parsed.turns) == 3400


def test_pages_of_one_line_each_that_are_all_alike_are_talk(path: Path) -> None:
    parsed = read_transcript(pdf(path, [lines("P1: Right."), lines("P1: Right.")] * 2))
    assert len(parsed.turns) == 4


def test_a_header_that_stands_close_is_known_by_its_size(path: Path) -> None:
    """As Chromium prints them: smaller than the talk, and no further off than its lines."""
    said = [lines(f"P1: Number {at}.", "P2: Yes, it is.", top=782) for at in "abc"]
    small = [[Words("1/2/26, 3 PM", 72, 795, size=7), *page] for page in said]
    parsed = read_transcript(pdf(path, small))
    assert parsed.text.splitlines() == [
        line for at in "abc" for line in (f"P1: Number {at}.", "P2: Yes, it is.")
    ]


def test_words_and_numbers_of_both_ways_stand_in_the_order_of_reading(path: Path) -> None:
    """Drawn from left to right: a full stop, shalom in brackets, 17:30, shalom, a colon, alef."""
    signs = "\u05d0\u05e9\u05dc\u05d5\u05dd :.1730)("
    told_by = "".join(f"<{at:04x}> <{ord(sign):04x}> " for at, sign in enumerate(signs, 1))
    cmap = stream(f"begincmap {len(signs)} beginbfchar {told_by} endbfchar endcmap".encode())
    drawn_as = "0008 000d 0005 0004 0003 0002 000e 0006 0009 000a 0007 000b 000c 0006"
    shows = f"{drawn_as} 0005 0004 0003 0002 0006 0007 0001"
    parsed = read_transcript(by_number(path, "/ToUnicode 6 0 R", cmap, shows=shows))
    shalom = signs[1:5]
    assert parsed.text == f"{signs[0]}: {shalom} 17:30 ({shalom}).\n"
