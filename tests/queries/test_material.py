"""The material of the sample study is what its transcripts say."""

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.queries.material import MaterialWish, material
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


def test_material_holds_everything_that_is_counted(sample_study: Study) -> None:
    found = sample_study.ask(material)
    assert [one.name for one in found.sessions] == ["FG1", "FG2", "FG3", "FG4"]
    assert len({person for one in found.sessions for person in one.people}) == 28
    assert found.layer == "settled"
    for one in found.sessions:
        stored = sample_study.ask(Reader.transcript, one.id)
        assert [turn.span for turn in one.turns] == [turn.words for turn in stored.turns]
        assert sum(turn.words for turn in one.turns) == stored.word_count


def test_a_wish_narrows_it(sample_study: Study) -> None:
    names = {name: key for key, name in sample_study.ask(Reader.transcript_names).items()}
    wish = MaterialWish(layer=OPEN, transcripts=frozenset({names["FG2"]}))
    found = sample_study.ask(material, wish)
    assert [one.name for one in found.sessions] == ["FG2"]
    assert {coding.transcript for coding in found.codings} == {names["FG2"]}
    assert {coding.layer for coding in found.codings} == {OPEN}


def test_a_turn_that_a_short_interjection_parts_counts_as_one(sample_study: Study) -> None:
    turns = sample_study.ask(material).sessions[0].turns
    joined = [turn for turn in turns if turn.part_of != turn.index]
    assert joined
    for turn in joined:
        before, between = turns[turn.index - 3], turns[turn.index - 2]
        assert between.words <= 3
        assert between.label != turn.label == before.label
    apart = sample_study.ask(material, MaterialWish(joined=False)).sessions[0].turns
    assert all(one.part_of == one.index for one in apart)
