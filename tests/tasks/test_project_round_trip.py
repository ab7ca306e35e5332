"""The sample study goes out as a REFI-QDA project and comes back the same, in every way it can."""

from dataclasses import replace
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.foreign import ForeignStudy, Kind
from qualcoder_nhs.exporters.refi.markup import guid_of
from qualcoder_nhs.exporters.refi.target import Target
from qualcoder_nhs.queries.whole_study import whole_study
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.export_project import project_written
from qualcoder_nhs.tasks.import_study import ImportStudy
from qualcoder_nhs.tasks.task import silent
from tests.bench.yardstick import MANY, yardstick
from tests.exporters.test_refi import without_beside

MINUTE = 60.0


def said(study: ForeignStudy) -> dict[str, Any]:
    """All of a study, each kind in an order of its own."""
    texts = {one.key: replace(one, added=None) for one in study.texts}
    coders = {one.key: one.name for one in study.coders}
    return {
        "texts": texts,
        "codes": {one.key: one for one in study.codes},
        "codings": {
            guid_of(one.key): replace(one, key="", coder=coders[one.coder or ""])
            for one in study.codings
        },
        "memos": {one.key: replace(one, coder=coders[one.coder or ""]) for one in study.memos},
        "cases": {one.key: one for one in study.cases},
        "groups": {key: dict(told) for key, told in study.group_attributes.items()},
        "attributes": sorted({name for one in study.cases for name in one.attributes}),
        "cards": study.cards,
        "sets": {one.key: one for one in study.sets},
        "links": sorted(
            (one.name, one.origin, one.target, coders[one.coder or ""], one.made, one.layer)
            for one in study.links
        ),
    }


@pytest.mark.parametrize("target", list(Target))
def test_the_sample_comes_back_equal(target: Target, sample_study: Study, tmp_path: Path) -> None:
    out = tmp_path / "sample.qdpx"
    lead = sample_study.ask(Reader.coders)[0].id
    project_written(sample_study, lead, out, target, silent)
    before = sample_study.ask_as(lead, whole_study).study
    with Study.create(tmp_path / "back.qnhs", "Back", before.coders[0].name) as back:
        me = back.ask(Reader.coders)[0].id
        done = ImportStudy(out).run(back, me, silent)
        after = back.ask_as(me, whole_study).study
        assert back.faults() == []
    assert said(after) == said(before)
    assert {one.kind for one in done.taken.items} <= {Kind.CODERS}


def test_without_what_lies_beside_it_the_codings_are_the_same(
    sample_study: Study, tmp_path: Path
) -> None:
    out = tmp_path / "sample.qdpx"
    lead = sample_study.ask(Reader.coders)[0].id
    project_written(sample_study, lead, out, Target.STANDARD, silent)
    alone = without_beside(out)
    before = sample_study.ask_as(lead, whole_study).study
    with Study.create(tmp_path / "back.qnhs", "Back", before.coders[0].name) as back:
        me = back.ask(Reader.coders)[0].id
        done = ImportStudy(alone).run(back, me, silent)
        after = back.ask_as(me, whole_study).study
        assert back.faults() == []
    assert {one.key: one.span for one in after.codings if one.layer == OPEN} == {
        one.key: one.span for one in before.codings
    }
    # A note must bear a name there; one that is made from its words adds nothing to them.
    assert sorted(one.words for one in after.memos) == sorted(one.words for one in before.memos)
    assert all(one.in_file == one.taken + one.changed + one.left_out for one in done.taken.table)
    # Others are told of FG1 P1 and FG2 P1, not twice of P1.
    names = sorted(one.name for one in before.cases)
    assert sorted(one.name.split()[-1] for one in after.cases) == names
    assert len({one.name for one in after.cases}) == len(names)
    assert [len(one.turns or ()) for one in after.texts] == [
        len(one.turns or ()) for one in before.texts
    ]


@pytest.mark.long
def test_a_large_study_comes_back_equal_within_a_minute(tmp_path: Path) -> None:
    out = tmp_path / "large.qdpx"
    with yardstick(MANY) as large:
        lead = large.coders[0]
        project_written(large.study, lead, out, Target.NVIVO, silent)
        before = large.study.ask_as(lead, whole_study).study
    with Study.create(tmp_path / "back.qnhs", "Back", "HL") as back:
        me = back.ask(Reader.coders)[0].id
        began = process_time()
        done = ImportStudy(out).run(back, me, silent)
        assert process_time() - began < MINUTE
        after = back.ask_as(me, whole_study).study
    assert len(after.codings) == len(before.codings) == MANY.transcripts * MANY.codings
    assert said(after) == said(before)
    assert done.taken.items == ()
