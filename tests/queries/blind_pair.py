"""Two copies of a study with a blind round; in one of them a coder has worked in it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from qualcoder_nhs.actions.codings import (
    ChangeCode,
    CodePassage,
    MoveEnds,
    RemoveCodings,
    SetFlags,
)
from qualcoder_nhs.actions.links import ChangeLink, LinkTurns, Unlink
from qualcoder_nhs.actions.memos import ChangeMemo, WriteMemo
from qualcoder_nhs.actions.people import AddCoder, DescribeParticipant
from qualcoder_nhs.actions.propositions import AddProposition
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.actions.themes import AddTheme
from qualcoder_nhs.domain.coded_transcript import CodedTranscript
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.excerpts import ExcerptBook
from qualcoder_nhs.domain.ids import CoderId, RoundId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.own_words import OwnWords
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.theme_pack import ThemePack
from qualcoder_nhs.queries.pack_offer import PackOffer
from qualcoder_nhs.study import Study
from tests.builders import a_coded_study, code, coder, person, transcript
from tests.queries.asked_of_all import BEAST, arguments

DAY = datetime(2026, 1, 1, tzinfo=UTC)
"""What every answer is made to be of: the hour of asking tells nothing."""


def worked(study: Study, blind: RoundId) -> None:
    """All that a coder may do in a round, as AB."""
    other, first = coder(study, "AB"), transcript(study)
    warm, cold = code(study, "Warm"), code(study, "Cold")
    kept = study.run(CodePassage(first, Span(20, 30), warm, blind), other).coding
    gone = study.run(CodePassage(first, Span(40, 50), warm, blind), other).coding
    study.run(MoveEnds(kept, Span(20, 33)), other)
    study.run(ChangeCode(kept, cold), other)
    study.run(SetFlags(kept, frozenset({Flag.STRONG})), other)
    memo = study.run(WriteMemo(BEAST, coding=kept), other)
    study.run(ChangeMemo(memo, BEAST * 2), other)
    study.run(WriteMemo(BEAST, transcript=first, span=Span(3, 9)), other)
    study.run(WriteMemo(BEAST, transcript=first), other)
    study.run(WriteMemo(BEAST, code=warm), other)
    study.run(RemoveCodings((gone,)), other)
    linked = study.run(LinkTurns(first, 3, 2, LinkKind.SOFT, blind), other).link
    study.run(ChangeLink(linked, LinkKind.CHALLENGE), other)
    study.run(LinkTurns(first, 4, 1, LinkKind.AGREE, blind), other)
    study.run(
        Unlink((study.run(LinkTurns(first, 2, 1, LinkKind.BUILD, blind), other).link,)), other
    )
    study.undo(other)
    study.redo(other)
    study.run(CodePassage(first, Span(50, 52), warm, blind), other)
    study.undo(other)


class Pair:
    """The study without AB's work in the blind round, and the one with it."""

    def __init__(self, before: Study, after: Study, blind: RoundId) -> None:
        self.before, self.after, self.blind = before, after, blind
        self.args = arguments(after, blind)

    def told(self, who: str | None, query: Callable[..., Any], *args: Any, **named: Any) -> tuple:
        return tuple(
            answer(study, coder(study, who) if who else None, query, *args, **named)
            for study in (self.before, self.after)
        )


def answer(
    study: Study, asker: CoderId | None, query: Callable[..., Any], *args: Any, **named: Any
) -> str:
    """What is told, to be compared; a refusal is told too, and the hour of asking is not."""
    try:
        found = study.ask_as(asker, query, *args, **named)
    except Refusal as refusal:
        return str(refusal)
    if isinstance(found, ExcerptBook | ThemePack | OwnWords | CodedTranscript):
        found = replace(found, made=DAY)
    if isinstance(found, PackOffer):
        found = replace(found, pack=replace(found.pack, made=DAY))
    return repr(found)


@contextmanager
def a_pair(folder: Path) -> Iterator[Pair]:
    """Both of them, made in this folder and open."""
    with a_coded_study(folder / "before.qnhs") as study:
        lead = coder(study)
        third = study.run(AddCoder("CD"), lead)
        who = (lead, coder(study, "AB"), third)
        blind = study.run(NewRound("Pilot", who, (transcript(study),)), lead)
        study.run(CodePassage(transcript(study), Span(5, 9), code(study, "Warm"), blind), third)
        for name, craft in (("P1", "nursing"), ("P2", "medicine")):
            who_speaks = person(study, "FG1", name)
            study.run(DescribeParticipant(who_speaks, name, {"profession": craft}), lead)
        warm, cold = code(study, "Warm"), code(study, "Cold")
        study.run(AddTheme("Kind words", (code(study, "Warm"),)), lead)
        study.run(AddProposition(None, "Nobody asks us.", (warm,), (cold,)), lead)
    shutil.copyfile(folder / "before.qnhs", folder / "after.qnhs")
    with Study.open(folder / "after.qnhs") as after, Study.open(folder / "before.qnhs") as before:
        worked(after, blind)
        yield Pair(before, after, blind)
