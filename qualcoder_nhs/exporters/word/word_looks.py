"""How a Word file of excerpts looks: one row a style, so that taste changes in one place."""

from dataclasses import dataclass

SANS = "Calibri"
SERIF = "Cambria"
INK = "1E1D1B"
SECOND = "56524B"
THIRD = "6B665E"
LINE = "E2DED6"

TEXT_WIDTH = 16.0
"""Centimetres between the margins of A4."""
MARGIN = 2.5
INSET = 0.8
"""Centimetres from the margin to a quote."""
HANG = 2.1
"""Centimetres from a speaker to the words: room for Moderator."""


NUMBER = 1.7
"""Centimetres from the margin to a numbered quote: room for the number and its marks."""
SPEAKER = 1.2
"""Centimetres from there to the words of a dialogue."""


@dataclass(frozen=True)
class Look:
    """A paragraph style: type in points, places in centimetres.

    `first` is where the first line begins, counted from `left`. `right_tab` sets what follows a tab
    against the right margin, `tabs` are further places. `rule` draws a hairline
    above (`top`) or below (`bottom`).
    """

    name: str
    size: float = 10.5
    font: str = SANS
    ink: str = INK
    bold: bool = False
    before: float = 0
    after: float = 4
    line: float = 1.15
    left: float = 0
    first: float = 0
    right_tab: bool = False
    tabs: tuple[float, ...] = ()
    with_next: bool = False
    rule: str = ""


@dataclass(frozen=True)
class CharacterLook:
    """A character style; None takes what the paragraph has."""

    name: str
    ink: str | None = None
    bold: bool | None = None
    size: float | None = None


PARAGRAPHS = (
    Look("Normal"),
    Look("Title", 25, after=2, line=1.0),
    Look("Subtitle", 13, ink=THIRD, after=16, line=1.0),
    Look("Study detail", 10, ink=SECOND, after=1, left=2.2, first=-2.2),
    Look("Overview", 10, ink=SECOND, before=10, after=14, rule="bottom"),
    Look("Heading 1", 18, bold=True, before=26, after=4, line=1.0, with_next=True),
    Look("Heading 2", 14, bold=True, before=20, after=3, line=1.0, with_next=True),
    Look("Heading 3", 12, bold=True, before=16, after=3, line=1.0, with_next=True),
    *(
        Look(f"Heading {level}", 11, bold=True, before=14, after=3, line=1.0, with_next=True)
        for level in range(4, 10)
    ),
    Look("Code trail", 9, ink=THIRD, after=2, with_next=True),
    Look("Code definition", 10.5, ink=SECOND, after=3, with_next=True),
    Look("Code counts", 9, ink=THIRD, after=4, with_next=True),
    Look("Quote", 11, SERIF, before=6, after=3, line=1.25, left=INSET, with_next=True),
    Look("Quote continued", 11, SERIF, after=3, line=1.25, left=INSET, with_next=True),
    Look(
        "Dialogue", 11, SERIF, before=3, after=3, line=1.25,
        left=INSET + HANG, first=-HANG, with_next=True,
    ),
    Look("Dialogue continued", 11, SERIF, after=3, line=1.25, left=INSET + HANG, with_next=True),
    Look(
        "Context", 9.5, SERIF, ink=THIRD, before=3, after=2, line=1.2,
        left=INSET + HANG, first=-HANG,
    ),
    Look("Context continued", 9.5, SERIF, ink=THIRD, after=2, line=1.2, left=INSET + HANG),
    Look("Caption", 9.5, ink=SECOND, after=5, line=1.0, left=INSET, right_tab=True),
    Look("Memo", 9.5, ink=SECOND, before=4, after=3, line=1.15, left=INSET + HANG, first=-HANG),
    Look("Memo continued", 9.5, ink=SECOND, after=3, line=1.15, left=INSET + HANG),
    Look("Headline", 14, before=14, after=4, line=1.15),
    Look("Text", 10.5, after=6, line=1.25),
    Look("Question", 10.5, bold=True, before=6, after=1, with_next=True),
    Look("Table head", 8.5, ink=THIRD, bold=True, before=2, after=2, line=1.0, with_next=True),
    Look("Table cell", 8.5, before=2, after=2, line=1.05),
    Look("Table note", 8.5, ink=THIRD, before=4, after=10, line=1.1),
    Look("Table gap", 4, after=0, line=1.0),
    Look("toc 1", 10.5, before=3, after=1, line=1.0),
    Look("toc 2", 10, ink=SECOND, after=1, line=1.0, left=INSET),
    Look("Statement", 12, SERIF, after=8, line=1.3, left=NUMBER),
    Look("Point", 10.5, after=4, line=1.2, left=0.6, first=-0.6),
    Look("Asked", 9.5, ink=SECOND, before=12, after=2, line=1.15, left=NUMBER, with_next=True),
    Look(
        "Numbered quote", 11, SERIF, before=8, after=3, line=1.25,
        left=NUMBER, first=-NUMBER, with_next=True,
    ),
    Look(
        "Numbered turn", 11, SERIF, before=3, after=3, line=1.25,
        left=NUMBER + SPEAKER, first=-NUMBER - SPEAKER, tabs=(NUMBER,), with_next=True,
    ),
    Look(
        "Grey turn", 9.5, SERIF, ink=THIRD, before=2, after=2, line=1.2,
        left=NUMBER + SPEAKER, first=-NUMBER - SPEAKER, tabs=(NUMBER,), with_next=True,
    ),
    Look("Numbered source", 9.5, ink=SECOND, after=6, line=1.0, left=NUMBER, right_tab=True),
    Look("Numbered note", 9.5, ink=SECOND, after=6, line=1.15, left=NUMBER),
    Look("Closing line", 9.5, ink=SECOND, before=28, after=0, rule="top"),
    Look("Footer", 8.5, ink=THIRD, after=0, line=1.0, right_tab=True),
)  # fmt: skip

CHARACTERS = (
    CharacterLook("Speaker", bold=True),
    CharacterLook("Quote number", ink=SECOND, bold=True, size=9.5),
    CharacterLook("Detail name", ink=THIRD),
    CharacterLook("Excerpt flag", ink=INK, bold=True),
    CharacterLook("Excerpt reference", ink=THIRD, size=9),
)
