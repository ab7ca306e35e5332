"""Packs that come back: merged, known again, edited in both places; and studies of their own."""

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codebook import (
    AddCode,
    AllowCode,
    CodeNewIdea,
    DeleteCode,
    MergeCodes,
    RenameCode,
)
from qualcoder_nhs.actions.codings import CodePassage, MoveEnds, RemoveCodings, SetFlags
from qualcoder_nhs.actions.finishing import FinishTranscript, ReopenTranscript
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.rounds import EndRound
from qualcoder_nhs.actions.themes import AddTheme
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import (
    ForeignPack,
    MergedWithItself,
    OnlyTheLeadMerges,
)
from qualcoder_nhs.domain.rounds import Sample
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.rounds import round_board
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.packs import incoming, merge, merge_plan
from tests.builders import all_rows, code, coder, transcript
from tests.packs import ROUND, a_pack, a_team, another_team, layer, merged, opened, plan_of, work


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


def test_a_memo_on_a_theme_that_only_the_pack_has_stays_behind(team: Study) -> None:
    path = a_pack(team)
    with opened(path) as pack:
        ab = coder(pack, "AB")
        pack.run(WriteMemo("Of its own", theme=pack.run(AddTheme("Mine"), ab)), ab)
        pack.run(WriteMemo("Of the study"), ab)
    plan = merged(team, path)
    assert [one.text for one in plan.memos.added] == ["Of the study"]
    memo, theme = plan.refused
    assert memo.why == "the theme it is on is not here"
    assert (theme.what, "does not bring it" in theme.why) == ("1 theme", True)
    assert team.ask(Reader.themes) == []
    assert team.faults() == []


def test_out_coded_back_merged_and_undone(team: Study) -> None:
    path = a_pack(team)
    made = work(path)
    with opened(path) as pack:
        ab = coder(pack, "AB")
        pack.run(WriteMemo("Why?", coding=made), ab)
        pack.run(FinishTranscript(transcript(pack), layer(pack)), ab)
    before, content = all_rows(team), path.read_bytes()
    plan = plan_of(team, path)
    assert all_rows(team) == before
    assert (len(plan.codings.added), len(plan.memos.added), len(plan.finishes.added)) == (1, 1, 1)
    assert (plan.conflicting, plan.refused, plan.matched) == ((), (), ())
    assert merged(team, path) == plan
    assert path.read_bytes() == content
    assert team.faults() == []
    after = all_rows(team)
    board = team.ask_as(coder(team), round_board, ROUND)
    assert board.cells[coder(team, "AB"), transcript(team)].state == "finished"
    assert not merged(team, path)
    assert all_rows(team) == after
    team.undo(coder(team))
    assert all_rows(team) == before
    team.redo(coder(team))
    assert all_rows(team) == after


def test_a_merge_that_was_undone_can_be_done_again(team: Study) -> None:
    path, lead = a_pack(team), coder(team)
    made = work(path)
    with opened(path) as pack:
        pack.run(FinishTranscript(transcript(pack), layer(pack)), coder(pack, "AB"))
    merged(team, path)
    after = all_rows(team)
    team.undo(lead)
    team.run(RenameCode(code(team, "Warm"), "Hot"), lead)
    team.run(RenameCode(code(team, "Hot"), "Warm"), lead)
    plan = merged(team, path)
    assert (len(plan.codings.added), len(plan.finishes.added), plan.conflicting) == (1, 1, ())
    assert {row for table, row in all_rows(team) if table != "merges"} == {
        row for table, row in after if table != "merges"
    }
    team.undo(lead)
    team.redo(lead)
    team.run(ReopenTranscript(transcript(team), layer(team)), coder(team, "AB"))
    team.run(RemoveCodings((made,)), coder(team, "AB"))
    assert not merged(team, path)


