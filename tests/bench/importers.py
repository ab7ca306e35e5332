"""What reading a transcript of the yardstick's size costs, beside reading the file at all."""

import random
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import docx

from qualcoder_nhs.importers import read_transcript
from tests.bench.row import Row

TURNS, WORDS = 1500, 67
AT_MOST = 5000.0
VOCABULARY = ("ward", "trust", "manager", "consultant", "money", "time", "theatre", "night")


def importers() -> Iterator[Row]:
    """A row for each kind of transcript: CPU milliseconds."""
    with tempfile.TemporaryDirectory() as folder:
        word, text, captions = (Path(folder) / f"large.{kind}" for kind in ("docx", "txt", "vtt"))
        write_word(word)
        write_text(text)
        write_captions(captions)
        yield row("read 100,000 words, Word", word, lambda: paragraphs(word))
        yield row("read 100,000 words, text", text, lambda: text.read_text(encoding="utf-8"))
        yield row("read 100,000 words, captions", captions, captions.read_bytes)


def row(what: str, path: Path, bare: Callable[[], object]) -> Row:
    """The cost of the transcript with its turns, and of opening the file without us."""
    figure = cost(lambda: read_transcript(path))
    assert len(read_transcript(path).turns) == TURNS
    return Row(what, figure, AT_MOST, cost(bare), "ms")


def cost(work: Callable[[], object]) -> float:
    """The best of three in CPU milliseconds."""
    figures = []
    for _time in range(3):
        before = time.process_time()
        work()
        figures.append((time.process_time() - before) * 1000)
    return min(figures)


def paragraphs(path: Path) -> list[str]:
    """The text of a Word file as python-docx tells it."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def talk() -> Iterator[tuple[str, str]]:
    """Seven people taking turns, the same every time; no two turns running are of one."""
    chance = random.Random(7)
    for number in range(TURNS):
        yield f"P{number % 7 + 1}", " ".join(chance.choices(VOCABULARY, k=WORDS))


def write_word(path: Path) -> None:
    """Bold labels before tabs."""
    document = docx.Document()
    for label, words in talk():
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}:").bold = True
        paragraph.add_run(f"\t{words}")
    document.save(str(path))


def write_text(path: Path) -> None:
    """A paragraph a turn."""
    lines = (f"{label}: {words}\n\n" for label, words in talk())
    path.write_text("".join(lines), encoding="utf-8")


def write_captions(path: Path) -> None:
    """Six cues a turn."""
    blocks = ["WEBVTT\n\n"]
    for number, (label, words) in enumerate(talk()):
        pieces = words.split()
        for part in range(6):
            second = number * 6 + part
            times = (
                f"{at // 3600:02}:{at // 60 % 60:02}:{at % 60:02}.000"
                for at in (second, second + 1)
            )
            said = " ".join(pieces[part * 12 : part * 12 + 12])
            blocks.append(f"{' --> '.join(times)}\n<v {label}>{said}</v>\n\n")
    path.write_text("".join(blocks), encoding="utf-8")
