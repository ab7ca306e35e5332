"""The recode queue holds exactly what old words are behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codebook import DescribeCode, RenameCode
from qualcoder_nhs.actions.recoding import AmendCode, KeepCodings, Recode
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.errors import Frozen
from qualcoder_nhs.queries.recoding import RecodeQueue, Reworded, recode_queue
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.agreement_study import FIRST, put
from tests.builders import code, coder
from tests.settling_study import a_settling_study, the_round


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_settling_study(tmp_path / "s.qnhs") as study:
        yield study


def waiting(study: Study, layer: str | None = None) -> RecodeQueue:
    return study.ask(recode_queue, layer)


def test_nothing_waits_while_the_words_are_what_they_were(study: Study) -> None:
    put(study, "HL", "FG3", "Cost", FIRST, FIRST + 3)
    study.run(RenameCode(code(study, "Cost"), "Price"), coder(study))
    assert waiting(study).waiting == ()


def test_it_holds_what_was_coded_before_the_new_words_and_nothing_else(study: Study) -> None:
    put(study, "HL", "FG3", "Cost", FIRST, FIRST + 3)
    study.run(AmendCode(code(study, "Cost"), "Money that is spent."), coder(study))
    put(study, "HL", "FG3", "Cost", FIRST + 5, FIRST + 8)
    found = waiting(study)
    assert {one.excerpt.code.name for one in found.waiting} == {"Cost"}
    assert [one.excerpt.layer for one in found.waiting].count("Round 1") == 4
    assert [one.excerpt.coding.span.start for one in waiting(study, OPEN).waiting] == [FIRST]
    assert {one.fixed for one in found.waiting} == {True, False}
    assert {one.words for one in found.waiting} == {
        (Reworded("definition", "", "Money that is spent."),)
    }


def test_words_taken_back_leave_nothing_to_look_at(study: Study) -> None:
    study.run(AmendCode(code(study, "Cost"), "Money that is spent."), coder(study))
    assert len(waiting(study).waiting) == 4
    study.undo(coder(study))
    assert waiting(study).waiting == ()


def test_what_was_looked_at_waits_no_more_until_the_words_change_again(study: Study) -> None:
    lead, cost = coder(study), code(study, "Cost")
    study.run(AmendCode(cost, "Money that is spent."), lead)
    first, *others = waiting(study).waiting
    study.run(KeepCodings((first.excerpt.coding.id,)), lead)
    assert (len(waiting(study).waiting), waiting(study).looked_at) == (len(others), 1)
    study.run(DescribeCode(cost, "Money spent or saved."), lead)
    assert (len(waiting(study).waiting), waiting(study).looked_at) == (len(others) + 1, 0)


def test_recoding_gives_another_code_and_knows_that_it_was_looked_at(study: Study) -> None:
    lead, cost = coder(study), code(study, "Cost")
    put(study, "HL", "FG3", "Cost", FIRST, FIRST + 3)
    study.run(AmendCode(cost, "Money that is spent."), lead)
    [own] = waiting(study, OPEN).waiting
    study.run(Recode(own.excerpt.coding.id, code(study, "Waste")), lead)
    assert waiting(study, OPEN).waiting == ()
    assert study.ask(Reader.coding, own.excerpt.coding.id).code == code(study, "Waste")


def test_what_a_round_froze_is_looked_at_and_not_recoded(study: Study) -> None:
    study.run(AmendCode(code(study, "Cost"), "Money that is spent."), coder(study))
    first = waiting(study, the_round(study)).waiting[0]
    assert first.fixed
    with pytest.raises(Frozen):
        study.run(Recode(first.excerpt.coding.id, code(study, "Waste")), coder(study))


def test_amending_writes_every_field_of_the_card(study: Study) -> None:
    cost = code(study, "Cost")
    told = ("What it costs.", "Sums.", "Time.", "A pound.", "Q5")
    study.run(AmendCode(cost, *told), coder(study))
    now = study.ask(Reader.codebook)[cost]
    assert (now.definition, now.use, now.do_not_use, now.example, now.serves) == told


def test_amending_makes_a_version_of_the_codebook_once(study: Study) -> None:
    lead, cost = coder(study), code(study, "Cost")
    before = len(study.ask(Reader.versions))
    study.run(AmendCode(cost, "Money that is spent."), lead)
    study.run(AmendCode(cost, "Money that is spent."), lead)
    assert [one.number for one in study.ask(Reader.versions)][before:] == [before + 1]
