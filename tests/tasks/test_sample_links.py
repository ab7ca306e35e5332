"""The sample's links, and the key that was made by reading one question."""

import csv
from collections import Counter

from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.people import MODERATING
from qualcoder_nhs.importers.ready_codebooks import shipped_folder
from qualcoder_nhs.queries.layers import shown_layer
from qualcoder_nhs.queries.voices import voices
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.sample import SAMPLE
from qualcoder_nhs.tasks.sample_links import KEY

FIFTH = range(73, 105)
"""The turns of FG1 while question 5 was open."""


def test_every_group_has_links_in_the_open_and_in_the_settled_layer(sample_study: Study) -> None:
    names = sample_study.ask(Reader.transcript_names)
    for layer in (OPEN, SETTLED):
        counted = Counter(
            names[one.transcript] for one in sample_study.ask(Reader.links, layer=layer)
        )
        assert set(counted) == {"FG1", "FG2", "FG3", "FG4"}
        assert min(counted.values()) >= 30
    assert sample_study.ask(shown_layer) == SETTLED


def test_question_5_of_the_first_group_has_at_least_fifteen(sample_study: Study) -> None:
    first = sample_study.ask(Reader.transcript_called, "FG1")
    found = sample_study.ask(Reader.links, first, layer=SETTLED)
    assert len([one for one in found if one.turn in FIFTH]) >= 15
    askings = sample_study.ask(Reader.askings, first)
    assert {one.turn for one in askings} >= {FIFTH.start, FIFTH.stop}


def test_both_coders_of_the_pilot_linked_and_differ(sample_study: Study) -> None:
    pilot = sample_study.ask(Reader.round, "Pilot").layer
    by_coder = Counter(one.coder for one in sample_study.ask(Reader.links, layer=pilot))
    assert len(by_coder) == 2
    assert min(by_coder.values()) >= 12


def test_the_key_has_everybody_of_the_group_once_with_turns_of_their_own(
    sample_study: Study,
) -> None:
    with (shipped_folder(SAMPLE) / KEY).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    first = sample_study.ask(Reader.transcript_called, "FG1")
    cast = sample_study.ask(voices, first)
    people = {one.name for one in cast.values() if one.participants and len(one.participants) == 1}
    assert sorted(row["participant"] for row in rows) == sorted(people)
    turns = {one.index: cast[one.label] for one in sample_study.ask(Reader.turns, first)}
    for row in rows:
        said = [turns[int(turn)] for turn in row["turns"].split(";")]
        assert {voice.name for voice in said} == {row["participant"]}
        assert not any(voice.function in MODERATING for voice in said)
        assert row["position"] in {"A", "A+", "D", "D+", "."}
