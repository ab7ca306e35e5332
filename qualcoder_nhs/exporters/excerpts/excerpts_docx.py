"""Excerpts as a Word document: real headings and quotes, to read, search and paste from."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptFormat, ExcerptOptions, Progress
from qualcoder_nhs.exporters.excerpts.manuscript import Heading, Manuscript, Paragraph, Passage
from qualcoder_nhs.exporters.word.word_file import word_file
from qualcoder_nhs.exporters.word.word_paragraphs import TAB, Pattern, Setter
from qualcoder_nhs.i18n import N_, _

_GAP = 12
"""Points between an excerpt and what stands above it."""

_TOGETHER = 900
"""How many characters before the source stay on its page, more or less a third of one.

Word processors keep a chain of paragraphs together only while it fits on a page. Of a longer one
they let go anywhere, and a source came to stand alone at the top of a page.
"""

_SPOKEN = ("Speaker", TAB, None)
_TITLE, _SUBTITLE = Pattern("Title"), Pattern("Subtitle")
_DETAIL = Pattern("Study detail", ("Detail name", TAB, None))
_OVERVIEW = Pattern("Overview")
_HEADINGS = tuple(Pattern(f"Heading {level}") for level in (1, 2, 3))
_TRAIL, _DEFINITION, _COUNTS = (
    Pattern(f"Code {part}") for part in ("trail", "definition", "counts")
)
_QUOTE, _QUOTE_ON = Pattern("Quote"), Pattern("Quote continued")
_DIALOGUE, _DIALOGUE_ON = Pattern("Dialogue", _SPOKEN), Pattern("Dialogue continued")
_CONTEXT, _CONTEXT_ON = Pattern("Context", _SPOKEN), Pattern("Context continued")
_SOURCE = Pattern("Caption", (None, "Excerpt flag"))
_SOURCE_AND_PLACE = Pattern("Caption", (None, "Excerpt flag", TAB, "Excerpt reference"))
_MEMO, _MEMO_ON = Pattern("Memo", _SPOKEN), Pattern("Memo continued")
_CLOSING = Pattern("Closing line")


def write(book: ExcerptBook, path: Path, options: ExcerptOptions, progress: Progress) -> None:
    """Write the whole document. It cannot hold control characters; the last line counts them."""
    script = Manuscript(book, options, progress)
    document = word_file(script.title, book.coder, book.made)
    setter = Setter(document)
    _set_front(setter, script)
    for heading, passages in script.chapters():
        _set_heading(setter, heading)
        for passage in passages:
            _set_passage(setter, passage)
    setter.add(_CLOSING, script.closing())
    document.save(str(path))


def _set_front(setter: Setter, script: Manuscript) -> None:
    setter.add(_TITLE, script.title)
    setter.add(_SUBTITLE, script.subtitle)
    for name, value in script.details:
        setter.add(_DETAIL, name, value)
    _add_where_said(setter, _OVERVIEW, script.counts)
    _add_where_said(setter, _DEFINITION, script.empty)


def _set_heading(setter: Setter, heading: Heading) -> None:
    setter.add(_HEADINGS[heading.level - 1], heading.name)
    _add_where_said(setter, _TRAIL, heading.trail)
    for paragraph in heading.definition:
        setter.add(_DEFINITION, paragraph.text)
    _add_where_said(setter, _COUNTS, heading.counts)


def _set_passage(setter: Setter, passage: Passage) -> None:
    words = (_DIALOGUE, _DIALOGUE_ON) if passage.dialogue else (_QUOTE, _QUOTE_ON)
    told = [
        *_pairs(passage.before, _CONTEXT, _CONTEXT_ON),
        *_pairs(passage.words, *words),
    ]
    for number, (pattern, paragraph) in enumerate(_kept(told)):
        _set(setter, pattern if number else replace(pattern, opening=_GAP), paragraph)
    _set_source(setter, passage)
    for pattern, paragraph in _pairs(passage.after, _CONTEXT, _CONTEXT_ON):
        _set(setter, pattern, paragraph)
    _set_memo(setter, passage.memo)


def _pairs(
    talk: tuple[Paragraph, ...], beginning: Pattern, going_on: Pattern
) -> Iterator[tuple[Pattern, Paragraph]]:
    """Each paragraph with its pattern: one where somebody begins, another where they go on."""
    for paragraph in talk:
        yield (beginning if paragraph.begins else going_on), paragraph


def _kept(told: list[tuple[Pattern, Paragraph]]) -> list[tuple[Pattern, Paragraph]]:
    """The paragraphs, those nearest to the source kept together with it, earlier ones let go."""
    kept: list[tuple[Pattern, Paragraph]] = []
    length = 0
    for pattern, paragraph in reversed(told):
        kept.append((replace(pattern, with_next=length < _TOGETHER), paragraph))
        length += len(paragraph.text)
    return kept[::-1]


def _set(setter: Setter, pattern: Pattern, paragraph: Paragraph) -> None:
    words = (paragraph.speaker, paragraph.text) if TAB in pattern.runs else (paragraph.text,)
    setter.add(pattern, *words)


def _set_source(setter: Setter, passage: Passage) -> None:
    flags = f"  {passage.flags}" if passage.flags else ""
    if passage.reference:
        setter.add(_SOURCE_AND_PLACE, passage.attribution, flags, passage.reference)
    else:
        setter.add(_SOURCE, passage.attribution, flags)


def _set_memo(setter: Setter, memo: tuple[Paragraph, ...]) -> None:
    for paragraph in memo[:1]:
        setter.add(_MEMO, _("Memo"), paragraph.text)
    for paragraph in memo[1:]:
        setter.add(_MEMO_ON, paragraph.text)


def _add_where_said(setter: Setter, pattern: Pattern, words: str) -> None:
    if words:
        setter.add(pattern, words)


FORMAT = ExcerptFormat(id="docx", name=N_("Word document"), suffix=".docx", write=write)
