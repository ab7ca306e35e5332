"""PDF files made to break the reader, or broken themselves: refused by name, in bounded time."""

import random
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from importers.pdf_material import Words, pdf, pdf_of, stream, written
from importers.test_hostile import mutated

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.importers.transcript_formats import read_transcript

SECONDS = 5.0
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
FORM = "/Type /XObject /Subtype /Form"
ENCRYPTED = (
    f"/Encrypt << /Filter /Standard /V 1 /R 2 /O ({'a' * 32}) /U ({'b' * 32}) /P -4 >>"
    " /ID [(a) (a)]"
)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "group.pdf"


def steps_without_end(path: Path) -> None:
    pdf_of(path, [b"q Q " * 3_000_000], packed=True)


def letters_without_end(path: Path) -> None:
    pdf_of(path, [b"BT /F1 9 Tf (" + b"a" * 10_000_000 + b") Tj ET"], packed=True)


def words_without_end(path: Path) -> None:
    pdf_of(path, [b"BT /F1 9 Tf 9 9 Td " + b"(a) Tj " * 330_000] * 2, packed=True)


def blanks_that_unpack_to_far_more(path: Path) -> None:
    pdf_of(path, [b" " * 100_000_000], packed=True)


def blanks_on_many_pages(path: Path) -> None:
    pdf_of(path, [b" " * 11_000_000] * 4, packed=True)


def pages_without_end(path: Path) -> None:
    pdf(path, [[Words("P1: One.")]] * 2_000)


def one_page_told_without_end(path: Path) -> None:
    pages = b"<< /Type /Pages /Kids [" + b"3 0 R " * 90_000 + b"] /Count 1 >>"
    written(path, [CATALOG, pages, b"<< /Type /Page /MediaBox [0 0 9 9] >>"])


def pages_within_pages(path: Path) -> None:
    tree = [
        f"<< /Type /Pages /Kids [{at + 1} 0 R {at + 1} 0 R] /Count 9 >>".encode()
        for at in range(2, 60)
    ]
    written(path, [CATALOG, *tree, b"<< /Type /Page >>"])


