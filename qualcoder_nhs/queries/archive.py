"""The tables of an archive: the study as it stands, without its history and earlier versions."""

from qualcoder_nhs.domain.archive import ArchiveTable, ArchiveText, text_files
from qualcoder_nhs.queries.archive_people import people_tables
from qualcoder_nhs.queries.archive_themes import theme_tables
from qualcoder_nhs.queries.archive_work import work_tables
from qualcoder_nhs.storage.reader import Reader


def archive_tables(read: Reader) -> tuple[ArchiveTable, ...]:
    """All tables, as far as whoever asks may see their rows; private memos stay in the study."""
    return (*people_tables(read), *work_tables(read), *theme_tables(read))


def archive_texts(read: Reader) -> tuple[ArchiveText, ...]:
    """The stored text of each transcript, with the file that the table of transcripts names."""
    files = text_files(read.transcript_names())
    return tuple(ArchiveText(one.name, files[one.id], one.text) for one in read.transcripts())
