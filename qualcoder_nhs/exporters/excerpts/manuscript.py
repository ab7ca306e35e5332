"""What a document of excerpts says, in order, whatever it is written in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import PATH_SEPARATOR
from qualcoder_nhs.domain.excerpts import Excerpt, ExcerptBook, Said, Section
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptOptions, Pace, Progress
from qualcoder_nhs.exporters.excerpts.excerpt_words import (
    SUBTITLE,
    closing,
    details,
    flag_words,
    spread_words,
)
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.i18n import _

DEEPEST = 3
"""How many levels of headings there are; codes further down say what they lie beneath."""

_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True)
class Paragraph:
    """One paragraph. `begins` where a turn, a quote or a memo does, false where it goes on.

    `speaker` names who begins, where that is to be said and is known.
    """

    text: str
    speaker: str = ""
    begins: bool = True


@dataclass(frozen=True)
class Passage:
    """An excerpt as it is set: its words, the turns around it, and where it comes from.

    `dialogue` is true for the words of several turns; only then do they name their speakers.
    """

    words: tuple[Paragraph, ...]
    dialogue: bool
    attribution: str
    reference: str
    flags: str
    memo: tuple[Paragraph, ...]
    before: tuple[Paragraph, ...]
    after: tuple[Paragraph, ...]


@dataclass(frozen=True)
class Heading:
    """A code as it is set above its excerpts. `level` is 1 to `DEEPEST`.

    `trail` names the codes above one that lies too deep for its heading to show it.
    """

    level: int
    name: str
    trail: str
    definition: tuple[Paragraph, ...]
    counts: str


class Manuscript:
    """A book with the choices made: title, chapters and last line, as text that XML can hold."""

    def __init__(self, book: ExcerptBook, options: ExcerptOptions, progress: Progress) -> None:
        self._book = book
        self._options = options
        self._pace = Pace(len(book.excerpts), progress)
        self._legible = Legible()
        self.title = self._line(book.study)
        self.subtitle = _(SUBTITLE)
        self.details = [(name, self._line(value)) for name, value in details(book)]
        self.counts = spread_words(book.spread) if options.counts else ""
        self.headings = [self._heading(section) for section in book.sections]
        self.empty = "" if book.excerpts else _("There are no excerpts in this choice.")

    def chapters(self) -> Iterator[tuple[Heading, Iterator[Passage]]]:
        """Each code with its excerpts, which are set, and counted, as they are taken."""
        for section, heading in zip(self._book.sections, self.headings, strict=True):
            yield heading, map(self._passage, self._pace.over(section.excerpts))

    def closing(self) -> str:
        """The last line; only after the last chapter does it know what had to be replaced."""
        return self._line(closing(self._book, self._options, self._legible.replaced))

    def _heading(self, section: Section) -> Heading:
        show = self._options
        above = section.path.split(PATH_SEPARATOR)[:-1] if section.depth > DEEPEST else []
        return Heading(
            level=min(section.depth, DEEPEST),
            name=self._line(section.code.name),
            trail=self._line(PATH_SEPARATOR.join(above)),
            definition=self._set(section.code.definition) if show.definitions else (),
            counts=self._counts(section) if show.counts else "",
        )

    @staticmethod
    def _counts(section: Section) -> str:
        beneath = section.spread.excerpts - len(section.excerpts)
        words = spread_words(section.spread)
        return _("{counts}, codes beneath included").format(counts=words) if beneath else words

    def _passage(self, excerpt: Excerpt) -> Passage:
        show = self._options
        dialogue = len(excerpt.said) > 1
        words = (
            self._talk(excerpt.said)
            if dialogue
            else tuple(one for piece in excerpt.said for one in self._set(piece.text))
        )
        return Passage(
            words=words or (Paragraph(""),),
            dialogue=dialogue,
            attribution=self._line(excerpt.attribution),
            reference=self._line(excerpt.reference) if show.references else "",
            flags=", ".join(map(flag_words, excerpt.coding.flags)),
            memo=self._set(excerpt.memo or "") if show.memos else (),
            before=self._talk(excerpt.before) if show.context else (),
            after=self._talk(excerpt.after) if show.context else (),
        )

    def _talk(self, said: tuple[Said, ...]) -> tuple[Paragraph, ...]:
        return tuple(
            one
            for piece in said
            for one in self._set(piece.text, piece.voice.name if piece.voice else "")
        )

    def _set(self, text: str, speaker: str = "") -> tuple[Paragraph, ...]:
        """Its paragraphs, blank ones dropped; the first one bears the speaker."""
        lines = [line for line in _LINE_END.split(self._legible(text)) if line.strip()]
        first = tuple(Paragraph(line, self._line(speaker)) for line in lines[:1])
        return (*first, *(Paragraph(line, begins=False) for line in lines[1:]))

    def _line(self, text: str) -> str:
        return " ".join(self._legible(text).split())
