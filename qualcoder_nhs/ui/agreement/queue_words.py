"""What the queue says of a disagreement and of a decision, with or without names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.settling import Cause, Choice, Decision
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.queries.disputed import Queue, QueueItem, Side

CAUSES = (
    (Cause.UNCLEAR, N_("Definition unclear")),
    (Cause.SIBLING, N_("Overlaps a sibling")),
    (Cause.MISSED, N_("Missed")),
    (Cause.BOUNDARY, N_("Ends only")),
    (Cause.READING, N_("Read differently")),
    (Cause.SLIP, N_("Slip")),
)
"""The causes in the order of their keys, 1 to 6."""

_KINDS = {
    Kind.BOUNDARY: N_("ends differ"),
    Kind.SPLIT: N_("one passage or several"),
    Kind.OMISSION: N_("not coded by all"),
}

_CHOICES = {
    Choice.NEITHER: N_("neither"),
    Choice.AGREED: N_("agreed"),
    Choice.PUT_OFF: N_("put off"),
}


@dataclass(frozen=True)
class Names:
    """What coders are called on the page: their initials, or letters where names are hidden."""

    shown: Mapping[CoderId, str]

    def of(self, coder: CoderId | None) -> str:
        """What this one is called."""
        return self.shown.get(coder, "?") if coder else "?"


def names_of(queue: Queue, *, hidden: bool) -> Names:
    """The names of all who coded in the round."""
    if hidden:
        letters = {one.id: chr(ord("A") + at) for at, one in enumerate(queue.coders)}
        return Names(letters)
    return Names({one.id: one.initials for one in queue.coders})


def kind_words(item: QueueItem) -> str:
    """What kind of disagreement it is."""
    if item.kind is Kind.SUBSTITUTION:
        if item.same_family:
            return _("another code of the same family")
        return _("another code, not the same family")
    return _(_KINDS[item.kind])


def headline(queue: Queue, item: QueueItem, names: Names) -> str:
    """Who sees what there, in one line."""
    if item.kind in (Kind.BOUNDARY, Kind.SPLIT) and _alike(item):
        names_of_codes = ", ".join(queue.codebook[code].name for code in item.codes)
        return _about_ends(item, names_of_codes)
    return "; ".join(_reading(queue, side, names) for side in item.sides)


def _alike(item: QueueItem) -> bool:
    """Whether all gave the same codes, only not to the same words."""
    return len({frozenset(coding.code for coding in side.codings) for side in item.sides}) == 1


def _about_ends(item: QueueItem, codes: str) -> str:
    if item.kind is Kind.SPLIT:
        return _("{code}: one passage or several?").format(code=codes)
    if len(item.codes) > 1:
        return _("{code}: where do they end?").format(code=codes)
    return _("{code}: where does it end?").format(code=codes)


def _reading(queue: Queue, side: Side, names: Names) -> str:
    told = _("{coder} reads {codes}") if side.codings else _("{coder} codes nothing")
    return told.format(coder=names.of(side.coder.id), codes=codes_words(queue, side))


def codes_words(queue: Queue, side: Side) -> str:
    """The codes of one side; said where there are none."""
    found = dict.fromkeys(queue.codebook[coding.code].name for coding in side.codings)
    return ", ".join(found) or _("nothing here")


def place_words(item: QueueItem) -> str:
    """Where it is, and who speaks: `FG3 · turn 97 · P5, clinical director`."""
    parts = [item.name]
    if item.turn is not None:
        parts.append(_("turn {n}").format(n=item.turn))
    voices = dict.fromkeys(piece.voice for piece in item.said if piece.voice)
    parts += [", ".join(filter(None, (voice.name, voice.role))) for voice in voices]
    return " · ".join(parts)


def state_words(item: QueueItem) -> str:
    """Where it is, and whether it is settled or put off."""
    if item.decision is None:
        return item.place
    how = _("settled") if item.decision.settles else _("put off")
    return f"{item.place} · {how}"


def decision_words(queue: Queue, decision: Decision | None, names: Names) -> str:
    """What was chosen, in a word."""
    if decision is None:
        return _("not yet")
    if decision.choice is Choice.CODER:
        return _("{coder}’s").format(coder=names.of(decision.coder))
    if decision.choice is Choice.ALL:
        return all_words(queue.coders)
    if decision.choice is Choice.OTHER:
        known = queue.codebook.by_id.get(decision.code) if decision.code else None
        return known.name if known else _("another code")
    return _(_CHOICES[decision.choice])


def all_words(coders: Sequence[object]) -> str:
    """Both of two, all of more."""
    return _("both") if len(coders) == 2 else _("all")


def quoted(words: str) -> str:
    """Words of a transcript on one line, in quotation marks."""
    return f"“{' '.join(words.split())}”"
