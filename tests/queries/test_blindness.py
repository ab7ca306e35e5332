"""While a round is blind, no answer to anybody hangs on what another has coded or noted in it.

Two copies of a study: in one of them AB has worked in the blind round. Whoever else asks must be
told the very same of both, by every query and every read there is.
"""

import importlib
import inspect
import pkgutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from qualcoder_nhs import queries
from qualcoder_nhs.actions.codebook import DescribeCode, MergeCodes
from qualcoder_nhs.actions.codings import (
    ChangeCode,
    CodePassage,
    MoveEnds,
    RemoveCodings,
    SetFlags,
)
from qualcoder_nhs.actions.links import ChangeLink, Unlink
from qualcoder_nhs.actions.memos import ChangeMemo, WriteMemo
from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound
from qualcoder_nhs.domain.errors import NoSuch, UndoClash
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.coding_list import coding_list
from qualcoder_nhs.queries.rounds import round_board
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import a_coded_study, code, coder, transcript
from tests.queries.asked_of_all import BEAST
from tests.queries.blind_pair import Pair

ASKERS = ("HL", "CD", None)
"""The lead, who codes too; another coder of the round; nobody in particular."""


def every_query() -> dict[str, Callable[..., Any]]:
    """Each public function of the room `queries` that takes a reader, and each public read."""
    modules = [
        importlib.import_module(module.name)
        for module in pkgutil.walk_packages(queries.__path__, f"{queries.__name__}.")
    ]
    functions = [
        (name, found)
        for module in modules
        for name, found in inspect.getmembers(module, inspect.isfunction)
        if found.__module__ == module.__name__ and not name.startswith("_")
    ]
    asking = [(n, f) for n, f in functions if Reader in f.__annotations__.values()]
    reads = [(n, f) for n, f in inspect.getmembers(Reader, inspect.isfunction) if n[0] != "_"]
    assert not {n for n, _ in asking} & {n for n, _ in reads}
    return dict([*asking, *reads])


PROGRESS = {"round_board", "round_boards", "round_desk", "turns_touched", "coded_in"}
"""What tells the lead how far everybody has come, and no codings."""


def test_every_query_and_every_read_is_tried(pair: Pair) -> None:
    assert every_query().keys() == pair.args.keys()


@pytest.mark.parametrize("who", ASKERS)
@pytest.mark.parametrize("name", sorted(every_query()))
def test_no_answer_hangs_on_anothers_work(pair: Pair, name: str, who: str | None) -> None:
    if who == "HL" and name in PROGRESS:
        return
    for args in pair.args[name]:
        without, with_ = pair.told(who, every_query()[name], *args)
        assert with_ == without
        assert BEAST not in with_.replace("words='Zebra'", "")


def test_the_coder_sees_all_of_it(pair: Pair) -> None:
    for name in ("codings", "memos", "history", "memo_list", "listed_steps", "overview", "links"):
        without, with_ = pair.told("AB", every_query()[name])
        assert with_ != without


def test_the_lead_sees_progress_and_no_codings(pair: Pair) -> None:
    other = coder(pair.after, "AB")
    [before, after] = [
        study.ask_as(coder(study), round_board, "Pilot").cells[other, transcript(study)]
        for study in (pair.before, pair.after)
    ]
    assert (before.touched, after.touched) == (0, 1)
    assert (before.state, after.state) == ("not started", "in progress")


@pytest.mark.parametrize("filters", [{"coder": "AB"}, {"layer": "Pilot"}, {"code": "Cold"}])
def test_filters_do_not_find_it_either(pair: Pair, filters: dict[str, str]) -> None:
    for who in ASKERS:
        without, with_ = pair.told(who, coding_list, **filters)
        assert with_ == without


def test_a_coding_that_is_not_shown_is_not_there_for_actions_either(pair: Pair) -> None:
    study, third = pair.after, coder(pair.after, "CD")
    [secret] = study.ask_as(
        coder(study, "AB"), Reader.codings, layer=pair.blind, coder=coder(study, "AB")
    )
    memo = study.ask_as(coder(study, "AB"), Reader.memos_on, "coding", secret.id)[0]
    linked = study.ask_as(coder(study, "AB"), Reader.links, layer=pair.blind)[0]
    for action in (
        RemoveCodings((secret.id,)),
        MoveEnds(secret.id, Span(0, 3)),
        Unlink((linked.id,)),
        ChangeLink(linked.id, LinkKind.AGREE),
        ChangeCode(secret.id, code(study, "Money")),
        SetFlags(secret.id, frozenset()),
        WriteMemo("Look", coding=secret.id),
        ChangeMemo(memo.id, "Other"),
    ):
        for who in (third, coder(study)):
            with pytest.raises(NoSuch):
                study.run(action, who)


def test_ended_is_not_opened_and_opened_is_seen_by_all(tmp_path: Path, pair: Pair) -> None:
    copy = tmp_path / "copy.qnhs"
    pair.after.save_copy(copy)
    with Study.open(copy) as study:
        lead, third = coder(study), coder(study, "CD")
        study.run(EndRound(pair.blind), lead)
        assert {one.coder for one in study.ask_as(third, Reader.codings, layer=pair.blind)} == {
            third
        }
        study.run(OpenRound(pair.blind), lead)
        assert len({one.coder for one in study.ask(Reader.codings, layer=pair.blind)}) == 2
        assert any(BEAST in memo.text for memo in study.ask_as(third, Reader.memos))
        assert study.ask(Reader.history)[0].label == OpenRound.label
        assert study.faults() == []


def test_memos_from_before_the_round_and_beside_it_stay_seen(pair: Pair) -> None:
    """AB's memos on the study and on another's open coding are no part of the round."""
    third = coder(pair.after, "CD")
    texts = {memo.text for memo in pair.after.ask_as(third, Reader.memos)}
    assert texts == {"Look at this", "A theme?", "Tense", "To do"}


def test_a_refused_undo_does_not_quote_what_another_did_in_the_round(tmp_path: Path) -> None:
    """AB's merge changed the code that the lead described, and codings of the round with it."""
    with a_coded_study(tmp_path / "trust.qnhs") as study:
        lead, other, first = coder(study), coder(study, "AB"), transcript(study)
        blind = study.run(NewRound("Pilot", (lead, other), (first,)), lead)
        study.run(DescribeCode(code(study, "Warm"), "Liking."), lead)
        gone = study.run(CodePassage(first, Span(3, 9), code(study, "Cold"), blind), other)
        study.run(MergeCodes(code(study, "Cold"), code(study, "Warm")), other)
        assert study.ask_as(other, Reader.coding, gone.coding).code == code(study, "Warm")
        with pytest.raises(UndoClash, match="somebody has changed the same since"):
            study.undo(lead)
