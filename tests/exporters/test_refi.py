"""REFI-QDA out: valid by the schemas, and the same study when it is read again."""

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from qualcoder_nhs.domain.code_description import description
from qualcoder_nhs.domain.codebook import Applicable, SetKind
from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft, SetDraft
from qualcoder_nhs.domain.coding import OPEN, Flag
from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCase,
    ForeignCode,
    ForeignCoder,
    ForeignCoding,
    ForeignLink,
    ForeignMemo,
    ForeignSet,
    ForeignSpeaker,
    ForeignStudy,
    ForeignText,
)
from qualcoder_nhs.domain.foreign_beside import DoesNotFit, beside, made_whole
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.exporters.codebooks import codebook_qdc
from qualcoder_nhs.exporters.refi.project import BESIDE, HEART, write_project
from qualcoder_nhs.exporters.refi.target import LaidText, Leaving, Target
from qualcoder_nhs.importers.refi.project import read_project
from qualcoder_nhs.queries.whole_study import whole_study
from qualcoder_nhs.study import Study
from tests.builders import turns_of

SCHEMAS = Path(__file__).parent / "refi_schemas"
MADE = datetime(2026, 5, 12, 9, 30, 1, 250_000, tzinfo=UTC)
TEXT = "MOD: Who decides?\nP1: The board 🩺 does.\nP2: Nobody asks.\n"
KEYS = [f"{number:08x}-0000-4000-8000-000000000000" for number in range(40)]
HL, FG1, TRUST, MOTIVE, CODING, MEMO, PERSON, SET, LINK = KEYS[:9]


def schema(name: str) -> etree.XMLSchema:
    """One of the two schemas of the standard."""
    return etree.XMLSchema(etree.parse(SCHEMAS / name))


BOARD = Span(TEXT.index("The board"), TEXT.index(" does"))
ASKS = Span(TEXT.index("Nobody"), TEXT.index(".\n", 50))


def a_study() -> ForeignStudy:
    """Something of everything."""
    return ForeignStudy(
        program="qualcoder_nhs",
        name="Doctors & <managers>",
        coders=(ForeignCoder(HL, "Hanna “HL” Lind"),),
        codes=two_codes(),
        texts=(a_text(),),
        codings=(
            ForeignCoding(CODING, FG1, MOTIVE, BOARD, HL, MADE, (Flag.STRONG,)),
            ForeignCoding(KEYS[9], FG1, MOTIVE, BOARD, HL, MADE, layer="Pilot"),
            ForeignCoding(KEYS[10], FG1, TRUST, ASKS, HL, MADE, layer="settled"),
        ),
        memos=memos(),
        cases=(ForeignCase(PERSON, "P1", {"Role": "nurse"}, (), ((FG1, ASKS),)),),
        attributes=("Role", "Nation", "Mode"),
        group_attributes={FG1: {"Mode": "online"}},
        sets=(ForeignSet(SET, "Tone", (MOTIVE,), (), "One of these.", "exclusive", "span"),),
        links=(ForeignLink(LINK, "agree", (FG1, ASKS), (FG1, BOARD), HL, MADE, "Pilot"),),
    )


def two_codes() -> tuple[ForeignCode, ...]:
    """Of one name, one beneath the other, the lower with a full card."""
    card = ForeignCode(
        MOTIVE,
        "Trust",
        TRUST,
        None,
        Applicable.HOLDING,
        "What they want.",
        use="Always.",
        companions=("tru",),
        aliases=("old",),
        archived=True,
        slug="tru-motive",
    )
    return ForeignCode(TRUST, "Trust", None, "#0655B6", Applicable.NO, slug="tru"), card


def a_text() -> ForeignText:
    """With turns and somebody who speaks."""
    speakers = (ForeignSpeaker("P1", Function.PARTICIPANT, (PERSON,)),)
    turns = turns_of(TEXT)
    return ForeignText(FG1, "FG1", TEXT, "FG1.docx", MADE, turns, speakers, "Group 1", "text")


