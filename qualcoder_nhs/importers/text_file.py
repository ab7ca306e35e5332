"""The text of a file in any encoding and with any line ends, as it is stored."""

import re
from collections.abc import Iterator
from pathlib import Path

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.encoding import CONTROL, decoded, is_text
from qualcoder_nhs.importers.format import Endless, Problem
from qualcoder_nhs.importers.safety import content_of

_LINE_END = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_UNREADABLE = "\ufffd"


MOST_LINES = 80_000
"""Lines of a text; one of a hundred thousand words has about 10,000."""


def text_of(path: Path, most_lines: int = MOST_LINES) -> tuple[str, str]:
    """The text with line ends as LF and without a byte order mark, and the encoding it was in.

    Raises:
        BadFile: when it is empty, too large, or no text.
        Endless: when it has more lines.
    """
    text, encoding = decoded(content_of(path))
    text = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    if text.count("\n") > most_lines:
        raise Endless
    if not text.strip():
        raise BadFile(name=path.name, why=_("it is empty."))
    if not is_text(text):
        raise BadFile(name=path.name, why=_("it is no text, but something else under that name."))
    return CONTROL.sub(_UNREADABLE, text), encoding


def unreadable(text: str) -> Iterator[Problem]:
    """How many characters could not be read, where there are any."""
    count = text.count(_UNREADABLE)
    if count:
        line = text.count("\n", 0, text.index(_UNREADABLE)) + 1
        what = ngettext("{n} character cannot be read.", "{n} characters cannot be read.", count)
        yield Problem(line, what)
