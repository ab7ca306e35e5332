"""A large Word transcript on its way in: read, understood and on disk."""

from collections.abc import Iterable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from docx import Document

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.import_files import ImportFiles
from tests.bench.clock import cpu
from tests.bench.row import Row
from tests.bench.yardstick import ONE_LARGE, talk, vocabulary

LIMIT = 5_000
TRIES = 3


def importers() -> Iterable[Row]:
    """Beside python-docx reading every paragraph of the same file."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "FG1.docx"
        _write(path)
        figure = min(_imported(Path(folder) / f"{n}.qnhs", path) for n in range(TRIES))
        bare = cpu(lambda: [one.text for one in Document(str(path)).paragraphs], TRIES)
        yield Row(f"import a .docx of {ONE_LARGE.words:,} words", figure, LIMIT, bare, "ms")


def _imported(study_path: Path, path: Path) -> float:
    """Into a new study, which would know the file a second time."""
    with Study.create(study_path, "Imports", "HL") as study:
        lead = study.ask(Reader.coder, "HL").id
        task = ImportFiles([path])
        figure = cpu(lambda: task.run(study, lead, lambda *_: None), 1)
        turns = len(study.ask(Reader.transcripts)[0].turns)
    if turns != ONE_LARGE.turns:
        raise AssertionError(f"{turns} of {ONE_LARGE.turns} turns came in")
    return figure


def _write(path: Path) -> None:
    """A paragraph a turn, under a bold label."""
    document = Document()
    for label, said in talk(ONE_LARGE, Random(7), vocabulary()):
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{label}:").bold = True
        paragraph.add_run(f" {said}")
    document.save(str(path))