def memos() -> tuple[ForeignMemo, ...]:
    """One on each kind of thing."""
    return (
        ForeignMemo(MEMO, " On the study\n\nTwice.", coder=HL, made=MADE, changed=MADE),
        ForeignMemo(KEYS[11], "Text", About.TEXT, FG1, None, HL, MADE, MADE, "A title"),
        ForeignMemo(KEYS[12], "Words", About.PASSAGE, FG1, BOARD, HL, MADE, MADE),
        ForeignMemo(KEYS[13], "Code", About.CODE, MOTIVE, None, HL, MADE, MADE),
        ForeignMemo(KEYS[14], "Coding", About.CODING, CODING, None, HL, MADE, MADE),
        ForeignMemo(KEYS[15], "Person", About.CASE, PERSON, None, HL, MADE, MADE),
    )


def written(study: ForeignStudy, folder: Path, target: Target = Target.STANDARD) -> Path:
    """The study as a file."""
    out = folder / "study.qdpx"
    leaving = Leaving("qualcoder_nhs 0.1", HL, MADE)
    write_project(study, out, target, leaving, lambda _done, _total: None)
    return out


def heart_of(path: Path) -> bytes:
    """The XML of a project."""
    with zipfile.ZipFile(path) as archive:
        return archive.read(HEART)


def beside_of(path: Path) -> object:
    """What lies beside the XML."""
    with zipfile.ZipFile(path) as archive:
        [name] = [one for one in archive.namelist() if one.endswith(BESIDE)]
        return json.loads(archive.read(name))


def read_back(path: Path) -> ForeignStudy:
    """The study as this program reads it."""
    return read_project(path)


def without_beside(path: Path) -> Path:
    """The project as programs know it that look for nothing beside it."""
    out = path.with_name("without.qdpx")
    with zipfile.ZipFile(path) as full, zipfile.ZipFile(out, "w") as bare:
        for name in full.namelist():
            if not name.endswith(BESIDE):
                bare.writestr(name, full.read(name))
    return out


@pytest.mark.parametrize("target", Target)
def test_everything_is_valid_and_comes_back(tmp_path: Path, target: Target) -> None:
    study = a_study()
    path = written(study, tmp_path, target)
    schema("Project.xsd").assertValid(etree.fromstring(heart_of(path)))
    back = read_back(path)
    assert back.left_out == ()
    for kind in ("coders", "codes", "texts", "memos", "cases", "links"):
        assert getattr(back, kind) == getattr(study, kind), kind
    assert sorted(back.codings, key=lambda one: one.key) == sorted(
        study.codings, key=lambda one: one.key
    )
    assert back.group_attributes == study.group_attributes
    assert set(back.attributes) == set(study.attributes)


def test_another_program_sees_each_layer_as_a_user_of_its_own(tmp_path: Path) -> None:
    seen = read_project(without_beside(written(a_study(), tmp_path)))
    assert [one.name for one in seen.coders] == [
        "Hanna “HL” Lind",
        "Hanna “HL” Lind · Pilot",
        "Hanna “HL” Lind · settled",
    ]
    names = {one.key: one.name for one in seen.coders}
    assert sorted(names[one.coder or ""] for one in seen.codings) == sorted(names.values())
    assert {one.layer for one in seen.codings} == {OPEN}


@pytest.mark.parametrize("target", Target)
def test_texts_are_laid_down_as_the_target_has_them(tmp_path: Path, target: Target) -> None:
    path = written(a_study(), tmp_path, target)
    with zipfile.ZipFile(path) as archive:
        [name] = [one for one in archive.namelist() if one.endswith(f"/{FG1}.txt")]
        content = archive.read(name)
    assert (
        content
        == {
            Target.STANDARD: TEXT.encode(),
            Target.QUALCODER: TEXT.encode(),
            Target.NVIVO: ("\ufeff" + TEXT.replace("\n", "\r\n")).encode(),
        }[target]
    )


