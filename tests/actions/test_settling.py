"""Settling writes beside the independent codings, never on them, and can be decided anew."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import ClassVar

import pytest

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.recoding import Recode
from qualcoder_nhs.actions.settling import PutOff, Settle, SettleUnanimous
from qualcoder_nhs.actions.settling_together import SettleTogether
from qualcoder_nhs.actions.transcripts import ForgetTranscript
from qualcoder_nhs.domain.coding import SETTLED, Flag
from qualcoder_nhs.domain.errors import (
    NoCause,
    NoSuch,
    NothingToSettle,
    NotInRound,
    NotUnanimous,
    NotYoursToSettle,
    StillApart,
)
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.domain.people import CoderRole
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.agreement import AgreementWish, agreement_material
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.agreement_study import FIRST, SECOND
from tests.builders import StandSettled, code, coder, transcript
from tests.settling_study import a_settling_study, item, of_round, queue, the_round


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_settling_study(tmp_path / "s.qnhs") as study:
        yield study


def settle(
    study: Study,
    place: str,
    characters: int,
    choice: Choice,
    who: str = "HL",
    cause: Cause | None = Cause.UNCLEAR,
    **named: object,
) -> None:
    one = item(study, place, characters)
    action = Settle(the_round(study), one.about, choice, cause, "Because.", **named)
    study.run(action, coder(study, who))


@dataclass(frozen=True)
class Flagged:
    """Flags on a coding of a round, as its coder gave them while it ran."""

    coding: CodingId
    flags: tuple[Flag, ...]
    label: ClassVar[str] = "Flag"

    def apply(self, write: Writer) -> None:
        old = write.read.coding(self.coding)
        write.change(old, replace(old, flags=self.flags))


def settled(study: Study) -> set[tuple[str, str, int, int]]:
    names, book = study.ask(Reader.transcript_names), study.ask(Reader.codebook)
    return {
        (names[one.transcript], book[one.code].name, one.span.start, one.span.end)
        for one in study.ask(Reader.codings, layer=SETTLED)
    }


def test_one_coders_reading_holds(study: Study) -> None:
    apart = of_round(study, the_round(study))
    settle(study, "FG2 t.3", 10, Choice.CODER, coder=coder(study, "AB"))
    assert settled(study) == {("FG2", "Waste", SECOND, SECOND + 10)}
    assert of_round(study, the_round(study)) == apart
    assert study.faults() == []


def test_both_hold_and_ends_that_differ_become_the_longer_passage(study: Study) -> None:
    settle(study, "FG2 t.3", 10, Choice.ALL)
    settle(study, "FG1 t.2", 2, Choice.ALL)
    assert settled(study) == {
        ("FG2", "Cost", SECOND, SECOND + 10),
        ("FG2", "Waste", SECOND, SECOND + 10),
        ("FG1", "Cost", FIRST, FIRST + 10),
    }


def test_neither_and_another_code(study: Study) -> None:
    settle(study, "FG2 t.3", 10, Choice.NEITHER)
    assert settled(study) == set()
    settle(study, "FG1 t.2", 2, Choice.OTHER, code=code(study, "Trust"))
    assert settled(study) == {("FG1", "Trust", FIRST, FIRST + 10)}


def test_the_decision_says_why_what_and_who_and_undo_takes_all_of_it_back(study: Study) -> None:
    settle(study, "FG2 t.3", 10, Choice.CODER, "AB", Cause.SIBLING, coder=coder(study))
    [made] = study.ask(Reader.decisions)
    assert (made.cause, made.reason, made.made_by) == (
        Cause.SIBLING,
        "Because.",
        coder(study, "AB"),
    )
    assert study.ask(Reader.history)[0].detail == "FG2 t.3"
    study.undo(coder(study, "AB"))
    assert (study.ask(Reader.decisions), settled(study)) == ([], set())


def test_deciding_anew_takes_the_earlier_one_back_with_what_came_of_it(study: Study) -> None:
    settle(study, "FG2 t.3", 10, Choice.ALL)
    [first, _second] = study.ask(Reader.codings, layer=SETTLED)
    study.run(WriteMemo("Good.", coding=first.id), coder(study))
    settle(study, "FG2 t.3", 10, Choice.CODER, "AB", coder=coder(study))
    assert settled(study) == {("FG2", "Cost", SECOND, SECOND + 10)}
    assert len(study.ask(Reader.decisions)) == 1
    assert study.faults() == []


def test_what_stood_settled_without_a_decision_gives_way_or_serves(study: Study) -> None:
    lead, fg2 = coder(study), transcript(study, "FG2")
    for name in ("Cost", "Trust"):
        study.run(StandSettled(fg2, Span(SECOND, SECOND + 10), code(study, name)), lead)
    settle(study, "FG2 t.3", 10, Choice.ALL, "AB")
    [made] = study.ask(Reader.decisions)
    assert {study.ask(Reader.coding, one).coder for one in made.codings} == {
        lead,
        coder(study, "AB"),
    }
    settle(study, "FG2 t.3", 10, Choice.NEITHER)
    assert settled(study) == {("FG2", "Trust", SECOND, SECOND + 10)}


def test_settled_codings_from_elsewhere_do_not_stay_beside_a_decision(study: Study) -> None:
    fg2, shorter = transcript(study, "FG2"), Span(SECOND, SECOND + 7)
    study.run(StandSettled(fg2, shorter, code(study, "Cost")), coder(study))
    settle(study, "FG2 t.3", 10, Choice.CODER, "AB", coder=coder(study, "AB"))
    assert settled(study) == {("FG2", "Waste", SECOND, SECOND + 10)}


def test_flags_go_along_but_what_was_to_be_discussed_has_been(study: Study) -> None:
    first = item(study, "FG2 t.3", 10).about[0]
    study.run(Flagged(first, (Flag.STRONG, Flag.DISCUSS)), coder(study))
    settle(study, "FG2 t.3", 10, Choice.ALL)
    assert {one.flags for one in study.ask(Reader.codings, layer=SETTLED)} == {(Flag.STRONG,), ()}


def test_the_coders_of_the_round_and_the_lead_settle_and_nobody_else(study: Study) -> None:
    one, about = the_round(study), item(study, "FG2 t.3", 10).about
    for action in (
        Settle(one, about, Choice.ALL, Cause.SLIP),
        PutOff(one, about),
        SettleUnanimous(one, queue(study).agreed),
        SettleTogether(one, (PutOff(one, about),)),
    ):
        with pytest.raises(NotYoursToSettle, match="ask HL"):
            study.run(action, coder(study, "CD"))
    assert (study.ask(Reader.decisions), settled(study)) == ([], set())
    second = study.run(AddCoder("EF", CoderRole.LEAD), coder(study))
    study.run(PutOff(one, about), second)
    assert [made.made_by for made in study.ask(Reader.decisions)] == [second]


def test_several_decisions_are_one_step_and_one_that_is_refused_leaves_none(study: Study) -> None:
    one, lead = the_round(study), coder(study)
    swapped, ends = item(study, "FG2 t.3", 10).about, item(study, "FG1 t.2", 2).about
    both = (
        Settle(one, swapped, Choice.NEITHER, Cause.SLIP),
        Settle(one, ends, Choice.ALL, Cause.BOUNDARY),
    )
    with pytest.raises(NoCause):
        study.run(SettleTogether(one, (*both, Settle(one, ends, Choice.ALL, None))), lead)
    assert study.ask(Reader.decisions) == []
    with pytest.raises(NothingToSettle):
        study.run(SettleTogether(one, ()), lead)
    assert study.run(SettleTogether(one, both), lead) == 2
    assert settled(study) == {("FG1", "Cost", FIRST, FIRST + 10)}
    assert study.ask(Reader.history)[0].detail == "Round 1"
    study.undo(lead)
    assert study.ask(Reader.decisions) == []


def test_a_settled_coding_is_recoded_by_those_who_settle_and_stays_in_its_decision(
    study: Study,
) -> None:
    settle(study, "FG1 t.2", 2, Choice.ALL)
    [stands] = study.ask(Reader.codings, layer=SETTLED)
    with pytest.raises(NotYoursToSettle):
        study.run(Recode(stands.id, code(study, "Waste")), coder(study, "CD"))
    study.run(Recode(stands.id, code(study, "Waste")), coder(study, "AB"))
    assert settled(study) == {("FG1", "Waste", FIRST, FIRST + 10)}
    settle(study, "FG1 t.2", 2, Choice.NEITHER)
    assert settled(study) == set()


def test_putting_off_unsettles(study: Study) -> None:
    settle(study, "FG2 t.3", 10, Choice.ALL)
    about = item(study, "FG2 t.3", 10).about
    study.run(PutOff(the_round(study), about, " Ask P2. "), coder(study))
    [made] = study.ask(Reader.decisions)
    assert (made.settles, made.reason, settled(study)) == (False, "Ask P2.", set())


def test_a_wide_decision_gives_way_to_a_narrow_one(study: Study) -> None:
    """One decision over two items is taken back by a new one on either."""
    trust = code(study, "Trust")
    omitted, swapped = queue(study).items[1:3]
    wide = Settle(
        the_round(study), (*omitted.about, *swapped.about), Choice.OTHER, Cause.SLIP, code=trust
    )
    study.run(wide, coder(study))
    study.run(
        Settle(the_round(study), item(study, "FG2 t.3", 10).about, Choice.NEITHER, Cause.SLIP),
        coder(study),
    )
    assert settled(study) == {("FG2", "Trust", FIRST, FIRST + 20)}
    study.run(Settle(the_round(study), omitted.about, Choice.NEITHER, Cause.SLIP), coder(study))
    assert settled(study) == set()


def test_all_that_is_unanimous_settles_in_one_step_and_once(study: Study) -> None:
    lead, one, agreed = coder(study), the_round(study), queue(study).agreed
    assert study.run(SettleUnanimous(one, agreed), lead) == 1
    assert settled(study) == {("FG1", "Trust", SECOND, SECOND + 10)}
    with pytest.raises(NothingToSettle):
        study.run(SettleUnanimous(one, agreed), lead)
    study.undo(lead)
    assert settled(study) == set()


def test_what_is_not_alike_is_not_unanimous(study: Study) -> None:
    one = item(study, "FG2 t.3", 10)
    for about in (one.about, one.about[:1]):
        with pytest.raises(NotUnanimous):
            study.run(SettleUnanimous(the_round(study), (about,)), coder(study))


def test_refusals(study: Study) -> None:
    one, about, lead = the_round(study), item(study, "FG2 t.3", 10).about, coder(study)
    elsewhere = item(study, "FG1 t.2", 2).about
    free = CodePassage(transcript(study, "FG3"), Span(FIRST, FIRST + 3), code(study, "Cost"))
    outside = study.run(free, lead).coding
    for action, refusal in (
        (Settle(one, about, Choice.ALL, None), NoCause),
        (Settle(one, (), Choice.ALL, Cause.SLIP), NothingToSettle),
        (Settle(one, (*about, *elsewhere), Choice.ALL, Cause.SLIP), NothingToSettle),
        (Settle(one, (*about, outside), Choice.ALL, Cause.SLIP), NoSuch),
        (Settle(one, about, Choice.AGREED, Cause.SLIP), NotUnanimous),
        (Settle(one, about, Choice.OTHER, Cause.SLIP), NoSuch),
        (Settle(one, about, Choice.CODER, Cause.SLIP, coder=coder(study, "CD")), NotInRound),
    ):
        with pytest.raises(refusal):
            study.run(action, lead)
    assert (study.ask(Reader.decisions), settled(study)) == ([], set())


def test_nothing_is_settled_while_coders_are_apart(tmp_path: Path) -> None:
    with a_settling_study(tmp_path / "apart.qnhs", opened=False) as study:
        one, own = the_round(study), of_round(study, the_round(study))[0]
        for action in (
            Settle(one, (own.id,), Choice.ALL, Cause.SLIP),
            PutOff(one, (own.id,)),
            SettleUnanimous(one, ((own.id,),)),
        ):
            with pytest.raises(StillApart):
                study.run(action, coder(study))


def test_agreement_stays_on_the_independent_codings_and_excerpts_take_the_settled(
    study: Study,
) -> None:
    wish = AgreementWish("Round 1", replicates=0)
    before = study.ask(agreement_material, wish).continua
    settle(study, "FG2 t.3", 10, Choice.ALL)
    assert study.ask(agreement_material, wish).continua == before
    book = study.ask(excerpt_book, ExcerptFilter())
    assert (book.layer, book.spread.excerpts) == ("settled", 2)
    named = ExcerptFilter(layer=the_round(study), coders=frozenset({coder(study, "AB")}))
    named_book = study.ask(excerpt_book, named)
    assert (named_book.layer, named_book.spread.excerpts) == ("Round 1", 5)


def test_forgetting_a_transcript_forgets_what_was_decided_on_it(study: Study) -> None:
    settle(study, "FG2 t.3", 10, Choice.ALL)
    settle(study, "FG1 t.2", 2, Choice.ALL)
    study.run(ForgetTranscript(transcript(study, "FG2")), coder(study))
    assert [one.transcript for one in study.ask(Reader.decisions)] == [transcript(study, "FG1")]
    assert study.faults() == []
