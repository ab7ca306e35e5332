"""A parent carries the union of what is below it; levels are counted from the roots."""

from continuum_strategies import CODES, carries, continua
from hypothesis import given, settings

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.cells import cells
from qualcoder_nhs.analysis.agreement.code_figures import code_figures
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.hierarchy import at_level, depth, line, rolled_up
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.domain.span import Span

PARENTS = {"cost": "money", "blame": "trust", "trust": "people", "unused": "people"}
EVERY = ("money", "cost", "people", "trust", "blame", "unused")


def test_lines_and_levels():
    assert line("blame", PARENTS) == ["people", "trust", "blame"]
    assert line("money", PARENTS) == ["money"]
    assert depth(CODES, PARENTS) == 3
    assert depth([], PARENTS) == 0


@settings(max_examples=40)
@given(continua())
def test_a_parent_is_where_it_or_anything_below_it_is(talk):
    found = rolled_up(talk, PARENTS)
    assert found.marks.keys() == talk.marks.keys()
    for coder in talk.marks:
        for code in EVERY:
            below = [own for own in EVERY if code in line(own, PARENTS)]
            for at in range(talk.length):
                assert carries(found, coder, code, at) == any(
                    carries(talk, coder, own, at) for own in below
                )


@settings(max_examples=40)
@given(continua())
def test_on_a_level_a_code_is_its_ancestor_there(talk):
    for level in (1, 2, 3):
        found = at_level(talk, PARENTS, level)
        stands_for = {code: (line(code, PARENTS)[:level])[-1] for code in EVERY}
        for coder in talk.marks:
            for code in EVERY:
                for at in range(talk.length):
                    assert carries(found, coder, code, at) == any(
                        carries(talk, coder, own, at) for own in EVERY if stands_for[own] == code
                    )


def test_spans_of_children_that_overlap_are_one_and_that_abut_are_two():
    marks = {"cost": (Span(0, 5),), "money": (Span(3, 8), Span(8, 9))}
    found = rolled_up(Continuum("", 9, (Span(0, 9),), {"Ann": marks}), PARENTS)
    assert found.spans("Ann", "money") == (Span(0, 8), Span(8, 9))


def test_who_always_picks_another_child_agrees_on_the_parent():
    one, other = {"trust": (Span(0, 10),)}, {"unused": (Span(0, 10),)}
    talk = Continuum("", 100, (Span(0, 100),), {"Ann": one, "Ben": other})
    cut = blocks([rolled_up(talk, PARENTS)], ("Ann", "Ben"))
    found = code_figures(cells(cut, ["trust", "unused", "people"]), Resampling(1, 1, 0))
    values = [code.figures["alpha"].value for code in found]
    assert values[0] == values[1] < 0
    assert values[2] == 1
