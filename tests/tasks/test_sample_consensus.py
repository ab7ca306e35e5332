"""The sample's consensus matrix: FG1 as found by reading, one cell set by hand."""

import csv

import pytest

from qualcoder_nhs.analysis.consensus.standings import Group, groups
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.sample import SAMPLE
from qualcoder_nhs.tasks.sample_links import KEY


def lines(study: Study, layer: str) -> dict[str, Group]:
    made = study.ask(material, MaterialWish(layer))
    [claim] = made.written.propositions
    return {one.session.name: one for one in groups(made, claim)}


@pytest.mark.parametrize("layer", ["open", "settled"])
def test_what_is_counted_in_fg1_is_what_was_found_by_reading(
    sample_study: Study, layer: str
) -> None:
    found = lines(sample_study, layer)["FG1"]
    people = sample_study.ask(material).people
    counted = {people[one.person].name: one.counted for one in found.cells}
    with (shipped_folder(SAMPLE) / KEY).open(encoding="utf-8", newline="") as file:
        assert counted == {row["participant"]: row["position"] for row in csv.DictReader(file)}
    assert not found.corrections
    assert found.shape_words == "split, then eased"


def test_one_cell_is_set_by_hand_and_the_shape_follows(sample_study: Study) -> None:
    found = lines(sample_study, "settled")
    by_hand = [one for line in found.values() for one in line.cells if one.corrected]
    assert [(one.counted, one.shown) for one in by_hand] == [("A+", ".")]
    assert {name: one.shape_words for name, one in found.items()} == {
        "FG1": "split, then eased",
        "FG2": "rejected, 1 holds",
        "FG3": "dropped",
        "FG4": "one voice, against",
    }
