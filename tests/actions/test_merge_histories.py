"""Three laptops, any history of edits, packs back in any order: nothing lost or doubled."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from itertools import permutations
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from qualcoder_nhs.domain.ids import CoderId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.sides import MergeRow
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.packs import incoming, merge
from tests.actions.merge_moves import Ids, act, worked
from tests.builders import all_rows, code, coder
from tests.packs import a_pack, a_team, layer

NAMES = ("AB", "CD")
HISTORIES, HISTORIES_LONG = 50, 1_000
"""How many there are over all tests here; each test has its share of them."""

MEMORY = Path("/dev/shm")  # noqa: S108  (each history has a folder of its own in it)
"""A folder in memory where the system has one: what a disk keeps is not asked here."""


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
            tuple(sorted(study.ask(Reader.participants))),
            {one.id: len(one.text) for one in study.ask(Reader.transcripts)},
            {one.id: len(one.turns) for one in study.ask(Reader.transcripts)},
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
            "links": set(read.links(coder=me, layer=ids.layer)),
        }

    return study.ask_as(me, found)


Histories = Callable[[float], Any]
Away = dict[tuple[TranscriptId, ParticipantId], tuple[int | None, int | None]]


def away(study: Study) -> Away:
    """When who was there, as far as it was said."""
    found = study.ask(Reader.presences)
    return {(one.transcript, one.participant): (one.first, one.last) for one in found}


def told_of_the_rest(study: Study, pack: Study, plan: MergePlan) -> None:
    """What no merge brings is counted in the plan to the last one, and is not here."""
    here, there = away(study), away(pack)
    only = sum(place not in here for place in there)
    other = sum(place in here and said != here[place] for place, said in there.items())
    themes, quotes = len(pack.ask(Reader.themes)), len(pack.ask(Reader.quotes))
    stays, differs = ([row.what for row in rows] for rows in (plan.stays, plan.conflicting))
    assert counted(stays, "theme") == themes
    assert counted(stays, "quote") == quotes
    assert counted(stays, "time") == only
    assert counted(differs, "time") == other
    assert study.ask(Reader.themes) == study.ask(Reader.quotes) == []


def counted(rows: list[str], kind: str) -> int:
    """Of how many such things a row tells: `2 quotes of a theme`."""
    found = [row.split() for row in rows if row.split()[1].rstrip("s") == kind]
    assert len(found) < 2
    return int(found[0][0]) if found else 0


def about_work(plan: MergePlan) -> list[MergeRow]:
    """Conflicts of what a merge brings."""
    return [row for row in plan.conflicting if " when somebody was there" not in row.what]


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
                plan = merge(study, files[name], lead)
                assert not plan.failed
                told_of_the_rest(study, packs[name], plan)
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
                assert not about_work(merge(study, state, lead))
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
            links = {one.id for one in study.ask_as(me, Reader.links, coder=me)}
            newest = incoming(study, pack.path)
            plan = merge(study, newest, lead)
            after = {one.id for one in study.ask_as(me, Reader.codings, coder=me)}
            gone = {one.id for one in plan.codings.removed}
            assert mine - after == gone
            after_links = {one.id for one in study.ask_as(me, Reader.links, coder=me)}
            assert links - after_links == {one.id for one in plan.links.removed}
            assert not merge(study, newest, lead)
            assert study.faults() == []

    holds()
