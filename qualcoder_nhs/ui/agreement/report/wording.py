"""Figures as they are printed on the page, and the reason where there is none; no Qt."""

from qualcoder_nhs.analysis.agreement.code_rows import CodeRow
from qualcoder_nhs.analysis.agreement.figure import Figure
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.analysis.agreement_paper.numbers import bare
from qualcoder_nhs.i18n import N_, _

FEW = N_("few")
FEW_TOLD = N_(
    "Fewer than ten applications by any coder, or fewer than three transcripts: too few to judge."
)

ENDS, ANOTHER, ALONE, AGREED = (
    N_("ends differ"),
    N_("another code"),
    N_("only one coded"),
    N_("all agree"),
)
KIND_WORDS = {
    Kind.BOUNDARY: ENDS,
    Kind.SPLIT: ENDS,
    Kind.SUBSTITUTION: ANOTHER,
    Kind.OMISSION: ALONE,
    Kind.EXACT: AGREED,
}

UNITS = {"character": N_("characters"), "sentence": N_("sentences"), "turn": N_("turns")}


def limits(figure: Figure) -> str:
    """Such as `.74–.90`; nothing where there is no interval."""
    if figure.low is None or figure.high is None:
        return ""
    low, high = bare(figure.low), bare(figure.high)
    return f"{low} to {high}" if low.startswith("−") else f"{low}–{high}"


def plain(figure: Figure) -> str:
    """Value and limits, or `n/a` with its reason."""
    if figure.value is None:
        return _("n/a · {why}").format(why=_(figure.why or ""))
    return f"{bare(figure.value)} {limits(figure)}".strip()


def why_not(row: CodeRow) -> str:
    """Why a code has no figure, in the words of the table."""
    if row.used or row.alpha.why is None:
        return _(row.alpha.why or "")
    return _("not used by either") if len(row.applications) == 2 else _("not used by anybody")


def remark(row: CodeRow) -> str:
    """What is to be known beside a figure: who alone used the code, or that there is little."""
    if row.only is not None:
        return _("only {coder} used it").format(coder=row.only)
    return _(FEW) if row.few and row.used else ""


def spoken(row: CodeRow) -> str:
    """The whole row in a sentence, for those who do not see it."""
    used = ", ".join(f"{coder} {count}" for coder, count in row.applications.items())
    value = why_not(row) if row.alpha.value is None else plain(row.alpha)
    parts = [row.name, used, f"alpha {value}"]
    parts += [_("rolled up")] if row.rolled_up else []
    parts += [remark(row)] if remark(row) else []
    differs = row.differences
    for words, count in ((ENDS, differs.ends), (ANOTHER, differs.another), (ALONE, differs.alone)):
        if count:
            parts.append(_("{words}: {count} characters").format(words=_(words), count=count))
    return "; ".join(parts)
