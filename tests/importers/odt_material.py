"""OpenDocument files as tests want them: the XML between the tags of a document's body."""

import zipfile
from pathlib import Path

from qualcoder_nhs.importers.opendocument.odt_text import DRAW, FO, OFFICE, STYLE, TABLE, TEXT

MIMETYPE = "application/vnd.oasis.opendocument.text"
_NAMES = {"text": TEXT, "office": OFFICE, "table": TABLE, "style": STYLE, "draw": DRAW, "fo": FO}
NS = " ".join(f'xmlns:{name}="{uri[1:-1]}"' for name, uri in _NAMES.items())
BOLD = '<style:style style:name="{}" style:family="{}"{}>{}</style:style>'
STYLES = BOLD.format(
    "B", "text", "", '<style:text-properties fo:font-weight="bold"/>'
) + BOLD.format("P", "paragraph", "", '<style:text-properties fo:font-weight="bold"/>')


def content(body: str, ahead: str = "", kind: str = "text") -> str:
    """The part with the words."""
    return (
        f"{ahead}<office:document-content {NS}><office:automatic-styles>{STYLES}"
        f"</office:automatic-styles><office:body><office:{kind}>{body}</office:{kind}>"
        "</office:body></office:document-content>"
    )


def odt(path: Path, body: str, **others: str) -> Path:
    """A file with these words; `others` are parts by the name before `.xml`."""
    return archive(
        path, {"content.xml": content(body), **{f"{k}.xml": v for k, v in others.items()}}
    )


def archive(path: Path, parts: dict[str, str]) -> Path:
    """A file of these parts behind the one that says what it is."""
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("mimetype", MIMETYPE)
        for name, words in parts.items():
            made.writestr(name, words)
    return path


def p(words: str, style: str = "S") -> str:
    """A paragraph."""
    return f'<text:p text:style-name="{style}">{words}</text:p>'


def bold(words: str) -> str:
    """A bold run."""
    return f'<text:span text:style-name="B">{words}</text:span>'


def table(*rows: tuple[str, ...]) -> str:
    """A table with a paragraph in each cell."""
    made = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell>{p(cell)}</table:table-cell>" for cell in row)
        + "</table:table-row>"
        for row in rows
    )
    return f"<table:table>{made}</table:table>"
