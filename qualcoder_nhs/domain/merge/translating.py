"""Things of a file in the terms of the study here, or why they cannot be said in them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import OPEN, SETTLED, Coding, Memo
from qualcoder_nhs.domain.errors import (
    Frozen,
    ModeratorAnswers,
    NotApplicable,
    NotInRound,
    OutsideSample,
    Refusal,
)
from qualcoder_nhs.domain.ids import CoderId, CodingId, TranscriptId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.merge.arriving import Arrivals
from qualcoder_nhs.domain.merge.coders import Coders
from qualcoder_nhs.domain.merge.codes import Codes
from qualcoder_nhs.domain.merge.corrected import Corrections
from qualcoder_nhs.domain.merge.matching import Transcripts
from qualcoder_nhs.domain.merge.rounds import Rounds
from qualcoder_nhs.domain.merge.sides import Here, There
from qualcoder_nhs.domain.people import MODERATING, Coder
from qualcoder_nhs.domain.rounds import Finish, Round
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.i18n import _


class Untold(Exception):
    """Something of the file that nothing here stands for; says why."""


@dataclass(frozen=True)
class Terms:
    """What the things that others name are here."""

    here: Here
    there: There
    transcripts: Transcripts
    coders: Coders
    codes: Codes
    arrivals: Arrivals
    rounds: Rounds
    corrected: Corrections = field(default_factory=dict)

    def coding(self, one: Coding) -> Coding:
        """A coding as it would stand here.

        Raises:
            Untold: when its transcript, code, coder or layer is nothing here.
        """
        code = self.codes.here.get(one.code)
        if code is None:
            raise Untold(self.codes.refused.get(one.code, _("its code is not in the file")))
        transcript = self.transcript(one.transcript)
        coder = self._coder(one.coder)
        self._layer(one.layer)
        span = self._span(one.transcript, one.span)
        return replace(one, transcript=transcript, code=code, coder=coder, span=span)

    def once(self, one: Coding) -> Coding:
        """A coding as it once was; its code may have gone from the file with it since.

        Raises:
            Untold: when its transcript, code, coder or layer is nothing here.
        """
        if one.code in self.there.codes or one.code not in self.here.codebook.by_id:
            return self.coding(one)
        coder = self._coder(one.coder)
        self._layer(one.layer)
        transcript, span = self.transcript(one.transcript), self._span(one.transcript, one.span)
        return replace(one, transcript=transcript, coder=coder, span=span)

    def finish(self, one: Finish) -> Finish:
        """Somebody's word that a transcript is done, as it would stand here.

        Raises:
            Untold: when its transcript, coder or layer is nothing here.
        """
        coder = self._coder(one.coder)
        self._layer(one.layer)
        return replace(one, transcript=self.transcript(one.transcript), coder=coder)

    def link(self, one: Link) -> Link:
        """A link as it would stand here.

        Raises:
            Untold: when its transcript, coder or layer is nothing here.
        """
        coder = self._coder(one.coder)
        self._layer(one.layer)
        transcript = self.transcript(one.transcript)
        turn, target = (self._turn(one.transcript, n) for n in (one.turn, one.target))
        return replace(one, transcript=transcript, coder=coder, turn=turn, target=target)

    def memo(self, one: Memo, codings: Mapping[CodingId, CodingId]) -> Memo:
        """A memo as it would stand here; `codings` says what its coding is here.

        Raises:
            Untold: when what it is about is nothing here.
        """
        coder = self._coder(one.coder)
        if one.coding is not None and one.coding not in codings:
            raise Untold(_("the coding it is on is not here"))
        if one.code is not None and one.code not in self.codes.here:
            raise Untold(_("the code it is on is not here"))
        if one.participant is not None and one.participant not in self.arrivals.people:
            raise Untold(_("the participant it is on is not here"))
        if one.theme is not None and one.theme not in self.here.themes:
            raise Untold(_("the theme it is on is not here"))
        span = one.span
        if one.transcript is not None and span is not None:
            span = self._span(one.transcript, span)
        told = replace(
            one,
            coder=coder,
            participant=one.participant and self.arrivals.people[one.participant],
            transcript=None if one.transcript is None else self.transcript(one.transcript),
            code=None if one.code is None else self.codes.here[one.code],
            coding=None if one.coding is None else codings[one.coding],
            span=span,
        )
        if told.transcript is not None and told.span is not None:
            self.refuse_outside(told.transcript, told.span)
        return told

    def transcript(self, transcript: TranscriptId) -> TranscriptId:
        """The transcript here.

        Raises:
            Untold: when there is none.
        """
        if transcript not in self.transcripts.here:
            why = _("its transcript is not in the file")
            raise Untold(self.transcripts.refused.get(transcript, why))
        return self.transcripts.here[transcript]

    def _span(self, transcript: TranscriptId, span: Span) -> Span:
        """Where a passage of the file lies in the words of here.

        Raises:
            Untold: when all its words went.
        """
        rewritten = self.corrected.get(transcript)
        if rewritten is None or span.end > len(self.there.texts[transcript].text):
            return span
        place = rewritten.place(span)
        if place is None:
            raise Untold(_("its words were taken out when the transcript was corrected"))
        return place

    def _turn(self, transcript: TranscriptId, turn: int) -> int:
        """The number here of a turn of the file.

        Raises:
            Untold: when the turn went.
        """
        rewritten = self.corrected.get(transcript)
        if rewritten is None:
            return turn
        if turn not in rewritten.turns.numbers:
            raise Untold(_("its turn was taken out when the transcript was corrected"))
        return rewritten.turns.numbers[turn]

    def refuse_corrected(self, one: Coding) -> None:
        """A coding of the file may come to stand here only on the very words it was made on.

        Raises:
            Untold: when these were corrected.
        """
        rewritten = self.corrected.get(one.transcript)
        if rewritten is None or rewritten.same_words(one.span):
            return
        raise Untold(_("the words it was made on were corrected"))

    def who(self, coder: CoderId) -> Coder | None:
        """The coder as known here, or as they come in."""
        here = self.coders.here.get(coder, coder)
        return self.here.coders.get(here) or self.coders.new.get(here)

    def text(self, transcript: TranscriptId) -> Transcript:
        """A transcript of this study, newcomers among them."""
        return self.here.transcripts.get(transcript) or self.arrivals.transcripts[transcript]

    def round(self, layer: str) -> Round | None:
        """The round whose layer this is, newcomers among them."""
        return self.here.rounds.get(layer) or self.rounds.new.get(layer)

    def _coder(self, coder: CoderId) -> CoderId:
        who = self.who(coder)
        if who is None:
            raise Untold(_("its coder is not in the file"))
        of = self.there.pack_of
        if of is not None and coder != of:
            name = self.there.coders[of].name if of in self.there.coders else of
            raise Untold(_("made by somebody else in the pack of {name}").format(name=name))
        return who.id

    def _layer(self, layer: str) -> None:
        """Besides rounds, a study has the layers that came with tables of codings."""
        packed, named = self.there.pack_of is not None, layer in self.there.layers
        if layer == OPEN or self.round(layer) or (not packed and not named):
            return
        if layer == SETTLED:
            raise Untold(_("what is settled is settled in the study, not in a pack"))
        name = self.there.layers.get(layer, layer)
        why = self.rounds.refused.get(layer, _("it is not in this study"))
        raise Untold(_("the round “{name}”: {why}").format(name=name, why=why))

    def refuse_outside(self, transcript: TranscriptId, span: Span) -> None:
        """A passage lies within its transcript.

        Raises:
            Untold: when not.
        """
        text = self.text(transcript)
        if not span or span.end > len(text.text):
            why = _("{start} to {end} is no passage of it, which has {n} characters")
            raise Untold(why.format(start=span.start, end=span.end, n=len(text.text)))

    def refuse_coding(self, one: Coding) -> None:
        """A coding may come to stand here as it is.

        Raises:
            Untold: when not.
        """
        self.refuse_outside(one.transcript, one.span)
        known = self.here.codebook.by_id.get(one.code)
        if known is not None and known.applicable is Applicable.NO:
            raise Untold(str(NotApplicable(name=known.name)))
        self.refuse_frozen(one.layer)
        self.refuse_no_part(one)
        self._refuse_undrawn(one)

    def refuse_frozen(self, layer: str) -> None:
        """A layer may change.

        Raises:
            Untold: when its round has ended.
        """
        one = self.here.rounds.get(layer)
        if one is not None and one.frozen:
            raise Untold(str(Frozen(round=one.name)))

    def refuse_link(self, one: Link) -> None:
        """A link may come to stand here as it is.

        Raises:
            Untold: when not.
        """
        text = self.text(one.transcript)
        if not 0 < one.target < one.turn <= len(text.turns):
            raise Untold(_("it does not lead to an earlier turn of its transcript"))
        if (text.id, text.turns[one.turn - 1].label) in self._moderated:
            raise Untold(str(ModeratorAnswers(turn=one.turn)))
        self.refuse_frozen(one.layer)
        self.refuse_no_part(one)
        within = self.round(one.layer)
        portion = within.portion(one.transcript) if within else None
        if within and portion and portion.turns is not None and one.turn not in portion.turns:
            raise Untold(str(OutsideSample(name=text.name, round=within.name)))

    @cached_property
    def _moderated(self) -> frozenset[tuple[TranscriptId, str]]:
        """The labels of those who lead or watch the talk and take no part in it."""
        voices = (*self.here.speakers, *self.arrivals.speakers)
        found = (one for one in voices if one.function in MODERATING)
        return frozenset((one.transcript, one.label) for one in found)

    def refuse_no_part(self, thing: Coding | Finish | Link) -> None:
        """Coder and transcript have a part in the round.

        Raises:
            Untold: when not.
        """
        one = self.round(thing.layer)
        if one is None:
            return
        why: Refusal | None = None
        if thing.coder not in one.coders:
            coder = self.who(thing.coder)
            why = NotInRound(name=coder.name if coder else thing.coder, round=one.name)
        elif one.portion(thing.transcript) is None:
            name = self.text(thing.transcript).name
            why = NotInRound(name=name, round=one.name)
        if why is not None:
            raise Untold(str(why))

    def _refuse_undrawn(self, coding: Coding) -> None:
        one = self.round(coding.layer)
        portion = one.portion(coding.transcript) if one else None
        if one is None or portion is None or portion.turns is None:
            return
        text = self.text(coding.transcript)
        if not any(turn.index in portion.turns for turn in text.turns_in(coding.span)):
            raise Untold(str(OutsideSample(name=text.name, round=one.name)))
