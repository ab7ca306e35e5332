"""The ways to take a doubtful line: as it was read, or by reading the file otherwise."""

from dataclasses import dataclass, replace

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Doubt, ReadingOptions
from qualcoder_nhs.ui.importing.cast_model import shown_label
from qualcoder_nhs.ui.importing.choices import FileChoice, begins_turn


@dataclass(frozen=True)
class Answer:
    """One way to take a line; `reading` is None where nothing has to be read anew."""

    words: str
    reading: ReadingOptions | None = None


def answers_to(file: FileChoice, doubt: Doubt) -> tuple[Answer, ...]:
    """How the line was read, first, and how else it can be read."""
    if doubt.label is None:
        return (Answer(_("As it was read")),)
    one, reading = frozenset({doubt.label}), file.reading
    if begins_turn(file, doubt):
        words = _("Speaker {}").format(shown_label(doubt.label))
        speech = replace(
            reading, as_speech=reading.as_speech | one, as_label=reading.as_label - one
        )
        return Answer(words), Answer(_("Speech"), speech)
    speaker = replace(reading, as_label=reading.as_label | one, as_speech=reading.as_speech - one)
    return Answer(_("Speech")), Answer(_("New speaker"), speaker)
