"""Packs: what is in them and what is not; out, coded, back and merged."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codebook import (
    CodeNewIdea,
    DeleteCode,
    RenameCode,
)
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.finishing import FinishTranscript
from qualcoder_nhs.actions.memos import ChangeMemo, KeepPrivate, WriteMemo
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.actions.rounds import EndRound
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    AnothersPack,
    Frozen,
    NoSuch,
    NotInRound,
    NotYourMemo,
    OnlyTheLead,
    OnlyTheLeadMerges,
)
from qualcoder_nhs.domain.merge.sides import MergeRow
from qualcoder_nhs.domain.merge.wording import sections
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.pack_check import pack_check
from qualcoder_nhs.queries.packs import pack_of
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.packs import write_pack
from tests.builders import code, coder, transcript
from tests.packs import ROUND, a_pack, a_team, layer, merged, opened, work

ANIMAL = "Quokka"


@pytest.fixture
def team(tmp_path: Path) -> Iterator[Study]:
    with a_team(tmp_path / "trust.qnhs") as study:
        yield study


# ── what is in a pack ────────────────────────────────────────────────────────────────────────────


def test_a_pack_is_a_whole_study_of_one_coder_and_one_round(team: Study) -> None:
    with opened(a_pack(team)) as pack:
        assert pack.faults() == []
        whose = pack.ask(pack_of)
        assert whose is not None
        assert (whose.coder.name, whose.round.name) == ("AB", ROUND)
        assert whose.round.coders == (coder(team, "AB"),)
        assert whose.round.portions == team.ask(Reader.round, ROUND).portions
        assert [one.text for one in pack.ask(Reader.transcripts)] == [
            one.text for one in team.ask(Reader.transcripts)
        ]
        assert pack.ask(Reader.speakers)
        assert pack.ask(Reader.codebook).by_id == team.ask(Reader.codebook).by_id
        assert [one.name for one in pack.ask(Reader.coders)] == ["AB", "HL"]
    assert team.ask(pack_of) is None


def test_no_word_of_anybody_else_is_in_its_bytes(team: Study) -> None:
    lead, third = coder(team), coder(team, "CD")
    first, within = transcript(team), layer(team)
    kept = team.run(CodePassage(first, Span(3, 9), code(team, "Warm"), within), third).coding
    team.run(WriteMemo(ANIMAL, coding=kept), third)
    memo = team.run(WriteMemo(ANIMAL, transcript=first), lead)
    team.run(ChangeMemo(memo, "Other"), lead)
    team.run(WriteMemo(ANIMAL, code=code(team, "Warm")), lead)
    team.run(CodeNewIdea(first, Span(3, 9), f"Idea {ANIMAL}"), lead)
    path = a_pack(team)
    assert [one.name for one in path.parent.glob("AB*")] == ["AB.qnhs"]
    content = path.read_bytes()
    assert ANIMAL.encode() not in content
    assert b"Look at this" not in content
    assert b"Who decides?" in content
    with opened(path) as pack:
        assert pack.ask_as(coder(pack, "AB"), Reader.codings) == []
        assert pack.ask_as(coder(pack, "AB"), Reader.memos) == []
        assert len(pack.ask(Reader.history)) == 1
        assert {one.name for one in pack.ask(Reader.coders)} == {"AB", "HL"}


def test_the_codebook_in_it_is_the_frozen_one(team: Study) -> None:
    team.run(RenameCode(code(team, "Warm"), "Hot"), coder(team))
    team.run(DeleteCode(code(team, "Old")), coder(team))
    with opened(a_pack(team)) as pack:
        names = {one.name for one in pack.ask(Reader.codebook).codes}
    assert {"Warm", "Old"} <= names
    assert "Hot" not in names


def test_only_the_lead_makes_packs_and_only_of_what_is_running(team: Study) -> None:
    out, ab = team.path.with_name("x.qnhs"), coder(team, "AB")
    with pytest.raises(OnlyTheLeadMerges):
        write_pack(team, ROUND, ab, out, ab)
    with pytest.raises(NoSuch):
        write_pack(team, "No round", ab, out, coder(team))
    stranger = team.run(AddCoder("ZZ"), coder(team))
    with pytest.raises(NotInRound):
        write_pack(team, ROUND, stranger, out, coder(team))
    team.run(EndRound(team.ask(Reader.round, ROUND).id), coder(team))
    with pytest.raises(Frozen):
        write_pack(team, ROUND, ab, out, coder(team))
    assert not out.exists()


def test_a_file_that_is_there_is_left_alone(team: Study) -> None:
    path = a_pack(team)
    before = path.read_bytes()
    with pytest.raises(AlreadyThere):
        a_pack(team)
    assert path.read_bytes() == before


def test_a_pack_is_noted_as_an_export_of_the_words_in_it(team: Study) -> None:
    a_pack(team)
    [note] = team.ask(Reader.exports)
    assert (note.what, note.file) == ("pack", "AB.qnhs")
    assert set(note.transcripts) == set(team.ask(Reader.transcript_names))


def test_a_pack_made_again_holds_the_coders_own_work(team: Study) -> None:
    path = a_pack(team)
    work(path)
    merged(team, path)
    path.unlink()
    with opened(a_pack(team)) as pack:
        assert len(pack.ask_as(coder(pack, "AB"), Reader.codings)) == 1


def test_the_coder_leads_nothing_in_it(team: Study) -> None:
    with opened(a_pack(team)) as pack, pytest.raises(OnlyTheLead):
        pack.run(EndRound(pack.ask(Reader.round, ROUND).id), coder(pack, "AB"))


# ── before it is returned ────────────────────────────────────────────────────────────────────────


def test_what_to_look_at_before_it_is_returned(team: Study) -> None:
    path = a_pack(team)
    made = work(path)
    with opened(path) as pack:
        ab = coder(pack, "AB")
        pack.run(FinishTranscript(transcript(pack), layer(pack)), ab)
        pack.run(KeepPrivate(pack.run(WriteMemo(ANIMAL, coding=made), ab)), ab)
        check = pack.ask_as(ab, pack_check, ROUND, ab)
    first, second = check.uncoded
    assert (first.name, first.turns, first.of, first.finished) == ("FG1", (3, 4), 3, True)
    assert (second.turns, second.finished) == ((2, 3, 4), False)
    assert (check.holding, check.private) == ((), 1)


def test_private_memos_stay_behind_to_the_last_byte(team: Study) -> None:
    path = a_pack(team)
    made = work(path)
    with opened(path) as pack:
        ab = coder(pack, "AB")
        memo = pack.run(WriteMemo(f"{ANIMAL} one", coding=made), ab)
        pack.run(KeepPrivate(memo), ab)
        pack.run(ChangeMemo(memo, f"{ANIMAL} two"), ab)
        pack.run(WriteMemo("To be read", coding=made), ab)
        back = path.with_name("back.qnhs")
        done = write_pack(pack, ROUND, ab, back, ab)
        assert done.check is not None
        assert done.check.private == 1
        with pytest.raises(AnothersPack):
            write_pack(pack, ROUND, coder(pack), path.with_name("no.qnhs"), ab)
    assert ANIMAL.encode() in path.read_bytes()
    assert ANIMAL.encode() not in back.read_bytes()
    with opened(back) as returned:
        assert returned.faults() == []
    merged(team, back)
    texts = {one.text for one in team.ask_as(coder(team, "AB"), Reader.memos)}
    assert "To be read" in texts
    assert not any(ANIMAL in text for text in texts)


def test_private_memos_are_left_out_of_a_merge_too(team: Study) -> None:
    path = a_pack(team)
    made = work(path)
    with opened(path) as pack:
        ab = coder(pack, "AB")
        pack.run(KeepPrivate(pack.run(WriteMemo(ANIMAL, coding=made), ab)), ab)
    plan = merged(team, path)
    assert (len(plan.memos.added), plan.memos.left) == (0, 1)
    assert MergeRow("1 memo", "marked private") in sections(plan)[3].rows
    assert plan.refused == ()
    with pytest.raises(NotYourMemo):
        team.run(KeepPrivate(team.ask(Reader.memos)[0].id), coder(team, "CD"))
