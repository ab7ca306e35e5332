"""Bringing in what was accepted: when it is stopped, what came in stays and is told."""

from pathlib import Path

from builders import a_study, an_import, coder

from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.add_transcripts import AddTranscripts
from qualcoder_nhs.tasks.task import Cancelled


def test_what_came_in_before_a_stop_is_told(tmp_path: Path) -> None:
    def stop_at_the_third(done: int, _total: int, _words: str) -> None:
        if done == 2:
            raise Cancelled

    with a_study(tmp_path / "study.qnhs") as study:
        actions = [an_import(f"FG{number}") for number in range(1, 5)]
        added = AddTranscripts(actions).run(study, coder(study), stop_at_the_third)
        names = study.ask(Reader.transcript_names)
        assert [names[one] for one in added] == ["FG1", "FG2"] == list(names.values())
