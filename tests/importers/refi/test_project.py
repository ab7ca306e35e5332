"""Projects of every program come in with all that is in them, or a line for what is not."""

import zipfile
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.foreign import About, ForeignStudy, Kind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.taking.sayings import said_by_cases
from qualcoder_nhs.importers.refi.project import is_project, read_project
from tests.importers.refi.material import (
    coding,
    guid,
    in_file,
    project,
    qdpx,
    read_or_left,
    selection,
    text_source,
)
from tests.importers.refi.programs import (
    ANN,
    BOB,
    CODES,
    PROGRAMS,
    WORDS,
    Made,
    atlas_mac,
    coded_cases,
    everything,
    maxqda,
    nvivo_mac,
    nvivo_windows,
    qc,
    quirkos,
)


def read(folder: Path, made: Made, name: str = "study.qdpx") -> ForeignStudy:
    return read_project(qdpx(folder / name, made.xml, made.sources, made.heart, made.folder))


def quotes(study: ForeignStudy) -> list[str]:
    texts = {one.key: one.text for one in study.texts}
    return [one.span.of(texts[one.text]) for one in study.codings]


@pytest.mark.parametrize("made", PROGRAMS, ids=lambda made: made.__name__)
def test_every_thing_in_the_file_is_here_or_left_out(
    made: Callable[[], Made], tmp_path: Path
) -> None:
    assert read_or_left(read(tmp_path, made())) == +in_file(made().xml)


def test_nvivo_for_windows(tmp_path: Path) -> None:
    study = read(tmp_path, nvivo_windows())
    assert quotes(study) == ["We trust them", "mostly.", "I do not", "anybody here."]
    assert {one.coder for one in study.codings} == {BOB}
    assert study.texts[0].text == WORDS
    [placing] = study.placings
    assert (placing.unit, placing.starts, placing.ends, placing.codings, placing.unsure) == (
        "UTF-16 units, line ends counted twice",
        1.0,
        1.0,
        4,
        False,
    )


def test_the_code_tree_keeps_names_that_stand_at_two_places(tmp_path: Path) -> None:
    codes = read(tmp_path, qc()).codes
    assert [(one.name, one.parent) for one in codes] == [
        ("Trust", None),
        ("Other", guid(10)),
        ("Doubt", None),
        ("Other", guid(12)),
    ]
    assert [one.colour for one in codes] == ["#12AB34", "#FF0000", None, None]
    assert (codes[0].applicable, codes[0].definition) == (Applicable.NO, "Relying on them.")


def test_texts_that_were_lost_on_the_way_come_in_empty_and_are_named(tmp_path: Path) -> None:
    study = read(tmp_path, nvivo_mac())
    assert study.texts[0].text.strip() == ""
    assert [(one.kind, one.how) for one in study.altered] == [(Kind.TEXTS, "it has no words")]
    assert len(study.codes) == 4


def test_maxqda_comments_are_memos_and_guids_are_known_in_any_case(tmp_path: Path) -> None:
    study = read(tmp_path, maxqda())
    [memo] = study.memos
    assert memo.span is not None
    assert (memo.about, memo.words) == (About.PASSAGE, "Who is “them”?")
    assert memo.span.of(WORDS) == "anybody here"
    assert [(one.name, len(one.codes), len(one.texts)) for one in study.sets] == [
        ("Trust A", 0, 1),
        ("Core", 1, 0),
    ]
    assert [one.why for one in study.left_out] == ["a marked passage that nothing is on"]


def test_atlas_ti_names_the_inner_file_and_counts_a_line_end_once(tmp_path: Path) -> None:
    study = read(tmp_path, atlas_mac())
    assert quotes(study) == ["We trust them", "I do not 👍 trust", "anybody here", WORDS]
    assert [one.why for one in study.left_out] == ["it covers no words"]
    assert {one.coder for one in study.codings} == {ANN}


def test_a_source_without_a_name_and_a_path_without_a_scheme(tmp_path: Path) -> None:
    study = read(tmp_path, qc())
    assert [(one.name, one.file_name) for one in study.texts] == [("", "board_2017.txt")]
    assert quotes(study) == ["We trust them"] * 2
    assert {one.coder for one in study.codings} == {None}


def test_a_case_without_a_name_says_something_of_a_text(tmp_path: Path) -> None:
    [case] = read(tmp_path, quirkos()).cases
    assert (case.name, dict(case.attributes), case.texts) == ("", {"Site": "Leeds"}, (guid(20),))


