"""What a format for exchanges is, and the words that every one of them sets."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.domain.dialogue import Dialogue, DialogueBook
from qualcoder_nhs.exporters.widened_words import widened_words
from qualcoder_nhs.i18n import _, ngettext


@dataclass(frozen=True)
class DialogueFormat:
    """A kind of file that exchanges are written to. `suffix` has its dot.

    `write` writes to exactly the path it is given and raises nothing of its own but `OSError`.
    """

    id: str
    name: str
    suffix: str
    write: Callable[[DialogueBook, Path], None]


def title() -> str:
    """What the file is."""
    return _("Exchanges")


def overview(book: DialogueBook) -> str:
    """How many exchanges there are, of which layer, and what was chosen."""
    counts = ngettext("{n} exchange", "{n} exchanges", len(book.dialogues))
    links = ngettext("{n} link", "{n} links", book.links)
    layer = _("layer: {layer}").format(layer=book.layer)
    widened = widened_words(book.widened)
    return " · ".join(part for part in (counts, links, layer, book.scope, widened) if part)


def legend() -> str:
    """How a dialogue is to be read."""
    return _(
        "← says what a line does with the linked line above it, or with the turn whose number is "
        "given. What is grey lies between linked turns."
    )


def by_transcript(book: DialogueBook) -> Iterator[tuple[str, list[Dialogue]]]:
    """The dialogues of each transcript, under its name."""
    for name in dict.fromkeys(one.transcript for one in book.dialogues):
        yield name, [one for one in book.dialogues if one.transcript == name]
