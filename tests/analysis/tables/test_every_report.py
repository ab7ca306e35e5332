"""Every report can be made of whatever a study holds: nothing at all, or texts without turns."""

from dataclasses import replace

import pytest

from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables import REPORTS
from qualcoder_nhs.analysis.tables.paper import document
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.guide import Course
from qualcoder_nhs.domain.ids import CodeId, CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.table_options import Value, wish
from tests.talk import HL, NOW, coded, session, talk

FG = session("FG1", ["MOD: So?", "P1: Money.", "P2: Time."], asked={"Q1": 1})
BARE = replace(session("Notes", ["P1: Money."]), turns=(), course=Course((), 0))
IN_BARE = Coding(CodingId("bare"), BARE.id, HL, CodeId("cost"), "open", Span(4, 9), NOW)
STUDIES = {
    "nothing": talk([]),
    "nothing coded": talk([FG]),
    "a text without turns": talk([FG, BARE], [coded(FG, "cost", 2), IN_BARE]),
}
NEEDED: dict[str, dict[str, Value]] = {"kwic": {"word": "money"}}
MORE: dict[str, dict[str, Value]] = {"cooccurrence": {"near": "after"}, "timeline": {"level": 0}}


@pytest.mark.parametrize("material", STUDIES.values(), ids=STUDIES)
@pytest.mark.parametrize("report", REPORTS, ids=lambda one: one.id)
def test_it_is_made_and_is_a_table(report: CountedReport, material: Material) -> None:
    known = {
        key: replace(one, attributes={"role": "manager", "profession": "medicine"})
        for key, one in material.people.items()
    }
    if report.id == "side-by-side" and not known:
        pytest.skip("there is nobody to stand on either side")
    for said in ({}, MORE.get(report.id, {})):
        chosen = wish(report.options, {**NEEDED.get(report.id, {}), **said})
        found = report.run(replace(material, people=known), chosen)
        assert all(len(row.entries) == len(found.heads) for row in found.rows)
        assert found.notes
        assert document(found)["title"] == found.title
