"""Readable transcript files for the tests of the import page, and a reader that knows them."""

import re
from collections.abc import Mapping
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.importers.format import Doubt, Parsed, Problem, ReadingOptions

DOUBTFUL = {
    "I said": "“I said:” looks like a speaker label, but no one is called that. Read as speech.",
    "17": "Starts with a clock time outside the order of the others. Read as speech.",
}

FG2 = """\
MOD-03: Money, then. When something has to give where you work, what gives?
MD-01: So, February. I told the chief exec that closing the eight beds was unsafe.
MD-06: [laughs] That's the job description.
MD-03: Can I be the awkward one? It was surgeons who did it, prices on the table.
MOD-03: Say more?
MD-06: Only that I used to be the one asking for the second nurse.
MD-01: So I rang the site team.
I said: no. Not tonight.
MD-3: And it was
17: 30 everyone had gone home by then, that's the thing.
MD-07: Mm.
?: Can I just, sorry, go on, you finish.
MOD-03: No, please.
MD-02: I was only going to say we've all rung the site team.
MD-03: Some of us are still waiting for them to ring back.
MD-04: [laughter] It comes out of the night budget, and then the day budget asks for it back.
MD-05: Put that in the report.
"""


AS_IT_IS = ReadingOptions()


def parsed(text: str, reading: ReadingOptions = AS_IT_IS, kind: str = "text") -> Parsed:
    """Turns by `Label: words`; the labels of `DOUBTFUL` are speech unless the reading says so."""
    turns: list[Turn] = []
    doubts: list[Doubt] = []
    start = 0
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r"([\w?][\w ?.-]*):\s*", line)
        label = found[1] if found else ""
        if reading.convention == "none":
            found, label = None, ""
        doubtful = label in DOUBTFUL and label not in reading.as_label
        if doubtful:
            doubts.append(Doubt(number, start, DOUBTFUL[label], label))
        if not found or doubtful or label in reading.as_speech:
            if turns:
                words = Span(turns[-1].words.start, start + len(line))
                turns[-1] = Turn(len(turns), turns[-1].label, words, turns[-1].label_at)
        else:
            words = Span(start + found.end(), start + len(line))
            at = Span(start, start + len(label))
            turns.append(Turn(len(turns) + 1, label, words, at))
        start += len(line) + 1
    problems = (Problem(3, "A page header was left out."),)
    convention = "MD-03:" if turns else ""
    return Parsed(text, tuple(turns), kind, convention, "", problems, tuple(doubts))


class Shelf:
    """Files by name, as a reader of them; it remembers how it was asked."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self.texts = dict(texts)
        self.asked: list[tuple[str, ReadingOptions]] = []

    def read(self, path: Path, reading: ReadingOptions) -> Parsed:
        """What the file holds; files that the shelf does not have are refused."""
        self.asked.append((path.name, reading))
        if path.name not in self.texts:
            raise BadFile(name=path.name, why="It holds pictures of pages, no text.")
        kind = "captions" if path.suffix == ".vtt" else "text"
        return parsed(self.texts[path.name], reading, kind)

    def hash_file(self, path: Path) -> str:
        """Alike for files that hold the same."""
        return f"hash of {self.texts[path.name]}"
