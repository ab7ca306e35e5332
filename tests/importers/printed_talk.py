"""An invented talk, and how it is printed: what Chromium and LibreOffice make is in `printed`.

Run as a program it prints the talk anew: `python tests/importers/printed_talk.py`.
"""

import html
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

PRINTED = Path(__file__).parent / "printed"

Talk = Sequence[tuple[str, str]]

_SAID = (
    ("MOD", "Thank you all for coming. What happened to the ward after the move in the spring?"),
    ("P1", "Well."),
    (
        "P1",
        (
            "We had the money, and then we did not have it, and nobody said where it had gone. So "
            "I rang the office, twenty-one times I should think, and in the end somebody told me "
            "that the file was final, whatever that is, and that I would have to ask the finance "
            "people."
        ),
    ),
    ("P2", "[laughs] They never answer."),
    ("Facilitator", "And how did that affect the staff?"),
    (
        "P2",
        (
            "It was difficult. Five of us left in one month: two to the other site, three for "
            "good. I do not blame them, I would have gone myself if it had not been for the "
            "patients."
        ),
    ),
    ("P1", "Same here."),
    ("Facilitator", "What would you have wanted from the managers, if they had asked you?"),
    ("P2", "To be asked."),
)
ENGLISH: Talk = _SAID + tuple((label, f"{words} Once more.") for label, words in _SAID)

_HEBREW = (
    ("מנחה", "שלום לכולם, תודה שבאתם היום. נתחיל בסבב שמות."),
    ("דנה", "אני דנה, עובדת בבית החולים כבר 12 שנים, ואני אוהבת את זה (רוב הזמן)."),
    ("יוסי", "יש לי שאלה: מתי מסיימים? ב-17:30 אני חייב לצאת."),
    ("מנחה", "אפשר להתחיל עם NHS England ועם מה שקרה שם ב-2019?"),
    ("דנה", "כן, זה היה ארוך ומסובך, ואף אחד לא הבין למה ההנהלה החליטה כך."),
)
HEBREW: Talk = _HEBREW + tuple((label, f"{words} שוב.") for label, words in _HEBREW)

_PAGE = "body{{font:9pt Carlito,sans-serif;width:80mm}}{0}"
_CELLS = (
    "td,th{border:1px solid;padding:3pt}table{border-collapse:collapse}"
    "tr{break-inside:avoid}tr:nth-child(10){break-before:page}"
)
_FODT = (
    '<?xml version="1.0" encoding="UTF-8"?><office:document office:version="1.3"'
    ' office:mimetype="application/vnd.oasis.opendocument.text"'
    ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0">'
    "<office:automatic-styles>{styles}</office:automatic-styles><office:master-styles>"
    '<style:master-page style:name="Standard" style:page-layout-name="L">{around}'
    "</style:master-page></office:master-styles>"
    "<office:body><office:text>{body}</office:text></office:body></office:document>"
)
_LAYOUT = (
    '<style:style style:name="R" style:family="paragraph"><style:paragraph-properties'
    ' style:writing-mode="rl-tb" fo:text-align="start"/></style:style>'
    '<style:page-layout style:name="L"><style:page-layout-properties fo:page-width="105mm"'
    ' fo:page-height="148mm" fo:margin="10mm"/>'
    "<style:header-style/><style:footer-style/></style:page-layout>"
)
_AROUND = (
    "<style:header><text:p>Study of wards – draft</text:p></style:header>"
    "<style:footer><text:p>Page <text:page-number/></text:p></style:footer>"
)


def _paragraphs(talk: Talk) -> str:
    return "".join(f"<p>{label}: {html.escape(words)}</p>" for label, words in talk)


def _table(talk: Talk) -> str:
    rows = (f"<tr><td>{label}<td>{html.escape(words)}" for label, words in talk)
    return f"<table><thead><tr><th>Speaker<th>Text</thead>{''.join(rows)}</table>"


def _pages() -> Iterator[tuple[str, str]]:
    """For each page that Chromium prints its name and its source."""
    columns = "body{columns:2;column-gap:5mm;width:150mm}"
    for name, style, body in (
        ("chromium_columns", columns, _paragraphs(ENGLISH)),
        ("chromium_table", _CELLS, _table(ENGLISH)),
        (
            "chromium_hebrew",
            "body{direction:rtl;font-family:Noto Sans Hebrew}",
            _paragraphs(HEBREW),
        ),
    ):
        look = _PAGE.format(style)
        yield name, f"<!doctype html><meta charset=utf-8><style>{look}</style>{body}"


def _documents() -> Iterator[tuple[str, str]]:
    """For each document that LibreOffice prints its name and its source."""
    said = [f"{label}: {html.escape(words)}" for label, words in ENGLISH]
    note = (
        '<text:note text:note-class="footnote"><text:note-citation>{0}</text:note-citation>'
        "<text:note-body><text:p>Checked against the recording, twice.</text:p></text:note-body>"
        "</text:note>"
    )
    noted = [words + (note.format(at) if at % 4 == 1 else "") for at, words in enumerate(said)]
    body = "".join(f"<text:p>{words}</text:p>" for words in noted)
    yield "libreoffice_footnotes", _FODT.format(styles=_LAYOUT, around=_AROUND, body=body)
    turned = "".join(
        f'<text:p text:style-name="R">{label}: {html.escape(words)}</text:p>'
        for label, words in HEBREW
    )
    yield "libreoffice_hebrew", _FODT.format(styles=_LAYOUT, around=_AROUND, body=turned)


def main(browser: str = "chromium", office: str = "soffice") -> None:
    """Print all of them."""
    PRINTED.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        for name, source in _pages():
            page = Path(home) / f"{name}.html"
            page.write_text(source, encoding="utf-8")
            to = f"--print-to-pdf={PRINTED / name}.pdf"
            how = ["--headless=new", "--no-sandbox", "--no-pdf-header-footer", to]
            subprocess.run([browser, *how, page.as_uri()], check=True, stderr=subprocess.DEVNULL)
        for name, source in _documents():
            document = Path(home) / f"{name}.fodt"
            document.write_text(source, encoding="utf-8")
            profile = f"-env:UserInstallation={(Path(home) / 'office').as_uri()}"
            how = [profile, "--headless", "--convert-to", "pdf", "--outdir", str(PRINTED)]
            subprocess.run([office, *how, str(document)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    main(*sys.argv[1:])
