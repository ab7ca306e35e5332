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
TARGETS = N_(
    "From how many turns both linked, or one of them; of those of both, how many lead to the same "
    "turn. That nobody linked a turn is no agreement, and counts nowhere."
)
KIND_NOTE = N_(
    "Links to the same turn by both, or by one; of those of both, how many say the same. Positive "
    "agreement is on links (Dice)."
)


def link_tables(found: LinkAgreement | None) -> Iterator[Table]:
    """Nothing where there are no links."""
    if found is None:
        return
    yield _targets(found)
    yield _kinds(found)
    if found.confusions:
        yield _confusions(found)


def _lines(found: LinkAgreement) -> list[tuple[str, LinkCounts]]:
    """Every pair of coders, and all of them where there are several."""
    lines = [(" – ".join(one.coders), one) for one in found.pairs]
    return lines if len(lines) == 1 else [*lines, (_("all pairs"), found.overall)]


def _targets(found: LinkAgreement) -> Table:
    rows = tuple(
        (name, one.turns_both, one.turns_one, one.same_target, one.target_share)
        for name, one in _lines(found)
    )
    columns = (
        Column(_("Coders")),
        counted(_("Turns, both")),
        counted(_("one only")),
        counted(_("Same target")),
        Column(_("of both"), Measures.SHARE),
    )
    title = _("Links between turns: to the same turn?")
    return Table(_("Links"), title, columns, rows, _(TARGETS))


def _kinds(found: LinkAgreement) -> Table:
    alpha = Estimate(found.alpha, why=_(found.why_no_alpha) if found.why_no_alpha else "")
    lines = _lines(found)
    rows: list[tuple[Cell, ...]] = [
        (
            name,
            one.links_both,
            one.links_one,
            one.positive_agreement,
            one.same_kind,
            one.kind_share,
            alpha if (name, one) == lines[-1] else None,
        )
        for name, one in lines
    ]
    columns = (
        Column(_("Coders")),
        counted(_("Links, both")),
        counted(_("one only")),
        Column(_("Dice"), Measures.SHARE),
        counted(_("Same kind")),
        Column(_("of both"), Measures.SHARE),
        estimated(_("Alpha on kind"), ALPHA),
    )
    title = _("Links between turns: of the same kind?")
    return Table(_("Link kinds"), title, columns, tuple(rows), _(KIND_NOTE))


def _confusions(found: LinkAgreement) -> Table:
    rows = tuple((one.words, other.words, number) for one, other, number in found.confusions)
    columns = (Column(_("One says")), Column(_("another")), counted(_("Links")))
    title = _("Which kind of link for which")
    return Table(_("Which link for which"), title, columns, rows)
