"""A patched page equals one that is loaded afresh, whatever the coder did."""

from pathlib import Path

import pytest
from builders import a_coded_study, code, coder, transcript
from hypothesis import HealthCheck, given
from hypothesis import settings as tried
from hypothesis import strategies as st

from qualcoder_nhs.actions.codings import ChangeCode, CodePassage, MoveEnds, RemoveCodings, SetFlags
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.coding_page import coding_page, page_patch
from qualcoder_nhs.queries.page_patching import patched
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

DEEDS = ("code", "move", "recode", "remove", "flag", "memo", "undo")
PATCHED = {"codings", "memos", "links"}
Deed = tuple[str, int, int, int]


def deeds() -> st.SearchStrategy[list[Deed]]:
    number = st.integers(0, 40)
    return st.lists(st.tuples(st.sampled_from(DEEDS), number, number, number), max_size=8)


@tried(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(deeds())
def test_a_patched_page_equals_a_fresh_one(tmp_path: Path, done: list[Deed]) -> None:
    path = tmp_path / "study.qnhs"
    path.unlink(missing_ok=True)
    with a_coded_study(path) as study:
        first = transcript(study)
        told: list[Changes] = []
        study.listen(told.append)
        page = study.ask(coding_page, first)
        for deed in done:
            told.clear()
            do(study, deed)
            for changes in told:
                if not changes.rows.keys() <= PATCHED:  # then the desk asks for the page anew
                    page = study.ask(coding_page, first)
                    continue
                ids = {CodingId(one) for one in changes.touched("codings")}
                ids |= page.memos.keys() | {one.id for one in page.codings}
                page = patched(page, study.ask(page_patch, first, ids))
            assert page == study.ask(coding_page, first)


def do(study: Study, deed: Deed) -> None:
    """One of the things a coder can do to codings; nothing where there are none left."""
    what, at, length, which = deed
    me, span = coder(study), Span(at, at + 1 + length)
    own = study.ask(Reader.codings, transcript=transcript(study), coder=me)
    codes = [code(study, name) for name in ("Warm", "Cold", "Money")]
    some_code = codes[which % 3]
    if what == "code":
        study.run(CodePassage(transcript(study), span, some_code), me)
    elif what == "undo":
        if study.ask(Reader.undoable, me):
            study.undo(me)
    elif own:
        one = own[which % len(own)].id
        actions = {
            "move": MoveEnds(one, span),
            "recode": ChangeCode(one, some_code),
            "remove": RemoveCodings((one,)),
            "flag": SetFlags(one, frozenset({Flag.STRONG})),
            "memo": WriteMemo("Look", coding=one),
        }
        study.run(actions[what], me)


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return a_coded_study(tmp_path / "study.qnhs")


def test_codings_of_another_transcript_do_not_come_onto_the_page(study: Study) -> None:
    with study:
        page = study.ask(coding_page, transcript(study))
        other = study.run(
            CodePassage(transcript(study, "FG2"), Span(20, 30), code(study, "Warm")), coder(study)
        )
        patch = study.ask(page_patch, transcript(study), {other.coding})
        assert patched(page, patch) == page
