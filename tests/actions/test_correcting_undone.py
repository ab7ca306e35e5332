"""Corrections among other steps: what Undo may put back, and what Forget purges."""

import pytest

from qualcoder_nhs.actions.codings import CodePassage, RemoveCodings
from qualcoder_nhs.actions.correcting import CorrectTurn
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.transcripts import ForgetTranscript
from qualcoder_nhs.domain.correcting.plan import Losing
from qualcoder_nhs.domain.errors import UndoClash
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.correction_list import correction_list
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.test_correcting import here, no_board, with_lines
from tests.builders import all_rows, code, coder, transcript


def test_what_was_coded_since_keeps_a_correction_from_being_undone(study: Study) -> None:
    study.run(CorrectTurn(transcript(study), 1, "Who, then, decides?"), coder(study))
    place = Span(90, 95)
    study.run(CodePassage(transcript(study), place, code(study, "Cold")), coder(study, "AB"))
    before = all_rows(study)
    with pytest.raises(UndoClash, match="by AB hangs on it by now"):
        study.undo(coder(study))
    assert all_rows(study) == before
    study.undo(coder(study, "AB"))
    study.undo(coder(study))
    assert here(study, "FG1").text.startswith("MOD: Who decides?")


def test_nothing_is_put_back_on_other_words(study: Study) -> None:
    other = coder(study, "AB")
    [gone] = [one for one in study.ask(Reader.codings) if one.coder == other]
    study.run(RemoveCodings((gone.id,)), other)
    study.run(CorrectTurn(transcript(study), 1, "Who, then, decides?"), coder(study))
    with pytest.raises(UndoClash, match="has corrected the words since"):
        study.undo(other)
    study.undo(coder(study))
    study.undo(other)
    assert study.ask(Reader.coding, gone.id) == gone


def test_forgetting_purges_the_words_that_were_corrected(study: Study) -> None:
    it, path = transcript(study), study.path
    study.run(CorrectTurn(it, 3, "The axolotl was asked."), coder(study))
    study.run(CorrectTurn(it, 3, "The quokka was asked."), coder(study))
    study.run(WriteMemo("plain", transcript=it), coder(study))
    with_lines(study, no_board, Losing.KEEP)
    assert len(study.ask(correction_list, it)) == 3
    study.run(ForgetTranscript(it), coder(study))
    study.close()
    held = b"".join(file.read_bytes() for file in path.parent.rglob("*") if file.is_file())
    assert b"axolotl" not in held
    assert b"quokka" not in held
