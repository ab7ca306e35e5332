"""Tables of links: what is read, what is said of lines that are none."""

from pathlib import Path

import pytest

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.link_draft import LinkDraft
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.importers.tables.links_csv import is_links_csv, read_links


def table(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "links.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_columns_come_in_any_order_and_kinds_in_any_writing(tmp_path: Path) -> None:
    path = table(tmp_path, "Kind;Target;TURN;transcript\nSoft_Dissent;t.7;9.0;FG1\nagree;1;2;FG1\n")
    assert is_links_csv(path)
    found = read_links(path)
    assert found.problems == ()
    assert found.drafts == (
        LinkDraft(2, "FG1", 9, 7, LinkKind.SOFT),
        LinkDraft(3, "FG1", 2, 1, LinkKind.AGREE),
    )


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("FG1,nine,7,agree", "“nine” in the column “turn” is no number of a turn."),
        ("FG1,-9,7,agree", "is no number of a turn"),
        ("FG1,9,7,shrug", "“shrug” is no kind of link"),
        (",9,7,agree", "The cell “transcript” is empty."),
        ("FG1,9,7,agree,x,y", "6 cells"),
    ],
)
def test_a_row_that_does_not_fit_is_named_with_its_line(tmp_path: Path, row: str, why: str) -> None:
    found = read_links(table(tmp_path, f"transcript,turn,target,kind\nFG1,2,1,agree\n{row}\n"))
    assert len(found.drafts) == 1
    [problem] = found.problems
    assert problem.line == 3
    assert why in problem.what


def test_another_table_is_no_table_of_links(tmp_path: Path) -> None:
    path = table(tmp_path, "transcript,code,start,end\nFG1,warm,0,5\n")
    assert not is_links_csv(path)
    with pytest.raises(BadFile, match="no table of links"):
        read_links(path)
