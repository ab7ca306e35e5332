"""Writes the sample transcripts in other formats: FG2 as .odt, .rtf and .md, FG1 as .pdf.

The words are those of the originals, to the character. LibreOffice makes the .rtf and the .pdf.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from odfdo import Document, Paragraph

HOUSE = Path(__file__).parents[1]
SAMPLE = HOUSE / "transcripts_sample"
FORMATS = SAMPLE / "formats"

_LABEL = re.compile(r"^(\[\d\d:\d\d:\d\d\] )(\w+:)(?= )", re.MULTILINE)


def write_odt(text: str, path: Path) -> None:
    """Each line as a paragraph, an empty one where there is nothing between two."""
    document = Document("text")
    document.body.clear()
    for line in text.split("\n"):
        document.body.append(Paragraph(line))
    document.save(str(path))


def as_markdown(text: str) -> str:
    """The title as a heading, and labels in bold letters."""
    marked = _LABEL.sub(r"\1**\2**", text)
    return re.sub(r"^(Focus group 2, .*)$", r"# \1", marked, count=1, flags=re.MULTILINE)


def convert(office: str, path: Path, kind: str) -> None:
    """Let LibreOffice write a document in another format into the folder."""
    with tempfile.TemporaryDirectory() as home:
        profile = f"-env:UserInstallation={Path(home).as_uri()}"
        command = [office, profile, "--headless", "--convert-to", kind, "--outdir", str(FORMATS)]
        subprocess.run([*command, str(path)], check=True, stdout=subprocess.DEVNULL)


def main(office: str = "soffice") -> None:
    """Write all of them."""
    FORMATS.mkdir(exist_ok=True)
    text = (SAMPLE / "FG2.txt").read_text(encoding="utf-8").removesuffix("\n")
    write_odt(text, FORMATS / "FG2.odt")
    (FORMATS / "FG2.md").write_text(as_markdown(text) + "\n", encoding="utf-8", newline="\n")
    convert(office, FORMATS / "FG2.odt", "rtf")
    convert(office, SAMPLE / "FG1.docx", "pdf")


if __name__ == "__main__":
    main(*sys.argv[1:])
