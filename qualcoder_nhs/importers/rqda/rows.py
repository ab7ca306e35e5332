"""What RQDA's rows say of themselves: whether they still count, and when they were made."""

import re
from datetime import UTC, datetime

from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row

_LIVE = 1
_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
# As R writes it, in English everywhere: `Mon Oct 28 08:11:36 2019`.
_DATE = re.compile(r"\w+ (\w{3})\w* (\d{1,2}) (\d{1,2}):(\d\d):(\d\d) (\d{4})")


def gone(row: Row) -> str:
    """Why a row does not count any more; empty where it does, or came before such marks."""
    status = row.number("status")
    if status == _LIVE or row.is_null("status"):
        return ""
    if status == 0:
        return _("it was deleted in RQDA")
    if status == -1:
        return _("it was taken off its words in RQDA")
    return _("it is out of use in RQDA")


def made(row: Row, column: str = "date") -> datetime | None:
    """When a row was made, by the clock of this computer."""
    told = _DATE.fullmatch(" ".join(row.text(column).split()))
    if told is None or told[1].casefold() not in _MONTHS:
        return row.moment(column)
    month = _MONTHS.index(told[1].casefold()) + 1
    day, hour, minute, second, year = (int(told[group]) for group in range(2, 7))
    try:
        found = datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 (as RQDA tells it)
        return found.astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
