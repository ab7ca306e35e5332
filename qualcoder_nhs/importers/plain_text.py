"""Transcripts as text: plain, Markdown, reStructuredText."""

from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.first_look import Look
from qualcoder_nhs.importers.format import Endless, Parsed, ReadingOptions, TranscriptFormat
from qualcoder_nhs.importers.pipe_tables import blocks_of
from qualcoder_nhs.importers.speaker_tables import recognised
from qualcoder_nhs.importers.text_file import text_of, unreadable


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a text file.

    Raises:
        BadFile: when it is empty, too large, or no text.
        Endless: when it has more lines than any transcript.
    """
    text, encoding = text_of(path)
    found = recognised(blocks_of(text.removesuffix("\n").split("\n")), options)
    return Parsed(
        found.text,
        found.turns,
        "text",
        found.convention,
        "" if encoding == "utf-8" else encoding,
        tuple(unreadable(text)),
        found.doubts,
    )


def reads_as_talk(path: Path) -> bool:
    """Whether a text is talk beyond doubt, whatever it is called: voices return, line after line.

    Never raises for what is in it.
    """
    try:
        text = text_of(path)[0]
        turns = recognised(blocks_of(text.split("\n")), ReadingOptions()).turns
    except (BadFile, Endless):
        return False
    voices = {turn.label for turn in turns}
    filled = sum(1 for line in text.split("\n") if line.strip())
    return len(voices) > 1 and 2 * len(turns) >= max(3 * len(voices), filled)


def _never(_look: Look) -> bool:
    """Anything can stand in a text: it is one where it is nothing else."""
    return False


_SUFFIXES = (".txt", ".md", ".rst", ".text")

FORMAT = TranscriptFormat("text", "Text", _SUFFIXES, read, _never, of_text=True)
