"""Projects and codebooks that other programs really wrote.

The quotes of the project were counted apart from this program: 302 of its 303 passages begin where
a word does when positions are UTF-16 units with line ends counted twice, the one other within a
word that its coder cut; no other way to count comes near.
"""

import os
from pathlib import Path

import pytest

from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.refi.project import read_project

FILES = Path(os.environ.get("QNHS_REAL_FILES", "."))
needs_files = pytest.mark.skipif(
    "QNHS_REAL_FILES" not in os.environ, reason="the file is not for copying"
)


@needs_files
def test_a_project_of_nvivo_for_windows() -> None:
    study = read_project(FILES / "nvivo_win12_oltas0517.qdpx")
    raw = nvivo_units(FILES / "nvivo_win12_oltas0517.qdpx")
    texts = {one.key: one.text for one in study.texts}
    quotes = [one.span.of(texts[one.text]) for one in study.codings]
    assert len(quotes) == 303
    assert quotes == raw
    assert len(study.codes) == 152
    assert study.left_out == ()
    assert study.altered == ()
    [placing] = study.placings
    assert (round(placing.starts * 303), placing.unsure) == (302, False)


def nvivo_units(path: Path) -> list[str]:
    """The quotes cut from the bytes of the file itself, two bytes a unit."""
    import zipfile
    from xml.etree import ElementTree as ET

    found = []
    with zipfile.ZipFile(path) as archive:
        root = ET.fromstring(archive.read("project.qde"))  # noqa: S314 (a known file)
        for source in root.iter("{urn:QDA-XML:project:1.0}TextSource"):
            name = source.get("plainTextPath", "").removeprefix("internal://")
            units = archive.read(f"Sources/{name}").decode("utf-8-sig").encode("utf-16-le")
            for one in source.iter("{urn:QDA-XML:project:1.0}PlainTextSelection"):
                ends = (2 * int(one.get(end, "")) for end in ("startPosition", "endPosition"))
                found.append(units[slice(*ends)].decode("utf-16-le").replace("\r\n", "\n"))
    return found


@needs_files
@pytest.mark.parametrize(
    ("name", "codes", "groups"), [("atlasti_win23.4", 1, 1), ("taguette_1.5.2", 7, 0)]
)
def test_codebooks(name: str, codes: int, groups: int) -> None:
    parsed = read_codebook(FILES / f"{name}_codebook.qdc")
    assert (len(parsed.draft.codes), len(parsed.draft.sets)) == (codes, groups)
    assert parsed.problems == ()
