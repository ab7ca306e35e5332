"""Codebooks of other programs, in whatever version they claim to be."""

from pathlib import Path

import pytest

from qualcoder_nhs.domain.codebook import Applicable, SetKind
from qualcoder_nhs.importers.codebooks.codebook_formats import is_codebook, read_codebook
from tests.importers.refi.material import code, guid

TREE = code(
    1,
    "Trust",
    f"<Description>Relying.</Description>{code(2, 'Other')}{code(3, 'Other')}",
    'isCodable="0" color="#abc"',
)


def written(folder: Path, namespace: str, sets: str = "", name: str = "book.qdc") -> Path:
    path = folder / name
    path.write_text(
        f'<?xml version="1.0"?><!-- made up --><CodeBook xmlns="urn:QDA-XML:{namespace}"'
        f' origin="x"><Codes>{TREE}</Codes>{sets}</CodeBook>',
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("namespace", ["codebook:1.0", "codebook:0:4", "codebook:1:0"])
def test_every_namespace_that_was_seen(namespace: str, tmp_path: Path) -> None:
    parsed = read_codebook(written(tmp_path, namespace, "<Sets/>"))
    assert list(parsed.draft.paths().values()) == [
        ("Trust",),
        ("Trust", "Other"),
        ("Trust", "Other"),
    ]
    first = parsed.draft.codes[0]
    assert (first.applicable, first.colour, first.definition) == (
        Applicable.YES,
        "#AABBCC",
        "Relying.",
    )
    assert parsed.problems == ()


def a_set(name: str, *codes: int) -> str:
    members = "".join(f'<MemberCode guid="{guid(code)}"/>' for code in codes)
    described = "<Description>For the pilot.</Description>"
    return f'<Set guid="{guid(9)}" name="{name}">{described}{members}</Set>'


def test_groups_of_codes_stand_together(tmp_path: Path) -> None:
    sets = f"<Sets>{a_set('Core', 2, 99)}{a_set('Core', 1)}{a_set('Lost', 99)}</Sets>"
    parsed = read_codebook(written(tmp_path, "codebook:1.0", sets))
    [first, again] = parsed.draft.sets
    by_slug = {one.slug: one.name for one in parsed.draft.codes}
    assert (first.kind, first.name, first.why) == (SetKind.TOGETHER, "Core", "For the pilot.")
    assert [by_slug[slug] for slug in first.members] == ["Other"]
    assert again.name == "Core (2)"
    assert [one.what for one in parsed.problems] == [
        "The group “Core”: 1 of its codes are not in the file.",
        "The group “Lost” was left out: none of its codes is in the file.",
    ]
    assert parsed.groups == 1


def test_a_codebook_is_known_by_its_content(tmp_path: Path) -> None:
    path = written(tmp_path, "codebook:1.0", name="book.txt")
    assert is_codebook(path)
    assert len(read_codebook(path).draft.codes) == 3
