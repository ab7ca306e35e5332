"""Refusals about the study file itself: opening, reading and saving it."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Culprit, Refusal
from qualcoder_nhs.i18n import N_


@dataclass(eq=False)
class Held(Refusal):
    """Another process writes to the study."""

    name: str
    who: str
    machine: str
    since: str
    culprit = Culprit.WORLD
    sentence = N_(
        "“{name}” is open elsewhere: {who} on {machine}, since {since}. "
        "Close it there, or open it here to read only."
    )


@dataclass(eq=False)
class ReadOnly(Refusal):
    """A write to a study that was opened to read."""

    name: str
    culprit = Culprit.WORLD
    sentence = N_(
        "“{name}” can be read but not written here. Save a copy in a folder of your own first."
    )


@dataclass(eq=False)
class NotMade(Refusal):
    """A study that its folder did not take."""

    name: str
    why: str
    culprit = Culprit.WORLD
    sentence = N_("“{name}” was not made: {why}")


@dataclass(eq=False)
class Unreadable(Refusal):
    """A study that was open and cannot be read any more: damaged, locked or out of reach."""

    name: str
    why: str
    culprit = Culprit.WORLD
    sentence = N_(
        "“{name}” could not be read ({why}). Nothing was changed; if this stays so, restore a "
        "backup."
    )


@dataclass(eq=False)
class OldSQLite(Refusal):
    """A Python that came with an SQLite from before strict tables."""

    found: str
    culprit = Culprit.WORLD
    sentence = N_(
        "This Python brings SQLite {found}; studies need 3.37 or newer. Install a newer Python."
    )


@dataclass(eq=False)
class NotAStudy(Refusal):
    """A file that is no study, or no whole one."""

    name: str
    why: str
    culprit = Culprit.FILE
    sentence = N_("“{name}” was not opened: {why} The file was left as it is.")


@dataclass(eq=False)
class FromTheFuture(Refusal):
    """A study written by a newer program."""

    name: str
    culprit = Culprit.FILE
    sentence = N_(
        "“{name}” was made by a newer qualcoder_nhs. Update this one to open it; "
        "the file was left as it is."
    )


@dataclass(eq=False)
class DiskTrouble(Refusal):
    """The disk did not take what was written."""

    name: str
    why: str
    culprit = Culprit.WORLD
    sentence = N_(
        "The last change to “{name}” could not be saved ({why}). "
        "Everything before it is safe; make room and try again."
    )
