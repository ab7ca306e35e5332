"""Options of tables: declared once, drawn as a form by the window, as flags by the command line."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.domain.errors import NotAChoice

Value = str | int | bool | tuple[str, ...] | None


class Takes(StrEnum):
    """What an option is answered with. Things of the study are named as they are everywhere."""

    CHOICE = "choice"  # one of `choices`
    DIMENSION = "dimension"  # one of `choices`, or the key of an attribute of participants
    ATTRIBUTE = "attribute"  # the key of an attribute of participants or of groups
    VALUES = "values"  # of the attribute that an option of the same table names
    LAYER = "layer"
    QUESTION = "question"
    CODE = "code"
    SHEET = "sheet"  # a code with others below it, or one of `choices`
    CODES = "codes"
    CODERS = "coders"
    TRANSCRIPTS = "transcripts"
    NUMBER = "number"
    FLAG = "flag"
    WORDS = "words"
    TERMS = "terms"  # what a talk pattern looks for

    @property
    def several(self) -> bool:
        """Whether it takes any number of names."""
        return self in _SEVERAL


_SEVERAL = (Takes.CODES, Takes.CODERS, Takes.TRANSCRIPTS, Takes.VALUES, Takes.TERMS)


@dataclass(frozen=True)
class Option:
    """A choice about a table.

    `id` is its flag and its key in a wish; `title` and `told` are marked for translation. `choices`
    are ids with their words. `least` and `most` are the smallest and the largest number it takes.
    """

    id: str
    takes: Takes
    title: str
    told: str
    default: Value = None
    choices: tuple[tuple[str, str], ...] = ()
    least: int = 0
    most: int | None = None

    def holds(self, number: int) -> bool:
        """Whether it takes this number."""
        return self.least <= number and (self.most is None or number <= self.most)

    @property
    def range(self) -> str:
        """The numbers it takes, such as `1, 2, …, 100`."""
        last = "" if self.most is None else f", {self.most}"
        return f"{self.least}, {self.least + 1}, …{last}"

    @property
    def nothing(self) -> Value:
        """What it is answered with where nobody says anything."""
        if self.default is not None:
            return self.default
        if self.takes.several:
            return ()
        return False if self.takes is Takes.FLAG else None


@dataclass(frozen=True)
class Wish:
    """What is wanted of a table: an answer to every one of its options."""

    values: Mapping[str, Value]

    def word(self, option: str) -> str:
        """The one word that was chosen or named; empty where none was."""
        found = self.values.get(option)
        return found if isinstance(found, str) else ""

    def names(self, option: str) -> tuple[str, ...]:
        """The names that were given."""
        found = self.values.get(option)
        return found if isinstance(found, tuple) else ()

    def number(self, option: str) -> int:
        """The number that was given; 0 where none was."""
        found = self.values.get(option)
        return found if isinstance(found, int) else 0

    def flag(self, option: str) -> bool:
        """Whether it was asked for."""
        return self.values.get(option) is True


def wish(options: Iterable[Option], said: Mapping[str, Value] | None = None) -> Wish:
    """A wish of what was said, and of what holds where nothing was.

    Raises:
        NotAChoice: when an option is not among these, or does not offer what was said.
    """
    known = {one.id: one for one in options}
    answers = {key: value for key, value in (said or {}).items() if value is not None}
    for key, value in answers.items():
        if key not in known:
            raise NotAChoice(option=key, value=str(value), known=", ".join(known))
        _refuse_unoffered(known[key], value)
    return Wish({key: answers.get(key, one.nothing) for key, one in known.items()})


def _refuse_unoffered(option: Option, value: Value) -> None:
    offered = [key for key, _words in option.choices]
    unknown = option.takes is Takes.CHOICE and value not in offered
    if unknown or (isinstance(value, int) and not option.holds(value)):
        what = ", ".join(offered) or option.range
        raise NotAChoice(option=option.id, value=str(value), known=what)
