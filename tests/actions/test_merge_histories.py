"""Three laptops, any history of edits, packs back in any order: nothing lost or doubled."""

import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
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
from qualcoder_nhs.domain.coding import Coding, Flag, Memo
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import CodeId, CoderId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.packs import incoming, merge
from tests.builders import all_rows, code, coder
from tests.packs import a_pack, a_team, layer

NAMES = ("AB", "CD")
MOVES = ("code", "code", "code", "idea", "move", "recode", "remove", "flag", "memo", "rewrite")
MOVES += ("finish", "reopen", "undo", "undo", "redo")


HISTORIES, HISTORIES_LONG = 50, 1_000
"""How many there are over all tests here; each test has its share of them."""

MEMORY = Path("/dev/shm")  # noqa: S108  (each history has a folder of its own in it)
"""A folder in memory where the system has one: what a disk keeps is not asked here."""

Draw = Callable[..., Any]


@dataclass(frozen=True)
class Ids:
    """What is the same in all files and histories: read once, asked for at each move."""

    layer: str
    coders: Mapping[str, CoderId]
    codes: tuple[CodeId, ...]
    lengths: Mapping[TranscriptId, int]


@dataclass(frozen=True)
class Laptops:
    """The lead's study and a pack for each coder, to be copied for each history."""

    folder: Path
    ids: Ids


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Laptops:
    folder = tmp_path_factory.mktemp("laptops")
    with a_team(folder / "trust.qnhs") as study:
        for name in NAMES:
            a_pack(study, name)
        ids = Ids(
            layer(study),
            {name: coder(study, name) for name in ("HL", *NAMES)},
            tuple(code(study, name) for name in ("Cold", "Warm")),
            {one.id: len(one.text) for one in study.ask(Reader.transcripts)},
        )
    for path in tuple(folder.glob("*.qnhs")):
        Study.open(path).close()  # makes its backup, which is then not made in each history
    return Laptops(folder, ids)


@pytest.fixture
def histories(is_long: bool) -> Callable[[float], Any]:
    """Settings for a share of all histories."""
    many = HISTORIES_LONG if is_long else HISTORIES
    return lambda share: settings(
        deadline=None,
        phases=[Phase.explicit, Phase.generate],  # a history is too slow to be made smaller
        suppress_health_check=[HealthCheck.too_slow],  # it is: files are written as it is drawn
        max_examples=round(many * share),
    )


@contextmanager
def home(laptops: Laptops) -> Iterator[Path]:
    """The three files as they were before anything was done."""
    with TemporaryDirectory(dir=MEMORY if MEMORY.is_dir() else None) as folder:
        there = Path(folder) / "there"
        shutil.copytree(laptops.folder, there)
        yield there


