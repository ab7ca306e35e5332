"""Refusals about files that are read into a study or written out of one."""

from dataclasses import dataclass

from qualcoder_nhs.domain.errors.refusal import Culprit, Refusal
from qualcoder_nhs.i18n import N_


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
class NoSuchFormat(Refusal):
    """A file name whose suffix stands for nothing that can be read or written here."""

    name: str
    known: str
    sentence = N_("“{name}” does not say a format that is known here; choose one of {known}.")


@dataclass(eq=False)
class UnknownSuffix(Refusal):
    """A file name whose ending names none of the formats there are."""

    name: str
    known: str
    sentence = N_("“{name}” does not say what kind of file it should be; end it in {known}.")


@dataclass(eq=False)
class WhichTranscript(Refusal):
    """A transcript that has to be named, since there are several, or none."""

    known: str
    sentence = N_("Say which transcript: one of {known}.")


@dataclass(eq=False)
class TooLongForCell(Refusal):
    """Text that a cell of a spreadsheet cannot hold."""

    name: str
    most: int
    sentence = N_(
        "“{name}” has a text of more than {most} characters, which a spreadsheet cell cannot hold;"
        " choose another format."
    )