@given(st.text(alphabet="a\n🩺é", max_size=30), st.data())
def test_positions_for_nvivo_cut_the_words_from_its_own_text(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = LaidText(text, Target.NVIVO).positions(Span(start, end))
    units = text.replace("\n", "\r\n").encode("utf-16-le")
    found = units[first * 2 : last * 2].decode("utf-16-le")
    assert found.replace("\r\n", "\n") == text[start:end]


def test_an_empty_study_is_a_valid_project(tmp_path: Path) -> None:
    path = written(ForeignStudy("qualcoder_nhs", "Nothing yet"), tmp_path)
    schema("Project.xsd").assertValid(etree.fromstring(heart_of(path)))
    assert read_back(path).name == "Nothing yet"


def test_what_xml_cannot_hold_is_replaced_and_counted(tmp_path: Path) -> None:
    study = replace(a_study(), name="A\x0bB", coders=(ForeignCoder(HL, "H\x00L"),))
    leaving = Leaving("x", HL, MADE)
    out = tmp_path / "a.qdpx"
    # The coder twice more: as a user of each layer.
    assert write_project(study, out, Target.STANDARD, leaving, lambda _d, _t: None) == 4
    assert read_project(out).name == "A\N{REPLACEMENT CHARACTER}B"


@pytest.mark.parametrize(
    "document",
    [None, [], "words", {}, {"format": 1}, {"format": 2}, {**beside(a_study(), {}), "memos": [[1]]},
     {**beside(a_study(), {}), "texts": {FG1: {"kind": 3}}}],
)  # fmt: skip
def test_a_document_that_does_not_fit_is_refused_whole(document: object) -> None:
    with pytest.raises(DoesNotFit):
        made_whole(a_study(), document)


def test_the_document_is_of_this_project_alone(tmp_path: Path) -> None:
    path = written(a_study(), tmp_path)
    document = beside_of(path)
    assert isinstance(document, dict)
    assert document["of"] == hashlib.sha256(heart_of(path)).hexdigest()


def test_the_sample_study_comes_back_to_the_last_coding(sample: Path, tmp_path: Path) -> None:
    with Study.read(sample) as opened:
        study = opened.ask(whole_study).study
    path = written(study, tmp_path)
    schema("Project.xsd").assertValid(etree.fromstring(heart_of(path)))
    back = read_back(path)
    assert len(study.codings) == len(back.codings) > 1800
    assert {one.key: one for one in back.codings} == {one.key: one for one in study.codings}
    for kind in (
        "coders",
        "codes",
        "texts",
        "memos",
        "cases",
        "links",
        "cards",
        "group_attributes",
    ):
        assert getattr(back, kind) == getattr(study, kind), kind


XML_HOLDS = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
NAMES = st.text(XML_HOLDS, min_size=1, max_size=12)


@given(st.lists(st.tuples(NAMES, st.integers(-1, 30)), min_size=1, max_size=25))
def test_any_tree_of_codes_is_a_valid_codebook(named: list[tuple[str, int]]) -> None:
    codes = tuple(
        CodeDraft(f"c{at}", name, f"c{above % at}" if at and above >= 0 else None)
        for at, (name, above) in enumerate(named)
    )
    sets = (SetDraft(SetKind.EXCLUSIVE, "All", "span", "Why", tuple(one.slug for one in codes)),)
    with TemporaryDirectory() as folder:
        path = Path(folder) / "book.qdc"
        codebook_qdc.write(CodebookDraft(codes, sets), path)
        root = etree.fromstring(path.read_bytes())
    schema("Codebook.xsd").assertValid(root)
    space = "{urn:QDA-XML:codebook:1.0}"
    assert len(list(root.iter(f"{space}Code"))) == len(codes)
    found = sorted(
        (one.get("name", ""), len(list(one.iterancestors(f"{space}Code"))) + 1)
        for one in root.iter(f"{space}Code")
    )
    depths = CodebookDraft(codes).depths()
    assert found == sorted((one.name, depths[one.slug]) for one in codes)


def test_a_card_in_one_field_names_its_parts() -> None:
    card = CodeDraft("a", "A", definition="What.", use="When.", example="“So.”")
    assert description(card) == "What.\n\nUse: When.\n\nExample: “So.”"
    assert description(CodeDraft("a", "A")) == ""


def test_no_two_cases_are_called_alike_and_every_passage_says_when(tmp_path: Path) -> None:
    study = a_study()
    cases = (
        *study.cases,
        ForeignCase(KEYS[20], "P1", {}, (), ((FG1, BOARD),)),
        ForeignCase(KEYS[21], "P2"),
    )
    path = written(replace(study, cases=cases), tmp_path)
    root = etree.fromstring(heart_of(path))
    space = "{urn:QDA-XML:project:1.0}"
    assert [one.get("name") for one in root.iter(f"{space}Case")] == ["FG1 P1", "FG1 P1 (2)", "P2"]
    passages = list(root.iter(f"{space}PlainTextSelection"))
    assert [one.get("guid") for one in passages if not one.get("creationDateTime")] == []
    assert [one.name for one in read_back(path).cases] == ["P1", "P1", "P2"]
