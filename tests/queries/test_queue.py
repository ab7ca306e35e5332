"""The queue: one item a disputed stretch, in context, with what was decided on it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.recoding import AmendCode
from qualcoder_nhs.actions.settling import PutOff, Settle, SettleUnanimous
from qualcoder_nhs.analysis.agreement.kinds import Kind
from qualcoder_nhs.domain.errors import NoSuch, StillApart
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.disputed import QueueItem, Sought
from qualcoder_nhs.queries.queue import disagreement_queue
from qualcoder_nhs.study import Study
from tests.agreement_study import FIRST, SECOND
from tests.builders import code, coder, transcript
from tests.settling_study import MEMO, ROUND, a_settling_study, item, queue, the_round


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_settling_study(tmp_path / "s.qnhs") as study:
        yield study


def sides(study: Study, one: QueueItem) -> dict[str, list[str]]:
    book = queue(study).codebook
    return {
        side.coder.name: [book[coding.code].name for coding in side.codings] for side in one.sides
    }


def test_one_item_is_one_disputed_stretch(study: Study) -> None:
    found = [(one.place, one.kind, one.characters) for one in queue(study).items]
    assert found == [
        ("FG1 t.2", Kind.BOUNDARY, 2),
        ("FG2 t.2", Kind.OMISSION, 5),
        ("FG2 t.2", Kind.SUBSTITUTION, 5),
        ("FG2 t.3", Kind.SUBSTITUTION, 10),
    ]
    assert [one.characters for one in queue(study).by_size()] == [10, 5, 5, 2]


def test_it_shows_whole_turns_with_what_was_said_around_them(study: Study) -> None:
    one = queue(study).items[2]
    assert [piece.text for piece in one.said] == ["abcdefghijklmnopqrst"]
    assert [piece.text for piece in (*one.before, *one.after)] == ["Go on.", "0123456789"]
    assert (one.words, one.said[0].voice.label) == ("pqrst", "P1")


def test_each_coder_is_a_side_even_with_nothing(study: Study) -> None:
    omitted, swapped = queue(study).items[1:3]
    assert sides(study, omitted) == {"HL": [], "AB": ["Trust"]}
    assert sides(study, swapped) == {"HL": ["Cost"], "AB": ["Waste"]}
    assert [side.memos for side in swapped.sides] == [(MEMO,), ()]
    assert swapped.same_family


def test_what_all_gave_alike_waits_to_be_settled_at_once(study: Study) -> None:
    now = queue(study)
    assert ([len(each) for each in now.agreed], now.agreed_settled) == ([2], 0)
    study.run(SettleUnanimous(the_round(study), now.agreed), coder(study))
    now = queue(study)
    assert (now.agreed, now.agreed_settled) == ((), 1)


def test_what_was_settled_is_known_and_what_was_put_off_is_not_settled(study: Study) -> None:
    lead, one = coder(study), the_round(study)
    first, second = queue(study).items[:2]
    study.run(Settle(one, first.about, Choice.ALL, Cause.BOUNDARY, "Both."), lead)
    study.run(PutOff(one, second.about), lead)
    now = queue(study)
    assert [each.settled for each in now.items] == [True, False, False, False]
    assert [each.decision is not None for each in now.items] == [True, True, False, False]
    assert (now.settled, now.items[0].decision.reason) == (1, "Both.")


def test_the_history_of_a_pair_is_where_the_same_two_were_confused(study: Study) -> None:
    now = queue(study)
    swapped, again = now.items[2:]
    assert now.pair_before(swapped) == (again,)
    assert now.pair_before(now.items[0]) == ()
    assert now.chosen(swapped, code(study, "Cost")) == (2, 2)
    assert [each.name for each in now.siblings(now.items[1])] == ["Money"]


def test_an_amended_definition_is_marked(study: Study) -> None:
    assert queue(study).reworded == frozenset()
    cost = code(study, "Cost")
    study.run(AmendCode(cost, "Money that is spent."), coder(study))
    assert queue(study).reworded == {cost}


def test_the_agreed_codes_of_the_same_turn_are_near(study: Study) -> None:
    assert item(study, "FG1 t.2", 2).near == ()


def test_a_round_that_is_not_opened_has_no_queue(tmp_path: Path) -> None:
    with a_settling_study(tmp_path / "apart.qnhs", opened=False) as study:
        for who in (coder(study), coder(study, "AB"), None):
            with pytest.raises(StillApart):
                study.ask_as(who, disagreement_queue, ROUND)


def test_a_round_that_is_not_there_is_told(study: Study) -> None:
    with pytest.raises(NoSuch):
        study.ask(disagreement_queue, "Round 7")


def test_an_item_is_found_by_a_code_on_its_words(study: Study) -> None:
    where = transcript(study, "FG2")
    waste = item(study, "FG2 t.3", 10)
    assert queue(study).at(Sought(where, Span(SECOND + 2, SECOND + 4), "waste")) == waste
    assert queue(study).at(Sought(where, Span(SECOND + 2, SECOND + 4), "trust")) is None
    assert queue(study).at(Sought(where, Span(SECOND, SECOND + 10), "no-such-code")) is None
    assert queue(study).at(Sought(where, Span(FIRST + 8, FIRST + 9), "cost")) is None
