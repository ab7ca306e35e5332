"""What the sheet says of the words that are to be corrected: a turn's, or a paragraph's."""

from dataclasses import dataclass

from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class SheetWords:
    """The words as they stand, what they are called, and what stays as it is.

    `at` is the place in them at which one stood: there one begins to type.
    """

    words: str
    title: str
    head: str
    told: str
    of: str
    at: int = 0


def words_of_turn(number: int, label: str, words: str, at: int = 0) -> SheetWords:
    """The words of a turn."""
    return SheetWords(
        words,
        _("Correct the words of turn {n}").format(n=number),
        _("Turn {n}, {label}").format(n=number, label=label or _("nobody named")),
        _("Label and time stay. What lies on the words follows them, in every layer."),
        _("turn {n}").format(n=number),
        at,
    )


def words_of_paragraph(words: str, at: int = 0) -> SheetWords:
    """The words of a paragraph that nobody speaks."""
    return SheetWords(
        words,
        _("Correct the words of a paragraph"),
        _("A paragraph that nobody speaks"),
        _("What lies on the words follows them, in every layer."),
        _("the paragraph"),
        at,
    )
