"""Rounds and frozen codebooks come out of the store as they went in."""

from datetime import UTC, datetime
from pathlib import Path

from codebook_strategies import codebooks
from hypothesis import given

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.ids import CoderId, RoundId, TranscriptId, VersionId
from qualcoder_nhs.domain.rounds import Criterion, Measure, Portion, Round, Sample, Unit
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.rows import portion_from, round_from, rows_of, version_from
from tests.builders import a_study_with_rounds

NOW = datetime(2026, 3, 12, 14, 6, 24, 254470, tzinfo=UTC)


@given(codebooks())
def test_a_frozen_codebook_comes_back_whole(codebook: Codebook) -> None:
    version = CodebookVersion(VersionId("v"), 3, codebook, NOW, CoderId("HL"))
    [placed] = rows_of(version)
    found = version_from(placed.row)
    assert found.codebook.by_id == codebook.by_id
    assert set(found.codebook.sets) == set(codebook.sets)
    assert rows_of(found) == [placed]


def test_a_round_comes_back_whole() -> None:
    one = Round(
        RoundId("r"),
        "Pilot",
        VersionId("v"),
        (CoderId("B"), CoderId("A")),
        (Portion(TranscriptId("t"), (1, 7)), Portion(TranscriptId("u"))),
        Unit.SENTENCE,
        Criterion(Measure.U_ALPHA, 1),
        blind=True,
        made=NOW,
        made_by=CoderId("A"),
        sample=Sample(0.2, -7),
        opened=NOW,
        ended=None,
    )
    first, *others = rows_of(one)
    coders = [placed.row["coder"] for placed in others if "coder" in placed.row]
    portions = [portion_from(placed.row) for placed in others if "turns" in placed.row]
    assert round_from(first.row, coders, portions) == one


def test_rounds_are_read_in_the_order_they_were_begun(tmp_path: Path) -> None:
    with a_study_with_rounds(tmp_path / "trust.qnhs") as study:
        names = [one.name for one in study.ask(Reader.rounds)]
        assert names == ["Warm-up", "Together", "Pilot"]
        layers = study.ask(Reader.layer_names)
        assert list(layers.values()) == ["open", *names]
