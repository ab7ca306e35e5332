"""Three laptops, any history of edits, packs back in any order: nothing lost or doubled."""

import shutil
from collections.abc import Callable
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from qualcoder_nhs.actions.codebook import CodeNewIdea
from qualcoder_nhs.actions.codings import (
    ChangeCode,
    CodePassage,
    MoveEnds,
    RemoveCodings,
    SetFlags,
)
from qualcoder_nhs.actions.finishing import FinishTranscript, ReopenTranscript
from qualcoder_nhs.actions.memos import ChangeMemo, WriteMemo
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, coder
from tests.packs import a_pack, a_team, layer, merged

NAMES = ("AB", "CD")
MOVES = ("code", "code", "code", "idea", "move", "recode", "remove", "flag", "memo", "rewrite")
MOVES += ("finish", "reopen", "undo", "undo", "redo")


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lead's study and a pack for each coder, to be copied for each history."""
    folder = tmp_path_factory.mktemp("laptops")
    with a_team(folder / "trust.qnhs") as study:
        for name in NAMES:
            a_pack(study, name)
    return folder


def histories(share: int) -> Callable[[Any], Any]:
    """Fifty histories in the short run and a thousand in the long one, over all three tests."""
    return settings(
        deadline=None,
        phases=[Phase.explicit, Phase.generate],  # a history is too slow to be made smaller
        max_examples=max(3, settings.default.max_examples * 2 // share),
    )


def act(study: Study, me: str, draw: Callable[..., Any]) -> None:
    """Anything a coder may do in a pack; a refusal is an answer, too."""
    within = layer(study)
    text = draw(st.sampled_from(study.ask(Reader.transcripts)))
    start = draw(st.integers(0, len(text.text) - 2))
    span = Span(start, draw(st.integers(start + 1, len(text.text))))
    used = [one for one in study.ask(Reader.codebook).codes if one.name in ("Warm", "Cold")]
    code = draw(st.sampled_from(sorted(used, key=lambda one: one.name))).id
    own = study.ask_as(me, Reader.codings, coder=me)
    memos = [one for one in study.ask_as(me, Reader.memos) if one.coder == me]
    one = draw(st.sampled_from(sorted(own, key=lambda c: (c.made, c.id)))) if own else None
    memo = draw(st.sampled_from(sorted(memos, key=lambda m: (m.made, m.id)))) if memos else None
    deeds: dict[str, Callable[[], object]] = {
        "code": lambda: study.run(CodePassage(text.id, span, code, within), me),
        "idea": lambda: study.run(CodeNewIdea(text.id, span, f"Idea {start}", within), me),
        "finish": lambda: study.run(FinishTranscript(text.id, within), me),
        "reopen": lambda: study.run(ReopenTranscript(text.id, within), me),
        "undo": lambda: study.undo(me),
        "redo": lambda: study.redo(me),
    }
    if one is not None:
        flags = frozenset(draw(st.sets(st.sampled_from(list(Flag)))))
        deeds |= {
            "move": lambda: study.run(MoveEnds(one.id, span), me),
            "recode": lambda: study.run(ChangeCode(one.id, code), me),
            "remove": lambda: study.run(RemoveCodings((one.id,)), me),
            "flag": lambda: study.run(SetFlags(one.id, flags), me),
            "memo": lambda: study.run(WriteMemo("Why?", coding=one.id), me),
        }
    if memo is not None:
        deeds["rewrite"] = lambda: study.run(ChangeMemo(memo.id, draw(st.sampled_from("ab "))), me)
    try:
        deeds.get(draw(st.sampled_from(MOVES)), deeds["code"])()
    except Refusal:
        return


def worked(path: Path, name: str, draw: Callable[..., Any], most: int = 8) -> None:
    with Study.open(path) as study:
        me = coder(study, name)
        for _ in range(draw(st.integers(0, most))):
            act(study, me, draw)


def content(study: Study, me: str) -> dict[str, set[object]]:
    """A coder's work in the round, in whatever file; codes by what makes them the same."""
    within, book = layer(study), study.ask(Reader.codebook)
    codings = study.ask_as(me, Reader.codings, coder=me, layer=within)
    memos = [one for one in study.ask_as(me, Reader.memos) if one.coder == me and one.coding]
    on = {one.id for one in codings}
    assert all(one.code in book.by_id for one in codings)
    return {
        "codings": set(codings),
        "memos": {one for one in memos if one.coding in on},
        "finishes": {one for one in study.ask(Reader.finishes, within) if one.coder == me},
    }


def test_whatever_they_do_all_of_it_arrives_in_any_order_and_goes_again(laptops: Path) -> None:
    @histories(4)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        with TemporaryDirectory() as folder:
            home = Path(folder) / "there"
            shutil.copytree(laptops, home)
            for _ in range(data.draw(st.integers(1, 2))):
                for name in NAMES:
                    worked(home / f"{name}.qnhs", name, data.draw)
            order = data.draw(st.sampled_from(list(permutations(NAMES))))
            with Study.open(home / "trust.qnhs") as study:
                before = all_rows(study)
                for name in (*order, *NAMES):
                    plan = merged(study, home / f"{name}.qnhs")
                    assert not plan.refused
                assert study.faults() == []
                for name in NAMES:
                    with Study.read(home / f"{name}.qnhs") as pack:
                        me = coder(pack, name)
                        assert content(study, me) == content(pack, me)
                while study.ask_as(coder(study), Reader.undoable, coder(study)).label == "Merge {}":
                    study.undo(coder(study))
                assert all_rows(study) == before

    holds()


def test_states_of_one_pack_in_any_order_end_at_the_newest(laptops: Path) -> None:
    @histories(8)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        with TemporaryDirectory() as folder:
            home = Path(folder) / "there"
            shutil.copytree(laptops, home)
            states = []
            for number in range(3):
                worked(home / "AB.qnhs", "AB", data.draw, 5)
                states.append(home / f"state {number}.qnhs")
                shutil.copyfile(home / "AB.qnhs", states[-1])
            order = data.draw(st.permutations(states))
            with Study.open(home / "trust.qnhs") as study, Study.read(states[-1]) as newest:
                for path in order:
                    assert not merged(study, path).conflicting
                me = coder(study, "AB")
                assert content(study, me) == content(newest, me)
                assert study.faults() == []

    holds()


def test_edits_here_and_there_between_merges_are_taken_or_shown(laptops: Path) -> None:
    """What differs after a merge was listed, and everything of the pack is here or listed."""

    @histories(8)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        with TemporaryDirectory() as folder:
            home = Path(folder) / "there"
            shutil.copytree(laptops, home)
            path = home / "AB.qnhs"
            with Study.open(home / "trust.qnhs") as study:
                me = coder(study, "AB")
                for _ in range(2):
                    worked(path, "AB", data.draw, 5)
                    merged(study, path)
                    for _ in range(data.draw(st.integers(0, 3))):
                        act(study, me, data.draw)
                worked(path, "AB", data.draw, 5)
                mine = {one.id for one in study.ask_as(me, Reader.codings, coder=me)}
                plan = merged(study, path)
                after = {one.id for one in study.ask_as(me, Reader.codings, coder=me)}
                gone = {one.id for one in plan.codings.removed}
                assert mine - after == gone
                again = merged(study, path)
                assert not again
                assert study.faults() == []

    holds()
