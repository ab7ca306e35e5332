"""What is looked at before a transcript is finished, and the shelf of a round."""

from pathlib import Path

import pytest
from builders import a_coded_study, code, coder, transcript

from qualcoder_nhs.actions.codebook import AllowCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.rounds import NewRound
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.rounds import Sample
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.coding_page import coding_page
from qualcoder_nhs.queries.finish_check import finish_check
from qualcoder_nhs.queries.library import library
from qualcoder_nhs.study import Study


@pytest.fixture
def study(tmp_path: Path) -> Study:
    return a_coded_study(tmp_path / "s.qnhs")


def test_turns_of_participants_without_a_code_are_left(study: Study) -> None:
    lead, first = coder(study), transcript(study)
    with study:
        check = study.ask_as(lead, finish_check, first, OPEN, lead)
        assert (check.name, check.to_code, check.finished) == ("FG1", 3, False)
        assert [one.turn for one in check.uncoded] == [3, 4]
        assert check.uncoded[0].words == "We were asked once."
        assert check.holding == ()


def test_codes_that_hold_a_place_are_named(study: Study) -> None:
    lead, first = coder(study), transcript(study)
    with study:
        study.run(AllowCode(code(study, "Cold"), Applicable.HOLDING), lead)
        [one] = study.ask_as(lead, finish_check, first, OPEN, lead).holding
        assert (one.code, one.turn, one.span) == ("Cold", 2, Span(30, 60))


def test_in_a_round_only_its_turns_and_its_codings_count(study: Study) -> None:
    lead, first = coder(study), transcript(study)
    with study:
        made = study.run(NewRound("Pilot", (lead,), (first,), sample=Sample(0.6, 1)), lead)
        page = study.ask_as(lead, coding_page, first, made)
        assert page.to_code is not None
        check = study.ask_as(lead, finish_check, first, made, lead)
        assert {one.turn for one in check.uncoded} == page.to_code
        assert check.layer_name == "Pilot"
        drawn = page.transcript.turns[min(page.to_code) - 1]
        study.run(CodePassage(first, drawn.words, code(study, "Warm"), made), lead)
        study.run(FinishTranscript(first, made), lead)
        again = study.ask_as(lead, finish_check, first, made, lead)
        assert len(again.uncoded) == len(check.uncoded) - 1
        assert again.finished


def test_the_shelf_of_a_round_counts_what_it_has(study: Study) -> None:
    lead, first = coder(study), transcript(study)
    with study:
        made = study.run(NewRound("Pilot", (lead,), (first,), sample=Sample(0.6, 1)), lead)
        study.run(FinishTranscript(first, made), lead)
        one, other = study.ask_as(lead, library, lead, made)
        assert (one.coded, one.turns_of, one.taking_part, one.finished) == (0, 2, True, True)
        assert (other.turns_of, other.taking_part, other.finished) == (0, False, False)
        one, other = study.ask_as(lead, library, lead)
        assert (one.turns_of, one.taking_part, one.finished) == (3, True, False)


def test_a_page_knows_what_its_round_leaves_out(study: Study) -> None:
    lead, first = coder(study), transcript(study)
    with study:
        made = study.run(NewRound("Pilot", (lead,), (first,)), lead)
        page = study.ask_as(lead, coding_page, first, made)
        assert page.to_code == {2, 3, 4}
        assert not any(map(page.leaves_out, page.transcript.turns))
        away = study.ask_as(lead, coding_page, transcript(study, "FG2"), made)
        assert away.to_code == frozenset()
        assert all(map(away.leaves_out, away.transcript.turns))
        out = study.ask_as(lead, coding_page, first)
        assert (out.round, out.to_code) == (None, None)
        assert all(map(out.is_to_code, out.transcript.turns))
