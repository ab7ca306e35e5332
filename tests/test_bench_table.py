"""The table of speeds: the rows as printed, and the status where one is above its limit."""

from collections.abc import Iterable

import pytest

from tests.bench import __main__ as bench
from tests.bench.row import Row

SCROLL = Row("one scroll frame", 6.04, 16, 4.02, "ms")
MEMORY = Row("memory of the whole program", 1310, 300, None, "MB")


def quick() -> Iterable[Row]:
    return [SCROLL]


def slow() -> Iterable[Row]:
    return [SCROLL, MEMORY]


def test_each_figure_stands_beside_its_limit(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "REGISTRY", (slow,))
    assert bench.main([]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "what                             figure   at most  measured limit  ratio",
        "one scroll frame                 6.0 ms   16.0 ms          4.0 ms    1.5     ok",
        "memory of the whole program  1,310.0 MB  300.0 MB                         above",
    ]


def test_words_choose_benches_by_their_module(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow, "__module__", "tests.bench.opening")
    monkeypatch.setattr(bench, "REGISTRY", (quick, slow))
    assert bench.chosen(["opening"]) == [slow]
    assert bench.chosen([]) == [quick, slow]
    assert bench.main(["nothing of the name"]) == 0
