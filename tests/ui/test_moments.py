"""Today's moments are told by their time, others by their day as well."""

from datetime import datetime, timedelta

from qualcoder_nhs.ui.moments import moment


def test_a_day_is_told_where_it_is_another() -> None:
    now = datetime.now().astimezone()
    assert moment(now) == f"{now:%H:%M}"
    assert moment(datetime(2025, 11, 6, 9, 5).astimezone()) == "06 Nov 2025, 09:05"
    assert len(moment(now - timedelta(days=1))) == len("06 Nov 2025, 09:05")
