"""Corrected texts in the journal: a stretch is kept, and every text can still be told."""

import json
import sqlite3
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.actions.correcting import CorrectTurn
from qualcoder_nhs.actions.transcripts import RenameTranscript
from qualcoder_nhs.domain.errors import UndoClash
from qualcoder_nhs.queries.correction_list import correction_list, text_before
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.stretches import shortened, whole
from qualcoder_nhs.study import Study
from tests.builders import all_rows, coder, transcript


@given(st.text(), st.text(), st.text(), st.text())
def test_either_text_is_told_from_the_other(first: str, one: str, other: str, last: str) -> None:
    old, new = first + one + last, first + other + last
    before, after = shortened({"id": "x", "text": old}, {"id": "x", "text": new}, "text")
    assert whole(before["text"], after["text"], new) == old
    assert whole(after["text"], before["text"], old) == new
    assert len(before["text"]["words"]) <= len(one)


def test_a_stretch_of_another_text_is_none() -> None:
    before, after = shortened({"text": "We were asked."}, {"text": "We are asked."}, "text")
    assert whole(before["text"], after["text"], "We are asked!") is None
    assert whole(before["text"], {"at": 2, "words": "x"}, "We are asked.") is None
    assert whole("all of it", after["text"], None) == "all of it"


def corrected(study: Study) -> str:
    """Two corrections, with another change of the same row between them; the first text."""
    it = transcript(study)
    was = study.ask(Reader.transcript, it).text
    study.run(CorrectTurn(it, 3, "We were consulted 🩺 once."), coder(study))
    study.run(RenameTranscript(it, "First group"), coder(study))
    study.run(CorrectTurn(it, 1, "Who, then, decides?"), coder(study))
    return was


def images(study: Study) -> list[tuple[int, str | None, str | None]]:
    with sqlite3.connect(study.path) as bare:
        return bare.execute(
            "SELECT rowid, before, after FROM row_changes WHERE \"table\" = 'transcripts'"
            " ORDER BY step, seq"
        ).fetchall()


def test_no_image_of_a_correction_holds_the_whole_text(study: Study) -> None:
    was = corrected(study)
    told = [json.loads(one).get("text") for *_rest, one in images(study) if one]
    stretches = [one for one in told if isinstance(one, dict)]
    assert [one["words"] for one in stretches] == ["consulted 🩺", ", then,"]
    assert all(one["length"] > len(was) for one in stretches)


def test_undo_redo_the_list_and_the_check_read_stretches(study: Study) -> None:
    before = all_rows(study)
    was = corrected(study)
    done = all_rows(study)
    for _each in range(3):
        study.undo(coder(study))
    assert all_rows(study) == before
    for _each in range(3):
        study.redo(coder(study))
    assert all_rows(study) == done
    assert study.faults() == []
    steps = study.ask(correction_list, "First group")
    assert [one.direction for one in steps] == ["do", "do", "undo", "undo", "redo", "redo"]
    assert study.ask(text_before, "First group", steps[0].step) == was
    assert steps[0].changed[0].before == "asked"


def to_whole_texts(study: Study) -> None:
    """The journal as it was written before stretches were."""
    texts = {one.step: one for one in study.ask(Reader.text_changes, transcript(study, NAME))}
    study.close()
    with sqlite3.connect(study.path) as bare:
        lines = bare.execute(
            "SELECT step, seq, before, after FROM row_changes WHERE \"table\" = 'transcripts'"
        ).fetchall()
        for step, seq, before, after in lines:
            if step in texts:
                old, new = json.loads(before), json.loads(after)
                old["text"], new["text"] = texts[step].before, texts[step].after
                whole_ones = (json.dumps(old), json.dumps(new), step, seq)
                bare.execute(
                    "UPDATE row_changes SET before = ?, after = ? WHERE step = ? AND seq = ?",
                    whole_ones,
                )


NAME = "First group"


def test_a_journal_with_whole_texts_is_read_as_before(study: Study) -> None:
    was = corrected(study)
    to_whole_texts(study)
    with Study.open(study.path) as again:
        assert again.faults() == []
        first = again.ask(correction_list, NAME)[0]
        assert again.ask(text_before, NAME, first.step) == was
        again.run(CorrectTurn(transcript(again, NAME), 5, "Thank you all."), coder(again))
        for _each in range(4):
            again.undo(coder(again))
        assert again.ask(Reader.transcript, transcript(again)).text == was
        assert again.faults() == []


def harm_text(bare: sqlite3.Connection) -> None:
    bare.execute("UPDATE transcripts SET text = replace(text, 'laughs', 'coughs')")


NOTHING_TO_SOMETHING = ('"words": ""', '"words": "x"')


def harm_image(bare: sqlite3.Connection) -> None:
    bare.execute(
        'UPDATE row_changes SET before = replace(before, \'"words": ""\', \'"words": "x"\')'
    )


@pytest.mark.parametrize("harm", [harm_text, harm_image])
def test_a_stretch_is_never_put_into_another_text(
    study: Study, harm: Callable[[sqlite3.Connection], Any]
) -> None:
    corrected(study)
    study.close()
    with sqlite3.connect(study.path) as bare:
        harm(bare)
    with Study.open(study.path) as again:
        before = all_rows(again)
        with pytest.raises(UndoClash):
            again.undo(coder(again))
        assert all_rows(again) == before
        assert again.faults()
