"""The tables on links: same target? same kind? and which kind was taken for which."""

from collections.abc import Iterator

from qualcoder_nhs.analysis.agreement.links import LinkAgreement, LinkCounts
from qualcoder_nhs.analysis.agreement_paper.numbers import counted, estimated
from qualcoder_nhs.domain.report import Cell, Column, Estimate, Measures, Table
from qualcoder_nhs.i18n import N_, _

ALPHA = N_(
    "1 − observed / expected disagreement on the kind, nominal, among links that two coders gave "
    "to the same two turns; Krippendorff 2004"
)
NOTE = N_(
    "Turns: from which both, or one of them, linked; of those of both, how many lead to the same "
    "turn. Links: to the same turn by both, or by one; of those of both, how many say the same. "
    "Positive agreement is on links (Dice). That nobody linked a turn is no agreement, and counts "
    "nowhere."
)


def link_tables(found: LinkAgreement | None) -> Iterator[Table]:
    """Nothing where there are no links."""
    if found is None:
        return
    yield _counts(found)
    if found.confusions:
        yield _confusions(found)


def _counts(found: LinkAgreement) -> Table:
    alpha = Estimate(found.alpha, why=_(found.why_no_alpha) if found.why_no_alpha else "")
    several = len(found.pairs) > 1
    rows = [_row(one, None if several else alpha) for one in found.pairs]
    if several:
        rows.append(_row(found.overall, alpha, _("all pairs")))
    columns = (
        Column(_("Coders")),
        counted(_("Turns, both")),
        counted(_("one only")),
        counted(_("Same target")),
        Column(_("of both"), Measures.SHARE),
        counted(_("Links, both")),
        counted(_("one only")),
        Column(_("Positive agreement"), Measures.SHARE),
        counted(_("Same kind")),
        Column(_("of both"), Measures.SHARE),
        estimated(_("Alpha on kind"), ALPHA),
    )
    return Table(_("Links"), _("Links between turns"), columns, tuple(rows), _(NOTE))


def _row(counts: LinkCounts, alpha: Estimate | None, name: str = "") -> tuple[Cell, ...]:
    return (
        name or " – ".join(counts.coders),
        counts.turns_both,
        counts.turns_one,
        counts.same_target,
        counts.target_share,
        counts.links_both,
        counts.links_one,
        counts.positive_agreement,
        counts.same_kind,
        counts.kind_share,
        alpha,
    )


def _confusions(found: LinkAgreement) -> Table:
    rows = tuple((one.words, other.words, number) for one, other, number in found.confusions)
    columns = (Column(_("One says")), Column(_("another")), counted(_("Links")))
    title = _("Which kind of link for which")
    return Table(_("Kinds of link"), title, columns, rows)
