"""The study as an archive of open formats, to be deposited in a repository or read in years."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from qualcoder_nhs import __version__
from qualcoder_nhs.domain.archive import PROJECT, ArchiveTable, ArchiveText
from qualcoder_nhs.domain.errors import AlreadyThere, NotWritten
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.exporters.archive_files import write_readme, write_tables, write_texts
from qualcoder_nhs.exporters.codebooks.codebook_formats import write_codebook
from qualcoder_nhs.exporters.refi.target import Target
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.archive import archive_tables, archive_texts
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.export_project import project_written
from qualcoder_nhs.tasks.export_wish import Wish
from qualcoder_nhs.tasks.exported import Exported
from qualcoder_nhs.tasks.task import Progress

ZIP = ".zip"


@dataclass(frozen=True)
class _Contents:
    """What goes into the archive, read at one time."""

    study: str
    tables: tuple[ArchiveTable, ...]
    texts: tuple[ArchiveText, ...]
    transcripts: tuple[TranscriptId, ...]


def write_archive(study: Study, out: Path, wish: Wish, progress: Progress) -> Exported:
    """Write the archive: a folder that is new or empty, or a zip where the name ends so.

    Raises:
        AlreadyThere: when something stands in the folder.
        NotWritten: when it cannot be put there; nothing is left of it then.
    """
    contents = study.ask_as(wish.asker, _contents)
    with _beside(out) as folder:
        _fill(study, folder, contents, wish.asker, progress)
    words = _("Archive of {n} transcripts and {tables} tables written to {name}.").format(
        n=len(contents.texts), tables=len(contents.tables), name=out.name
    )
    return Exported(words, contents.transcripts)


def _contents(read: Reader) -> _Contents:
    known = tuple(read.transcript_names())
    return _Contents(read.study().name, archive_tables(read), archive_texts(read), known)


def _fill(
    study: Study, folder: Path, contents: _Contents, asker: CoderId | None, progress: Progress
) -> None:
    codebook = study.ask(Reader.codebook)
    write_tables(contents.tables, folder)
    write_texts(contents.texts, folder)
    project_written(study, asker, folder / PROJECT, Target.STANDARD, progress)
    made = [(PROJECT, _("The study as a REFI-QDA project (1.5), for other programs."))]
    if codebook.codes:
        for name, what in _CODEBOOKS:
            write_codebook(codebook, folder / name, contents.study)
            made.append((name, _(what)))
    told = _("The stored text of {name}, to the character; positions count its code points from 0.")
    made += [(one.file, told.format(name=one.name)) for one in contents.texts]
    write_readme(folder, _heading(contents.study), contents.tables, made)


_CODEBOOKS = (
    ("codebook.qdc", "The codebook as REFI-QDA (1.0), for other programs."),
    ("codebook.yaml", "The codebook as a tree to read, with every field."),
)


def _heading(name: str) -> list[str]:
    made = datetime.now(UTC).date().isoformat()
    return [
        name,
        _("Archived on {date} by qualcoder_nhs {version}.").format(date=made, version=__version__),
        _(
            "Not in it: private memos, the history of changes, earlier versions of the codebook "
            "and of the topic guide, and the notes of what was exported, merged and finished."
        ),
    ]


@contextmanager
def _beside(out: Path) -> Iterator[Path]:
    """A folder to fill, which becomes `out` when all went well and is gone otherwise."""
    zipped = out.suffix.casefold() == ZIP
    if not zipped and out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise AlreadyThere(kind=_("folder or file"), name=out.name)
    try:
        with TemporaryDirectory(prefix=".", dir=out.absolute().parent) as waiting:
            folder = Path(waiting) / (out.stem if zipped else out.name)
            folder.mkdir()
            yield folder
            if zipped:
                made = shutil.make_archive(str(Path(waiting) / "made"), "zip", waiting, folder.name)
                Path(made).replace(out)
            else:
                if out.exists():
                    out.rmdir()
                folder.replace(out)
    except OSError as error:
        why = _("the folder cannot be written to, or the disk is full.")
        raise NotWritten(out.name, why) from error
