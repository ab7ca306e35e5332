"""After a session no word of a transcript lies anywhere but in the study and what was exported."""

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from walk.files import FG8, FG9, WORDS_OF_P2
from walk.somebody import Somebody

from qualcoder_nhs import settings
from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.import_files import ImportFiles

SPOKEN = {
    word.strip(".,?") for _label, words in (*FG9, *FG8) for word in words.split() if len(word) > 5
}


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A temporary folder of our own, for Python and for Qt."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(folder))
    monkeypatch.setattr(tempfile, "tempdir", None)
    yield folder
    tempfile.tempdir = None


def test_a_session_leaves_no_words_behind(
    come_in: Callable[[], Somebody],
    tmp_path: Path,
    temporary: Path,
    word_file: Path,
    text_file: Path,
) -> None:
    place = tmp_path / "study" / "Walk.qnhs"
    place.parent.mkdir()
    with Study.create(place, "Walk", "HL") as study:
        coder = study.ask(Reader.coders)[0].id
        study.run(AddCode("Holding back"), coder)
        ImportFiles([word_file, text_file]).run(study, coder, lambda *_far: None)
    person = come_in()
    person.open_study(place)
    person.code_in("FG9", WORDS_OF_P2, "hol")
    person.desk.run("find")
    person.type("tongues")
    person.settle()
    person.leave()

    assert settings.load().recent == (str(place),)
    kept = [
        file for folder in (Path.home(), temporary) for file in folder.rglob("*") if file.is_file()
    ]
    assert settings.settings_file() in kept
    assert {file: found for file in kept if (found := words_in(file))} == {}
    assert words_in(place) == SPOKEN
    assert all(file.suffix == ".qnhs" for file in files_in(place.parent))


def files_in(folder: Path) -> list[Path]:
    return [file for file in folder.rglob("*") if file.is_file()]


def words_in(file: Path) -> set[str]:
    """The words of the talk that stand in a file, however it is coded."""
    content = file.read_bytes()
    codings = ("utf-8", "utf-16-le", "utf-16-be")
    return {word for word in SPOKEN if any(word.encode(name) in content for name in codings)}
