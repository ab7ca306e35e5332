"""Refusals about tables: what was wished cannot be counted."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class NotAChoice(Refusal):
    """An option that a table does not have, or an answer that the option does not take."""

    option: str
    value: str
    known: str
    sentence = N_("“{value}” cannot be chosen for {option}; choose one of {known}.")


@dataclass(eq=False)
class NobodyDescribed(Refusal):
    """A table that sets people against each other, where nothing is known of anybody."""

    sentence = N_(
        "Nothing is known of any participant yet; fill in an attribute, such as the profession, "
        "on the Study desk or with `people`."
    )


@dataclass(eq=False)
class NoChart(Refusal):
    """A table of which nothing can be drawn."""

    title: str
    sentence = N_("“{title}” is a table of words; there is no chart of it.")


@dataclass(eq=False)
class NotCrossed(Refusal):
    """Rows and columns that cannot be set against each other."""

    rows: str
    columns: str
    sentence = N_("Rows by {rows} and columns by {columns} make no table; choose two that differ.")
