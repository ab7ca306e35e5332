"""Which codes go with which links, as the shipped codebook says it."""

import pytest

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.codebook_import import merged
from qualcoder_nhs.domain.interaction import at_odds, codes_for, interaction_codes, kinds_for
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.ready_codebooks import ready_codebook


@pytest.fixture(scope="module")
def nhs() -> Codebook:
    draft = read_codebook(ready_codebook("nhs_doctor_manager")).draft
    return merged(draft, Codebook()).change.applied(Codebook())


def slugs(nhs: Codebook, kind: LinkKind) -> list[str]:
    return [code.slug for code in codes_for(nhs, kind)]


def test_a_kind_of_link_has_its_code(nhs: Codebook) -> None:
    assert [slugs(nhs, kind) for kind in LinkKind] == [
        ["grp-agree"],
        ["grp-build"],
        ["grp-soft"],
        ["grp-challenge"],
        [],
    ]


def test_a_code_has_its_kinds_of_link(nhs: Codebook) -> None:
    assert kinds_for(nhs, nhs.find("grp-soft").id) == (LinkKind.SOFT,)
    assert kinds_for(nhs, nhs.find("grp-shift").id) == tuple(LinkKind)
    assert kinds_for(nhs, nhs.find("grp-humour").id) is None
    assert len(interaction_codes(nhs)) == 5


def test_degrees_of_dissent_exclude_one_another_and_nothing_else_does(nhs: Codebook) -> None:
    assert at_odds(nhs, LinkKind.SOFT) == {LinkKind.CHALLENGE}
    assert at_odds(nhs, LinkKind.CHALLENGE) == {LinkKind.SOFT}
    assert not any(at_odds(nhs, one) for one in (LinkKind.AGREE, LinkKind.BUILD))


def test_a_codebook_that_says_nothing_of_links_offers_nothing() -> None:
    assert codes_for(Codebook(), LinkKind.AGREE) == ()
    assert interaction_codes(Codebook()) == frozenset()
