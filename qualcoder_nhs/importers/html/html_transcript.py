"""Transcripts from web pages (.html): what a reader of the page sees, fetched from nowhere."""

import re
from collections.abc import Callable, Iterator
from html import escape
from pathlib import Path
from typing import Any

import lxml.html
from lxml import etree

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.encoding import decoded, is_text
from qualcoder_nhs.importers.first_look import Look
from qualcoder_nhs.importers.format import (
    Endless,
    Parsed,
    Problem,
    ReadingOptions,
    TranscriptFormat,
)
from qualcoder_nhs.importers.html.html_notes import is_comment, is_note
from qualcoder_nhs.importers.html.html_page import blocks_of
from qualcoder_nhs.importers.html.html_styles import with_weights
from qualcoder_nhs.importers.html.html_words import FIELDS, THINGS, is_hidden, is_margin
from qualcoder_nhs.importers.leftovers import insertions_read, things_left_out, words_left_out
from qualcoder_nhs.importers.safety import content_of
from qualcoder_nhs.importers.speaker_tables import recognised
from qualcoder_nhs.importers.text_file import unreadable

_MOST = 300_000
_TOLD = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?([\w\-]{2,20})", re.IGNORECASE)
_IN_THE_HEAD = 4000
_MARKUP = re.compile(r"<[a-zA-Z!/]")
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.{0,2000}?-->\s*){0,9}<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)


def read(path: Path, options: ReadingOptions) -> Parsed:
    """The turns in a web page.

    Raises:
        BadFile: when it is none, or has no text.
        Endless: when it is longer, or nested deeper, than any transcript.
    """
    text, encoding = _letters(path)
    body = _page(path, text)
    with_weights(body)
    found = recognised(blocks_of(body), options)
    if not found.text.strip():
        raise BadFile(path.name, _("there is no text in it."))
    return Parsed(
        found.text,
        found.turns,
        "html",
        found.convention,
        "" if encoding == "utf-8" else encoding,
        (*unreadable(found.text), *_problems(body)),
        found.doubts,
    )


def _letters(path: Path) -> tuple[str, str]:
    """By its mark, by UTF-8 where that fits, as the page says, or by a guess."""
    content = content_of(path)
    text, encoding = decoded(content)
    told = _TOLD.search(content[:_IN_THE_HEAD])
    if told and encoding not in ("utf-8", "utf-16", "utf-32"):
        text, encoding = _as_told(content, told[1].decode("ascii"), text, encoding)
    if not is_text(text):
        raise BadFile(path.name, _("it is no text, but something else under that name."))
    return text.removeprefix("\ufeff"), encoding


def _as_told(content: bytes, told: str, text: str, encoding: str) -> tuple[str, str]:
    """Pages that say Latin-1 mean what Windows makes of it, as browsers know."""
    name = told.casefold()
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii") else name
    try:
        return content.decode(name, errors="replace"), name
    except LookupError:
        return text, encoding


def _page(path: Path, text: str) -> Any:
    """The page as elements.

    Raises:
        BadFile: when there are none.
        Endless: when there are too many, or they are nested too deeply.
    """
    parser = lxml.html.HTMLParser(
        encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    written = text if _MARKUP.search(text) else f"<pre>{escape(text)}"
    try:
        page = lxml.html.document_fromstring(written.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, ValueError, AssertionError) as error:
        raise BadFile(path.name, _("there is no text in it.")) from error
    fatal = any(entry.level == etree.ErrorLevels.FATAL for entry in parser.error_log)
    if fatal or sum(1 for _one in page.iter()) > _MOST:
        raise Endless
    return page


def _problems(page: Any) -> Iterator[Problem]:
    """What a browser shows beside the words, and what it does not show."""
    counts = {
        _("Hidden text"): sum(map(_words, _outermost(page, is_hidden))),
        _("Page headers and footers"): sum(map(_words, _outermost(page, is_margin))),
        _("Footnotes"): sum(map(_words, _outermost(page, is_note))),
        _("Comments"): sum(map(_words, _outermost(page, is_comment))),
        _("Tracked deletions"): sum(map(_words, page.iter("del"))),
    }
    yield from words_left_out(counts)
    kinds = [one.tag for one in page.iter() if isinstance(one.tag, str)]
    things = sum(kind in THINGS for kind in kinds)
    fields = sum(kind in FIELDS for kind in kinds)
    yield from things_left_out({_("Pictures and media"): things, _("Form fields"): fields})
    yield from insertions_read(sum(kind == "ins" for kind in kinds))


def _outermost(page: Any, out: Callable[[Any], bool]) -> Iterator[Any]:
    for one in page.iter():
        if isinstance(one.tag, str) and out(one) and not any(map(out, one.iterancestors())):
            yield one


def _words(element: Any) -> int:
    return len(element.text_content().split())


def _is_page(look: Look) -> bool:
    return bool(_PAGE.match(look.words))


FORMAT = TranscriptFormat(
    "html", "Web page", (".html", ".htm", ".xhtml"), read, _is_page, of_text=True
)
