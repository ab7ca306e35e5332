"""Words that are dragged out of the transcript: they go once, and the mouse is free again."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from ui.code.conftest import send_move


def test_after_words_were_carried_away_the_mouse_is_free(hands, monkeypatch):
    carried = []
    monkeypatch.setattr("qualcoder_nhs.ui.code.transcript_view.put_passage", _noting(carried))
    words = hands.span(144, "Sometimes", "Yes.")
    hands.view.select(words)
    port = hands.view.viewport()
    QTest.mousePress(port, Qt.MouseButton.LeftButton, pos=hands.point(words.start + 3))
    send_move(port, hands.point(words.end + 20))
    # Offscreen a drag ends at once, and no release comes after it: as one that was dropped.
    send_move(port, hands.point(words.end + 25))
    send_move(port, hands.point(words.end + 5))
    assert len(carried) == 1
    assert hands.view.selected() == words


def _noting(carried):
    def put(mime, passage, quote):
        carried.append(passage)
        mime.setText(quote)

    return put