def pages_that_hold_themselves(path: Path) -> None:
    written(path, [CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 9 >>"])


def forms_that_draw_themselves(path: Path) -> None:
    form = stream(b"/X Do /X Do", entries=FORM)
    pdf_of(path, [b"/X Do"], objects=[form], resources="/XObject << /X 5 0 R >>")


def forms_that_draw_ten_others_each(path: Path) -> None:
    forms = [stream(f"/X{at + 1} Do ".encode() * 10, entries=FORM) for at in range(9)]
    names = " ".join(f"/X{at} {5 + at} 0 R" for at in range(9))
    pdf_of(path, [b"/X0 Do"], objects=forms, resources=f"/XObject << {names} >>")


def lists_within_lists(path: Path) -> None:
    pdf_of(path, [b"[" * 500_000], packed=True)


def words_that_never_end(path: Path) -> None:
    pdf_of(path, [b"(" * 9_000_000], packed=True)


def pieces_of_one_line_without_end(path: Path) -> None:
    pdf_of(path, [b"BT /F1 9 Tf 9 9 Td [" + b"(a)-300" * 1_400_000 + b"] TJ ET"], packed=True)


def dictionaries_within_dictionaries(path: Path) -> None:
    pdf_of(path, [b"/S <</ActualText (a) " * 100_000 + b">>" * 100_000 + b" BDC"], packed=True)


def objects_without_end(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n" + b"1 0 obj\n<<>>\nendobj\n" * 500_000)


def trailers_without_end(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n" + b"trailer\n<</A 1>>\n" * 500_000 + b"startxref\n9\n%%EOF")


def nothing_but_a_head(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n")


def half_a_file(path: Path) -> None:
    whole = (shipped_folder("transcripts_sample") / "formats" / "FG1.pdf").read_bytes()
    path.write_bytes(whole[: len(whole) // 2])


def zeros(path: Path) -> None:
    path.write_bytes(b"%PDF-1.4\n" + bytes(10_000_000))


def under_a_password(path: Path) -> None:
    pdf_of(path, [b"BT /F1 9 Tf 72 700 Td (P1: One.) Tj ET"], trailer=ENCRYPTED)


def a_scan(path: Path) -> None:
    picture = stream(b"\x00" * 99, entries="/Type /XObject /Subtype /Image /Width 9 /Height 11")
    pdf_of(path, [b"/I Do"] * 2, objects=[picture], resources="/XObject << /I 5 0 R >>")


def blank_pages(path: Path) -> None:
    pdf(path, [[], []])


MADE: dict[Callable[[Path], None], str] = {
    steps_without_end: "longer",
    letters_without_end: "longer",
    words_without_end: "longer",
    blanks_that_unpack_to_far_more: "longer",
    blanks_on_many_pages: "longer",
    pages_without_end: "longer",
    one_page_told_without_end: "longer",
    pages_within_pages: "longer",
    pages_that_hold_themselves: "damaged",
    forms_that_draw_themselves: "nested deeper",
    forms_that_draw_ten_others_each: "longer",
    lists_within_lists: "no text",
    words_that_never_end: "no text",
    pieces_of_one_line_without_end: "longer",
    dictionaries_within_dictionaries: "no text",
    objects_without_end: "longer",
    trailers_without_end: "longer",
    nothing_but_a_head: "damaged",
    half_a_file: "damaged",
    zeros: "damaged",
    under_a_password: "password",
    a_scan: "pictures without words, as a scanner makes them",
    blank_pages: "no text",
}


@pytest.mark.parametrize(("make", "why"), MADE.items(), ids=[make.__name__ for make in MADE])
def test_what_is_refused(path: Path, make: Callable[[Path], None], why: str) -> None:
    make(path)
    began = time.process_time()
    with pytest.raises(BadFile, match=rf"group\.pdf.*{why}"):
        read_transcript(path)
    assert time.process_time() - began < SECONDS


def test_a_pdf_under_another_name_and_another_file_under_that_of_a_pdf(tmp_path: Path) -> None:
    printed = pdf(tmp_path / "group.doc", [[Words("P1: One."), Words("P2: Two.", y=600)]])
    assert read_transcript(printed).kind == "pdf"
    text = tmp_path / "group.pdf"
    text.write_text("P1: One.\nP2: Two.\n", encoding="utf-8")
    assert read_transcript(text).kind == "text"
    (tmp_path / "zero.pdf").write_bytes(bytes(4000))
    with pytest.raises(BadFile, match=r"zero\.pdf"):
        read_transcript(tmp_path / "zero.pdf")


def test_what_had_to_be_mended_is_said(path: Path) -> None:
    """The file tells its own list of contents to be where it is not."""
    whole = pdf(path, [[Words("P1: One. Two.")]]).read_bytes()
    path.write_bytes(whole.replace(b"startxref\n", b"startxref\n7"))
    told = [problem.what for problem in read_transcript(path).problems]
    mended = "The file is damaged, and was mended as far as can be: words may be missing."
    assert told == [mended]


@pytest.mark.parametrize("scale", ["99999", "-99999", "0", "0.00001"])
def test_sizes_beyond_all_measure(path: Path, scale: str) -> None:
    """What is blown up or shrunk until no number can tell it is no talk; the rest is."""
    grown = f"{scale} 0 0 {scale} 0 0 cm ".encode() * 80
    words = b"BT /F1 9 Tf 72 700 Td (P1: One.) Tj ET "
    pdf_of(path, [words + grown + b"BT /F1 9 Tf (P2: Two.) Tj 0 0 Td (P2: Three.) Tj ET"])
    assert read_transcript(path).text.startswith("P1: One.")


def test_broken_copies_are_read_or_refused(path: Path) -> None:
    chance = random.Random(5)
    pages = [[Words("P1: One. Two."), Words("P2: Three.", y=680)], [Words("P1: Four.")]]
    whole = pdf(path, pages).read_bytes()
    outcomes = {"read": 0, "refused": 0}
    for _copy in range(150):
        path.write_bytes(mutated(chance, whole))
        try:
            read_transcript(path)
            outcomes["read"] += 1
        except BadFile:
            outcomes["refused"] += 1
    assert min(outcomes.values()) > 5
