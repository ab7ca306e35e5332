"""What another office program makes of a file: its pages, and the words on them."""

import subprocess
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

Office = Callable[[Path, str], Path]
"""A file and a kind in, a file out."""


def pages(pdf: Path, *, footer: bool = False) -> list[str]:
    """The words of each page, one blank between them, without the line at its foot."""
    told = subprocess.run(
        ["pdftotext", "-raw", "-enc", "UTF-8", str(pdf), "-"], capture_output=True, check=True
    ).stdout.decode()
    sheets = [page.strip().splitlines() for page in told.split("\f")[:-1]]
    return [plain(" ".join(lines[:-1] if footer else lines)) for lines in sheets]


def plain(words: str) -> str:
    """Words with the blanks and ligatures of print taken out."""
    return " ".join(unicodedata.normalize("NFKC", words).split())


def holds_in_order(text: str, wanted: Iterable[str]) -> None:
    """Each of the wanted words, after the one before."""
    at = 0
    for words in map(plain, wanted):
        found = text.find(words, at)
        assert found >= 0, f"{words!r} is not in: {text[at : at + 400]!r}"
        at = found + len(words)