def act(study: Study, name: str, ids: Ids, draw: Draw) -> None:
    """Anything a coder may do in a pack; a refusal is an answer, too."""
    me, within = ids.coders[name], ids.layer
    own, memos = study.ask_as(me, own_work, me)
    text = draw(st.sampled_from(sorted(ids.lengths)))
    start = draw(st.integers(0, ids.lengths[text] - 2))
    span = Span(start, draw(st.integers(start + 1, ids.lengths[text])))
    code = draw(st.sampled_from(ids.codes))
    one = draw(st.sampled_from(own)) if own else None
    memo = draw(st.sampled_from(memos)) if memos else None
    deeds: dict[str, Callable[[], object]] = {
        "code": lambda: study.run(CodePassage(text, span, code, within), me),
        "idea": lambda: study.run(CodeNewIdea(text, span, f"Idea {start}", within), me),
        "finish": lambda: study.run(FinishTranscript(text, within), me),
        "reopen": lambda: study.run(ReopenTranscript(text, within), me),
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


def own_work(read: Reader, me: CoderId) -> tuple[list[Coding], list[Memo]]:
    """A coder's codings and memos, oldest first."""
    codings = sorted(read.codings(coder=me), key=lambda one: (one.made, one.id))
    memos = [one for one in read.memos() if one.coder == me]
    return codings, sorted(memos, key=lambda one: (one.made, one.id))


def worked(pack: Study, name: str, ids: Ids, draw: Draw, most: int = 8) -> None:
    for _ in range(draw(st.integers(0, most))):
        act(pack, name, ids, draw)


def content(study: Study, me: CoderId, ids: Ids) -> dict[str, set[object]]:
    """A coder's work in the round, in whatever file; codes by what makes them the same."""

    def found(read: Reader) -> dict[str, set[object]]:
        book = read.codebook()
        codings = read.codings(coder=me, layer=ids.layer)
        memos = [one for one in read.memos() if one.coder == me and one.coding]
        on = {one.id for one in codings}
        assert all(one.code in book.by_id for one in codings)
        return {
            "codings": set(codings),
            "memos": {one for one in memos if one.coding in on},
            "finishes": {one for one in read.finishes(ids.layer) if one.coder == me},
        }

    return study.ask_as(me, found)


Histories = Callable[[float], Any]


@pytest.mark.parametrize("order", list(permutations(NAMES)), ids="-".join)
def test_whatever_they_do_all_of_it_arrives_in_any_order_and_goes_again(
    laptops: Laptops, histories: Histories, order: tuple[str, ...]
) -> None:
    @histories(0.25)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        ids = laptops.ids
        with home(laptops) as there, ExitStack() as opened:
            packs = {
                name: opened.enter_context(Study.open(there / f"{name}.qnhs")) for name in NAMES
            }
            for _ in range(data.draw(st.integers(1, 2))):
                for name, pack in packs.items():
                    worked(pack, name, ids, data.draw)
            study = opened.enter_context(Study.open(there / "trust.qnhs"))
            lead, before = ids.coders["HL"], all_rows(study)
            files = {name: incoming(study, pack.path) for name, pack in packs.items()}
            for name in (*order, *NAMES):
                assert not merge(study, files[name], lead).refused
            assert study.faults() == []
            for name, pack in packs.items():
                me = ids.coders[name]
                assert content(study, me, ids) == content(pack, me, ids)
            while study.ask_as(lead, Reader.undoable, lead).label == "Merge {}":
                study.undo(lead)
            assert all_rows(study) == before

    holds()


def test_states_of_one_pack_in_any_order_end_at_the_newest(
    laptops: Laptops, histories: Histories
) -> None:
    @histories(0.25)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        ids = laptops.ids
        me, lead = ids.coders["AB"], ids.coders["HL"]
        with (
            home(laptops) as there,
            Study.open(there / "AB.qnhs") as pack,
            Study.open(there / "trust.qnhs") as study,
        ):
            states = []
            for _ in range(3):
                worked(pack, "AB", ids, data.draw, 5)
                states.append(incoming(study, pack.path))
            for state in data.draw(st.permutations(states)):
                assert not merge(study, state, lead).conflicting
            assert content(study, me, ids) == content(pack, me, ids)
            assert study.faults() == []

    holds()


def test_edits_here_and_there_between_merges_are_taken_or_shown(
    laptops: Laptops, histories: Histories
) -> None:
    """What differs after a merge was listed, and everything of the pack is here or listed."""

    @histories(0.25)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        ids = laptops.ids
        me, lead = ids.coders["AB"], ids.coders["HL"]
        with (
            home(laptops) as there,
            Study.open(there / "AB.qnhs") as pack,
            Study.open(there / "trust.qnhs") as study,
        ):
            for _ in range(2):
                worked(pack, "AB", ids, data.draw, 5)
                merge(study, incoming(study, pack.path), lead)
                for _ in range(data.draw(st.integers(0, 3))):
                    act(study, "AB", ids, data.draw)
            worked(pack, "AB", ids, data.draw, 5)
            mine = {one.id for one in study.ask_as(me, Reader.codings, coder=me)}
            newest = incoming(study, pack.path)
            plan = merge(study, newest, lead)
            after = {one.id for one in study.ask_as(me, Reader.codings, coder=me)}
            gone = {one.id for one in plan.codings.removed}
            assert mine - after == gone
            assert not merge(study, newest, lead)
            assert study.faults() == []

    holds()
