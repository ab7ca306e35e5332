"""What others make of our projects: pyrefiqda reads them by the schema, and finds the same study.

A check for whoever develops; the program itself never needs it. Left out where it is not installed.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.foreign import ForeignStudy
from qualcoder_nhs.exporters.refi.target import Target
from qualcoder_nhs.queries.whole_study import whole_study
from qualcoder_nhs.study import Study
from tests.exporters.test_refi import written

Said = tuple[str, str, tuple[str, ...], str]


@pytest.mark.long
@pytest.mark.parametrize("target", Target)
def test_pyrefiqda_finds_the_same_codings(target: Target, sample: Path, tmp_path: Path) -> None:
    pyrefiqda = pytest.importorskip("pyrefiqda", reason="pyrefiqda is not installed")
    with Study.read(sample) as opened:
        study = opened.ask(whole_study).study
    out = tmp_path / "unpacked"
    project = pyrefiqda.RefiProject.load(written(study, tmp_path, target), extract_dir=str(out))
    cases = {one.guid for one in project.cases.case}
    assert Counter(_theirs(project, out, target, cases)) == Counter(_ours(study))
    assert {one.name for one in project.sources.text_source} == {one.name for one in study.texts}
    assert len(cases) == len(study.cases)
    assert len(project.links.link) == len(study.links)
    assert len(project.sets.set) == len(study.sets)


def _ours(study: ForeignStudy) -> Iterator[Said]:
    """Each coding with its text, who gave it, the code with those above it, and its words."""
    coders = {one.key: one.name for one in study.coders}
    codes = {one.key: one for one in study.codes}
    texts = {one.key: one for one in study.texts}
    for one in study.codings:
        layer = "" if one.layer == OPEN else f" · {one.layer}"
        path, at = [codes[one.code].name], codes[one.code].parent
        while at:
            path.append(codes[at].name)
            at = codes[at].parent
        text = texts[one.text]
        yield text.name, coders[one.coder or ""] + layer, tuple(path), one.span.of(text.text)


def _theirs(project: Any, out: Path, target: Target, cases: set[str]) -> Iterator[Said]:
    """The same of what pyrefiqda read; codings by cases say only whose words they are."""
    users = {one.guid: one.name for one in project.users.user}
    paths = dict(_paths(project.code_book.codes.code, ()))
    for source in project.sources.text_source:
        file = source.plain_text_path.removeprefix("internal://")
        words = next(out.glob(f"[sS]ources/{file}")).read_bytes().decode("utf-8-sig")
        for passage in source.plain_text_selection:
            for coding in passage.coding:
                code = coding.code_ref.target_guid
                if code not in cases:
                    said = _cut(words, passage.start_position, passage.end_position, target)
                    yield source.name, users[coding.creating_user], paths[code], said


def _paths(codes: Any, above: tuple[str, ...]) -> Iterator[tuple[str, tuple[str, ...]]]:
    for one in codes:
        yield one.guid, (one.name, *above)
        yield from _paths(one.code, (one.name, *above))


def _cut(words: str, start: int, end: int, target: Target) -> str:
    """The words between two positions, as who the project is for counts."""
    if target is not Target.NVIVO:
        return words[start:end]
    units = words.encode("utf-16-le")[2 * start : 2 * end]
    return units.decode("utf-16-le").replace("\r\n", "\n")
