"""The board of a round, what became of its codebook, and the layers there are."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codebook import DescribeCode, RenameCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound
from qualcoder_nhs.analysis.exclusive import clashes
from qualcoder_nhs.domain.codebook import Codebook, CodeSet, SetKind
from qualcoder_nhs.domain.ids import CodeSetId, RoundId
from qualcoder_nhs.domain.rounds import CodingState, Sample
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.codebook_tree import codebook_tree
from qualcoder_nhs.queries.coding_page import coding_page
from qualcoder_nhs.queries.excerpts import ExcerptFilter, excerpt_book
from qualcoder_nhs.queries.layers import layers, shown_layer
from qualcoder_nhs.queries.rounds import RoundBoard, round_board, round_boards, round_wording
from qualcoder_nhs.study import Study
from tests.builders import StandSettled, a_coded_study, code, coder, transcript


@pytest.fixture
def study(tmp_path: Path) -> Iterator[Study]:
    with a_coded_study(tmp_path / "trust.qnhs") as study:
        yield study


@pytest.fixture
def pilot(study: Study) -> RoundId:
    """A blind round of both transcripts by HL and AB."""
    return study.run(NewRound("Pilot", (coder(study), coder(study, "AB"))), coder(study))


def put(study: Study, layer: str, who: str, start: int = 18, end: int = 100) -> None:
    action = CodePassage(transcript(study), Span(start, end), code(study, "Warm"), layer)
    study.run(action, coder(study, who))


def settle(study: Study) -> None:
    study.run(StandSettled(transcript(study), Span(18, 100), code(study, "Warm")), coder(study))


def told(study: Study, board: RoundBoard) -> dict[tuple[str, str], tuple[str | None, int | None]]:
    names = {one.id: one.name for one in board.coders}
    return {
        (names[cell.coder], board.transcripts[cell.transcript]): (cell.state, cell.touched)
        for cell in board.cells.values()
    }


def test_the_lead_sees_how_far_everybody_is(study: Study, pilot: RoundId) -> None:
    put(study, pilot, "AB")
    study.run(FinishTranscript(transcript(study, "FG2"), pilot), coder(study, "AB"))
    board = study.ask_as(coder(study), round_board, "Pilot")
    assert told(study, board) == {
        ("HL", "FG1"): (CodingState.NOT_STARTED, 0),
        ("HL", "FG2"): (CodingState.NOT_STARTED, 0),
        ("AB", "FG1"): (CodingState.IN_PROGRESS, 2),
        ("AB", "FG2"): (CodingState.FINISHED, 0),
    }
    cell = board.cells[coder(study, "AB"), transcript(study)]
    assert (cell.to_code, cell.share) == (3, 2 / 3)
    assert board.finished == 1
    assert [(c.coder, c.transcript) for c in board.unfinished()] == [
        (coder(study), transcript(study)),
        (coder(study), transcript(study, "FG2")),
        (coder(study, "AB"), transcript(study)),
    ]


def test_a_coder_sees_their_own_and_what_others_finished(study: Study, pilot: RoundId) -> None:
    put(study, pilot, "HL")
    study.run(FinishTranscript(transcript(study, "FG2"), pilot), coder(study))
    board = study.ask_as(coder(study, "AB"), round_board, pilot)
    assert told(study, board) == {
        ("HL", "FG1"): (None, None),
        ("HL", "FG2"): (CodingState.FINISHED, None),
        ("AB", "FG1"): (CodingState.NOT_STARTED, 0),
        ("AB", "FG2"): (CodingState.NOT_STARTED, 0),
    }
    study.run(OpenRound(pilot), coder(study))
    board = study.ask_as(coder(study, "AB"), round_board, pilot)
    assert told(study, board)["HL", "FG1"] == (CodingState.IN_PROGRESS, 2)


def test_only_drawn_turns_are_counted(study: Study) -> None:
    one = study.run(NewRound("Half", (coder(study),), sample=Sample(0.5, 7)), coder(study))
    put(study, one, "HL")
    [board] = study.ask_as(coder(study), round_boards)
    assert {cell.to_code for cell in board.cells.values()} == {2}
    [portion, _other] = board.round.portions
    drawn = set(portion.turns or ())
    assert board.cells[coder(study), transcript(study)].touched == len(drawn & {2, 3})


def test_what_was_coded_under_an_older_wording(study: Study, pilot: RoundId) -> None:
    lead, warm = coder(study), code(study, "Warm")
    put(study, pilot, "HL")
    put(study, pilot, "AB")
    assert study.ask_as(lead, round_wording, pilot).differences == ()
    study.run(RenameCode(warm, "Close"), lead)
    assert study.ask_as(lead, round_wording, pilot).codings == 0
    study.run(DescribeCode(warm, "Liking."), lead)
    found = study.ask_as(lead, round_wording, "Pilot")
    assert [one.words for one in found.differences] == [
        "“Warm” is called “Close” now.",
        "“Close” has another definition: “” became “Liking.”.",
    ]
    assert (found.version.number, found.outdated) == (1, {warm: 1})  # the asker's own
    study.run(EndRound(pilot), lead)
    study.run(OpenRound(pilot), lead)
    assert study.ask_as(lead, round_wording, pilot).outdated == {warm: 2}


def test_the_settled_layer_is_shown_where_it_exists(study: Study, pilot: RoundId) -> None:
    assert study.ask(shown_layer) == "open"
    assert [(one.name, one.frozen) for one in study.ask(layers)] == [
        ("open", False),
        ("Pilot", False),
    ]
    tree = study.ask(codebook_tree)
    assert (tree.layer, sum(tree.own.values())) == ("open", 3)
    settle(study)
    study.run(EndRound(pilot), coder(study))
    assert [(one.id, one.name, one.frozen) for one in study.ask(layers)] == [
        ("open", "open", False),
        ("settled", "settled", False),
        (pilot, "Pilot", True),
    ]
    tree = study.ask(codebook_tree)
    assert (tree.layer, sum(tree.own.values())) == ("settled", 1)
    assert sum(study.ask(codebook_tree, "open").own.values()) == 3


def test_excerpts_name_the_layer_they_are_of(study: Study, pilot: RoundId) -> None:
    put(study, pilot, "HL")
    book = study.ask_as(coder(study), excerpt_book, ExcerptFilter(layer=pilot))
    assert book.layer == "Pilot"
    assert [excerpt.layer for excerpt in book.excerpts] == ["Pilot"]
    assert study.ask(excerpt_book, ExcerptFilter()).layer == "open"
    settle(study)
    assert study.ask(excerpt_book, ExcerptFilter()).layer == "settled"


def test_exclusive_sets_act_inside_one_layer(study: Study, pilot: RoundId) -> None:
    """Money excludes Warm, which stands there in the open layer and in no round."""
    warm, money = code(study, "Warm"), code(study, "Money")
    group = CodeSet(CodeSetId("x"), SetKind.EXCLUSIVE, "One of", "span", "", (warm, money))

    def names(layer: str) -> list[str]:
        page = study.ask_as(coder(study), coding_page, transcript(study), layer)
        own = [one for one in page.codings if one.coder == coder(study)]
        book = Codebook(page.codebook.codes, (group,))
        return [other.name for _, other in clashes(book, page.transcript, own, money, Span(20, 30))]

    assert (names("open"), names(pilot)) == (["Warm"], [])
    put(study, pilot, "HL")
    assert names(pilot) == ["Warm"]
