"""Every cell leads to the passages it counts."""

from continuum_strategies import CODES, carries, studies
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.cells import cells
from qualcoder_nhs.analysis.agreement.passages import passages
from qualcoder_nhs.analysis.agreement.sections import sections
from qualcoder_nhs.domain.span import Span, united


@settings(max_examples=40, deadline=None)
@given(studies(), st.booleans(), st.sampled_from(CODES))
def test_the_passages_are_as_long_as_the_cell(study, by_turn, code):
    continua, coders = study
    cut = blocks(continua, coders, by_turn=by_turn)
    found = cells(cut, CODES)
    for at, pair in enumerate(cut.pairs):
        one, other = (coders[place] for place in pair)
        (both, first), (second, _) = found.tables[:, CODES.index(code), at].sum(axis=0)
        for given_by, not_by, cell in (
            ((one, other), (), both),
            ((one,), (other,), first),
            ((other,), (one,), second),
        ):
            each = passages(found.sections, code, given_by, not_by)
            assert sum(len(span) for _, span in each) == cell


@settings(max_examples=40, deadline=None)
@given(studies(most=3), st.booleans())
def test_they_are_where_the_coders_gave_the_code_and_nowhere_else(study, by_turn):
    continua, coders = study
    first, *others = coders
    cut = blocks(continua, coders, by_turn=by_turn)
    found = passages(sections(cut, CODES), "cost", [first], others)
    wanted = [
        (one, span)
        for one in cut.continua
        for span in united(
            Span(at, at + 1)
            for at in range(one.length)
            if set(coders) <= one.marks.keys()
            and carries(one, first, "cost", at)
            and not any(carries(one, other, "cost", at) for other in others)
        )
    ]
    assert found == wanted