def test_the_lead_still_does_not_see_what_came_in(team: Study) -> None:
    path = a_pack(team)
    made = work(path)
    merged(team, path)
    assert made not in {one.id for one in team.ask_as(coder(team), Reader.codings)}
    assert made in {one.id for one in team.ask_as(coder(team, "AB"), Reader.codings)}


def test_a_row_of_a_blind_round_tells_neither_code_nor_place(team: Study) -> None:
    path = a_pack(team)
    made = work(path)
    merged(team, path)
    with opened(path) as pack:
        pack.run(MoveEnds(made, Span(1, 9)), coder(pack, "AB"))
    team.run(SetFlags(made, frozenset({Flag.STRONG})), coder(team, "AB"))
    [row] = plan_of(team, path).conflicting
    assert (row.what, row.why) == (
        "a coding of AB in “Pilot”",
        "same id, edited in both places",
    )


def test_only_the_lead_merges(team: Study) -> None:
    path = a_pack(team)
    work(path)
    there = incoming(team, path)
    for act in (merge, merge_plan):
        with pytest.raises(OnlyTheLeadMerges):
            act(team, there, coder(team, "CD"))


def test_what_is_edited_and_taken_back_after_a_merge_follows(team: Study) -> None:
    path = a_pack(team)
    kept, gone = work(path), work(path, 40, "Cold")
    with opened(path) as pack:
        pack.run(WriteMemo("Hm", coding=gone), coder(pack, "AB"))
        pack.run(FinishTranscript(transcript(pack), layer(pack)), coder(pack, "AB"))
    merged(team, path)
    older = path.with_name("older.qnhs")
    shutil.copyfile(path, older)
    with opened(path) as pack:
        ab = coder(pack, "AB")
        pack.run(ReopenTranscript(transcript(pack), layer(pack)), ab)
        pack.run(MoveEnds(kept, Span(18, 40)), ab)
        pack.run(RemoveCodings((gone,)), ab)
        pack.run(FinishTranscript(transcript(pack), layer(pack)), ab)
    before = all_rows(team)
    plan = merged(team, path)
    codings = plan.codings
    assert [len(part) for part in (codings.added, codings.changed, codings.removed)] == [0, 1, 1]
    assert (len(plan.finishes.added), len(plan.finishes.removed)) == (1, 1)
    found = team.ask_as(coder(team, "AB"), Reader.codings, coder=coder(team, "AB"))
    assert {one.span for one in found if one.layer == layer(team)} == {Span(18, 40)}
    assert team.faults() == []
    after = all_rows(team)
    assert not merged(team, older)
    assert all_rows(team) == after
    team.undo(coder(team))
    assert all_rows(team) == before


def test_the_newer_state_first_and_the_older_one_after_it_is_the_same(
    team: Study, tmp_path: Path
) -> None:
    path, older = a_pack(team), tmp_path / "older.qnhs"
    gone = work(path)
    shutil.copyfile(path, older)
    with opened(path) as pack:
        pack.run(RemoveCodings((gone,)), coder(pack, "AB"))
    work(path, 40)
    merged(team, path)
    after = all_rows(team)
    assert not merged(team, older)
    assert all_rows(team) == after


def test_what_was_removed_here_stays_so_and_what_was_edited_too_is_shown(team: Study) -> None:
    path = a_pack(team)
    made, other = work(path), work(path, 40)
    merged(team, path)
    team.run(RemoveCodings((made, other)), coder(team, "AB"))
    with opened(path) as pack:
        pack.run(MoveEnds(other, Span(40, 50)), coder(pack, "AB"))
    plan = merged(team, path)
    assert not plan
    assert [row.why for row in plan.conflicting] == ["removed here, edited there"]
    assert plan.codings.known == 1
    assert not merged(team, path)


def test_a_coding_with_somebodys_memo_on_it_does_not_go(team: Study) -> None:
    path = a_pack(team)
    made = work(path)
    merged(team, path)
    team.run(WriteMemo("Mine", coding=made), coder(team, "AB"))
    with opened(path) as pack:
        pack.run(RemoveCodings((made,)), coder(pack, "AB"))
    plan = merged(team, path)
    assert [row.why for row in plan.conflicting] == [
        "removed there, but not here: a memo hangs on it"
    ]


