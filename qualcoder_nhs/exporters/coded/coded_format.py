"""What a format for coded transcripts is, and the words that every one of them sets."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.coded_transcript import CodedTranscript, Mark
from qualcoder_nhs.exporters.excerpts.excerpt_words import day, flag_words
from qualcoder_nhs.i18n import _, ngettext


@dataclass(frozen=True)
class CodedFormat:
    """A kind of file that coded transcripts are written to. `suffix` has its dot.

    `write` writes to exactly the path it is given and raises nothing of its own but `OSError`.
    """

    id: str
    name: str
    suffix: str
    write: Callable[[CodedTranscript, Path], None]


def details(coded: CodedTranscript) -> tuple[tuple[str, str], ...]:
    """What stands under the title: a name and its value."""
    told = (
        (_("Study"), coded.study),
        (_("Exported by"), coded.exporter),
        (_("Date"), day(coded.made)),
        (_("Layer"), coded.layer),
        (_("Coders"), ", ".join(coded.coders)),
    )
    return tuple((name, value) for name, value in told if value)


def counts(coded: CodedTranscript) -> str:
    """How much there is of everything."""
    turns = ngettext("{n} turn", "{n} turns", len(coded.turns))
    codings = ngettext("{n} coding", "{n} codings", len(coded.marks))
    return " · ".join(filter(None, (turns, codings, others(coded))))


def others(coded: CodedTranscript) -> str:
    """How many codings on the text are not shown; nothing where all are."""
    words = ngettext(
        "{n} more is of another layer, coder or code",
        "{n} more are of other layers, coders or codes",
        coded.others,
    )
    return words if coded.others else ""


def remarks(mark: Mark) -> tuple[str, ...]:
    """What is told of a coding beside its code: its flags, then the lines of its memo."""
    flags = ", ".join(map(flag_words, mark.flags))
    return tuple(part for part in (flags, *mark.memo.splitlines()) if part.strip())


def closing(replaced: int) -> str:
    """The last line: what is not here as it stands in the study."""
    if not replaced:
        return _("The text stands here to the character, empty lines left out.")
    told = ngettext(
        "{n} character that this kind of file cannot hold stands as “�”.",
        "{n} characters that this kind of file cannot hold stand as “�”.",
        replaced,
    )
    return f"{_('Empty lines are left out.')} {told}"
