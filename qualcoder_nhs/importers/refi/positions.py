"""Positions in a text as programs count them, each in its own way, and as they are stored."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from qualcoder_nhs.i18n import _

BYTE_ORDER_MARK = "\ufeff"
_OTHER_ENDS = re.compile("[\r\v\f\x85\u2028\u2029]")
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\ufffe\uffff]")
_BEYOND = re.compile("[\U00010000-\U0010ffff]")


class Reading(NamedTuple):
    """A way to count positions: what counts as one, and what as two or not at all."""

    utf16: bool = False
    ends_twice: bool = True
    mark_counted: bool = False

    @property
    def words(self) -> str:
        """Such as `UTF-16 units, line ends counted twice`."""
        unit = _("UTF-16 units") if self.utf16 else _("code points")
        ends = _("line ends counted twice") if self.ends_twice else _("line ends counted once")
        mark = f", {_('byte order mark counted')}" if self.mark_counted else ""
        return f"{unit}, {ends}{mark}"


EVERY_READING = tuple(
    Reading(utf16, ends_twice, mark_counted)
    for mark_counted in (False, True)
    for utf16 in (False, True)
    for ends_twice in (True, False)
)


@dataclass(frozen=True)
class FileText:
    """A text as it is stored, and where its file has more than is stored.

    `folded` are the places of line ends that were CR and LF, `wide` those of characters that are
    two units of UTF-16; `marked` says that a byte order mark stood before it. `mended` counts
    characters that cannot be stored as they were; each still is one character.
    """

    text: str
    folded: tuple[int, ...] = ()
    wide: tuple[int, ...] = ()
    marked: bool = False
    mended: int = 0

    @cached_property
    def ends(self) -> tuple[int, ...]:
        """The line ends that may count twice: those that were two, else all.

        XML makes one of two before anybody can count them.
        """
        return self.folded or tuple(found.start() for found in re.finditer("\n", self.text))

    @cached_property
    def readings(self) -> tuple[Reading, ...]:
        """The ways to count that differ in this text; of ways that do not, the plainest."""
        return tuple(
            one
            for one in EVERY_READING
            if (self.wide or not one.utf16)
            and (self.ends or not one.ends_twice)
            and (self.marked or not one.mark_counted)
        )

    def plainest(self, reading: Reading) -> Reading:
        """The one of its `readings` that counts what is in the file as this way does."""
        return Reading(
            reading.utf16 and bool(self.wide),
            reading.ends_twice and bool(self.folded),
            reading.mark_counted and self.marked,
        )


def file_text(content: str) -> FileText:
    """The text of a file as it is stored: line ends LF, no byte order mark, else unchanged."""
    marked = content.startswith(BYTE_ORDER_MARK)
    pieces = content.removeprefix(BYTE_ORDER_MARK).split("\r\n")
    lengths = accumulate(len(piece) + 1 for piece in pieces[:-1])
    text, mended = _NO_TEXT.subn("\ufffd", _OTHER_ENDS.sub("\n", "\n".join(pieces)))
    return FileText(
        text=text,
        folded=tuple(behind - 1 for behind in lengths),
        wide=tuple(found.start() for found in _BEYOND.finditer(text)),
        marked=marked,
        mended=mended,
    )


class Ruler:
    """Turns positions counted in one way into places of the stored text."""

    def __init__(self, file: FileText, reading: Reading) -> None:
        counted_twice = sorted(
            [*(file.wide if reading.utf16 else ()), *(file.ends if reading.ends_twice else ())]
        )
        # Behind each such character, as this way counts it: one more for each up to it.
        self._behind = [place + 2 + before for before, place in enumerate(counted_twice)]
        self._mark = int(reading.mark_counted and file.marked)
        self._length = len(file.text)

    def place(self, position: int) -> int | None:
        """The place in the stored text; None where it lies outside."""
        counted = position - self._mark
        place = counted - bisect_right(self._behind, counted)
        return place if counted >= 0 and place <= self._length else None
