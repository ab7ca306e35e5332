"""Words that give way where there is no room, and names that would fill a sentence."""

import pytest
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from qualcoder_nhs.ui.listed import listed
from qualcoder_nhs.ui.widgets.short_label import ShortLabel

WAYS = (
    "7 participants · 29,940 words · turn 12 of 499",
    "29,940 words · turn 12 of 499",
    "turn 12",
)


@pytest.fixture
def label(qtbot: QtBot) -> ShortLabel:
    made = ShortLabel()
    qtbot.addWidget(made)
    made.say(*WAYS)
    return made


@pytest.mark.parametrize("way", WAYS)
def test_the_first_way_that_has_room_is_shown_and_all_of_it_is_in_the_tooltip(
    label: ShortLabel, way: str
) -> None:
    label.resize(QSize(label.fontMetrics().horizontalAdvance(way) + 1, 20))
    label.grab()
    assert label.shown == way
    assert label.text() == WAYS[0]
    assert label.toolTip() == ("" if way == WAYS[0] else WAYS[0])


def test_the_last_way_is_cut_where_even_that_is_too_long(label: ShortLabel) -> None:
    label.resize(QSize(label.fontMetrics().horizontalAdvance("turn …"), 20))
    assert label.shown.endswith("…")
    assert label.shown.startswith("t")


def test_a_sentence_names_a_few_and_counts_the_rest() -> None:
    assert listed(["A", "B"]) == "A, B"
    assert listed(["A", "B", "C", "D", "E", "F"]) == "A, B, C, D and 2 more"
