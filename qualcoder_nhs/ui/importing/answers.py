"""The ways to take a doubtful line: as it was read, or by reading the file otherwise."""

from dataclasses import dataclass, replace

from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.turn_taking import Beginning
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Doubt, ReadingOptions
from qualcoder_nhs.ui.importing.cast_model import shown_label
from qualcoder_nhs.ui.importing.choices import begins_turn, turn_before
from qualcoder_nhs.ui.importing.file_choice import FileChoice

UNKNOWN = "?"
"""The label of a voice that nobody named, as the readers of captions have it."""


@dataclass(frozen=True)
class Answer:
    """One way to take a line.

    `reading` is None where nothing has to be read anew. `speaker` is the label that begins to speak
    with a line that names nobody, None where the turn before goes on. `as_time` keeps a time mark
    at its beginning out of the words. `more` opens the list of everybody else.
    """

    words: str
    reading: ReadingOptions | None = None
    speaker: str | None = None
    as_time: bool = False
    more: bool = False


def answers_to(file: FileChoice, doubt: Doubt) -> tuple[Answer, ...]:
    """How the line is read now, first, and how else it can be read."""
    if doubt.label is None:
        return _who_says(file, doubt)
    one, reading = frozenset({doubt.label}), file.reading
    if begins_turn(file, doubt):
        words = _("Speaker {}").format(shown_label(doubt.label))
        speech = replace(
            reading, as_speech=reading.as_speech | one, as_label=reading.as_label - one
        )
        return Answer(words), Answer(_("Speech"), speech)
    speaker = replace(reading, as_label=reading.as_label | one, as_speech=reading.as_speech - one)
    return Answer(_("Speech")), Answer(_("New speaker"), speaker)


def other_speakers(file: FileChoice, doubt: Doubt) -> tuple[Answer, ...]:
    """Everybody who may begin to speak with a line that names nobody, but stands not beside it."""
    offered = {file.spellings.get(label, label) for label in _offered(file, doubt)}
    labels = (label for label in file.turns if label not in file.spellings)
    return tuple(
        Answer(_called(file, label), speaker=label) for label in labels if label not in offered
    )


def _who_says(file: FileChoice, doubt: Doubt) -> tuple[Answer, ...]:
    """The turn before goes on, or somebody else begins: nobody knows who, a neighbour, any."""
    here = turn_before(file, doubt)
    if here is None:
        return (Answer(_("As it was read")),)
    goes_on, *others = _offered(file, doubt)
    ways = [
        Answer(_("Speech of {}").format(_called(file, goes_on))),
        *([Answer(_("Time mark"), as_time=True)] if doubt.mark else []),
        *(Answer(_called(file, label), speaker=label) for label in others),
    ]
    chosen = file.begun.get(doubt.start, Beginning())
    taken = (chosen.label, chosen.time_at is not None)
    ways.sort(key=lambda way: (way.speaker, way.as_time) != taken)
    more = Answer(_("Choose …"), more=True)
    return (*ways, more) if other_speakers(file, doubt) else tuple(ways)


def _offered(file: FileChoice, doubt: Doubt) -> list[str]:
    """Whose turn goes on, nobody known, who begins as was said, and who speaks before and after."""
    turns = file.parsed.turns if file.parsed else ()
    here = turn_before(file, doubt)
    if here is None:
        return []
    own = {here.label, UNKNOWN}
    before = [turn.label for turn in turns[: here.index - 1] if turn.label not in own][-1:]
    after = [turn.label for turn in turns[here.index :] if turn.label not in own][:1]
    begun = file.begun.get(doubt.start)
    told = [begun.label] if begun and begun.label else []
    near = [file.spellings.get(label, label) for label in before + after]
    return list(dict.fromkeys([here.label, UNKNOWN, *told, *near]))


def _called(file: FileChoice, label: str) -> str:
    """The person's name where there is one, else the label as the file has it."""
    if label == UNKNOWN:
        return _("Unknown speaker")
    part = file.cast.get(label)
    if part is not None and part.function is Function.PARTICIPANT and part.participants:
        return _(" and ").join(part.participants)
    return shown_label(label)
