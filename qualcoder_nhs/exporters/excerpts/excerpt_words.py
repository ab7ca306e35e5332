"""The sentences that stand in every export of excerpts: counts, details, and what is missing."""

from datetime import datetime

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.excerpts import ExcerptBook, Spread
from qualcoder_nhs.exporters.excerpts.excerpt_format import ExcerptOptions
from qualcoder_nhs.exporters.widened_words import widened_words
from qualcoder_nhs.i18n import N_, _, ngettext

SUBTITLE = N_("Coded excerpts")

_FLAGS = {
    Flag.STRONG: N_("strong quote"),
    Flag.IDENTIFYING: N_("identifying detail"),
    Flag.DEVIANT: N_("deviant case"),
    Flag.DISCUSS: N_("discuss"),
}


def flag_words(flag: Flag) -> str:
    """A flag in words: `strong quote`. Marks mean one thing here and another there."""
    return _(_FLAGS[flag])


def day(moment: datetime) -> str:
    """The day where the reader is: `2026-05-14`."""
    return moment.astimezone().date().isoformat()


def spread_words(spread: Spread) -> str:
    """`2 of 4 groups · 7 of 28 participants · 9 turns · 12 excerpts`; respondents beside them."""
    groups = ngettext("of {n} group", "of {n} groups", spread.groups_of)
    people = ngettext("of {n} participant", "of {n} participants", spread.participants_of)
    asked = ngettext("of {n} respondent", "of {n} respondents", spread.respondents_of)
    rooms = (f"{spread.groups:,} {groups}", f"{spread.participants:,} {people}")
    return " · ".join(
        (
            *(rooms if spread.groups_of or not spread.respondents_of else ()),
            *((f"{spread.respondents:,} {asked}",) if spread.respondents_of else ()),
            ngettext("{n} turn", "{n} turns", spread.turns),
            ngettext("{n} excerpt", "{n} excerpts", spread.excerpts),
        )
    )


def details(book: ExcerptBook) -> tuple[tuple[str, str], ...]:
    """What a title page says under the title: a name and its value, empty ones left out."""
    told = (
        (_("Exported by"), book.coder),
        (_("Date"), day(book.made)),
        (_("Layer"), book.layer),
        (_("Scope"), book.scope),
    )
    return tuple((name, value) for name, value in told if value)


def exported(book: ExcerptBook) -> str:
    """`12 of 14 excerpts exported.`"""
    of = ngettext("of {n} excerpt exported.", "of {n} excerpts exported.", book.total)
    return f"{len(book.excerpts):,} {of}"


def left_out(book: ExcerptBook) -> str:
    """What the book does not hold and why; empty where it holds all."""
    reasons = [f"{left.count:,} {left.why}" for left in book.left_out if left.count]
    return _("Left out: {reasons}.").format(reasons="; ".join(reasons)) if reasons else ""


def notes(book: ExcerptBook, options: ExcerptOptions, replaced: int = 0) -> list[str]:
    """What a reader should know of the file: memos not shown, people to protect or protected."""
    memos = 0 if options.memos else sum(1 for one in book.excerpts if one.memo)
    risky = sum(1 for one in book.excerpts if Flag.IDENTIFYING in one.coding.flags)
    told = (
        (memos, N_("{n} memo is not shown."), N_("{n} memos are not shown.")),
        (
            risky,
            N_("{n} excerpt is flagged “identifying detail”."),
            N_("{n} excerpts are flagged “identifying detail”."),
        ),
        (
            replaced,
            N_("{n} character that this kind of file cannot hold is shown as �."),
            N_("{n} characters that this kind of file cannot hold are shown as �."),
        ),
    )
    found = [ngettext(one, many, count) for count, one, many in told if count]
    return [*found, widened_words(book.widened)] if book.widened else found


def closing(book: ExcerptBook, options: ExcerptOptions, replaced: int = 0) -> str:
    """The last line: N of N, what was left out and why, and what else to know."""
    sentences = [exported(book), left_out(book), *notes(book, options, replaced)]
    return " ".join(sentence for sentence in sentences if sentence)
