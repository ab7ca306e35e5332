"""What is said of a round, its cells and its codebook, in words; no Qt."""

from collections.abc import Iterator
from datetime import datetime

from qualcoder_nhs.analysis.agreement_paper.numbers import threshold
from qualcoder_nhs.domain.rounds import CodingState, Criterion, Measure, Round, Unit
from qualcoder_nhs.i18n import N_, _, ngettext
from qualcoder_nhs.queries.rounds import Cell, RoundBoard, RoundWording

UNITS = {
    Unit.CHARACTER: N_("Characters"),
    Unit.SENTENCE: N_("Sentences"),
    Unit.TURN: N_("Turns"),
}

MEASURES = {
    Measure.ALPHA: N_("Alpha of each code (Krippendorff)"),
    Measure.MEAN_ALPHA: N_("Mean alpha of all codes"),
    Measure.KAPPA: N_("Kappa of each code (Cohen)"),
    Measure.POOLED_KAPPA: N_("Pooled kappa"),
    Measure.BAR_U_ALPHA: N_("|u-alpha: the same passages?"),
    Measure.U_ALPHA: N_("u-alpha: passages and codes together"),
    Measure.CU_ALPHA: N_("cu-alpha: given the passage, the same code?"),
    Measure.MASI_ALPHA: N_("Alpha of code sets (MASI)"),
    Measure.JACCARD_ALPHA: N_("Alpha of code sets (Jaccard)"),
    Measure.POSITIVE_AGREEMENT: N_("Positive agreement (Dice) of each code"),
}

STATES = {
    CodingState.NOT_STARTED: N_("Not started"),
    CodingState.IN_PROGRESS: N_("In progress"),
    CodingState.FINISHED: N_("Finished"),
}


def day(moment: datetime) -> str:
    """Such as `14 May`."""
    local = moment.astimezone()
    return f"{local.day} {local:%B}"


def state_words(one: Round) -> str:
    """Where a round stands, for a pill beside its name."""
    if one.frozen:
        return one.state
    return _("running, blind") if one.veiled else _("running, open")


def about_words(board: RoundBoard) -> str:
    """Where a round stands, how it is coded and since when, for the line under its name."""
    one = board.round
    since = one.ended or one.opened if one.frozen else one.made
    parts = [state_words(one)]
    if since is not None:
        parts.append(_("since {day}").format(day=day(since)))
    count = len(board.cells)
    parts.append(_("{n} of {count} finished").format(n=board.finished, count=count))
    return " · ".join(parts)


def cell_state(cell: Cell) -> str:
    """How far one coder is, in a word or two."""
    return _(STATES[cell.state]) if cell.state else _("Not told while blind")


def cell_progress(cell: Cell) -> str:
    """Such as `41 of 199 turns`; only the turns there are where more is not told."""
    if cell.touched is None:
        return ngettext("{n} turn", "{n} turns", cell.to_code)
    turns = ngettext("{n} turn", "{n} turns", cell.to_code)
    return _("{touched} of {turns}").format(touched=f"{cell.touched:,}", turns=turns)


def declared(board: RoundBoard) -> Iterator[tuple[str, str]]:
    """What was said before anybody coded: each a heading and its words."""
    one = board.round
    yield _("Unit"), _(UNITS[one.unit])
    yield _("Criterion"), criterion_words(one.criterion)
    yield _("What is coded"), sample_words(board)
    seen = _("Blind: nobody sees anybody else’s codings until the lead opens the round.")
    yield _("Seen by"), seen if one.blind else _("Open: everybody sees everybody’s codings.")


def criterion_words(criterion: Criterion | None) -> str:
    """The team's own criterion, or that there is none."""
    if criterion is None:
        return _("None was set.")
    return _("{measure}: at least {least}").format(
        measure=_(MEASURES[criterion.measure]), least=threshold(criterion.at_least)
    )


def sample_words(board: RoundBoard) -> str:
    """Whole transcripts, or which share of them by which seed; always with how many turns."""
    one = board.round
    turns = {cell.transcript: cell.to_code for cell in board.cells.values()}
    count = ngettext("{n} turn", "{n} turns", sum(turns.values()))
    where = ngettext("{n} transcript", "{n} transcripts", len(turns))
    if one.questions:
        told = _("{questions} in {where}")
        where = told.format(questions=", ".join(one.questions), where=where)
    if one.sample is None:
        return _("All of {where}: {count} of participants").format(where=where, count=count)
    told = _("{share} of the turns of {where}, drawn by the seed {seed}: {count}")
    if one.sample.by_question:
        told = _("{share} of the turns of each question of {where}, by the seed {seed}: {count}")
    return told.format(
        share=f"{one.sample.share:.0%}", where=where, seed=one.sample.seed, count=count
    )


def codebook_words(wording: RoundWording) -> str:
    """What became of the codebook since the round froze it, in a sentence."""
    version, when = wording.version.number, day(wording.version.made)
    frozen = _("Codebook version {n}, frozen on {day}.").format(n=version, day=when)
    if not wording.differences:
        return frozen + " " + _("The codebook is still the same.")
    changes = ngettext("{n} change", "{n} changes", len(wording.differences))
    told = _("{frozen} {changes} since.").format(frozen=frozen, changes=changes)
    return f"{told} {outdated_words(wording)}"


def outdated_words(wording: RoundWording) -> str:
    """How many codings were made under words that the codebook does not have any more."""
    if not wording.codings:
        return _("No coding was made under an older wording.")
    return ngettext(
        "{n} coding was made under an older wording.",
        "{n} codings were made under an older wording.",
        wording.codings,
    )
