"""What leaves the study is noted with whose words it holds, so that forgetting can name it."""

from pathlib import Path

from builders import a_coded_study, coder, transcript

from qualcoder_nhs.actions.transcripts import ForgetTranscript
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.export import WriteFile
from qualcoder_nhs.tasks.export_wish import Wish
from qualcoder_nhs.tasks.saving import save_copy
from qualcoder_nhs.tasks.task import silent


def test_codings_with_memos_are_noted_since_memos_quote(tmp_path: Path) -> None:
    with a_coded_study(tmp_path / "study.qnhs") as study:
        WriteFile("codings", tmp_path / "codings.csv").run(study, coder(study), silent)
        (noted,) = study.ask(Reader.exports)
        assert (noted.what, noted.transcripts) == ("codings", (transcript(study),))
        WriteFile("codebook", tmp_path / "codebook.yaml").run(study, coder(study), silent)
        assert len(study.ask(Reader.exports)) == 1


def test_a_copy_is_named_when_a_transcript_is_forgotten(tmp_path: Path) -> None:
    copied = tmp_path / "copy.qnhs"
    with a_coded_study(tmp_path / "study.qnhs") as study:
        save_copy(study, coder(study), copied)
        forgotten = study.run(ForgetTranscript(transcript(study)), coder(study))
        assert forgotten.exports == (str(copied),)
    with Study.read(copied) as copy:
        assert len(copy.ask(Reader.transcripts)) == 2


def test_a_copy_of_a_study_that_is_only_read_is_made_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "study.qnhs"
    a_coded_study(path).close()
    with Study.read(path) as study:
        save_copy(study, coder(study), tmp_path / "copy.qnhs")
        assert study.ask(Reader.exports) == []
    with Study.read(tmp_path / "copy.qnhs") as copy:
        assert copy.faults() == []


def test_a_transcript_says_how_many_of_its_codings_it_shows(tmp_path: Path) -> None:
    with a_coded_study(tmp_path / "study.qnhs") as study:
        key = transcript(study)
        every = study.ask(Reader.codings, key)
        code = study.ask(Reader.codebook)[every[0].code]
        shown = len([one for one in every if one.code == code.id])
        wish = Wish(transcript=key, code=code.slug)
        told = WriteFile("transcript", tmp_path / "a.html", wish).run(study, coder(study), silent)
        assert f"exported with {shown} of its {len(every)} codings" in told
        told = WriteFile("transcript", tmp_path / "b.html", Wish(transcript=key)).run(
            study, coder(study), silent
        )
        assert f"exported with {len(every)} codings" in told
