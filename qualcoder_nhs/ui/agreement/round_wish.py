"""What was filled in for a new round, what is wrong with it, and the round it makes; no Qt."""

from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.ids import CoderId, QuestionId, TranscriptId
from qualcoder_nhs.domain.rounds import Criterion, Measure, Sample, Unit
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.round_desk import RoundMaterial, drawn_turns

LISTED = 60
"""So many turn numbers of one transcript are shown; a longer list says how many are left."""


@dataclass(frozen=True)
class RoundWish:
    """The fields as they were filled in; numbers are still words.

    `share` is None for whole transcripts, `measure` for a team without a criterion. `questions`
    are those that the round keeps to; none where all talk is coded.
    """

    name: str
    coders: tuple[CoderId, ...]
    newcomers: tuple[str, ...]
    transcripts: tuple[TranscriptId, ...]
    share: str | None
    seed: str
    unit: Unit
    measure: Measure | None
    least: str
    blind: bool
    by_question: bool = False
    questions: tuple[QuestionId, ...] = ()

    def problems(self, material: RoundMaterial) -> dict[str, str]:
        """What is wrong, by field, in words; nothing where the round can begin."""
        return dict(self._problems(material))

    def _problems(self, material: RoundMaterial) -> Iterator[tuple[str, str]]:
        name = self.name.strip()
        if not name:
            yield "name", _("Give the round a name.")
        elif name in {OPEN, SETTLED, *material.taken}:
            yield (
                "name",
                _("There is a round or a layer called “{name}” already.").format(name=name),
            )
        if not self.coders and not self.newcomers:
            yield "coders", _("Name who codes: at least one.")
        if not self.transcripts:
            yield "transcripts", _("Name what is coded: at least one transcript.")
        elif not any(material.chosen(one, self.questions) for one in self.transcripts):
            yield "transcripts", _("There is nothing to code in these transcripts.")
        if self.share is not None and self.sample is None:
            yield (
                "sample",
                _("The share is a number above 0 and up to 100, the seed a whole number."),
            )
        if self.measure is not None and self.criterion is None:
            yield "criterion", _("Enough is a number between -1 and 1, such as 0.667.")

    @property
    def sample(self) -> Sample | None:
        """How turns are drawn; None for whole transcripts, or for fields that are no numbers."""
        share, seed = _number((self.share or "").rstrip("% ")), _number(self.seed)
        if share is None or seed is None or not 0 < share <= 100 or seed != int(seed):
            return None
        return Sample(share / 100, int(seed), self.by_question)

    @property
    def criterion(self) -> Criterion | None:
        """What is enough; None for none, or for a field that is no number."""
        least = _number(self.least)
        if self.measure is None or least is None or not -1 <= least <= 1:
            return None
        return Criterion(self.measure, least)

    def action(self) -> NewRound:
        """The step that begins the round."""
        return NewRound(
            self.name.strip(),
            self.coders,
            self.transcripts,
            self.unit,
            self.criterion,
            self.blind,
            self.sample if self.share is not None else None,
            self.newcomers,
            self.questions,
        )

    def turns_words(self, material: RoundMaterial) -> str:
        """Which turns will be coded: a line for each transcript, and how many in all."""
        if not self.transcripts:
            return ""
        total = sum(len(material.chosen(one, self.questions)) for one in self.transcripts)
        if self.share is None:
            return ngettext(
                "{n} turn, all that participants speak.",
                "{n} turns, all that participants speak.",
                total,
            )
        if self.sample is None:
            return ""
        found = drawn_turns(material, self.transcripts, self.sample, self.questions)
        drawn = sum(map(len, found.values()))
        turns = ngettext("{n} turn", "{n} turns", total)
        head = _("{drawn} of {turns} are drawn:").format(drawn=f"{drawn:,}", turns=turns)
        lines = [f"{material.transcripts[one]}: {_listed(turns)}" for one, turns in found.items()]
        return "\n".join([head, *lines])


def codebook_words(material: RoundMaterial) -> str:
    """Which version of the codebook the round freezes."""
    codes = ngettext("{n} code", "{n} codes", material.codes)
    if material.fresh:
        told = _("The codebook as it is now, {codes}, is frozen as version {n}.")
    else:
        told = _("The codebook, {codes}, is still version {n}; the round is coded by that.")
    return told.format(codes=codes, n=material.version)


def _number(words: str) -> float | None:
    """A number, also with a decimal comma."""
    try:
        found = float(words.strip().replace(",", "."))
    except ValueError:
        return None
    return found if abs(found) < 1e9 else None


def _listed(turns: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, turns[:LISTED])) or _("none")
    left = len(turns) - LISTED
    return _("{shown} and {n} more").format(shown=shown, n=left) if left > 0 else shown
