"""Apply, undo, redo: every action there is, found by introspection, and any sequence of them."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import NothingToRedo, NothingToUndo, Refusal, UndoClash
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.study import Study
from tests.actions.builders import (
    BUILDERS,
    WITHOUT_UNDO,
    every_action,
)
from tests.actions.dice import Dice, NothingToBuildFrom, known_in
from tests.actions.matrix_builders import with_matrices
from tests.actions.theme_builders import with_themes
from tests.builders import Rows, a_study_with_rounds, all_rows, an_import, coder, link_some

ACTIONS = [action for action in every_action() if action not in WITHOUT_UNDO]


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A study with work in it, to be copied for each example."""
    path = tmp_path_factory.mktemp("template") / "trust.qnhs"
    with a_study_with_rounds(path) as study:
        link_some(study)
        with_themes(study)
        with_matrices(study)
        study.run(an_import("Paper", "A heading of note\nP1: Well.\nMOD: Say more."), coder(study))
    return path


@contextmanager
def fresh(template: Path) -> Iterator[Study]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "trust.qnhs"
        shutil.copyfile(template, path)
        with Study.open(path) as study:
            yield study


def examples(share: float) -> Callable[[Any], Any]:
    """A share of what the profile asks for: each example is a study of its own."""
    return settings(deadline=None, max_examples=max(3, int(settings.default.max_examples * share)))


def differing(before: Rows, after: Rows) -> set[tuple[str, str]]:
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def told(changes: Changes) -> set[tuple[str, str]]:
    return {(table, row) for table, ids in changes.rows.items() for row in ids}


def test_every_action_has_a_builder() -> None:
    assert set(every_action()) == BUILDERS.keys() | WITHOUT_UNDO


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.__name__)
def test_apply_undo_redo(action: type, template: Path) -> None:
    went_well = []

    @examples(0.2)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        with fresh(template) as study:
            dice = Dice(study.ask(known_in), data.draw)
            lead = coder(study)
            before = all_rows(study)
            announced: list[Changes] = []
            study.listen(announced.append)
            try:
                study.run(BUILDERS[action](dice), lead)
            except Refusal:
                assert (all_rows(study), announced) == (before, [])
                return
            after = all_rows(study)
            if not announced:
                assert after == before
                return
            went_well.append(True)
            assert told(announced[0]) >= differing(before, after) != set()
            assert (announced[0].coder, announced[0].label) == (lead, action.label)
            assert told(study.undo(lead)) >= differing(before, after)
            assert all_rows(study) == before
            assert study.faults() == []
            assert told(study.redo(lead)) >= differing(before, after)
            assert all_rows(study) == after
            assert study.faults() == []

    holds()
    assert went_well


@dataclass(frozen=True)
class Done:
    """The rows that a step touched, before and after it."""

    keys: frozenset[tuple[str, str]]
    before: Rows
    after: Rows


@dataclass
class Hand:
    """What the model says one coder may undo and redo, newest last."""

    done: list[Done] = field(default_factory=list)
    undone: list[Done] = field(default_factory=list)


def among(rows: Rows, keys: frozenset[tuple[str, str]]) -> Rows:
    return {key: rows[key] for key in keys if key in rows}


def act(study: Study, who: CoderId, hand: Hand, data: st.DataObject) -> None:
    """Run any action; the model learns which rows it touched."""
    build = data.draw(st.sampled_from(sorted(BUILDERS.values(), key=lambda each: each.__name__)))
    before = all_rows(study)
    announced: list[Changes] = []
    study.listen(announced.append)
    try:
        study.run(build(Dice(study.ask(known_in), data.draw)), who)
    except (Refusal, NothingToBuildFrom):
        assert all_rows(study) == before
    if announced:
        after = all_rows(study)
        keys = frozenset(told(announced[0]))
        hand.done.append(Done(keys, among(before, keys), among(after, keys)))
        hand.undone.clear()


def go_back(study: Study, who: CoderId, hand: Hand) -> None:
    """Undo does exactly the coder's newest step, or nothing where somebody has built on it."""
    _turn(lambda: study.undo(who), study, hand.done, hand.undone, NothingToUndo, forward=False)


def go_on(study: Study, who: CoderId, hand: Hand) -> None:
    """Redo does exactly what the coder undid last."""
    _turn(lambda: study.redo(who), study, hand.undone, hand.done, NothingToRedo, forward=True)


def _turn(
    turn: Callable[[], Changes],
    study: Study,
    source: list[Done],
    target: list[Done],
    nothing: type[Refusal],
    *,
    forward: bool,
) -> None:
    rows = all_rows(study)
    if not source:
        with pytest.raises(nothing):
            turn()
        return
    step = source[-1]
    was, becomes = (step.before, step.after) if forward else (step.after, step.before)
    try:
        turn()
    except UndoClash as clash:
        assert all_rows(study) == rows
        hung_on = _built_on(clash)
        assert hung_on or among(rows, step.keys) != was
        return
    assert among(rows, step.keys) == was
    others = {key: row for key, row in rows.items() if key not in step.keys}
    assert all_rows(study) == others | becomes
    target.append(source.pop())


def _built_on(clash: UndoClash) -> bool:
    """Whether something stands in the way that the step itself did not touch."""
    return any(why in clash.why for why in ("hangs on it", "has ended", "corrected the words"))


@pytest.fixture(scope="module")
def begun(template: Path) -> Path:
    """The template with its steps sealed, so that each sequence starts with an empty hand."""
    path = template.with_name("begun.qnhs")
    shutil.copyfile(template, path)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE steps SET sealed = 1")
    return path


def test_any_sequence_of_actions_undo_and_redo_by_two_coders(begun: Path) -> None:
    moves = (act, act, act, go_back, go_back, go_on)

    @examples(0.5)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        with fresh(begun) as study:
            hands = {coder(study): Hand(), coder(study, "AB"): Hand()}
            for _ in range(data.draw(st.integers(2, 12))):
                who = data.draw(st.sampled_from(list(hands)))
                move = data.draw(st.sampled_from(moves))
                move(study, who, hands[who], *((data,) if move is act else ()))
            assert study.faults() == []

    holds()


def test_a_hand_is_the_same_after_each_opening(begun: Path) -> None:
    @examples(0.2)
    @given(st.data())
    def holds(data: st.DataObject) -> None:
        with TemporaryDirectory() as folder:
            path = Path(folder) / "trust.qnhs"
            shutil.copyfile(begun, path)
            hand = Hand()
            with Study.read(path) as study:
                lead = coder(study)
            for move in (act, act, act, go_back, go_back, go_on, go_back, go_on, go_on):
                with Study.open(path) as study:
                    move(study, lead, hand, *((data,) if move is act else ()))
                    assert study.faults() == []

    holds()