def test_what_an_ended_round_refuses_comes_when_the_end_is_undone(team: Study) -> None:
    path, lead = a_pack(team), coder(team)
    work(path)
    team.run(EndRound(team.ask(Reader.round, ROUND).id), lead)
    plan = merged(team, path)
    assert not plan
    assert ["has ended" in row.why for row in plan.refused] == [True]
    team.undo(lead)
    team.undo(lead)
    assert len(merged(team, path).codings.added) == 1


def test_what_was_refused_once_comes_when_the_reason_is_gone(team: Study) -> None:
    path, lead = a_pack(team), coder(team)
    work(path)
    team.run(AllowCode(code(team, "Warm"), Applicable.NO), lead)
    for _ in range(2):
        plan = merged(team, path)
        assert ["not put on words" in row.why for row in plan.refused] == [True]
    team.run(AllowCode(code(team, "Warm"), Applicable.YES), lead)
    assert len(merged(team, path).codings.added) == 1


def test_what_came_and_went_there_does_not_come_with_an_older_state(
    team: Study, tmp_path: Path
) -> None:
    path, older = a_pack(team), tmp_path / "older.qnhs"
    gone = work(path)
    shutil.copyfile(path, older)
    with opened(path) as pack:
        pack.run(RemoveCodings((gone,)), coder(pack, "AB"))
    assert not merged(team, path)
    after = all_rows(team)
    assert not merged(team, older)
    assert not merged(team, path)
    assert all_rows(team) == after


def test_an_idea_that_is_taken_back_after_a_merge_takes_its_coding_along(team: Study) -> None:
    path = a_pack(team)
    with opened(path) as pack:
        idea = CodeNewIdea(transcript(pack), Span(3, 9), "Humour", layer(pack))
        pack.run(idea, coder(pack, "AB"))
    merged(team, path)
    with opened(path) as pack:
        pack.undo(coder(pack, "AB"))
    assert len(merged(team, path).codings.removed) == 1
    assert "humour" in team.ask(Reader.codebook).by_slug


def test_two_branches_of_one_pack_lose_nothing(team: Study, tmp_path: Path) -> None:
    path, branch = a_pack(team), tmp_path / "branch.qnhs"
    kept = work(path)
    shutil.copyfile(path, branch)
    one, other = work(path, 40), work(branch, 60)
    with opened(branch) as pack:
        pack.run(MoveEnds(kept, Span(18, 33)), coder(pack, "AB"))
    merged(team, path)
    assert not merged(team, branch).conflicting
    found = {one.id: one.span for one in team.ask_as(coder(team, "AB"), Reader.codings)}
    assert {kept, one, other} <= found.keys()
    assert found[kept] == Span(18, 33)


# ── codes ────────────────────────────────────────────────────────────────────────────────────────


def test_new_codes_arrive_under_new_ideas(team: Study) -> None:
    paths = [a_pack(team), a_pack(team, "CD")]
    for path, who in zip(paths, ("AB", "CD"), strict=True):
        with opened(path) as pack:
            me, first = coder(pack, who), transcript(pack)
            pack.run(CodeNewIdea(first, Span(3, 9), "Humour", layer(pack)), me)
            above = pack.run(AddCode("Tone", code(pack, "Trust")), me)
            pack.run(AddCode("Dry", above), me)
    first, second = (merged(team, path) for path in paths)
    book = team.ask(Reader.codebook)
    paths_here = {book.path(one.id) for one in book.codes}
    assert {
        "New ideas > Humour",
        "New ideas > Humour (2)",
        "New ideas > Tone > Dry",
        "New ideas > Tone (2) > Dry",
    } <= paths_here
    assert first.conflicting == ()
    assert any("comes in as “Humour (2)”" in row.why for row in second.conflicting)
    assert team.faults() == []
    assert not any(merged(team, path) for path in paths)


