"""The pilot round of the sample study, as the figures of agreement see it."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.cells import cells
from qualcoder_nhs.analysis.agreement.code_figures import CodeFigures, code_figures
from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.resampling import Resampling
from qualcoder_nhs.analysis.agreement.talk import talk_of
from qualcoder_nhs.analysis.agreement.units import by_turn
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import SETTLED, Coding
from qualcoder_nhs.domain.ids import CoderId, CodingId
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.settling import Decision
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


@dataclass(frozen=True)
class Pilot:
    """The round, its codings and the settled ones by coder, and who is who."""

    study: Study
    round: Round
    coders: Mapping[CoderId, str]
    codings: tuple[Coding, ...]
    settled: tuple[Coding, ...]
    decisions: tuple[Decision, ...]
    memos: Mapping[CodingId, str]

    @property
    def slugs(self) -> dict[str, str]:
        """What the codes that can be applied are called."""
        codes = self.study.ask(Reader.codebook).codes
        return {code.id: code.slug for code in codes if code.applicable is Applicable.YES}

    def by(self, name: str) -> list[Coding]:
        """What one coder of the round coded."""
        return [one for one in self.codings if self.coders[one.coder] == name]

    def transcripts(self) -> list[Transcript]:
        """All transcripts, in order."""
        return list(self.study.ask(Reader.transcripts))

    def transcript(self, name: str) -> Transcript:
        """The transcript with this name."""
        return next(one for one in self.transcripts() if one.name == name)

    def continuum(self, transcript: Transcript) -> Continuum:
        """What both coders marked of one transcript, moderators left out."""
        functions = {
            one.label: one.function
            for one in self.study.ask(Reader.speakers)
            if one.transcript == transcript.id
        }
        marked = {
            self.coders[coder]: [
                one
                for one in self.codings
                if one.coder == coder and one.transcript == transcript.id
            ]
            for coder in self.round.coders
        }
        return talk_of(transcript, functions).continuum(marked)

    def figures(self, unit: str, *names: str) -> dict[str, CodeFigures]:
        """Every code's figures at a unit, over all transcripts or those named."""
        wanted = map(self.transcript, names) if names else self.transcripts()
        continua = [self.continuum(one) for one in wanted]
        if unit == "turn":
            continua = [by_turn(one) for one in continua]
        cut = blocks(continua, [self.coders[coder] for coder in self.round.coders])
        slugs = self.slugs
        found = code_figures(cells(cut, tuple(slugs)), Resampling(len(cut), 1, 0))
        return {slugs[one.code]: one for one in found}

    def turns_with(self, slug: str, name: str, coder: str) -> set[int]:
        """The turns of a transcript in which a coder put a code on what was said."""
        transcript, slugs = self.transcript(name), self.slugs
        spans = [
            one.span
            for one in self.by(coder)
            if one.transcript == transcript.id and slugs.get(one.code) == slug
        ]
        return {
            turn.index
            for turn in transcript.turns
            if any(turn.words.overlaps(span) for span in spans)
        }


def pilot_of(study: Study) -> Pilot:
    """The only round of the sample."""
    (held,) = study.ask(Reader.rounds)
    return Pilot(
        study,
        held,
        {coder.id: coder.name for coder in study.ask(Reader.coders)},
        tuple(study.ask(Reader.codings, layer=held.layer)),
        tuple(study.ask(Reader.codings, layer=SETTLED)),
        tuple(study.ask(Reader.decisions)),
        {memo.coding: memo.text for memo in study.ask(Reader.memos) if memo.coding is not None},
    )
