"""Print what the desk costs at the size of the yardstick study: CPU milliseconds, beside the limit.

1,500 turns, 100,000 words, 10,000 codings by two coders of sixty codes. Run it by hand.
"""

import os
import random
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QTextEdit
from ui.code import demo

from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.ids import CodeId, CodingId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.coding_page import CodingPage
from qualcoder_nhs.ui import theme
from qualcoder_nhs.ui.code.desk import CodeDesk

TURNS, WORDS, CODINGS, CODES = 1500, 67, 10_000, 60


def large_page() -> CodingPage:
    """The yardstick transcript with its codings, the same every time."""
    chance = random.Random(7)
    vocabulary = ["ward", "trust", "manager", "consultant", "money", "time", "theatre", "night"]
    talk = tuple(
        (f"P{chance.randint(1, 7)}", " ".join(chance.choices(vocabulary, k=WORDS)))
        for _ in range(TURNS)
    )
    transcript = demo.a_transcript(talk)
    roots = [Code(CodeId(slug), slug, name) for slug, name in demo.ROOTS]
    leaves = [
        Code(CodeId(f"c{at}"), f"c{at}", f"Code {at}", parent=roots[at % 8].id, position=at)
        for at in range(CODES)
    ]
    codings = []
    for number in range(CODINGS):
        words = chance.choice(transcript.turns).words
        start = chance.randint(words.start, words.end - 20)
        end = min(words.end, start + chance.randint(15, 250))
        coder = demo.HL if number % 2 else demo.JT
        code = chance.choice(leaves).slug
        codings.append(demo.a_coding(number, Span(start, end), code, coder))
    ordered = tuple(sorted(codings, key=lambda coding: coding.span))
    return CodingPage(transcript, demo.VOICES, Codebook((*roots, *leaves)), ordered, demo.CODERS)


def cost(work: Callable[[], object], times: int = 5) -> float:
    """The median of CPU milliseconds."""
    figures = []
    for _ in range(times):
        before = time.process_time()
        work()
        figures.append((time.process_time() - before) * 1000)
    return statistics.median(figures)


def line(what: str, figure: float, limit: str) -> None:
    """Print one figure beside its limit."""
    sys.stdout.write(f"{what:<44}{figure:8.1f} ms   at most {limit}\n")


def main() -> None:
    """Measure and print."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    look = theme.Theme()
    theme.apply(app, look)
    page = large_page()
    canvas = QPixmap(1100, 800)
    bare = QTextEdit()
    bare.resize(1100, 800)

    def set_bare() -> None:
        bare.setPlainText(page.transcript.text)
        bare.render(canvas)

    line("bare QTextEdit, the same text", cost(set_bare, 3), "-")
    desk = CodeDesk(look)
    desk.resize(1100, 800)

    def load() -> None:
        desk.show_page(page, demo.HL)
        desk.render(canvas)

    line("open the transcript, first paint", cost(load, 3), "600")
    desk.view.document().documentLayout().documentSize()
    middle = desk.state.page.transcript.turns[TURNS // 2].words
    desk.view.show_far(middle.start)
    desk.render(canvas)
    added = replace(page.codings[0], id=CodingId("new"), coder=demo.HL, span=middle)
    more = replace(page, codings=tuple(sorted((*page.codings, added), key=lambda c: c.span)))

    def patch() -> None:
        desk.patch(more if desk.state.page is page else page, [added.id])
        desk.render(canvas)

    line("patch one coding, painted", cost(patch, 8), "50 (disk included)")
    hidden = [frozenset({CodeId("c5")}), frozenset()]

    def toggle() -> None:
        desk.set_hidden_codes(hidden[0])
        hidden.reverse()
        desk.render(canvas)

    line("hide or show one code, painted", cost(toggle, 8), "30")
    bar = desk.view.verticalScrollBar()

    def scroll() -> None:
        bar.setValue(bar.value() + 40)
        desk.render(canvas)

    line("one scroll frame", cost(scroll, 40), "16")
    line("the same frame again", cost(lambda: desk.render(canvas), 20), "16")
    line("caret to the next turn, card and all", cost(lambda: desk.run("next_turn"), 20), "-")
    line("find a word, all hits", cost(lambda: desk.header.field.setText("theatr"), 1), "-")


if __name__ == "__main__":
    main()