def test_codes_renamed_merged_and_deleted_here_meanwhile(team: Study) -> None:
    path = a_pack(team)
    work(path)
    work(path, 30, "Cold")
    work(path, 50, "Money")
    lead = coder(team)
    team.run(RenameCode(code(team, "Warm"), "Hot"), lead)
    gone = team.ask_as(lead, Reader.codings, codes=[code(team, "Cold")])
    team.run(RemoveCodings(tuple(one.id for one in gone)), lead)
    team.run(MergeCodes(code(team, "Cold"), code(team, "Hot")), lead)
    team.run(DeleteCode(code(team, "Money")), lead)
    plan = merged(team, path)
    whys = {row.why for row in plan.conflicting}
    assert "called “Hot” here" in whys
    assert "part of “Hot” here by now" in whys
    assert "deleted here; comes back under New ideas" in whys
    book = team.ask(Reader.codebook)
    found = team.ask_as(coder(team, "AB"), Reader.codings, layer=layer(team))
    assert [book.path(one.code) for one in sorted(found, key=lambda one: one.span)] == [
        "Trust > Hot",
        "Trust > Hot",
        "New ideas > Money",
    ]
    assert not merged(team, path)


def test_a_code_renamed_in_the_pack_keeps_its_name_here(team: Study) -> None:
    path = a_pack(team)
    with opened(path) as pack:
        pack.run(RenameCode(code(pack, "Warm"), "Hot"), coder(pack, "AB"))
    plan = merged(team, path)
    assert [(row.what, row.why) for row in plan.conflicting] == [
        ("code “Trust > Hot”", "called “Warm” here")
    ]
    assert team.ask(Reader.codebook).by_slug["warm"].name == "Warm"


# ── what does not fit ────────────────────────────────────────────────────────────────────────────


def harm(path: Path, *statements: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        for statement in statements:
            connection.execute(statement)


def test_a_transcript_with_other_words_stays_out_and_the_turn_is_named(team: Study) -> None:
    path = a_pack(team)
    work(path)
    harm(path, "UPDATE transcripts SET text = replace(text, 'once', 'ounce') WHERE name = 'FG1'")
    plan = merged(team, path)
    assert [(row.what, row.why) for row in plan.refused] == [
        ("FG1", "text differs at turn 3; 1 coding stays out")
    ]
    assert not plan


def test_a_pack_of_another_study_is_refused_by_name(team: Study, tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    with another_team(tmp_path / "other" / "other.qnhs") as other:
        path = a_pack(other)
    with pytest.raises(ForeignPack, match=r"AB\.qnhs.*another study"):
        merged(team, path)


def test_a_study_is_not_merged_with_itself(team: Study) -> None:
    with pytest.raises(MergedWithItself):
        merged(team, team.path)


def test_a_passage_outside_the_sample_and_one_in_the_open_layer(tmp_path: Path) -> None:
    with a_team(tmp_path / "trust.qnhs", Sample(0.3, 1)) as team:
        path = a_pack(team)
        [drawn] = team.ask(Reader.round, ROUND).portion(transcript(team)).turns or ()
        text = team.ask(Reader.transcript, transcript(team))
        other = next(turn for turn in text.turns if turn.index != drawn)
        with opened(path) as pack:
            ab, warm = coder(pack, "AB"), code(pack, "Warm")
            fits = CodePassage(text.id, text.turns[drawn - 1].words, warm, layer(pack))
            moved = pack.run(fits, ab).coding
            pack.run(CodePassage(text.id, other.words, code(pack, "Cold")), ab)
        words = other.words
        harm(
            path,
            f"UPDATE codings SET start = {words.start}, \"end\" = {words.end} WHERE id = '{moved}'",
        )
        plan = merged(team, path)
        assert ["turns drawn" in row.why for row in plan.refused] == [True]
        assert [one.layer for one in plan.codings.added] == ["open"]
