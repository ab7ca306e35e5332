"""A project that Taguette really wrote, counted here from its bytes apart from the reader."""

import html
import os
import re
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest

from qualcoder_nhs.domain.foreign import Kind
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.taguette.project import is_project, read
from tests.importers.other.databases import read_or_left, without_loose_ends
from tests.importers.other.taguette import in_file

PATH = Path(os.environ.get("QNHS_REAL_FILES", ".")) / "taguette_1.5.2_project.sqlite3"
needs_file = pytest.mark.skipif(
    "QNHS_REAL_FILES" not in os.environ, reason="the file is not for copying"
)


def highlighted() -> dict[int, str]:
    """The words of each highlight: bytes of what stands between the tags of its document."""
    query = (
        "SELECT highlights.id, contents, start_offset, end_offset, snippet"
        " FROM highlights JOIN documents ON documents.id = document_id"
    )
    words = {}
    with closing(sqlite3.connect(f"file:{PATH}?mode=ro&immutable=1", uri=True)) as connection:
        for number, contents, start, end, snippet in connection.execute(query):
            quote = between_tags(contents).encode()[start:end].decode()
            assert quote == between_tags(snippet)
            words[number] = quote
    return words


def between_tags(page: str) -> str:
    return html.unescape(re.sub(r"<[^>]+>", "", page))


@needs_file
def test_25_of_25_highlights_are_on_their_words() -> None:
    before = PATH.read_bytes(), PATH.stat().st_mtime_ns, sorted(PATH.parent.iterdir())
    wanted = highlighted()
    assert is_project(PATH)
    study = read(PATH)
    texts = {one.key: one.text for one in study.texts}
    found = {int(one.key.split()[1]): one.span.of(texts[one.text]) for one in study.codings}
    assert len(wanted) == 25
    assert found == wanted
    assert (PATH.read_bytes(), PATH.stat().st_mtime_ns, sorted(PATH.parent.iterdir())) == before


@needs_file
def test_all_that_is_in_it_comes_in() -> None:
    study = read(PATH)
    without_loose_ends(study)
    assert (
        read_or_left(study)
        == in_file(PATH)
        == Counter({Kind.TEXTS: 2, Kind.CODES: 7, Kind.CODINGS: 26, Kind.MEMOS: 1, Kind.CODERS: 2})
    )
    assert (study.left_out, study.altered) == ((), ())
    assert {code.name: code.parent for code in study.codes}["beds"] == "tag 1"


@needs_file
def test_its_codebook_has_the_same_tree_as_its_project() -> None:
    codes = {code.key: code for code in read(PATH).codes}
    paths = {
        (codes[code.parent].name, code.name) if code.parent else (code.name,)
        for code in codes.values()
    }
    codebook = read_codebook(PATH.with_name("taguette_1.5.2_codebook.qdc"))
    assert set(codebook.draft.paths().values()) == paths


@needs_file
def test_every_paragraph_is_a_line_and_nothing_else_is() -> None:
    for one in read(PATH).texts:
        with closing(sqlite3.connect(f"file:{PATH}?mode=ro&immutable=1", uri=True)) as connection:
            query = "SELECT contents FROM documents WHERE name = ?"
            [contents] = connection.execute(query, (one.name,)).fetchone()
        paragraphs = re.findall(r"<p>(.*?)</p>", contents, re.DOTALL)
        assert one.text.split("\n") == [between_tags(words) for words in paragraphs]
