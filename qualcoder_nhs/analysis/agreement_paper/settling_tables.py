"""How disagreements were settled, as tables and as sentences for the Methods section."""

from collections import Counter
from collections.abc import Iterator, Mapping

from qualcoder_nhs.analysis.agreement.settled import DecidedPassage, Settling
from qualcoder_nhs.analysis.agreement_paper.detail_tables import KINDS
from qualcoder_nhs.analysis.agreement_paper.numbers import counted, listed
from qualcoder_nhs.domain.report import Cell, Column, Table
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.i18n import N_, _, ngettext

CAUSES = {
    Cause.UNCLEAR: N_("definition unclear"),
    Cause.SIBLING: N_("overlaps a sibling"),
    Cause.MISSED: N_("missed"),
    Cause.BOUNDARY: N_("boundary"),
    Cause.READING: N_("real difference of reading"),
    Cause.SLIP: N_("slip"),
}
CHOICES = {
    Choice.CODER: N_("one coder’s codings"),
    Choice.ALL: N_("all codings"),
    Choice.NEITHER: N_("no coding"),
    Choice.OTHER: N_("another code"),
    Choice.PUT_OFF: N_("put off"),
}
HOLDING = (Choice.CODER, Choice.ALL, Choice.NEITHER, Choice.OTHER)


def settling_tables(of: Settling, names: Mapping[str, str]) -> Iterator[Table]:
    """Why, by whom, and one by one; `names` are those of the codes, by slug."""
    yield _by_cause(of)
    yield _by_coder(of)
    yield _one_by_one(of, names)


def settling_words(of: Settling) -> str:
    """The sentences for the Methods section, with the numbers in them."""
    return " ".join(_sentences(of))


def _sentences(of: Settling) -> Iterator[str]:
    yield _(
        "The coders of {round} differed on {disputed}. Settled after the codings had been "
        "compared: {settled}; put off: {put_off}; open: {open}."
    ).format(
        disputed=ngettext("{n} passage", "{n} passages", of.disputed),
        round=of.round,
        settled=len(of.settled),
        put_off=of.put_off,
        open=of.open,
    )
    if of.settled:
        yield _(
            "Decisions were made by {who}; the causes were {causes}; what held was {held}."
        ).format(
            who=listed(_each(of.by)),
            causes=listed(_each({_(CAUSES[cause]): n for cause, n in of.causes.items()})),
            held=listed(_each({_(CHOICES[choice]): n for choice, n in of.choices.items()})),
        )
    if of.agreed:
        yield ngettext(
            "{n} passage that all had coded alike was taken over.",
            "{n} passages that all had coded alike were taken over.",
            of.agreed,
        )
    if of.reworded:
        yield ngettext(
            "{n} definition was worded anew since.",
            "{n} definitions were worded anew since.",
            len(of.reworded),
        )
    yield _("Agreement was counted on the coders’ own codings, before any of this.")


def _each(counts: Mapping[str, int]) -> Iterator[str]:
    return (f"{name} ({n:,})" for name, n in counts.items())


def _by_cause(of: Settling) -> Table:
    found = Counter((one.cause, one.choice) for one in of.settled)
    rows: list[tuple[Cell, ...]] = [
        (_(CAUSES[cause]), n, *(found[cause, choice] for choice in HOLDING))
        for cause, n in of.causes.items()
    ]
    if len(rows) > 1:
        every = (of.choices.get(choice, 0) for choice in HOLDING)
        rows.append((_("all causes"), len(of.settled), *every))
    columns = (
        *(Column(_("Cause")), counted(_("Passages"))),
        *(counted(_(CHOICES[choice]).capitalize()) for choice in HOLDING),
    )
    title = _("How disagreements were settled")
    return Table(_("Settled"), title, columns, tuple(rows))


def _by_coder(of: Settling) -> Table:
    later = Counter(one.by for one in of.passages if not one.settled)
    held = Counter(one.coder for one in of.settled if one.coder)
    who = dict.fromkeys((*of.by, *later, *held))
    rows = tuple((name, of.by.get(name, 0), later[name], held[name]) for name in who)
    columns = (
        Column(_("Coder")),
        *map(counted, (_("Settled"), _("Put off"), _("Own codings that held"))),
    )
    return Table(_("Settled by"), _("Who settled"), columns, rows)


def _one_by_one(of: Settling, names: Mapping[str, str]) -> Table:
    rows = tuple(_decided(one, names) for one in of.passages)
    columns = (
        *(Column(_("Transcript")), counted(_("Start")), counted(_("End")), Column(_("Codes"))),
        *(
            Column(_("Kind")),
            Column(_("Cause")),
            Column(_("What holds")),
            Column(_("Whose, which")),
        ),
        *(Column(_("Reason")), Column(_("Decided by")), Column(_("On"))),
    )
    return Table(_("Decisions"), _("Decision by decision"), columns, rows, appendix=True)


def _decided(one: DecidedPassage, names: Mapping[str, str]) -> tuple[Cell, ...]:
    other = names.get(one.other, one.other) if one.other else ""
    return (
        *(one.transcript, one.span.start, one.span.end),
        ", ".join(names.get(code, code) for code in one.codes),
        _(KINDS[one.kind]),
        _(CAUSES[one.cause]) if one.cause else "",
        _(CHOICES[one.choice]),
        one.coder or other,
        *(one.reason, one.by, f"{one.at:%Y-%m-%d}"),
    )
