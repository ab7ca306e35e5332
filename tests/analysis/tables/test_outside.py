"""What is flagged as identifying stays in the program, whatever table quotes it."""

from dataclasses import replace

import pytest

from qualcoder_nhs.analysis.tables import report_named
from qualcoder_nhs.analysis.tables.outside import as_it_leaves
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.table_options import wish
from tests.talk import coded, session, talk

FG1 = session(
    "FG1",
    ["MOD: So?", "P1: I ran the Wenderby unit, honestly.", "P2: [laughs] Honestly.", "P1: Yes."],
    asked={"Q1": 1},
)
FLAGGED = replace(coded(FG1, "masked", 2), flags=(Flag.IDENTIFYING,))


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("kwic", {"word": "honestly", "by": "none"}),
        ("sequences", {"first": ("code:masked",), "then": ("direction:laughter",)}),
    ],
)
def test_flagged_words_are_shown_and_do_not_leave(name: str, said: dict[str, object]) -> None:
    report = report_named(name)
    material = talk([FG1], [FLAGGED])
    shown = report.run(material, wish(report.options, said))  # type: ignore[arg-type]
    assert "Wenderby" in words(shown)
    safe, told = as_it_leaves(shown)
    assert "Wenderby" not in words(safe)
    assert "onestly" in words(safe)
    assert "[left out: flagged as identifying]" in words(safe)
    assert told == safe.notes[-1] == "Words flagged as identifying are left out of 1 row."


def test_a_table_without_flagged_words_leaves_as_it_is() -> None:
    report = report_named("kwic")
    shown = report.run(talk([FG1]), wish(report.options, {"word": "honestly", "by": "none"}))
    assert as_it_leaves(shown) == (shown, "")


def words(table: object) -> str:
    """All that stands in the entries."""
    rows = table.rows  # type: ignore[attr-defined]
    return "\n".join(entry.words for row in rows for entry in row.entries)
