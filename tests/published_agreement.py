"""The published worked examples, and the shapes coefficients take them in."""

import json
from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from pathlib import Path
from typing import Any

import numpy as np
import pytest

CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "published_agreement.json").read_text(encoding="utf-8")
)["cases"]


def expectations(*kinds: str, without: frozenset[str] = frozenset()) -> list[Any]:
    """Every expected value of the kinds of case, as parameters called for the case."""
    return [
        pytest.param(case, expected, id="-".join(map(str, named(case, expected))))
        for case in CASES
        if case["kind"] in kinds
        for expected in case["expected"]
        if expected["coefficient"] not in without
    ]


def named(case: dict[str, Any], expected: dict[str, Any]) -> list[Any]:
    """What the test of one expected value is called by."""
    also = [expected[key] for key in ("category", "code") if key in expected]
    return [case["id"], expected["coefficient"], *also]


@dataclass(frozen=True)
class Judgements:
    """One row a unit: what each coder said, None where the coder said nothing."""

    units: list[list[Any]]

    @cached_property
    def categories(self) -> list[Any]:
        return sorted({value for unit in self.units for value in unit if value is not None})

    @cached_property
    def columns(self) -> list[tuple[Any, ...]]:
        """What each coder said, unit by unit."""
        return list(zip(*self.units, strict=True))

    @property
    def profiles(self):
        counted = (Counter(value for value in unit if value is not None) for unit in self.units)
        return np.array([[each[value] for value in self.categories] for each in counted], float)

    @property
    def weights(self):
        return np.ones(len(self.units))

    @property
    def given(self):
        """How often each coder gave each category."""
        return np.array(
            [[column.count(value) for value in self.categories] for column in self.columns],
            float,
        )

    @property
    def tables(self):
        """What each two coders said against each other, where both said something."""
        tables = []
        for pair in combinations(self.columns, 2):
            said = Counter(zip(*pair, strict=True))
            tables.append([[said[a, b] for b in self.categories] for a in self.categories])
        return np.array(tables, float)


def of_table(table: list[list[int]], categories: list[Any]) -> Judgements:
    """The units behind a table, for categories in order."""
    order = sorted(range(len(categories)), key=lambda at: categories[at])
    return Judgements(
        [[categories[a], categories[b]] for a in order for b in order for _ in range(table[a][b])]
    )
