"""Killed in the middle of a merge: the study is as before."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.study import Study
from tests.builders import all_rows, code, coder, transcript
from tests.packs import a_pack, a_team, layer, merged, opened

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.skipif(sys.platform == "win32", reason="there it is killed in another way")
@pytest.mark.parametrize("folder", ["plain", "OneDrive"])
def test_killed_in_the_middle_of_a_merge_the_study_is_as_before(
    tmp_path: Path, folder: str
) -> None:
    (tmp_path / folder).mkdir()
    with a_team(tmp_path / folder / "trust.qnhs") as team:
        pack = a_pack(team)
        before = all_rows(team)
    with opened(pack) as study:
        ab = coder(study, "AB")
        for start in range(10, 60, 5):
            made = CodePassage(transcript(study), Span(start, start + 4), code(study, "Warm"))
            study.run(made, ab)
        assert layer(study)
    command = [sys.executable, "-m", "tests.storage.merging_coder", str(team.path), str(pack)]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as merging:
        assert merging.stdout is not None
        assert merging.stdout.readline() == "begun\n"
        os.kill(merging.pid, signal.SIGKILL)
    with Study.open(team.path) as study:
        assert all_rows(study) == before
        assert study.faults() == []
        assert len(merged(study, pack).codings.added) == 10
