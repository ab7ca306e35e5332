"""Settling what coders differ on: decide, put off, take what is unanimous."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codings import in_order, place, refuse_unapplicable
from qualcoder_nhs.actions.layers import refuse_settling
from qualcoder_nhs.domain.coding import SETTLED, Coding, Flag
from qualcoder_nhs.domain.errors import (
    NoCause,
    NoSuch,
    NothingToSettle,
    NotInRound,
    NotUnanimous,
    StillApart,
)
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, DecisionId, RoundId, new_id
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.settling import Cause, Choice, Decision, outcome
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import N_

Standing = tuple[CodeId, Span]


@dataclass(frozen=True)
class Settle:
    """Decide what holds where coders differ; settled codings come to stand beside theirs.

    `about` are the independent codings in dispute, on one passage of one transcript. `coder` says
    whose hold, `code` which other one does. An earlier decision on any of them is taken back.
    """

    round: RoundId
    about: tuple[CodingId, ...]
    choice: Choice
    cause: Cause | None
    reason: str = ""
    coder: CoderId | None = None
    code: CodeId | None = None
    label: ClassVar[str] = N_("Settle {}")

    def apply(self, write: Writer) -> DecisionId:
        """Decide it.

        Raises:
            NoCause: when it is not said why they differ.
            StillApart: when the round is blind and not opened.
            NotYoursToSettle: when whoever acts neither coded in it nor leads the study.
            NothingToSettle: when nothing is named, or codings of several transcripts.
            NoSuch: when the round, a coding of it or the other code is gone.
            NotInRound: when the coder has no part in the round.
            NotApplicable, Archived: when the other code is not put on words, or no more.
        """
        one, about = _in_question(write, self.round, self.about)
        if self.cause is None:
            raise NoCause
        self._refuse_choice(write, one)
        decision = Decision(
            id=DecisionId(new_id()),
            round=one.id,
            transcript=about[0].transcript,
            about=self.about,
            choice=self.choice,
            made=write.now,
            made_by=write.coder,
            cause=self.cause,
            reason=self.reason.strip(),
            coder=self.coder if self.choice is Choice.CODER else None,
            code=self.code if self.choice is Choice.OTHER else None,
        )
        _decide(write, decision, about, write.read.decisions(transcript=decision.transcript))
        write.detail(_place_words(write, about[0]))
        return decision.id

    def _refuse_choice(self, write: Writer, one: Round) -> None:
        if self.choice in (Choice.AGREED, Choice.PUT_OFF):
            raise NotUnanimous(round=one.name)
        if self.choice is Choice.CODER and self.coder not in one.coders:
            raise NotInRound(name=_coder_name(write, self.coder), round=one.name)
        if self.choice is Choice.OTHER:
            refuse_unapplicable(write.read.code(self.code or CodeId("")))


@dataclass(frozen=True)
class PutOff:
    """Leave a disagreement for later; what was settled there before is taken back."""

    round: RoundId
    about: tuple[CodingId, ...]
    reason: str = ""
    label: ClassVar[str] = N_("Put off {}")

    def apply(self, write: Writer) -> DecisionId:
        """Put it off.

        Raises:
            StillApart, NotYoursToSettle, NothingToSettle, NoSuch: as for settling.
        """
        one, about = _in_question(write, self.round, self.about)
        decision = Decision(
            id=DecisionId(new_id()),
            round=one.id,
            transcript=about[0].transcript,
            about=self.about,
            choice=Choice.PUT_OFF,
            made=write.now,
            made_by=write.coder,
            reason=self.reason.strip(),
        )
        _decide(write, decision, about, write.read.decisions(transcript=decision.transcript))
        write.detail(_place_words(write, about[0]))
        return decision.id


@dataclass(frozen=True)
class SettleUnanimous:
    """Settle all that every coder gave alike; each of `agreed` is one coding of each of them.

    What was settled so already stays.
    """

    round: RoundId
    agreed: tuple[tuple[CodingId, ...], ...]
    label: ClassVar[str] = N_("Settle what all agree on in {}")

    def apply(self, write: Writer) -> int:
        """Settle them; how many were new.

        Raises:
            StillApart, NotYoursToSettle: as for settling.
            NothingToSettle: when all of it is settled.
            NotUnanimous: when codings named together are not alike.
            NoSuch: when the round or a coding of it is gone.
        """
        one = _opened(write, self.round)
        earlier = write.read.decisions()
        settled = {frozenset(decision.about) for decision in earlier if decision.settles}
        fresh = [about for about in self.agreed if frozenset(about) not in settled]
        if not fresh:
            raise NothingToSettle(round=one.name)
        for about in fresh:
            found = _of_round(write, one, about)
            _refuse_unlike(one, found)
            _decide(write, _agreed(write, one, about, found[0]), found, earlier)
        write.detail(one.name)
        return len(fresh)


def _agreed(write: Writer, one: Round, about: tuple[CodingId, ...], first: Coding) -> Decision:
    return Decision(
        id=DecisionId(new_id()),
        round=one.id,
        transcript=first.transcript,
        about=about,
        choice=Choice.AGREED,
        made=write.now,
        made_by=write.coder,
    )


def _refuse_unlike(one: Round, found: Sequence[Coding]) -> None:
    """Alike: several coders gave one code to words they share."""
    first = found[0]
    coders = {coding.coder for coding in found}
    alike = all(
        coding.transcript == first.transcript
        and coding.code == first.code
        and coding.span.overlaps(first.span)
        for coding in found
    )
    if not alike or len(coders) < max(2, len(found)):
        raise NotUnanimous(round=one.name)


def _in_question(
    write: Writer, round_: RoundId, about: Iterable[CodingId]
) -> tuple[Round, list[Coding]]:
    one = _opened(write, round_)
    found = _of_round(write, one, about)
    if len({coding.transcript for coding in found}) != 1:
        raise NothingToSettle(round=one.name)
    return one, found


def _opened(write: Writer, round_: RoundId) -> Round:
    one = write.read.round(round_)
    if one.veiled:
        raise StillApart(round=one.name)
    refuse_settling(write, [one])
    return one


def _of_round(write: Writer, one: Round, about: Iterable[CodingId]) -> list[Coding]:
    """The independent codings, by place."""
    wanted = set(about)
    found = [each for each in write.read.codings_by_id(wanted) if each.layer == one.layer]
    if not found:
        raise NothingToSettle(round=one.name)
    for missing in wanted - {each.id for each in found}:
        raise NoSuch(kind="coding", name=missing)
    return found


def _decide(
    write: Writer, decision: Decision, about: Sequence[Coding], earlier: Sequence[Decision]
) -> None:
    """Keep a decision with what comes of it, in place of earlier ones on the same codings."""
    _take_back(write, [one for one in earlier if one.touches(decision.about)], earlier)
    wanted = outcome(decision.choice, about, decision.coder, decision.code)
    _give_way(write, about, wanted, {coding for one in earlier for coding in one.codings})
    made = dict.fromkeys(_settled(write, decision, about, wanted))
    write.add(replace(decision, codings=tuple(made)))


def _give_way(
    write: Writer,
    about: Sequence[Coding],
    wanted: Sequence[Standing],
    decided: Collection[CodingId],
) -> None:
    """What stood settled there without a decision, with a code in dispute, holds no more."""
    for coding in _standing(write, about):
        disputed = any(one.code == coding.code and one.span.overlaps(coding.span) for one in about)
        if disputed and coding.id not in decided and (coding.code, coding.span) not in wanted:
            write.remove(*write.read.memos_on("coding", coding.id), coding)


def _standing(write: Writer, about: Sequence[Coding]) -> list[Coding]:
    """All that is settled on these words."""
    hull = reduce(Span.hull, (one.span for one in about))
    return write.read.codings(transcript=about[0].transcript, layer=SETTLED, touching=hull)


def _settled(
    write: Writer, decision: Decision, about: Sequence[Coding], wanted: Sequence[Standing]
) -> Iterator[CodingId]:
    """The codings that hold: those that stand there so already, and new ones."""
    known = {(one.code, one.span): one.id for one in _standing(write, about)}
    for code, span in wanted:
        if (code, span) in known:
            yield known[code, span]
            continue
        coding = Coding(
            CodingId(new_id()),
            decision.transcript,
            write.coder,
            code,
            SETTLED,
            span,
            write.now,
            _flags(about, (code, span)),
        )
        yield place(write, coding).coding


def _flags(about: Sequence[Coding], standing: Standing) -> tuple[Flag, ...]:
    """What anybody flagged there; what was to be discussed has been."""
    alike = (one for one in about if (one.code, one.span) == standing)
    return in_order(flag for one in alike for flag in one.flags if flag is not Flag.DISCUSS)


def _take_back(write: Writer, earlier: Sequence[Decision], every: Sequence[Decision]) -> None:
    """Remove decisions with the codings that came of them alone."""
    gone = {decision.id for decision in earlier}
    kept = {coding for one in every if one.id not in gone for coding in one.codings}
    for decision in earlier:
        mine = [coding for coding in decision.codings if coding not in kept]
        for coding in write.read.codings_by_id(mine):
            write.remove(*write.read.memos_on("coding", coding.id), coding)
        write.remove(decision)


def _place_words(write: Writer, first: Coding) -> str:
    """Such as `FG1 t.122`."""
    name = write.read.transcript_names()[first.transcript]
    turns = write.read.turns(first.transcript, first.span)
    index = next((turn.index for turn in turns if turn.words.overlaps(first.span)), None)
    return name if index is None else f"{name} t.{index}"


def _coder_name(write: Writer, coder: CoderId | None) -> str:
    names = {one.id: one.name for one in write.read.coders()}
    return names.get(coder, "?") if coder else "?"
