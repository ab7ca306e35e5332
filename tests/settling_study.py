"""A study whose round holds every kind of disagreement, and one thing all agree on."""

from pathlib import Path

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound
from qualcoder_nhs.actions.settling import Settle, SettleUnanimous
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.queries.disputed import Queue, QueueItem
from qualcoder_nhs.queries.queue import disagreement_queue
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.agreement_study import FIRST, SECOND, an_agreement_study, finish, put
from tests.builders import code, coder, transcript

ROUND = "Round 1"
MEMO = "the sum is named"


def a_settling_study(path: Path, *, opened: bool = True) -> Study:
    """HL and AB have finished FG1 and FG2 in a blind round that the lead opened.

    FG1: Cost with ends that differ on P1's first words, Trust alike on all of P2's. FG2: HL's Cost
    against AB's Waste on P2's words, the same pair again on P1's last five, and Trust of AB alone
    on P1's first five.
    """
    study = an_agreement_study(path)
    lead = coder(study)
    who = (lead, coder(study, "AB"))
    where = tuple(transcript(study, name) for name in ("FG1", "FG2"))
    one = study.run(NewRound(ROUND, who, where), lead)
    put(study, "HL", "FG1", "Cost", FIRST, FIRST + 10, one)
    put(study, "AB", "FG1", "Cost", FIRST, FIRST + 8, one)
    for name in ("HL", "AB"):
        put(study, name, "FG1", "Trust", SECOND, SECOND + 10, one)
    for start, end in ((SECOND, SECOND + 10), (FIRST + 15, FIRST + 20)):
        put(study, "HL", "FG2", "Cost", start, end, one)
        put(study, "AB", "FG2", "Waste", start, end, one)
    put(study, "AB", "FG2", "Trust", FIRST, FIRST + 5, one)
    finish(study, "FG1", "FG2", layer=one)
    if opened:
        study.run(EndRound(one), lead)
        study.run(OpenRound(one), lead)
        [memoed] = [
            x for x in of_round(study, one) if x.span.start == FIRST + 15 and x.coder == lead
        ]
        study.run(WriteMemo(MEMO, coding=memoed.id), lead)
    return study


def of_round(study: Study, layer: str):
    """The independent codings."""
    return study.ask_as(coder(study), Reader.codings, layer=layer)


def the_round(study: Study) -> RoundId:
    """The id of the round."""
    return study.ask(Reader.round, ROUND).id


def queue(study: Study) -> Queue:
    """The queue as anybody sees it."""
    return study.ask(disagreement_queue, ROUND)


def item(study: Study, place: str, characters: int) -> QueueItem:
    """The item there on which so many characters differ."""
    [found] = [
        one for one in queue(study).items if (one.place, one.characters) == (place, characters)
    ]
    return found


def settle_some(study: Study) -> None:
    """Three of the four decided, two by HL and one by AB; what was alike to both is taken over."""
    one, lead, other = the_round(study), coder(study), coder(study, "AB")
    ends, swap, again = (each.about for each in queue(study).items if each.sides[0].codings)
    study.run(Settle(one, ends, Choice.CODER, Cause.BOUNDARY, "The sum.", coder=other), lead)
    study.run(Settle(one, swap, Choice.OTHER, Cause.UNCLEAR, code=code(study, "Cost")), lead)
    study.run(Settle(one, again, Choice.NEITHER, Cause.UNCLEAR), other)
    study.run(SettleUnanimous(one, queue(study).agreed), lead)
