"""The history names every step once, and says which stand."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from builders import a_study, coder

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.queries.steps import listed_steps, next_steps
from qualcoder_nhs.study import Study


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_study(tmp_path / "study.qnhs") as made:
        yield made


def latest(study: Study) -> tuple[str, bool]:
    step = study.ask(listed_steps)[0]
    return step.words, step.stands


def test_steps_come_newest_first_with_their_coder(study: Study) -> None:
    study.run(AddCode("Trust"), coder(study, "AB"))
    first, second, *_rest = study.ask(listed_steps)
    assert (first.words, first.coder) == ("Add code Trust", "AB")
    assert (second.words, second.coder) == ("Add coder AB", "HL")


def test_an_undone_step_is_listed_once_and_does_not_stand(study: Study) -> None:
    me = coder(study)
    study.run(AddCode("Trust"), me)
    before = len(study.ask(listed_steps))
    for act, stands in ((study.undo, False), (study.redo, True), (study.undo, False)):
        act(me)
        assert latest(study) == ("Add code Trust", stands)
        assert len(study.ask(listed_steps)) == before


def test_what_undo_and_redo_would_do_is_named_for_each_coder(study: Study) -> None:
    me, other = coder(study), coder(study, "AB")
    study.run(AddCode("Trust"), me)
    assert study.ask(next_steps, me).undo == "Add code Trust"
    assert study.ask(next_steps, other).undo == ""
    study.undo(me)
    assert study.ask(next_steps, me).redo == "Add code Trust"
