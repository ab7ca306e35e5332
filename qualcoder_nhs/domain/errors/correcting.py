"""Refusals to correct the words of a transcript."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NothingToCorrect(Refusal):
    """The words are the same already."""

    name: str
    sentence = N_("“{name}” has these words already.")


@dataclass(eq=False)
class NoWords(Refusal):
    """A turn that would have nothing said in it."""

    turn: int
    sentence = N_(
        "Turn {turn} cannot be left without words; import a corrected version without the turn."
    )


@dataclass(eq=False)
class NoWordsLeft(Refusal):
    """A paragraph that would be an empty line."""

    name: str
    sentence = N_(
        "A paragraph of “{name}” cannot be left without words; import a corrected version "
        "without it."
    )


@dataclass(eq=False)
class InATurn(Refusal):
    """Words that somebody speaks, asked for as a paragraph."""

    turn: int
    sentence = N_("These words are of turn {turn}: correct the words of the turn.")


@dataclass(eq=False)
class NoSuchParagraph(Refusal):
    """A number beyond the paragraphs that nobody speaks."""

    name: str
    paragraph: int
    paragraphs: int
    sentence = N_(
        "“{name}” has {paragraphs} paragraphs outside turns; there is no paragraph {paragraph}."
    )


@dataclass(eq=False)
class WordsWouldGo(Refusal):
    """Things that would hang on nothing, and nobody has said what is to become of them."""

    name: str
    number: int
    sentence = N_(
        "{number} of what lies on “{name}” would lose its words or its turn. Say whether that is "
        "kept as memos or removed; the preview lists it."
    )
