"""Every fault in a codebook in YAML is named with its line, and hostile files are refused."""

from pathlib import Path

import pytest

from qualcoder_nhs.domain.codebook import Applicable, SetKind
from qualcoder_nhs.domain.codebook_draft import CodeDraft, SetDraft
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.importers.codebooks.codebook_yaml import checked, read

GOOD = """\
title: Trust
codes:
  - name: Yes          # no slug: one is made
    applicable: no
    colour: "#0655b6"
    children:
      - slug: no
        name: 2020
        definition: >
          Folded
          words.
        example: ~
        companions: [fin-, tru-bond]
      - name: null words
        archived: yes
sets:
  - name: Pilot
    kind: core
    members: [no]
"""


def test_a_good_file_is_read_without_yaml_s_own_ideas_of_words() -> None:
    draft, problems = checked(GOOD)
    assert problems == []
    assert draft.codes == (
        CodeDraft("yes", "Yes", None, "#0655B6", Applicable.NO, slug_given=False),
        CodeDraft("no", "2020", "yes", definition="Folded words.", companions=("fin-", "tru-bond")),
        CodeDraft("null-words", "null words", "yes", archived=True, slug_given=False),
    )
    assert draft.sets == (SetDraft(SetKind.CORE, "Pilot", members=("no",)),)


BAD = """\
title: [a, list]
colour: red
codes:
  - slug: Tru Bond
    name: Bond
    applicable: perhaps
  - slug: tru
    name: Trust
    name: Twice
    colour: blue
    definiton: misspelt
    children: none
  - slug: tru
    aliases: [tru-old, UPPER]
  - words alone
sets:
  - name: A
    kind: pilot
    scope: room
    members: [tru, nobody]
  - kind: core
"""


def test_every_fault_is_named_with_its_line() -> None:
    _, problems = checked(BAD)
    assert [problem.line for problem in problems] == [
        *(1, 2, 4, 6, 9, 10, 11, 12, 13, 13, 14, 15, 15, 18, 19, 20, 21)
    ]
    said = {problem.line: problem.what for problem in problems}
    assert "definiton" in said[11]
    assert "do_not_use" in said[11]
    assert "nobody" in said[20]


def test_a_refusal_tells_all_faults(tmp_path: Path) -> None:
    file = tmp_path / "bad.yaml"
    file.write_text(BAD, encoding="utf-8")
    with pytest.raises(BadFile) as refused:
        read(file)
    assert refused.value.name == "bad.yaml"
    assert "line 11: " in refused.value.why
    assert "line 21: " in refused.value.why


def test_two_sets_of_one_name_are_a_fault() -> None:
    group = "  - {name: Pilot, kind: core}\n"
    _, problems = checked(f"codes: []\nsets:\n{group}{group}")
    assert [problem.line for problem in problems] == [4]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("codes:\n  - name: 'open\n", 3),
        ("codes:\n\t- name: x\n", 2),
        ("codes: &a [x]\nsets: *a\n", 2),
        ("a: &a [*a]\n", 1),
        ("", 1),
        ("codes: \x00", None),
        ("[" * 5000, None),
        ("- a\n--- \n- b\n", 2),
    ],
)
def test_what_is_no_codebook_at_all_is_told_in_one_problem(text: str, line: int | None) -> None:
    draft, problems = checked(text)
    assert draft.codes == ()
    assert [problem.line for problem in problems] == [line]


def test_a_tree_without_a_floor_is_a_fault() -> None:
    text = "codes:\n" + "".join(
        f"{'  ' * level}- name: x\n{'  ' * level}  children:\n" for level in range(60)
    )
    assert "40" in checked(text)[1][0].what


@pytest.mark.parametrize("content", [b"", b"name: \xff\xfe", b"\x89PNG\r\n\x1a\n\0\0", b"- x"])
def test_only_bad_file_escapes(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "hostile.yaml"
    file.write_bytes(content)
    with pytest.raises(BadFile):
        read(file)


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.yaml", tmp_path):
        with pytest.raises(BadFile):
            read(path)
