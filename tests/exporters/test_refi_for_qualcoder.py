"""Projects for QualCoder: nothing that its importer was seen to lose, to empty, or to stop at."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import etree

from qualcoder_nhs.domain.foreign import About, ForeignCode, ForeignCoder, ForeignMemo, ForeignStudy
from qualcoder_nhs.domain.taking.sayings import said_by_cases
from qualcoder_nhs.exporters.refi.target import Target
from qualcoder_nhs.queries.whole_study import whole_study
from qualcoder_nhs.study import Study
from tests.exporters.test_refi import (
    ASKS,
    BOARD,
    CODING,
    FG1,
    HL,
    KEYS,
    MADE,
    PERSON,
    TRUST,
    a_study,
    heart_of,
    read_back,
    without_beside,
    written,
)

SPACE = "{urn:QDA-XML:project:1.0}"
Element = etree._Element


def every(root: Element, name: str) -> list[Element]:
    """The elements of a name."""
    return list(root.iter(SPACE + name))


def words(element: Element) -> str:
    """How an element describes itself."""
    return element.findtext(f"{SPACE}Description") or ""


def targets(element: Element, name: str) -> list[str]:
    """What the references in an element point to."""
    return [one.get("targetGUID", "") for one in element.iter(SPACE + name)]


def project(study: ForeignStudy, folder: Path, target: Target = Target.QUALCODER) -> Element:
    """The XML of a study that leaves."""
    return etree.fromstring(heart_of(written(study, folder, target)))


def bare(root: Element) -> Iterator[Element]:
    """The passages that are coded by nothing: notes in the margin there."""
    return (one for one in every(root, "PlainTextSelection") if one.find(f"{SPACE}Coding") is None)


def test_a_passage_is_coded_or_says_something(tmp_path: Path) -> None:
    root = project(a_study(), tmp_path)
    notes = {words(one) for one in bare(root)}
    assert notes == {"Words", "agree → P1: “The board 🩺”", "A turn that others answer."}


def test_the_memo_of_a_coding_describes_its_passage(tmp_path: Path) -> None:
    root = project(a_study(), tmp_path)
    [memo] = [
        words(one)
        for one in every(root, "PlainTextSelection")
        for coding in one.iter(f"{SPACE}Coding")
        if coding.get("guid") == CODING
    ]
    assert memo == "Coding"
    [source] = every(root, "TextSource")
    assert words(source) == "Hanna “HL” Lind: Text"
    titles = sorted(one.get("name", "") for one in every(root, "Note"))
    assert titles == ["Code", "On the study"]


def test_a_memo_on_the_coding_of_another_says_whose_it_is(tmp_path: Path) -> None:
    study = a_study()
    other = ForeignMemo(KEYS[31], "Really?", About.CODING, CODING, None, KEYS[32], MADE, MADE)
    coders = (*study.coders, ForeignCoder(KEYS[32], "DM"))
    root = project(replace(study, coders=coders, memos=(*study.memos, other)), tmp_path)
    assert "Coding\n\nDM: Really?" in {words(one) for one in every(root, "PlainTextSelection")}


def test_what_somebody_says_is_coded_by_their_case(tmp_path: Path) -> None:
    root = project(a_study(), tmp_path)
    [case] = every(root, "Case")
    assert PERSON in {one.get("guid") for one in every(root, "Code")}
    [turn] = [one for one in every(root, "PlainTextSelection") if PERSON in targets(one, "CodeRef")]
    assert targets(case, "SelectionRef") == [turn.get("guid")]
    place = (int(turn.get("startPosition", "")), int(turn.get("endPosition", "")))
    assert place == (ASKS.start, ASKS.end)


def test_no_two_codes_are_called_alike_and_come_back_as_they_were(tmp_path: Path) -> None:
    study = a_study()
    more = (*study.codes, ForeignCode(KEYS[30], "P1", TRUST, "#112233", slug="p1"))
    study = replace(study, codes=more)
    root = project(study, tmp_path)
    names = [one.get("name") for one in every(root, "Code")]
    assert sorted(names, key=str) == ["P1", "P1 (2)", "Trust", "Trust (Trust)"]
    back = read_back(written(study, tmp_path, Target.QUALCODER))
    assert {one.key: one.name for one in back.codes} == {one.key: one.name for one in study.codes}


def test_memos_of_one_coder_on_one_passage_are_one_note(tmp_path: Path) -> None:
    again = ForeignMemo(KEYS[31], "More", About.PASSAGE, FG1, BOARD, HL, MADE, MADE)
    study = a_study()
    study = replace(study, memos=(*study.memos, again))
    for target in Target:
        root = project(study, tmp_path, target)
        places = Counter(
            (one.get("startPosition"), one.get("endPosition"), one.get("creatingUser"))
            for one in bare(root)
        )
        assert set(places.values()) == {1}, target
    assert "Words\n\nMore" in {words(one) for one in bare(project(study, tmp_path))}


@pytest.mark.parametrize("target", Target)
def test_no_two_notes_are_called_alike(target: Target, tmp_path: Path) -> None:
    study = a_study()
    twice = [
        ForeignMemo(key, "Why?", About.CODE, TRUST, None, HL, MADE, MADE) for key in KEYS[31:33]
    ]
    root = project(replace(study, memos=(*study.memos, *twice)), tmp_path, target)
    names = Counter(one.get("name") for one in every(root, "Note"))
    assert names["Why?"] == names["Why? (2)"] == 1
    assert set(names.values()) == {1}


@pytest.mark.parametrize("target", Target)
def test_a_code_with_codings_is_codable(target: Target, tmp_path: Path) -> None:
    codes = {one.get("guid"): one for one in every(project(a_study(), tmp_path, target), "Code")}
    assert codes[TRUST].get("isCodable") == "true"
    empty = replace(a_study(), codings=())
    codes = {one.get("guid"): one for one in every(project(empty, tmp_path, target), "Code")}
    assert codes[TRUST].get("isCodable") == "false"


def test_the_sample_without_what_lies_beside_it(sample: Path, tmp_path: Path) -> None:
    with Study.read(sample) as opened:
        study = opened.ask(whole_study).study
    back = read_back(without_beside(written(study, tmp_path, Target.QUALCODER)))
    back = said_by_cases(back, {one.key for one in back.cases})
    assert {one.key for one in back.codes} == {one.key for one in study.codes}
    assert {(one.key, one.span) for one in back.codings} == {
        (one.key, one.span) for one in study.codings
    }
    assert {one.key: sorted(one.passages) for one in back.cases} == {
        one.key: sorted(one.passages) for one in study.cases
    }
    told = {(one.on, one.words) for one in study.memos if one.about is About.CODING}
    assert told <= {(one.on, one.words) for one in back.memos if one.about is About.CODING}
