"""Every refusal the program can make: typed, with fields, a culprit and one sentence."""

from dataclasses import asdict, dataclass
from enum import Enum
from typing import ClassVar

from qualcoder_nhs.i18n import N_, _


class Culprit(Enum):
    """Who has to act for the next try to succeed."""

    FILE = "file"  # what the researcher gave us
    REQUEST = "request"  # what was asked for
    WORLD = "world"  # the disk, another program, another person
    BUG = "bug"  # us


@dataclass(eq=False)
class Refusal(Exception):
    """Something that was asked for and not done; nothing was changed.

    A subclass adds fields and says its sentence as a template over them. `str()` gives the sentence
    in the user's language, so every door (window, command line) says the same.
    """

    culprit: ClassVar[Culprit] = Culprit.REQUEST
    sentence: ClassVar[str]

    def __str__(self) -> str:
        return _(self.sentence).format(**asdict(self))


@dataclass(eq=False)
class BadSpan(Refusal):
    """A range that is no range."""

    start: int
    end: int
    sentence = N_("A passage cannot run from {start} to {end}.")


@dataclass(eq=False)
class OutsideText(Refusal):
    """A range that leaves the transcript."""

    name: str
    start: int
    end: int
    length: int
    sentence = N_("“{name}” has {length} characters; {start} to {end} is not a passage in it.")


@dataclass(eq=False)
class EmptyPassage(Refusal):
    """A coding on nothing."""

    sentence = N_("Select some words first: an empty passage cannot be coded.")


@dataclass(eq=False)
class NoSuch(Refusal):
    """A name that nothing in the study bears."""

    kind: str
    name: str
    sentence = N_("There is no {kind} “{name}” in this study.")


@dataclass(eq=False)
class NoSuchFile(Refusal):
    """A path at which nothing is."""

    name: str
    sentence = N_("There is no file “{name}”.")


@dataclass(eq=False)
class Ambiguous(Refusal):
    """A name that several things bear."""

    kind: str
    name: str
    count: int
    sentence = N_("“{name}” names {count} {kind}s; use the slug, the path or the id instead.")


@dataclass(eq=False)
class EmptyMemo(Refusal):
    """A memo without words."""

    sentence = N_("Write some words first: an empty memo is not kept.")


@dataclass(eq=False)
class NotApplicable(Refusal):
    """A code that groups others and may not be put on words."""

    name: str
    sentence = N_("“{name}” groups other codes and is not put on words; choose one beneath it.")


@dataclass(eq=False)
class AlreadyThere(Refusal):
    """A name, slug or file that is taken."""

    kind: str
    name: str
    sentence = N_("There is already a {kind} “{name}”.")


@dataclass(eq=False)
class IllegalMove(Refusal):
    """A code under itself or beneath one of its own."""

    name: str
    under: str
    sentence = N_("“{name}” cannot move under “{under}”: it would lie beneath itself.")


@dataclass(eq=False)
class Archived(Refusal):
    """A code that was put away and is asked to take part."""

    name: str
    sentence = N_("“{name}” is archived; bring it back first.")


@dataclass(eq=False)
class Nameless(Refusal):
    """A thing without a name."""

    sentence = N_("Give it a name first.")


@dataclass(eq=False)
class TooLongForCell(Refusal):
    """Text that a cell of a spreadsheet cannot hold."""

    name: str
    most: int
    sentence = N_(
        "“{name}” has a text of more than {most} characters, which a spreadsheet cell cannot hold;"
        " choose another format."
    )


@dataclass(eq=False)
class NoSuchFormat(Refusal):
    """A file name whose suffix stands for nothing that can be read or written here."""

    name: str
    known: str
    sentence = N_("“{name}” does not say a format that is known here; choose one of {known}.")


@dataclass(eq=False)
class NotAColour(Refusal):
    """Words that name no colour."""

    colour: str
    sentence = N_("“{colour}” is not a colour; write it as #RRGGBB.")


@dataclass(eq=False)
class StillInUse(Refusal):
    """Something that others hang on."""

    name: str
    count: int
    sentence = N_("“{name}” is not deleted while codings use it ({count}). It can be archived.")


@dataclass(eq=False)
class BadFile(Refusal):
    """A file that cannot be read as what it claims to be."""

    name: str
    why: str
    culprit = Culprit.FILE
    sentence = N_("“{name}” was not read: {why}")


@dataclass(eq=False)
class NotWritten(Refusal):
    """A file that could not be put where it was wanted; what stood there stands as it was."""

    name: str
    why: str
    culprit = Culprit.WORLD
    sentence = N_("“{name}” was not written: {why}")


@dataclass(eq=False)
class UnknownSuffix(Refusal):
    """A file name whose ending names none of the formats there are."""

    name: str
    known: str
    sentence = N_("“{name}” does not say what kind of file it should be; end it in {known}.")


@dataclass(eq=False)
class NothingToUndo(Refusal):
    """No step of one's own stands."""

    sentence = N_("There is nothing of yours to undo.")


@dataclass(eq=False)
class NothingToRedo(Refusal):
    """No undone step that nothing new followed."""

    sentence = N_("There is nothing to redo.")


@dataclass(eq=False)
class UndoClash(Refusal):
    """Something built on the step since; `why` says what, and whose it is."""

    step: str
    why: str
    sentence = N_("“{step}” was left as it is: {why}. Nothing was altered.")


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
