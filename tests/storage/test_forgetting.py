"""Withdrawn consent: no word of a forgotten transcript stands anywhere, and all else stays."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codings import CodePassage, RemoveCodings
from qualcoder_nhs.actions.exports import NoteExport
from qualcoder_nhs.actions.memos import ChangeMemo, WriteMemo
from qualcoder_nhs.actions.people import DescribeParticipant, SetSpeaker
from qualcoder_nhs.actions.transcripts import ForgetTranscript, Forgotten, RemoveTranscript
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import NoSuch, NothingToUndo, UndoClash
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage import backups, wiping
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, an_import, code, coder, transcript

SECRETS = ("zebrafish", "quokka", "axolotl", "narwhal", "okapi", "pangolin", "tarsier", "wombat")


@pytest.fixture
def secret(study: Study) -> TranscriptId:
    """A transcript with work on it, some of it taken back, all of it naming rare beasts."""
    lead, other = coder(study), coder(study, "AB")
    text = "MOD: zebrafish?\nP1: quokka quokka\nP2: axolotl"
    added = study.run(an_import("FG3", text), lead)
    coded = study.run(CodePassage(added, Span(16, 25), code(study, "Warm")), lead)
    gone = study.run(CodePassage(added, Span(0, 5), code(study, "Warm")), other)
    study.run(WriteMemo("narwhal", coding=gone.coding), other)
    study.run(RemoveCodings((gone.coding,)), other)
    memo = study.run(WriteMemo("okapi", coding=coded.coding), lead)
    study.run(ChangeMemo(memo, "pangolin"), lead)
    study.run(WriteMemo("tarsier", transcript=added, span=Span(0, 3)), lead)
    study.undo(lead)
    person = study.ask(Reader.speakers, added)[1].participants[0]
    study.run(DescribeParticipant(person, "Dr Wombat", {"role": "wombat"}), lead)
    study.run(WriteMemo("wombat", participant=person), lead)
    return added


def standing(path: Path) -> dict[str, list[str]]:
    """Which secrets stand in which file of the study's folder, byte by byte."""
    files = [file for file in path.parent.rglob("*") if file.is_file()]
    found = {
        file.name: [word for word in SECRETS if word.encode() in file.read_bytes().lower()]
        for file in files
    }
    return {name: words for name, words in found.items() if words}


def test_no_word_is_left_in_file_log_index_journal_or_backups(
    study: Study, secret: TranscriptId
) -> None:
    lead, path = coder(study), study.path
    study.close()
    with Study.open(path) as again:
        assert set(SECRETS) <= {word for words in standing(path).values() for word in words}
        rows = all_rows(again)
        forgotten = again.run(ForgetTranscript(secret), lead)
        assert standing(path) == {}
        assert not again.unwiped
        assert again.faults() == []
        assert (forgotten.purged.codings, forgotten.purged.memos) == (1, 2)
        assert forgotten.exports == ()
        left = all_rows(again)
        assert left.items() <= rows.items()
        assert secret not in again.ask(Reader.transcript_names)
        assert not again.ask(Reader.search, "quokka")
    for backup in backups.backups_of(path):
        with Study.read(backup.path) as copy:
            assert copy.faults() == []
            assert secret not in copy.ask(Reader.transcript_names)
            assert {"FG1", "FG2"} == set(copy.ask(Reader.transcript_names).values())


def test_all_that_is_of_other_transcripts_stays(study: Study) -> None:
    before = all_rows(study)
    lead = coder(study)
    added = study.run(an_import("FG3", "P1: zebrafish"), lead)
    study.run(CodePassage(added, Span(0, 4), code(study, "Warm")), lead)
    study.run(ForgetTranscript(added), lead)
    assert all_rows(study) == before


def test_sealed_steps_are_passed_over_and_older_ones_undone(
    study: Study, secret: TranscriptId
) -> None:
    lead, other = coder(study), coder(study, "AB")
    study.run(WriteMemo("mine, later"), lead)
    study.run(ForgetTranscript(secret), lead)
    for words in ("Write memo", "Say when {} was there"):
        assert study.ask(Reader.undoable, lead).label == words
        study.undo(lead)
    assert study.faults() == []
    assert study.ask(Reader.undoable, other).label == "Write memo"
    undone = 0
    for who in (lead, other):
        while study.ask(Reader.undoable, who):
            try:
                study.undo(who)
                undone += 1
            except UndoClash:
                break
    assert undone > 8
    assert study.faults() == []


def test_the_step_stays_in_the_history_and_cannot_be_undone(study: Study) -> None:
    lead = coder(study)
    while study.ask(Reader.undoable, lead):
        try:
            study.undo(lead)
        except UndoClash:
            break
    added = study.run(an_import("FG3", "P1: zebrafish"), coder(study, "AB"))
    study.run(ForgetTranscript(added), coder(study, "AB"))
    newest = study.ask(Reader.history)[0]
    assert (newest.words, newest.sealed) == ("Forget FG3", True)
    last = study.ask(Reader.undoable, coder(study, "AB"))
    assert last is None or last.id < newest.id


