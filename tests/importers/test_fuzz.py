"""Harmed copies of every kind of transcript: read or refused by name, in time, nothing made up.

Three hundred of them are tried in each run, ten thousand in the long one: small files of each
kind with bytes, and parts of archives, changed, doubled, moved and cut; one in twenty is a whole
real one. A copy that takes five seconds of the processor has failed.
"""

import random
import time
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import Workbook

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.transcript_formats import read_transcript
from tests.importers.odt_material import odt
from tests.importers.pdf_material import Words, pdf
from tests.importers.test_hostile import mutated

HERE = Path(__file__).parent
HOUSE = HERE.parents[1]
SECONDS = 5.0
LINES = [
    "MOD: Who decides, then? [laughs]",
    "P1 [00:01:12]: The board 🩺 does, é and nobody hears of it.",
    "P2: Ça va – “not” us.",
    "MOD: Say more.",
    "P1: No.",
    "P2: We were asked once.",
]
PRINTED = [line.replace("🩺 ", "") for line in LINES]
Case = tuple[str, bytes]


def text() -> bytes:
    return "\n\n".join(LINES).encode()


def captions() -> bytes:
    cues = (
        f"00:00:{at:02}.000 --> 00:00:{at + 2:02}.000\n<v {line.partition(':')[0]}>{line}</v>"
        for at, line in enumerate(LINES)
    )
    return ("WEBVTT\n\n" + "\n\n".join(cues) + "\n").encode()


def web_page() -> bytes:
    return ("<html><body><p>" + "</p><p>".join(LINES) + "</p></body></html>").encode()


def rich_text() -> bytes:
    told = "".join(
        c if ord(c) < 128 else f"\\u{ord(c) if ord(c) < 32768 else ord(c) - 65536}?"
        for line in LINES
        for c in f"{line}\\par "
        if ord(c) < 65536
    )
    return ("{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}" + told + "}").encode()


def word() -> bytes:
    document, out = Document(), BytesIO()
    for line in LINES:
        document.add_paragraph(line)
    table = document.add_table(2, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "P1", "Words."
    document.save(out)
    return out.getvalue()


def sheet() -> bytes:
    book, out = Workbook(), BytesIO()
    book.active.append(["Speaker", "Time", "Text"])
    for at, line in enumerate(LINES):
        book.active.append([line.partition(":")[0], f"00:0{at}", line])
    book.save(out)
    return out.getvalue()


def table() -> bytes:
    rows = (f'{line.partition(":")[0]},00:01,"{line}"' for line in LINES)
    return "\n".join(["Speaker,Time,Text", *rows]).encode()


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> list[Case]:
    """A small file of each kind."""
    made: dict[str, Callable[[], bytes]] = {
        "a.txt": text, "a.vtt": captions, "a.html": web_page, "a.rtf": rich_text,
        "a.docx": word, "a.xlsx": sheet, "a.csv": table,
    }  # fmt: skip
    folder = tmp_path_factory.mktemp("fuzz")
    written = [
        odt(folder / "a.odt", "".join(f"<text:p>{line}</text:p>" for line in LINES)),
        pdf(folder / "a.pdf", [[Words(line, y=700 - 20 * at)] for at, line in enumerate(PRINTED)]),
    ]
    return [
        *((path.name, path.read_bytes()) for path in written),
        *((name, make()) for name, make in made.items()),
    ]


@pytest.fixture(scope="module")
def whole() -> list[Case]:
    """Whole files: those of the sample, and real ones."""
    sample = HOUSE / "transcripts_sample"
    folders = (sample, sample / "formats", HERE.parent / "real")
    kinds = {".docx", ".txt", ".vtt", ".odt", ".rtf", ".md", ".rst", ".pdf"}
    found = (one for folder in folders for one in sorted(folder.iterdir()))
    return [(one.name, one.read_bytes()) for one in found if one.suffix in kinds]


def test_harmed_copies_are_read_or_refused(
    seeds: list[Case], whole: list[Case], tmp_path: Path, is_long: bool
) -> None:
    outcomes: Counter[str] = Counter()
    for number in range(10_000 if is_long else 300):
        chance = random.Random(number)
        name, content = chance.choice(whole if number % 20 == 19 else seeds)
        path = tmp_path / name
        path.write_bytes(harmed(chance, content))
        began = time.process_time()
        outcomes[outcome(path)] += 1
        took = time.process_time() - began
        assert took < SECONDS, f"copy {number} of {name} took {took:.1f} s"
        path.unlink()
    assert outcomes.keys() == {"read", "refused"}
    assert outcomes["read"] > outcomes.total() // 10


def harmed(chance: random.Random, content: bytes) -> bytes:
    """The file with bytes changed, or one part of an archive."""
    if not content.startswith(b"PK") or chance.random() < 0.3:
        return mutated(chance, content)
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as copy:
        victim = chance.choice(archive.namelist())
        for name in archive.namelist():
            part = archive.read(name)
            copy.writestr(name, mutated(chance, part) if name == victim and part else part)
    return out.getvalue()


def outcome(path: Path) -> str:
    """Whether it was read, and then what it says is in it, or refused by its name."""
    try:
        parsed = read_transcript(path)
    except BadFile as refusal:
        return "refused" if path.name in str(refusal) else f"refused without its name: {refusal}"
    holds_what_it_says(parsed)
    return "read"


def holds_what_it_says(parsed: Parsed) -> None:
    """Turns follow one another inside the text, and their labels stand there."""
    end = 0
    for number, turn in enumerate(parsed.turns, 1):
        assert turn.index == number
        assert end <= turn.whole.start <= turn.whole.end <= len(parsed.text)
        if turn.label_at:
            assert turn.label_at.of(parsed.text).strip()
        end = turn.whole.end
    assert "\r" not in parsed.text
