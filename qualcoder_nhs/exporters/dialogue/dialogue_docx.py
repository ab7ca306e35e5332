"""Exchanges as a Word document: dialogue with real headings, the link named at the line's end."""

from datetime import UTC, datetime
from pathlib import Path

from qualcoder_nhs.domain.dialogue import Dialogue, DialogueBook
from qualcoder_nhs.exporters.dialogue.dialogue_format import (
    DialogueFormat,
    by_transcript,
    legend,
    overview,
    title,
)
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.word.word_file import word_file
from qualcoder_nhs.exporters.word.word_paragraphs import TAB, Pattern, Setter
from qualcoder_nhs.i18n import N_

_TITLE, _SUBTITLE, _OVERVIEW = Pattern("Title"), Pattern("Subtitle"), Pattern("Overview")
_HEADING, _LEGEND = Pattern("Heading 1"), Pattern("Code definition")
_LINE = Pattern("Dialogue", ("Speaker", TAB, None, "Excerpt flag"))
_GREY = Pattern("Context", ("Speaker", TAB, None))
_SOURCE = Pattern("Caption", (None, TAB, "Excerpt reference"))


def write(book: DialogueBook, path: Path) -> None:
    """Write the whole document; what it cannot hold is replaced by a mark that is seen."""
    legible = Legible()
    document = word_file(legible(book.study), "", datetime.now(UTC))
    setter = Setter(document)
    setter.add(_TITLE, legible(book.study))
    setter.add(_SUBTITLE, title())
    setter.add(_OVERVIEW, legible(overview(book)))
    setter.add(_LEGEND, legend())
    for name, dialogues in by_transcript(book):
        setter.add(_HEADING, legible(name))
        for one in dialogues:
            _add(setter, one, legible)
    document.save(str(path))


def _add(setter: Setter, dialogue: Dialogue, legible: Legible) -> None:
    for line, link in dialogue.lines_told():
        words = legible(line.speaker), legible(line.text)
        if line.context:
            setter.add(_GREY, *words)
        else:
            setter.add(_LINE, *words, legible(f"   {link}") if link else "")
    setter.add(_SOURCE, legible(dialogue.attribution), legible(dialogue.reference))


FORMAT = DialogueFormat(id="docx", name=N_("Word document"), suffix=".docx", write=write)
