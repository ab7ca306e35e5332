"""Agreement on links, worked by hand on one small discussion."""

import pytest

from qualcoder_nhs.analysis.agreement.links import (
    NO_SHARED,
    ONE_KIND,
    CodersLink,
    LinkAgreement,
    LinkCounts,
    link_agreement,
)
from qualcoder_nhs.analysis.agreement_paper.link_tables import link_tables
from qualcoder_nhs.domain.links import LinkKind

A, B, S, C = LinkKind.AGREE, LinkKind.BUILD, LinkKind.SOFT, LinkKind.CHALLENGE
BOTH = {"FG1": frozenset({"DM", "AW"})}


def said(coder: str, *links: tuple[int, int, LinkKind], where: str = "FG1") -> list[CodersLink]:
    return [CodersLink(coder, where, *one) for one in links]


def compared(*links: CodersLink, readers=None, coders=("DM", "AW")) -> LinkAgreement:
    found = link_agreement(links, readers or BOTH, coders)
    assert found is not None
    return found


def test_two_coders_worked_by_hand() -> None:
    """DM links turns 2, 3, 4, 6; AW 2, 3, 4, 5. Turn 4 leads elsewhere, turn 3 is another kind."""
    found = compared(
        *said("DM", (2, 1, A), (3, 2, S), (4, 3, B), (6, 5, C)),
        *said("AW", (2, 1, A), (3, 2, C), (4, 2, B), (5, 4, A)),
    )
    assert found.pairs == (LinkCounts(("DM", "AW"), 3, 2, 2, 2, 4, 1),)
    [counts] = found.pairs
    assert counts.target_share == pytest.approx(2 / 3)
    assert counts.kind_share == pytest.approx(1 / 2)
    assert counts.positive_agreement == pytest.approx(4 / 8)
    assert found.confusions == ((S, C, 1),)
    # Values A A S C: observed disagreement 1 of 2 units; expected 2·(2·1 + 2·1 + 1·1) / (4·3).
    assert found.alpha == pytest.approx(1 - (1 / 2) / (10 / 12))


def test_a_turn_with_several_links_shares_a_target_where_one_is_the_same() -> None:
    found = compared(*said("DM", (4, 1, A), (4, 2, B)), *said("AW", (4, 2, B)))
    assert found.overall == LinkCounts(("DM", "AW"), 1, 0, 1, 1, 1, 1)


def test_two_kinds_for_one_pair_agree_only_if_both_gave_both_and_have_no_alpha() -> None:
    found = compared(*said("DM", (2, 1, A), (2, 1, B)), *said("AW", (2, 1, A)))
    assert (found.overall.links_both, found.overall.same_kind) == (1, 0)
    assert (found.alpha, found.why_no_alpha) == (None, NO_SHARED)


def test_nothing_that_could_differ_has_no_alpha() -> None:
    found = compared(*said("DM", (2, 1, A)), *said("AW", (2, 1, A)))
    assert (found.alpha, found.why_no_alpha) == (None, ONE_KIND)


def test_only_what_both_have_read_is_compared() -> None:
    readers = {**BOTH, "FG2": frozenset({"DM"})}
    found = compared(
        *said("DM", (2, 1, A)),
        *said("DM", (2, 1, A), where="FG2"),
        *said("AW", (2, 1, A)),
        *said("AW", (2, 1, A), where="FG2"),  # has not finished it
        readers=readers,
    )
    assert found.overall == LinkCounts(("DM", "AW"), 1, 0, 1, 1, 0, 1)


def test_three_coders_are_compared_pair_by_pair_and_added_up() -> None:
    three = {"FG1": frozenset({"DM", "AW", "HL"})}
    found = compared(
        *said("DM", (2, 1, A)),
        *said("AW", (2, 1, A)),
        *said("HL", (2, 1, S), (3, 2, S)),
        readers=three,
        coders=("DM", "AW", "HL"),
    )
    assert [one.coders for one in found.pairs] == [("DM", "AW"), ("DM", "HL"), ("AW", "HL")]
    assert found.overall == LinkCounts(("DM", "AW", "HL"), 3, 2, 3, 3, 2, 1)
    targets, kinds, _confused = link_tables(found)
    names = ["DM – AW", "DM – HL", "AW – HL", "all pairs"]
    assert [row[0] for row in targets.rows] == [row[0] for row in kinds.rows] == names
    assert [row[-1] is None for row in kinds.rows] == [True, True, True, False]


def test_without_links_there_is_no_table() -> None:
    assert link_agreement((), BOTH, ("DM", "AW")) is None
    assert list(link_tables(None)) == []


def test_the_table_says_why_a_figure_is_missing() -> None:
    targets, kinds = link_tables(compared(*said("DM", (2, 1, A)), *said("AW", (3, 2, A))))
    assert targets.rows == (("DM – AW", 0, 2, 0, None),)
    assert kinds.rows[0][:3] == ("DM – AW", 0, 2)
    assert kinds.rows[0][-1].why == NO_SHARED
