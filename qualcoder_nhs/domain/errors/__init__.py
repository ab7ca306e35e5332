"""Every refusal the program can make: typed, with fields, a culprit and one sentence."""

from qualcoder_nhs.domain.errors.codes import (
    Archived,
    IllegalMove,
    NotAColour,
    StillInUse,
)
from qualcoder_nhs.domain.errors.files import (
    BadFile,
    NoSuchFormat,
    NotWritten,
    TooLongForCell,
    UnknownSuffix,
)
from qualcoder_nhs.domain.errors.names import (
    AlreadyThere,
    Ambiguous,
    Nameless,
    NoSuch,
    NoSuchFile,
)
from qualcoder_nhs.domain.errors.passages import (
    BadSpan,
    EmptyMemo,
    EmptyPassage,
    NotApplicable,
    OutsideText,
)
from qualcoder_nhs.domain.errors.refusal import (
    Culprit,
    Refusal,
)
from qualcoder_nhs.domain.errors.studies import (
    DiskTrouble,
    FromTheFuture,
    Held,
    NotAStudy,
    NotMade,
    OldSQLite,
    ReadOnly,
    Unreadable,
)
from qualcoder_nhs.domain.errors.undoing import (
    NothingToRedo,
    NothingToUndo,
    UndoClash,
)

__all__ = [
    "AlreadyThere",
    "Ambiguous",
    "Archived",
    "BadFile",
    "BadSpan",
    "Culprit",
    "DiskTrouble",
    "EmptyMemo",
    "EmptyPassage",
    "FromTheFuture",
    "Held",
    "IllegalMove",
    "Nameless",
    "NoSuch",
    "NoSuchFile",
    "NoSuchFormat",
    "NotAColour",
    "NotAStudy",
    "NotApplicable",
    "NotMade",
    "NotWritten",
    "NothingToRedo",
    "NothingToUndo",
    "OldSQLite",
    "OutsideText",
    "ReadOnly",
    "Refusal",
    "StillInUse",
    "TooLongForCell",
    "UndoClash",
    "UnknownSuffix",
    "Unreadable",
]
