"""The sample study: built from its files, coded by its own coder, out of a newcomer's undo."""

from collections import Counter
from pathlib import Path

import pytest

from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.errors import AlreadyThere, NothingToUndo
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.queries.library import library
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.sample import build_sample
from qualcoder_nhs.tasks.task import Cancelled, silent


def test_every_code_that_can_be_applied_is_used_at_least_twice(sample: Path) -> None:
    with Study.read(sample) as study:
        codebook = study.ask(Reader.codebook)
        counts = study.ask(Reader.code_counts)
    applied = [code for code in codebook.codes if code.applicable is Applicable.YES]
    assert len(applied) == 58
    assert [code.slug for code in applied if counts.get(code.id, 0) < 2] == []
    assert sum(counts.values()) >= 120


def test_who_is_in_the_rooms(sample: Path) -> None:
    with Study.read(sample) as study:
        shelves = study.ask(library, study.ask(Reader.coder, "HL").id)
        speakers = study.ask(Reader.speakers)
    assert [(one.summary.name, one.participants) for one in shelves] == [
        ("FG1", 6),
        ("FG2", 7),
        ("FG3", 8),
        ("FG4", 7),
    ]
    assert all(one.share > 0.3 for one in shelves)
    functions = Counter(speaker.function for speaker in speakers)
    assert functions[Function.MODERATOR] == 4
    assert functions[Function.NOTE_TAKER] == 1


def test_only_the_moderator_effect_stands_on_a_moderators_turn_alone(sample: Path) -> None:
    with Study.read(sample) as study:
        codebook = study.ask(Reader.codebook)
        asked = {
            (one.transcript, one.label)
            for one in study.ask(Reader.speakers)
            if one.function is Function.MODERATOR
        }
        for transcript in study.ask(Reader.transcripts):
            for coding in study.ask(Reader.codings, transcript=transcript.id):
                labels = {turn.label for turn in transcript.turns_in(coding.span)}
                if all((transcript.id, label) in asked for label in labels):
                    assert codebook[coding.code].slug == "grp-moderator"


def test_a_newcomer_has_nothing_to_undo(sample: Path) -> None:
    with Study.open(sample) as study, pytest.raises(NothingToUndo):
        study.undo(study.ask(Reader.coder, "RO").id)


def test_an_existing_file_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "sample.qnhs"
    path.write_text("mine")
    with pytest.raises(AlreadyThere):
        build_sample(path, "RO", silent)
    assert path.read_text() == "mine"


def test_stopped_half_way_it_leaves_nothing(tmp_path: Path) -> None:
    def stop(done: int, _total: int, _words: str) -> None:
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        build_sample(tmp_path / "sample.qnhs", "RO", stop)
    assert list(tmp_path.iterdir()) == []
