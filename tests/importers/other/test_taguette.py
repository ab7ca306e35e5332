"""Taguette projects: positions in bytes between tags become places in lines of text."""

import json
from pathlib import Path

import pytest

from qualcoder_nhs.domain.foreign import About, ForeignStudy, Kind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.importers.taguette.document_text import document_text
from qualcoder_nhs.importers.taguette.project import is_project, read
from tests.importers.other.databases import (
    altered,
    left,
    quotes,
    read_or_left,
    run,
    without_loose_ends,
)
from tests.importers.other.taguette import CONTENTS, KEPT, WORDS, in_file, project


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return project(tmp_path / "2024-03-05_Trust.sqlite3")


@pytest.fixture
def study(path: Path) -> ForeignStudy:
    return read(path)


def test_every_thing_in_the_file_is_here_or_left_out(path: Path, study: ForeignStudy) -> None:
    assert read_or_left(study) == in_file(path)
    without_loose_ends(study)
    assert (study.program, study.name) == ("Taguette", "Trust")


def test_paragraphs_items_and_breaks_are_lines() -> None:
    found = document_text(CONTENTS)
    assert (found.text, found.kept) == (WORDS, KEPT)


@pytest.mark.parametrize("quote", ["Öst”", "here?", "trust\nthem 😀", "mostly.P2: I", "onetwoend"])
def test_bytes_lead_to_the_same_characters(quote: str) -> None:
    found = document_text(CONTENTS)
    start = len(KEPT[: KEPT.index(quote)].encode())
    kept = found.kept_span(start, start + len(quote.encode()))
    assert kept is not None
    assert kept.of(found.kept) == quote
    words = found.span(kept).of(found.text)
    assert words.replace("\n", "") == quote.replace("\n", " ")


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>one</p><p></p><p>two</p>", "one\ntwo"),
        ("<p>one<br><br>two</p>", "one\n\ntwo"),
        ("<p>one<br/>\ntwo</p>", "one\ntwo"),
        ("P1 one\r\nP2 two", "P1 one\nP2 two"),
        ("<p>a &#x1F600; &#9999999999; &nosuch; 1 < 2</p>", "a 😀 � &nosuch; 1 < 2"),
        ("<p>a&#" + "9" * 5000 + ";</p>", "a&#" + "9" * 5000 + ";"),
        ("<p title='a>b'>x</p><!-- no --><img src='y'>", "x"),
        ("\ufeff<p>x\u2028y\x00</p>", " \nx\ny�"),
        ("", ""),
    ],
)
def test_odd_pages(html: str, text: str) -> None:
    found = document_text(html)
    assert found.text == text
    assert len(found.places) == len(found.kept)
    assert list(found.places) == sorted(found.places)


def test_tags_are_a_tree_in_which_what_is_lacking_is_made(study: ForeignStudy) -> None:
    names = {code.key: code.name for code in study.codes}
    assert [(code.name, names.get(code.parent or ""), code.made) for code in study.codes] == [
        ("beds etc.", None, False),
        ("a", None, True),
        ("trust", None, True),
        ("held", "trust", False),
        ("withheld", "trust", False),
        ("moved", "beds etc.", False),
        ("b", "a", True),
        ("c", "b", False),
    ]
    assert next(code for code in study.codes if code.name == "held").definition == "Said of others."


def test_a_highlight_with_several_tags_is_several_codings(study: ForeignStudy) -> None:
    assert quotes(study) == {
        "highlight 1 tag 1": "MOD: How is it here?",
        "highlight 1 tag 3": "MOD: How is it here?",
        "highlight 2 tag 2": "them 😀, mostly.\nP2: I do",
        "highlight 3 tag 2": "<not> & won't",
        "highlight 4 tag 1": "“Öst",
    }
    moved = "its words were found at another place of a text changed later"
    assert altered(study, Kind.CODINGS) == {"highlight 4 tag 1": moved}


