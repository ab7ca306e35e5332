"""The words that are commands; anything else is a study to open."""

COMMAND_NAMES = (
    "new",
    "import",
    "show",
    "turns",
    "codings",
    "code",
    "people",
    "guide",
    "ask",
    "export",
    "report",
    "round",
    "finish",
    "settle",
    "pack",
    "merge",
    "undo",
    "redo",
    "history",
    "check",
)
