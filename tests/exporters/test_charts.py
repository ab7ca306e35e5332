"""Charts in every kind of picture: words, marks and colours as they were given."""

from pathlib import Path

import pytest

from qualcoder_nhs.domain.chart import (
    DARK,
    Chart,
    ChartColours,
    Curve,
    CurveChart,
    DotChart,
    DotRow,
    HeatChart,
    Lane,
    ShareChart,
    ShareRow,
    StackChart,
    Strand,
    TimelineChart,
)
from qualcoder_nhs.domain.errors import NoSuchFormat
from qualcoder_nhs.domain.palette import family
from qualcoder_nhs.exporters.charts.drawing import KINDS, drawn, write_chart

DOTS = DotChart(
    "Agreement by code",
    "alpha",
    (
        DotRow("Money", 0, 0.8, 0.7, 0.9, hollow=True),
        DotRow("Cost", 1, -0.1, -0.2, 0.1, few=True),
        DotRow("Waste", 1, None, told="n/a · never applied"),
    ),
    0.667,
    "a note",
)
STACKS = StackChart(
    "What differs", "characters", ("ends", "other", "one"), (("Money", (2.0, 10.0, 0.0)),)
)
HEAT = HeatChart("Which for which", "HL", "AB", ("Cost", "Waste"), ((8.0, 10.0), (0.0, 3.0)), 10.0)
SHARES = ShareChart(
    "Who says what",
    "of those present",
    (
        ShareRow("Money", 0, 0.75, "6 of 8"),
        ShareRow("Cost", 1, 0.25, "2 of 8", one_voice=True),
        ShareRow("Time", 0, None, "not asked"),
    ),
)
CURVES = CurveChart(
    "New codes",
    "Discussions",
    "Codes",
    ("1", "2"),
    (Curve("as held", (3.0, 5.0), marked=True), Curve("average", (3.5, 5.0), dashed=True)),
    5.0,
)
TIMELINE = TimelineChart(
    "Where",
    "by turns",
    (Strand("FG1", (Lane("Trust", 1, ((0.1, 0.2), (0.5, 0.5))),), ((0.0, "Q1"), (0.4, "Q2"))),),
)
EVERY = (DOTS, STACKS, HEAT, SHARES, CURVES, TIMELINE)


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: type(chart).__name__)
@pytest.mark.parametrize("suffix", KINDS)
def test_each_is_written_in_every_kind(chart: Chart, suffix: str, tmp_path: Path) -> None:
    out = tmp_path / f"chart{suffix.upper()}"
    write_chart(chart, out, ChartColours())
    start = {".svg": b"<?xml", ".png": b"\x89PNG", ".pdf": b"%PDF"}[suffix]
    assert out.read_bytes().startswith(start)


@pytest.mark.parametrize("chart", EVERY, ids=lambda chart: type(chart).__name__)
def test_the_same_chart_gives_the_same_picture(chart: Chart) -> None:
    assert drawn(chart, "svg", ChartColours()) == drawn(chart, "svg", ChartColours())


def test_words_stay_words_and_reasons_are_told() -> None:
    picture = drawn(DOTS, "svg", ChartColours()).decode()
    for words in ("Agreement by code", "Money", "n/a · never applied", "a note"):
        assert words in picture


def test_colours_are_those_that_are_given() -> None:
    picture = drawn(STACKS, "svg", ChartColours(paper="#101112", fill="#abcdef")).decode()
    assert "#101112" in picture
    assert "#abcdef" in picture
    assert "#434c66" not in picture


def test_nothing_at_all_can_be_drawn() -> None:
    empty = HeatChart("Which for which", "HL", "AB", (), (), 0.0)
    for chart in (DotChart("", "", ()), StackChart("", "", ("a", "b", "c"), ()), empty):
        assert drawn(chart, "png", ChartColours()).startswith(b"\x89PNG")


def test_another_suffix_is_refused(tmp_path: Path) -> None:
    with pytest.raises(NoSuchFormat):
        write_chart(DOTS, tmp_path / "chart.doc", ChartColours())
    assert not list(tmp_path.iterdir())


def test_bars_tell_their_denominators_and_one_voice_is_amber_and_signed() -> None:
    picture = drawn(SHARES, "svg", ChartColours()).decode()
    for words in ("6 of 8", "2 of 8 ▲", "not asked"):
        assert words in picture
    assert "#8a4b00" in picture
    assert "#f0b865" in drawn(SHARES, "svg", DARK).decode()


def test_lanes_take_the_colour_of_their_family_in_light_and_dark() -> None:
    trust = family(1)
    light, dark = (drawn(TIMELINE, "svg", one).decode() for one in (ChartColours(), DARK))
    assert trust.stripe_light.lower() in light
    assert trust.stripe_dark.lower() in dark
    assert trust.stripe_light.lower() not in dark
    assert "Q2" in light


def test_curves_are_named() -> None:
    picture = drawn(CURVES, "svg", ChartColours()).decode()
    assert "as held" in picture
    assert "average" in picture


def test_empty_charts_can_be_drawn() -> None:
    for chart in (ShareChart("a", "b", ()), CurveChart("a", "b", "c", (), (), 0.0)):
        assert drawn(chart, "png", ChartColours()).startswith(b"\x89PNG")
    assert drawn(TimelineChart("a", "b", ()), "png", ChartColours()).startswith(b"\x89PNG")