def test_every_view_is_told_to_look_again(study: Study, secret: TranscriptId) -> None:
    told: list[Changes] = []
    study.listen(told.append)
    study.run(ForgetTranscript(secret), coder(study))
    assert {"codings", "transcripts", "memos", "participants"} <= told[0].rows.keys()


def test_exports_that_hold_its_words_are_named(study: Study, secret: TranscriptId) -> None:
    lead = coder(study)
    study.run(NoteExport("excerpts", "out.docx", "hash", (secret, transcript(study))), lead)
    study.run(NoteExport("excerpts", "more.docx", "hash", (transcript(study),)), lead)
    forgotten = study.run(ForgetTranscript(secret), lead)
    assert isinstance(forgotten, Forgotten)
    assert forgotten.exports == ("out.docx",)
    assert len(study.ask(Reader.exports)) == 2


def test_a_participant_of_another_transcript_stays(study: Study, secret: TranscriptId) -> None:
    lead = coder(study)
    person = study.ask(Reader.speakers, secret)[1].participants[0]
    speaker = study.ask(Reader.speakers, transcript(study))[1]
    study.run(SetSpeaker(speaker.id, Function.PARTICIPANT, (person,)), lead)
    study.run(ForgetTranscript(secret), lead)
    assert person in study.ask(Reader.participants)
    assert "wombat" in {memo.text for memo in study.ask(Reader.memos)}
    assert study.faults() == []
    study.undo(lead)
    assert study.faults() == []


def test_so_does_one_of_a_transcript_that_undo_can_bring_back(
    study: Study, secret: TranscriptId
) -> None:
    lead = coder(study)
    person = study.ask(Reader.speakers, secret)[1].participants[0]
    first = transcript(study)
    speaker = study.ask(Reader.speakers, first)[1]
    study.run(SetSpeaker(speaker.id, Function.PARTICIPANT, (person,)), lead)
    study.run(RemoveTranscript(first), lead)
    study.run(ForgetTranscript(secret), lead)
    study.undo(lead)
    assert first in study.ask(Reader.transcript_names)
    assert study.faults() == []


def test_a_removed_transcript_and_an_undone_import_are_forgotten_too(
    study: Study, secret: TranscriptId
) -> None:
    lead = coder(study)
    study.run(RemoveTranscript(secret), lead)
    undone = study.run(an_import("FG4", "P1: wombat wombat"), coder(study, "AB"))
    study.undo(coder(study, "AB"))
    assert set(study.ask(Reader.removed_transcripts)) == {secret, undone}
    for gone in (secret, undone):
        study.run(ForgetTranscript(gone), lead)
        with pytest.raises(NoSuch):
            study.run(ForgetTranscript(gone), lead)
    assert standing(study.path) == {}
    assert study.ask(Reader.removed_transcripts) == {}
    assert study.faults() == []
    with pytest.raises(NothingToUndo):
        redo_all(study, coder(study, "AB"))


def redo_all(study: Study, who: CoderId) -> None:
    assert study.ask(Reader.redoable, who) is None
    while True:
        study.undo(who)


def test_the_history_names_no_person_of_it(study: Study, secret: TranscriptId) -> None:
    study.run(ForgetTranscript(secret), coder(study))
    told = [step.words for step in study.ask(Reader.history)]
    assert "Describe participant …" in told
    assert not [words for words in told if "Wombat" in words]
    assert "Import FG3" in told


def test_killed_before_the_wiping_it_is_wiped_at_the_next_opening(
    study: Study, secret: TranscriptId, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, lead = study.path, coder(study)
    study.close()
    with Study.open(path) as again:
        monkeypatch.setattr(wiping, "wipe", lambda *_: False)
        again.run(ForgetTranscript(secret), lead)
        assert again.unwiped
    assert standing(path)
    monkeypatch.undo()
    with Study.open(path) as again:
        assert not again.unwiped
    assert standing(path) == {}


def test_while_somebody_reads_it_is_not_all_wiped_and_says_so(
    study: Study, secret: TranscriptId
) -> None:
    path = study.path
    with closing(sqlite3.connect(path, isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM codes").fetchall()
        study.run(ForgetTranscript(secret), coder(study))
        assert study.unwiped
        assert secret not in study.ask(Reader.transcript_names)
        reader.execute("COMMIT")
    study.close()
    with Study.open(path) as again:
        assert not again.unwiped
    assert standing(path) == {}


def test_a_backup_that_cannot_be_purged_goes(study: Study, secret: TranscriptId) -> None:
    path, lead = study.path, coder(study)
    study.close()
    Study.open(path).close()
    folder = backups.folder_of(path)
    whole = next(folder.iterdir())
    damaged = folder / "2025-01-01 00-00-00 damaged.qnhs"
    damaged.write_bytes(whole.read_bytes()[:-4096])
    (folder / "2025-01-01 00-00-00 step 3.qnhs.part").write_bytes(b"zebrafish")
    with Study.open(path) as again:
        again.run(ForgetTranscript(secret), lead)
        assert not again.unwiped
    assert list(folder.iterdir()) == [whole]
    assert standing(path) == {}