def test_one_of_each_thing(tmp_path: Path) -> None:
    study = read(tmp_path, everything())
    assert quotes(study) == ["We trust them", "I do not", "here.\n", "Dear", "Hello"]
    first = study.codings[0]
    assert first.coder == BOB
    assert first.made == datetime(2024, 5, 1, 8, tzinfo=UTC)
    assert {(one.about, one.on, one.words) for one in study.memos} == {
        (About.STUDY, "", "A pilot."),
        (About.CASE, guid(70), "Speaks low."),
        (About.TEXT, guid(20), "In the library."),
        (About.CODING, guid(40), "It grows."),
        (About.STUDY, "", "It grows."),
    }
    assert {one.how for one in study.altered if one.key == guid(26)} == {
        "its transcript is in, the recording stays out",
        "2 time marks of its recording stay out",
    }
    assert study.attributes == ("Role", "Role (2)")
    [case] = study.cases
    assert case.passages == ((guid(20), Span(*[WORDS.index("We"), WORDS.index(", mostly")])),)
    assert [one.name for one in study.links] == ["agree"]
    assert Counter(one.why for one in study.left_out) == {
        "its code is not in the file": 1,
        "it ends before it begins": 1,
        "it lies outside of its text": 1,
        "its words lie outside of the file, at “relative:///elsewhere.txt”": 1,
        "its text is not in the file": 1,
        "a picture, which cannot be shown": 1,
        "it stands on a picture, which cannot be shown": 1,
        "it stands on an area of a page, which cannot be shown": 1,
        "a film without a transcript": 1,
        "it has no words": 1,
        "a memo that is named and is not there": 1,
        "a text or passage that stays out": 1,
        "it does not lead from passage to passage": 1,
        "a drawing": 1,
        "a marked passage that nothing is on": 1,
    }


def test_a_code_that_is_a_case_says_whose_words_these_are(tmp_path: Path) -> None:
    study = read(tmp_path, coded_cases())
    [case] = study.cases
    assert [span.of(WORDS) for _text, span in case.passages] == ["We trust them"]
    assert case.texts == (guid(20),)
    assert len(study.codings) == 3
    known = said_by_cases(study, {case.key})
    assert [one.name for one in known.codes] == ["Trust"]
    assert quotes(known) == ["We trust them"]
    assert Counter(one.kind for one in known.turned) == {Kind.CODES: 1, Kind.CODINGS: 2}
    assert [(one.about, one.words) for one in known.memos] == [
        (About.CASE, "Low voice."),
        (About.CASE, "In the second row."),
    ]
    assert said_by_cases(study, ()) == study


def test_a_project_is_known_by_its_content(tmp_path: Path) -> None:
    made = qc()
    assert is_project(qdpx(tmp_path / "renamed.zip", made.xml, made.sources))
    alone = tmp_path / "project.xml"
    alone.write_text(maxqda().xml, encoding="utf-8")
    assert is_project(alone)
    assert len(read_project(alone).codings) == 1
    assert not is_project(qdpx(tmp_path / "other.qdpx", made.xml, heart="word/document.xml"))
    assert not is_project(tmp_path / "nothing.qdpx")


def test_a_project_that_was_unpacked_and_packed_again(tmp_path: Path) -> None:
    made = nvivo_windows()
    path = qdpx(
        tmp_path / "again.zip", made.xml, made.sources, "Trust/project.qde", "Trust/Sources/"
    )
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/._project.qde", b"nothing of ours")
    assert is_project(path)
    assert quotes(read_project(path)) == quotes(read(tmp_path, made))


def test_an_unsure_text_shows_its_worst_passages(tmp_path: Path) -> None:
    passages = "".join(selection(30 + n, n, n + 3, coding(40 + n, 11)) for n in (1, 15, 19, 25))
    source = text_source(20, passages, WORDS)
    made = Made(project(f"{CODES}<Sources>{source}</Sources>", "MAXQDA 24"))
    [placing] = read(tmp_path, made).placings
    assert placing.unsure
    assert len(placing.worst) == 3
    assert "😀↵P|1: |We trust" in placing.worst[0]


def test_guids_may_be_missing_or_stand_twice(tmp_path: Path) -> None:
    codes = '<CodeBook><Codes><Code name="A"/><Code name="B"/></Codes></CodeBook>'
    twice = f'<Users><User guid="{ANN}" name="Ann"/><User guid="{ANN}" name="Bob"/></Users>'
    study = read_project(qdpx(tmp_path / "a.qdpx", project(twice + codes)))
    assert len({one.key for one in study.codes}) == 2
    assert len({one.key for one in study.coders}) == 2


def test_texts_of_one_name_in_several_folders_are_not_taken_for_one_another(
    tmp_path: Path,
) -> None:
    """A path that says its folder means the part in that folder, whatever its case."""
    xml = project(
        f'{CODES}<Sources><TextSource guid="{guid(20)}" plainTextPath="internal://a/talk.txt"/>'
        f'<TextSource guid="{guid(21)}" plainTextPath="internal://B/talk.txt"/>'
        f'<TextSource guid="{guid(22)}" plainTextPath="internal://talk.txt"/></Sources>'
    )
    parts = {"a/talk.txt": "first", "b/talk.txt": "second", "talk.txt": "third"}
    study = read_project(qdpx(tmp_path / "study.qdpx", xml, parts))
    assert [one.text for one in study.texts] == ["first", "second", "third"]


def test_a_path_may_be_written_as_addresses_are(tmp_path: Path) -> None:
    xml = project(
        f'{CODES}<Sources><TextSource guid="{guid(20)}" plainTextPath="internal://FG%201%20'
        f'caf%C3%A9.txt"/><TextSource guid="{guid(21)}" plainTextPath="internal://50%25.txt"/>'
        "</Sources>"
    )
    parts = {"FG 1 café.txt": "first", "50%25.txt": "second", "50%.txt": "another"}
    study = read_project(qdpx(tmp_path / "study.qdpx", xml, parts))
    assert [one.text for one in study.texts] == ["first", "second"]
