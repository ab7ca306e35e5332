"""Survey: a table with one row a respondent, and what each of its columns is taken for."""

import re
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from qualcoder_nhs.domain.attribute_draft import key_of
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.people_table import UNKNOWN
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import N_

SURVEY = "survey"
"""The kind of a transcript that holds the answers to one open question of a survey."""

_NAMES = ("respondent", "respondent_id", "response_id", "participant", "participant_id", "id", "r")
_LONG = 6.0  # words an answer has on average, where a question is open
_FEW = 12  # values that an attribute has at most, however many rows there are
_SHORT = 5.0


class Use(StrEnum):
    """What a column is taken for."""

    NAME = "name"
    ATTRIBUTE = "attribute"
    OPEN = "open"
    OUT = "out"

    @property
    def words(self) -> str:
        """What it is called, to be translated."""
        return _USES[self]


_USES = {
    Use.NAME: N_("Respondent’s name"),
    Use.ATTRIBUTE: N_("Attribute"),
    Use.OPEN: N_("Open question"),
    Use.OUT: N_("Left out"),
}


@dataclass(frozen=True)
class SurveyColumn:
    """A column as looked at: how many rows say something, how many different things, how long.

    `example` is the first answer. `proposed` is what it is most likely meant for.
    """

    title: str
    answers: int
    values: int
    words: float
    example: str
    proposed: Use


@dataclass(frozen=True)
class Survey:
    """The table of a file. `rows` has the line each stands on, and a cell for each column."""

    name: str
    file_name: str
    file_hash: str
    columns: tuple[SurveyColumn, ...]
    rows: tuple[tuple[int, tuple[str, ...]], ...]

    @property
    def proposal(self) -> dict[str, Use]:
        """What each column is taken for unless somebody chooses otherwise."""
        return {one.title: one.proposed for one in self.columns}


@dataclass(frozen=True)
class Answers:
    """What was answered to one open question: stored text, and a turn for each respondent.

    `empty` is how many respondents gave no answer; they have no turn.
    """

    title: str
    text: str
    turns: tuple[Turn, ...]
    empty: int


@dataclass(frozen=True)
class SurveyPlan:
    """What would come in: respondents with their attributes by title, and the open questions.

    `silent` is how many rows answered no open question and so take no part.
    """

    respondents: Mapping[str, Mapping[str, str]]
    attributes: tuple[str, ...]
    questions: tuple[Answers, ...]
    silent: int


def columns_of(
    titles: Sequence[str], rows: Sequence[tuple[int, Sequence[str]]]
) -> tuple[SurveyColumn, ...]:
    """The columns with what each is most likely meant for; at most one is the name."""
    found: list[SurveyColumn] = []
    for at, title in enumerate(titles):
        cells = [row[at] for _line, row in rows if answered(row[at])]
        named = any(one.proposed is Use.NAME for one in found)
        found.append(_column(title, cells, may_name=not named))
    return tuple(found)


def with_known(survey: Survey, keys: Container[str]) -> Survey:
    """The table with columns that would be left out taken for attributes the study has already.

    Of few respondents each may be of another role: then nothing but the name of the column tells
    that it describes them. `keys` are those of the study's list.
    """
    columns = (
        replace(one, proposed=Use.ATTRIBUTE)
        if one.proposed is Use.OUT and one.answers and key_of(one.title) in keys
        else one
        for one in survey.columns
    )
    return replace(survey, columns=tuple(columns))


def answered(cell: str) -> bool:
    """Whether a cell says anything: not `n/a`, `-` or blank."""
    return cell.strip().casefold() not in UNKNOWN


def _column(title: str, cells: list[str], *, may_name: bool) -> SurveyColumn:
    values = len({cell.casefold() for cell in cells})
    words = sum(len(cell.split()) for cell in cells) / len(cells) if cells else 0.0
    all_apart = values == len(cells) and max(map(len, cells), default=99) <= 24
    if may_name and key_of(title) in _NAMES and all_apart:
        use = Use.NAME
    elif words >= _LONG or _asks(title, cells, values):
        use = Use.OPEN
    elif cells and words < _SHORT and values <= _FEW and values < max(2, len(cells)):
        use = Use.ATTRIBUTE
    else:
        use = Use.OUT
    return SurveyColumn(title, len(cells), values, words, next(iter(cells), ""), use)


def _asks(title: str, cells: list[str], values: int) -> bool:
    """Whether a column is headed by a question that is answered in words, each time in others."""
    in_words = any(len(cell.split()) > 1 for cell in cells)
    return title.rstrip().endswith("?") and in_words and values == len(cells) > 1


def planned(survey: Survey, uses: Mapping[str, Use]) -> SurveyPlan:
    """What comes in when the columns are taken so; columns not named are left out."""
    taken = [uses.get(one.title, Use.OUT) for one in survey.columns]
    opened = [at for at, use in enumerate(taken) if use is Use.OPEN]
    described = [at for at, use in enumerate(taken) if use is Use.ATTRIBUTE]
    named = next((at for at, use in enumerate(taken) if use is Use.NAME), None)
    spoke = [
        (name, row)
        for name, (_line, row) in zip(_names(survey, named), survey.rows, strict=True)
        if any(answered(row[at]) for at in opened)
    ]
    titles = [one.title for one in survey.columns]
    return SurveyPlan(
        {name: {titles[at]: row[at] for at in described if row[at]} for name, row in spoke},
        tuple(titles[at] for at in described),
        tuple(_answers(titles[at], [(name, row[at]) for name, row in spoke]) for at in opened),
        len(survey.rows) - len(spoke),
    )


def _names(survey: Survey, named: int | None) -> Iterator[str]:
    """A short name for each row, each once: what the column says, `R12` for a bare number."""
    taken: set[str] = set()
    for place, (_line, row) in enumerate(survey.rows, 1):
        said = " ".join(row[named].split()) if named is not None else ""
        bare = re.sub(r"[:\[\]]", " ", said).strip() or str(place)
        name = unique_name(f"R{bare}" if bare.isdigit() else bare, taken)
        taken.add(name)
        yield name


def _answers(title: str, said: Sequence[tuple[str, str]]) -> Answers:
    """The question on a line of its own, then each answer behind its respondent's name."""
    text, turns = f"{title}\n", list[Turn]()
    for name, cell in said:
        if not answered(cell):
            continue
        words = cell.strip()
        text += "\n"
        label = Span(len(text), len(text) + len(name) + 1)
        start = label.end + 1
        text += f"{name}: {words}\n"
        turns.append(Turn(len(turns) + 1, name, Span(start, start + len(words)), label))
    return Answers(title, text, tuple(turns), len(said) - len(turns))
