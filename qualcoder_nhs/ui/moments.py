"""When something was done, as short as it can be said."""

from datetime import datetime


def moment(at: datetime) -> str:
    """The local time of what was done today, the day and the time of all else."""
    here = at.astimezone()
    today = datetime.now().astimezone().date()
    return f"{here:%H:%M}" if here.date() == today else f"{here:%d %b %Y, %H:%M}"
