"""How widely something is said, in words that always bring their denominator."""

from collections.abc import Iterator

from qualcoder_nhs.domain.excerpts import ExcerptBook, Spread
from qualcoder_nhs.i18n import _, ngettext


def spread_words(spread: Spread) -> str:
    """Such as `4 of 4 groups · 17 of 28 participants · 52 turns`; respondents beside them."""
    parts = list(_rooms(spread)) if spread.groups_of or not spread.respondents_of else []
    if spread.respondents_of:
        asked = ngettext("{n} respondent", "{n} respondents", spread.respondents_of)
        parts.append(_("{} of {}").format(f"{spread.respondents:,}", asked))
    return " · ".join([*parts, ngettext("{n} turn", "{n} turns", spread.turns)])


def _rooms(spread: Spread) -> Iterator[str]:
    yield _("{} of {}").format(
        f"{spread.groups:,}", ngettext("{n} group", "{n} groups", spread.groups_of)
    )
    yield _("{} of {}").format(
        f"{spread.participants:,}",
        ngettext("{n} participant", "{n} participants", spread.participants_of),
    )


def book_words(book: ExcerptBook) -> str:
    """Such as `61 of 131 excerpts · 4 of 4 groups · …`."""
    excerpts = _("{} of {}").format(
        f"{len(book.excerpts):,}", ngettext("{n} excerpt", "{n} excerpts", book.total)
    )
    return f"{excerpts} · {spread_words(book.spread)}"


def left_out_words(book: ExcerptBook) -> str:
    """What the filter keeps away, and why; empty where nothing is."""
    if not book.left_out:
        return ""
    reasons = ", ".join(f"{left.count:,} {left.why}" for left in book.left_out)
    return _("Left out: {}.").format(reasons)
