"""The formats that exchanges are written in, and the one door to them."""

from pathlib import Path

from qualcoder_nhs.domain.dialogue import DialogueBook
from qualcoder_nhs.exporters.by_suffix import by_suffix
from qualcoder_nhs.exporters.dialogue import dialogue_csv, dialogue_docx, dialogue_html, dialogue_md
from qualcoder_nhs.exporters.dialogue.dialogue_format import DialogueFormat
from qualcoder_nhs.exporters.whole_file import whole_file

DIALOGUES: tuple[DialogueFormat, ...] = (
    dialogue_docx.FORMAT,
    dialogue_html.FORMAT,
    dialogue_md.FORMAT,
    dialogue_csv.FORMAT,
)


def dialogue_format(path: Path) -> DialogueFormat:
    """The format that the suffix of a name asks for, in any case of letters.

    Raises:
        UnknownSuffix: when it asks for none of them.
    """
    return by_suffix({one.suffix: one for one in DIALOGUES}, path)


def write_dialogues(book: DialogueBook, path: Path) -> None:
    """Write the book in the format that the suffix of `path` names, over what stands there.

    Raises:
        UnknownSuffix: when no format has this suffix.
        NotWritten: when the file cannot be put there.
    """
    chosen = dialogue_format(path)
    with whole_file(path) as beside:
        chosen.write(book, beside)
