"""The codebooks that come with the program hold what the study agreed on."""

from collections import Counter
from pathlib import Path

import pytest

from qualcoder_nhs.domain.codebook import Applicable, Codebook, SetKind
from qualcoder_nhs.domain.codebook_import import merged
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.palette import FAMILIES, family
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.importers.ready_codebooks import (
    installed_folder,
    ready_codebook,
    ready_codebooks,
)


def ready(name: str) -> Codebook:
    parsed = read_codebook(ready_codebook(name))
    assert parsed.problems == ()
    return merged(parsed.draft, Codebook()).change.applied(Codebook())


@pytest.fixture(scope="module")
def nhs() -> Codebook:
    """The codebook of doctors and managers."""
    return ready("nhs_doctor_manager")


def test_the_codebook_of_the_study_stands_first() -> None:
    assert [file.stem for file in ready_codebooks()] == ["nhs_doctor_manager", "trust_core"]


def test_an_unknown_name_is_refused() -> None:
    with pytest.raises(NoSuch):
        ready_codebook("other")


def test_an_installed_program_finds_the_files_that_its_record_names(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_down = tmp_path / "share" / "qualcoder-nhs" / "codebooks"
    about = tmp_path / "lib" / "site-packages" / "qualcoder_nhs-0.1.0.dist-info"
    laid_down.mkdir(parents=True)
    about.mkdir(parents=True)
    (about / "METADATA").write_text("Metadata-Version: 2.1\nName: qualcoder-nhs\nVersion: 0.1.0\n")
    record = "../../share/qualcoder-nhs/codebooks/x.yaml"
    (about / "RECORD").write_text(f"qualcoder_nhs/__init__.py,,\n{record},,\n")
    monkeypatch.syspath_prepend(about.parent)
    assert installed_folder("codebooks") == laid_down.resolve()
    monkeypatch.setattr("sys.path", [str(tmp_path)])
    assert installed_folder("codebooks").parts[-3:] == laid_down.parts[-3:]


def test_eight_roots_thirteen_categories_fifty_eight_codes(nhs: Codebook) -> None:
    kinds = Counter(code.applicable for code in nhs.codes)
    assert kinds == {Applicable.NO: 8, Applicable.HOLDING: 13, Applicable.YES: 58}
    for code in nhs.codes:
        has_children = bool(nhs.children(code.id))
        assert has_children is (code.applicable is not Applicable.YES)
        assert (code.parent is None) is (code.applicable is Applicable.NO)


def test_slugs_bear_the_mark_of_their_family(nhs: Codebook) -> None:
    assert [root.slug for root in nhs.children(None)] == [each.mark for each in FAMILIES]
    assert all(code.slug.split("-")[0] == nhs.root(code.id).slug for code in nhs.codes)


def test_roots_carry_the_stripe_of_their_family_and_others_take_it(nhs: Codebook) -> None:
    for number, root in enumerate(nhs.children(None)):
        assert family(number, root.colour) == FAMILIES[number]
    assert all((code.colour is None) is (code.parent is not None) for code in nhs.codes)


def test_every_code_that_is_applied_has_its_whole_card(nhs: Codebook) -> None:
    for code in nhs.codes:
        assert code.definition
        if code.applicable is Applicable.YES:
            assert all((code.use, code.do_not_use, code.example, code.serves))


def test_a_code_that_a_card_points_to_exists(nhs: Codebook) -> None:
    marks = tuple(f"{each.mark}-" for each in FAMILIES)
    for code in nhs.codes:
        for word in code.do_not_use.replace("(", " ").replace(")", " ").split():
            slug = word.strip(".,;")
            assert not slug.startswith(marks) or slug in nhs.by_slug


def test_sets_say_what_excludes_what_and_what_a_pilot_begins_with(nhs: Codebook) -> None:
    exclusive = [group for group in nhs.sets if group.kind is SetKind.EXCLUSIVE]
    assert [(group.scope, len(group.members)) for group in exclusive] == [
        ("speaker-turn", 4),
        ("span", 3),
        ("span", 2),
        ("span", 2),
        ("link", 2),
        ("event", 2),
    ]
    assert all(group.why for group in nhs.sets)
    [core] = [group for group in nhs.sets if group.kind is SetKind.CORE]
    assert len(core.members) == 24


def test_interaction_codes_expect_a_content_code_beside_them(nhs: Codebook) -> None:
    for slug in ("grp-agree", "grp-build", "grp-soft", "grp-challenge", "grp-shift"):
        assert nhs.find(slug).companions == tuple(f"{each.mark}-" for each in FAMILIES[:-1])
    assert "fin-cost-access" in nhs.find("fin-protect").companions
    assert nhs.find("hyb-translate").companions == ("rel-", "fin-")


def test_the_teaching_codebook_is_small() -> None:
    book = ready("trust_core")
    assert len(book.codes) == 12
    assert {group.kind for group in book.sets} == {SetKind.EXCLUSIVE, SetKind.CORE}
