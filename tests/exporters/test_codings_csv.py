"""Codings as CSV: the columns, the quoting, and that what went out comes back the same."""

from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.coding_draft import CodingDraft, draft_of
from qualcoder_nhs.domain.errors import NotWritten
from qualcoder_nhs.exporters.codings.codings_csv import write_codings, write_codings_file
from qualcoder_nhs.importers.tables.codings_csv import read_codings
from tests.exporters.books import trust_book
from tests.exporters.expected import TRAPS

NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20).filter(
    lambda name: name == name.strip()
)
MEMOS = st.one_of(st.sampled_from(TRAPS), st.text(st.characters(exclude_categories=["Cs"])))


@st.composite
def drafts(draw: st.DrawFn) -> CodingDraft:
    start = draw(st.integers(0, 200_000))
    named = draw(st.sets(st.sampled_from(Flag)))
    return CodingDraft(
        line=0,
        transcript=draw(NAMES),
        coder=draw(NAMES),
        code=draw(NAMES),
        start=start,
        end=start + draw(st.integers(1, 5_000)),
        memo=draw(MEMOS),
        flags=tuple(flag for flag in Flag if flag in named),
        layer=draw(NAMES),
    )


def test_the_columns_and_the_quoting() -> None:
    out = StringIO()
    flags = (Flag.STRONG, Flag.DISCUSS)
    write_codings(
        [
            CodingDraft(0, "FG2", "HL", "tru-motive", 4010, 4080, '=1, "so"\nso', flags),
            CodingDraft(0, "FG2", "HL", "tru-bond", 1, 2, layer="settled"),
        ],
        out,
    )
    assert out.getvalue() == (
        "transcript,coder,code,start,end,memo,flags,layer\n"
        '"FG2","HL","tru-motive",4010,4080,"\'=1, ""so""\nso","strong;discuss","open"\n'
        '"FG2","HL","tru-bond",1,2,"","","settled"\n'
    )


def test_an_excerpt_becomes_the_row_of_its_coding() -> None:
    found = trust_book().excerpts[0]
    assert draft_of(found) == CodingDraft(
        line=0,
        transcript="FG2",
        coder="HL",
        code="tru-bond",
        start=5210,
        end=5210 + len(found.text),
        memo="Trust begins with presence, not with agreement. Compare FG4 beat 10.",
        flags=(Flag.STRONG,),
    )


@given(st.lists(drafts(), max_size=5))
def test_what_went_out_comes_back_to_the_character(codings: list[CodingDraft]) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "codings.csv"
        write_codings_file(codings, path)
        read = read_codings(path)
    assert read.problems == ()
    assert [without_line(one) for one in read.drafts] == codings


def test_a_memo_longer_than_any_limit_comes_back(tmp_path: Path) -> None:
    coding = CodingDraft(0, "FG2", "HL", "tru", 0, 1, memo="wörds, " * 40_000)
    write_codings_file([coding], tmp_path / "a.csv")
    assert without_line(read_codings(tmp_path / "a.csv").drafts[0]) == coding


def test_a_place_that_takes_no_file_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="there is no such folder"):
        write_codings_file([], tmp_path / "none" / "a.csv")


def without_line(draft: CodingDraft) -> CodingDraft:
    return CodingDraft(**{**vars(draft), "line": 0})