def test_what_has_no_place_is_named_with_its_words(study: ForeignStudy) -> None:
    assert left(study, Kind.CODINGS) == [
        ("?", "its passage is not in the file"),
        ("‘one’", "its text is not in the file, or stays out"),
        ("‘one’", "its text is not in the file, or stays out"),
        ("? in Group 1: ‘two’", "its tag is not in the file"),
        ("‘one’", "it has no tag"),
        (
            "c in Group 1: ‘never said’",
            "the text was changed later, and its words are not in it now",
        ),
    ]


def test_who_highlighted_is_told_only_where_the_file_knows(study: ForeignStudy) -> None:
    coders = {one.key: one.coder for one in study.codings}
    assert coders["highlight 3 tag 2"] == "ben"
    assert coders["highlight 1 tag 1"] is None
    assert [one.name for one in study.coders] == ["admin", "asha", "ben"]
    assert left(study, Kind.CODERS) == [("nobody", "has no part in any project of the file")]


def test_the_one_member_of_a_project_made_all_its_highlights(path: Path) -> None:
    run(path, "DELETE FROM project_members WHERE user_login = 'admin'", "DELETE FROM commands")
    assert {one.coder for one in read(path).codings} == {"asha"}


def test_descriptions_are_memos(study: ForeignStudy) -> None:
    assert [(one.words, one.about, one.on) for one in study.memos] == [
        ("Why we ask.", About.STUDY, ""),
        ("Lively.", About.TEXT, "document 1"),
    ]


def test_several_projects_each_have_a_root_and_a_set(path: Path) -> None:
    run(
        path,
        "INSERT INTO projects (id, name, description) VALUES (2, 'Pay', '')",
        "INSERT INTO tags (id, project_id, path, description) VALUES (9, 2, 'trust.held', '')",
        "INSERT INTO documents (id, name, description, project_id, contents)"
        " VALUES (5, 'Other', '', 2, '<p>P1: More.</p>')",
    )
    study = read(path)
    names = {code.key: code.name for code in study.codes}
    roots = [(code.name, code.made) for code in study.codes if code.parent is None]
    assert roots == [("Trust", True), ("Pay", True)]
    held = [code for code in study.codes if code.name == "held"]
    assert len(held) == 2
    assert {names[code.parent or ""] for code in held} == {"trust"}
    assert len({code.parent for code in held}) == 2
    assert [(one.name, one.texts) for one in study.sets] == [
        ("Trust", ("document 1", "document 2")),
        ("Pay", ("document 5",)),
    ]
    assert study.name == "2024-03-05_Trust"
    assert read_or_left(study) == in_file(path)
    without_loose_ends(study)


def test_nothing_is_written_to_the_file_or_beside_it(path: Path) -> None:
    before = path.read_bytes(), path.stat().st_mtime_ns
    assert is_project(path)
    read(path)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_tags_of_one_name_stay_two(path: Path) -> None:
    run(path, "INSERT INTO tags (id, project_id, path, description) VALUES (6, 1, 'a.b.c ', '')")
    study = read(path)
    assert [code.key for code in study.codes if code.name == "c"] == ["tag 5", "tag 6"]
    without_loose_ends(study)


def test_newer_versions_name_the_tag_above_by_its_number(path: Path) -> None:
    run(
        path,
        "ALTER TABLE tags ADD COLUMN parent_id integer",
        "INSERT INTO tags VALUES (10, 1, 'pay', '', NULL), (11, 1, 'fair', '', 10),"
        " (12, 1, 'pay.late', '', 10), (13, 1, 'round', '', 14), (14, 1, 'about', '', 13)",
    )
    study = read(path)
    parents = {code.key: code.parent for code in study.codes}
    assert (parents["tag 11"], parents["tag 12"]) == ("tag 10", "tag 10")
    assert "late" in {code.name for code in study.codes}
    assert read_or_left(study) == in_file(path)
    without_loose_ends(study)


def test_a_place_within_a_character_goes_to_the_next() -> None:
    found = document_text("<p>aé</p>")
    assert found.kept_span(0, 2) == Span(0, 2)
    assert found.kept_span(0, 4) is None
    assert found.kept_span(None, 2) is None
    assert json.dumps(found.text) == '"a\\u00e9"'
