"""An export is noted for good: it names whose words left, and no undo reaches it."""

from pathlib import Path

import pytest

from qualcoder_nhs.actions.exports import NoteExport
from qualcoder_nhs.actions.people import AddCoder
from qualcoder_nhs.domain.errors import NothingToUndo
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


def test_an_export_stays_noted(tmp_path: Path) -> None:
    with Study.create(tmp_path / "s.qnhs", "S", "HL") as study:
        coder = study.ask(Reader.coders)[0].id
        study.run(AddCoder("DM"), coder)
        study.run(NoteExport("excerpts", "out.docx", "abc", (TranscriptId("t1"),)), coder)
        study.undo(coder)
        assert [one.name for one in study.ask(Reader.coders)] == ["HL"]
        with pytest.raises(NothingToUndo):
            study.undo(coder)
        (noted,) = study.ask(Reader.exports)
        assert (noted.what, noted.file, noted.transcripts) == ("excerpts", "out.docx", ("t1",))
        assert study.faults() == []
