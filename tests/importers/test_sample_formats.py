"""The sample in other formats is the same talk: codings by place lie on the same words."""

from pathlib import Path
from random import Random

import pytest
from builders import a_study, code, coder, transcript

from qualcoder_nhs.actions.codebook import AddCode
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.importers.transcript_formats import read_transcript
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.import_files import ImportFiles
from qualcoder_nhs.tasks.task import silent

SAMPLE = shipped_folder("transcripts_sample")
FORMATS = SAMPLE / "formats"
SUFFIXES = (".odt", ".rtf", ".md")
PRINTED = FORMATS / "FG1.pdf"


@pytest.fixture(scope="module")
def original() -> Parsed:
    return read_transcript(SAMPLE / "FG2.txt")


def talk(parsed: Parsed) -> list[tuple[str, str, float | None]]:
    return [(turn.label, turn.words.of(parsed.text), turn.time) for turn in parsed.turns]


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_the_same_turns_to_the_character(original: Parsed, suffix: str) -> None:
    parsed = read_transcript(FORMATS / f"FG2{suffix}")
    assert len(parsed.turns) == 232
    assert talk(parsed) == talk(original)
    assert parsed.problems == ()


def places(original: Parsed) -> list[tuple[int, int, int]]:
    """Turn, offset in its words, and length: the same every time, some over several lines."""
    chance = Random(2)
    found = []
    for turn in chance.sample(original.turns, 12):
        length = chance.randint(1, len(turn.words))
        found.append((turn.index, chance.randint(0, len(turn.words) - length), length))
    longest = max(original.turns, key=lambda turn: len(turn.words))
    return [*found, (longest.index, 0, len(longest.words))]


def span_in(turns: tuple[Turn, ...], place: tuple[int, int, int]) -> Span:
    index, offset, length = place
    start = turns[index - 1].words.start + offset
    return Span(start, start + length)


def quotes(study: Study, name: str, original: Parsed) -> list[str]:
    """Codes each place in a transcript, and gives the words under the codings."""
    lead, room = coder(study), transcript(study, name)
    read = study.ask(Reader.transcript, room)
    for number, place in enumerate(places(original)):
        study.run(AddCode(f"{name} {number}"), lead)
        span = span_in(read.turns, place)
        study.run(CodePassage(room, span, code(study, f"{name} {number}")), lead)
    codings = study.ask(Reader.codings, transcript=room)
    numbered = {code(study, f"{name} {at}"): at for at in range(len(codings))}
    ordered = sorted(codings, key=lambda coding: numbered[coding.code])
    return [coding.span.of(read.text) for coding in ordered]


def test_codings_by_turn_and_offset_find_the_same_words(tmp_path: Path, original: Parsed) -> None:
    files = [SAMPLE / "FG2.txt", *(FORMATS / f"FG2{suffix}" for suffix in SUFFIXES)]
    with a_study(tmp_path / "formats.qnhs") as study:
        report = ImportFiles(files).run(study, coder(study), silent)
        assert report.refused == ()
        names = [one.name for one in report.imported]
        assert names == ["FG2", "FG2 (2)", "FG2 (3)", "FG2 (4)"]
        found = [quotes(study, name, original) for name in names]
    wanted = [span_in(original.turns, place).of(original.text) for place in places(original)]
    assert found == [wanted] * 4


def test_the_printed_copy_has_the_same_turns_to_the_character() -> None:
    written, printed = (read_transcript(path) for path in (SAMPLE / "FG1.docx", PRINTED))
    assert len(written.turns) == 199
    assert talk(printed) == talk(written)
    assert [problem.what for problem in printed.problems] == [
        "Page headers: 14 lines were left out; the first is “FG1 – CONFIDENTIAL – invented”.",
        "Page footers: 14 lines were left out; the first is “1”.",
    ]


def test_codings_in_the_printed_copy_find_the_same_words(tmp_path: Path) -> None:
    written = read_transcript(SAMPLE / "FG1.docx")
    with a_study(tmp_path / "printed.qnhs") as study:
        report = ImportFiles([SAMPLE / "FG1.docx", PRINTED]).run(study, coder(study), silent)
        assert [one.name for one in report.imported] == ["FG1", "FG1 (2)"]
        found = [quotes(study, one.name, written) for one in report.imported]
    wanted = [span_in(written.turns, place).of(written.text) for place in places(written)]
    assert found == [wanted] * 2
