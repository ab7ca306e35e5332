"""Saying that a transcript is done; and tables of codings that name rounds as their layers."""

import pytest

from qualcoder_nhs.actions.codings import (
    MoveEnds,
)
from qualcoder_nhs.actions.finishing import FinishTranscript, ReopenTranscript
from qualcoder_nhs.actions.import_codings import CodingsTaken, ImportCodings
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.rounds import EndRound
from qualcoder_nhs.domain.coding_draft import CodingDraft
from qualcoder_nhs.domain.errors import (
    AlreadyFinished,
    AlreadyThere,
    Frozen,
    NoSuch,
    NotFinished,
    NotInRound,
)
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.round_hands import begin, placed, put
from tests.builders import coder, transcript

# ── finishing ────────────────────────────────────────────────────────────────────────────────────


def test_finished_is_said_once_and_taken_back(study: Study) -> None:
    other, one, first = coder(study, "AB"), begin(study), transcript(study)
    study.run(FinishTranscript(first, one), other)
    study.run(FinishTranscript(first, one), other)
    [said] = study.ask(Reader.finishes, one)
    assert (said.coder, said.transcript, said.layer) == (other, first, one)
    with pytest.raises(AlreadyFinished, match="reopen it"):
        put(study, one, "AB")
    put(study, "open", "AB", (50, 60))
    put(study, one)
    study.run(ReopenTranscript(first, one), other)
    put(study, one, "AB")
    with pytest.raises(NotFinished):
        study.run(ReopenTranscript(first, one), other)


def test_who_forgot_to_say_it_may_say_it_after_the_end(study: Study) -> None:
    other, one, first = coder(study, "AB"), begin(study), transcript(study)
    study.run(EndRound(one), coder(study))
    study.run(FinishTranscript(first, one), other)
    with pytest.raises(Frozen):
        study.run(ReopenTranscript(first, one), other)


def test_only_what_one_codes_can_be_finished(study: Study) -> None:
    third = study.run(AddCoder("CD"), coder(study))
    one = begin(study)
    with pytest.raises(NotInRound):
        study.run(FinishTranscript(transcript(study), one), third)
    with pytest.raises(NotInRound):
        study.run(FinishTranscript(transcript(study, "FG2"), one), coder(study))
    for layer in ("nowhere", "Pilot"):
        with pytest.raises(NoSuch):
            study.run(FinishTranscript(transcript(study), layer), coder(study))
    with pytest.raises(NoSuch):
        study.run(FinishTranscript(TranscriptId("gone")), coder(study))


# ── tables of codings ────────────────────────────────────────────────────────────────────────────


def taken(study: Study, who: str, *rows: tuple[str, str]) -> CodingsTaken:
    drafts = (
        CodingDraft(line, "FG1", name, "money", 18, 40, layer=layer)
        for line, (name, layer) in enumerate(rows, 2)
    )
    return study.run(ImportCodings(tuple(drafts), "table"), coder(study, who))


def test_a_table_names_layers_as_people_do(study: Study) -> None:
    one = begin(study)
    result = taken(study, "HL", ("HL", "Pilot"), ("AB", one), ("HL", "open"))
    assert (result.added, result.problems) == (3, ())
    assert placed(study, one) == placed(study, one, "AB") == [(18, 40)]


def test_a_layer_of_another_study_stays_what_the_table_calls_it(study: Study) -> None:
    assert taken(study, "HL", ("HL", "Elsewhere")).added == 1
    [made] = study.ask(Reader.codings, layer="Elsewhere")
    study.run(MoveEnds(made.id, Span(18, 50)), coder(study))
    put(study, "Elsewhere", span=(60, 70))
    assert len(study.ask(Reader.codings, layer="Elsewhere")) == 2
    with pytest.raises(AlreadyThere):
        begin(study, "Elsewhere")


def test_what_a_frozen_round_holds_already_is_known_and_no_problem(study: Study) -> None:
    one = begin(study, blind=False)
    taken(study, "HL", ("HL", "Pilot"), ("AB", "Pilot"))
    study.run(EndRound(one), coder(study))
    for who in ("HL", "AB"):
        again = taken(study, who, ("HL", "Pilot"), ("AB", "Pilot"))
        assert (again.known, again.problems) == (2, ())


def test_no_table_finds_out_what_a_blind_round_holds_of_others(study: Study) -> None:
    one = begin(study)
    taken(study, "HL", ("HL", "Pilot"), ("AB", "Pilot"))
    study.run(EndRound(one), coder(study))
    again = taken(study, "AB", ("HL", "Pilot"), ("AB", "Pilot"))
    assert (again.known, [problem.line for problem in again.problems]) == (1, [2])
    with_nothing = begin(study, "Second")
    study.run(EndRound(with_nothing), coder(study))
    (second,) = taken(study, "AB", ("HL", "Second")).problems
    assert second.what == again.problems[0].what.replace("Pilot", "Second")


def test_only_the_lead_brings_in_what_others_made_in_a_round(study: Study) -> None:
    begin(study)
    result = taken(study, "AB", ("HL", "Pilot"), ("AB", "Pilot"), ("HL", "open"))
    assert (result.added, [problem.line for problem in result.problems]) == (2, [2])


def test_nothing_comes_into_an_ended_layer(study: Study) -> None:
    study.run(EndRound(begin(study)), coder(study))
    result = taken(study, "HL", ("HL", "Pilot"), ("CD", "Pilot"))
    assert (result.added, result.coders) == (0, ())
    assert all("Pilot" in problem.what for problem in result.problems)
