"""One disputed stretch is one question; what all gave alike is none."""

from coded_talk import coded, cut
from continuum_strategies import CODES, studies
from hypothesis import given, settings

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.disagreements import disagreements
from qualcoder_nhs.analysis.agreement.grid import grids
from qualcoder_nhs.analysis.agreement.kinds import Kind, piece_kinds
from qualcoder_nhs.analysis.agreement.stretches import agreed, stretches
from qualcoder_nhs.domain.span import Span

CODES_HERE = ("motive", "price", "trust")
PARENTS = {"motive": "trust"}


def found(length, **units):
    """The stretches of one transcript, by the coders' (code, start, end)."""
    [grid] = cut([coded(length, units)], CODES_HERE)
    return stretches([piece_kinds(grid, PARENTS)]), agreed([grid])


def marks(stretch):
    return [(m.coder, m.code, m.span.start, m.span.end) for m in stretch.marks]


def test_one_reads_a_motive_the_other_a_price_on_words_they_share() -> None:
    [one], alike = found(200, HL=[("motive", 0, 90)], DM=[("price", 50, 110)])
    assert marks(one) == [("HL", "motive", 0, 90), ("DM", "price", 50, 110)]
    assert (one.kind, one.same_family, one.characters) == (Kind.SUBSTITUTION, False, 110)
    assert (one.span, alike) == (Span(0, 110), [])


def test_another_code_of_the_family_is_said_to_be_one() -> None:
    [one], _ = found(200, HL=[("motive", 0, 90)], DM=[("trust", 0, 90)])
    assert (one.kind, one.same_family) == (Kind.SUBSTITUTION, True)


def test_ends_that_differ_are_one_question_with_both_ends() -> None:
    [one], _ = found(200, HL=[("motive", 0, 90)], DM=[("motive", 5, 100)])
    assert (one.kind, one.characters, len(one.marks)) == (Kind.BOUNDARY, 15, 2)


def test_two_spans_against_one_are_one_question() -> None:
    [one], _ = found(200, HL=[("motive", 0, 90)], DM=[("motive", 0, 30), ("motive", 60, 90)])
    assert (one.kind, one.characters, len(one.marks)) == (Kind.SPLIT, 30, 3)


def test_what_only_one_coded_is_an_omission_and_stands_alone() -> None:
    both, _ = found(200, HL=[("motive", 0, 9), ("price", 50, 60)], DM=[("motive", 0, 9)])
    assert [(each.kind, marks(each)) for each in both] == [
        (Kind.OMISSION, [("HL", "price", 50, 60)])
    ]


def test_a_word_in_common_makes_no_one_question_of_two_codes() -> None:
    two, _ = found(200, HL=[("motive", 0, 50)], DM=[("price", 45, 100)])
    assert [len(each.marks) for each in two] == [1, 1]


def test_a_third_coder_who_gave_nothing_leaves_the_other_two_in_dispute() -> None:
    [one], alike = found(50, HL=[("motive", 0, 9)], DM=[("motive", 0, 9)], AB=[])
    assert (one.kind, len(one.marks), alike) == (Kind.OMISSION, 2, [])


def test_what_all_gave_alike_is_agreed_beside_what_they_differ_on() -> None:
    both, alike = found(
        99, HL=[("motive", 0, 9), ("price", 3, 5)], DM=[("motive", 0, 9), ("price", 3, 6)]
    )
    assert [(one.code, one.span) for one in alike] == [("motive", Span(0, 9))]
    assert [marks(each) for each in both] == [[("HL", "price", 3, 5), ("DM", "price", 3, 6)]]


@settings(max_examples=40, deadline=None)
@given(studies())
def test_every_mark_is_in_exactly_one_stretch_or_agreed(study) -> None:
    continua, coders = study
    every = grids(blocks(continua, coders), CODES)
    for grid in every:
        given_ = sorted(
            (span, code, coder)
            for coder in grid.coders
            for code in CODES
            for span in grid.continuum.spans(coder, code)
        )
        alike = [(one.span, one.code, coder) for one in agreed([grid]) for coder in grid.coders]
        apart = [
            (mark.span, mark.code, mark.coder)
            for one in stretches([piece_kinds(grid, {})])
            for mark in one.marks
        ]
        assert sorted([*alike, *apart]) == given_


@settings(max_examples=40, deadline=None)
@given(studies())
def test_every_character_in_dispute_is_in_a_stretch_with_its_code(study) -> None:
    continua, coders = study
    for grid in grids(blocks(continua, coders), CODES):
        kinds = piece_kinds(grid, {})
        listed = stretches([kinds])
        for row in disagreements([kinds]):
            covering = [mark.span for one in listed for mark in one.marks if mark.code == row.code]
            for at in range(row.span.start, row.span.end):
                assert any(at in span for span in covering)
