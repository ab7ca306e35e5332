"""PDF files as tests want them, written byte by byte: words at places, and whatever else."""

import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

PLAIN, BOLD = "F1", "F2"
_FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>"


@dataclass(frozen=True)
class Words:
    """Words on a page, at so many points from the left and the bottom."""

    text: str
    x: float = 72
    y: float = 700
    font: str = PLAIN
    size: float = 10


Page = Sequence[Words]


def drawn(page: Page) -> bytes:
    """The steps that draw the words of a page."""
    steps = (
        f"BT /{each.font} {each.size} Tf {each.x} {each.y} Td ({_escaped(each.text)}) Tj ET"
        for each in page
    )
    return "\n".join(steps).encode("cp1252")


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def pdf(path: Path, pages: Iterable[Page], **others: object) -> Path:
    """A file with these pages; `others` as in `pdf_of`."""
    return pdf_of(path, [drawn(page) for page in pages], **others)  # type: ignore[arg-type]


def pdf_of(
    path: Path,
    contents: Sequence[bytes],
    *,
    root: str = "",
    page: str = "",
    resources: str = "",
    objects: Sequence[bytes] = (),
    trailer: str = "",
    packed: bool = False,
) -> Path:
    """A file with pages of these steps.

    `root`, `page`, `resources` and `trailer` are put into the dictionaries of that name; `objects`
    are further ones, from number 5 on. The pages follow those.
    """
    first = 5 + len(objects)
    kids = " ".join(f"{first + 2 * at} 0 R" for at in range(len(contents)))
    made = [
        f"<< /Type /Catalog /Pages 2 0 R {root} >>".encode(),
        f"<< /Type /Pages /Kids [{kids}] /Count {len(contents)} >>".encode(),
        _FONT.format("Helvetica").encode(),
        _FONT.format("Helvetica-Bold").encode(),
        *objects,
    ]
    fonts = "/Font << /F1 3 0 R /F2 4 0 R >>"
    for at, steps in enumerate(contents):
        drawing = first + 2 * at + 1
        made.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {drawing} 0 R"
            f" /Resources << {fonts} {resources} >> {page} >>".encode()
        )
        made.append(stream(steps, packed=packed))
    return written(path, made, trailer)


def stream(content: bytes, *, entries: str = "", packed: bool = False) -> bytes:
    """A stream, packed or not."""
    data = zlib.compress(content, 9) if packed else content
    how = "/Filter /FlateDecode" if packed else ""
    ahead = f"<< /Length {len(data)} {how} {entries} >>\nstream\n".encode()
    return ahead + data + b"\nendstream"


def written(path: Path, objects: Sequence[bytes], trailer: str = "") -> Path:
    """A file of these objects, numbered from 1, the first of them its root."""
    content = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, 1):
        places.append(len(content))
        content += f"{number} 0 obj\n".encode() + each + b"\nendobj\n"
    begins = len(content)
    content += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    content += b"".join(f"{place:010} 00000 n \n".encode() for place in places)
    content += f"trailer << /Size {len(objects) + 1} /Root 1 0 R {trailer} >>\n".encode()
    content += f"startxref\n{begins}\n%%EOF\n".encode()
    path.write_bytes(content)
    return path
