"""A coder in three letters."""

from datetime import UTC, datetime

import pytest

from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.people import Coder, CoderRole


@pytest.mark.parametrize(
    ("name", "initials"),
    [
        ("HL", "HL"),
        ("Hanna", "Han"),
        ("Hanna Lind", "HL"),
        ("Anna von der Au", "AVD"),
        ("HL (2)", "HL2"),
        ("Hanna Lind (3)", "HL3"),
        ("Hanna (4)", "Ha4"),
    ],
)
def test_initials_tell_coders_apart(name: str, initials: str) -> None:
    who = Coder(CoderId("x"), name, CoderRole.CODER, datetime(2026, 1, 1, tzinfo=UTC))
    assert who.initials == initials
