"""The keys of the Themes desk: what can be done with a quote, a passage, a card on the board."""

from dataclasses import dataclass

from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class CardKey:
    """What can be done with a card: a word for it, its key, and what the menu of a card calls it.

    Without words it stands in no menu.
    """

    wish: str
    key: str
    words: str = ""


ON_QUOTES = (
    CardKey("open", "Return", N_("Open in the transcript")),
    CardKey("turn", "A", N_("With or against the grain")),
    CardKey("note", "N", N_("Say why it was chosen…")),
    CardKey("up", "Alt+Up", N_("Move up")),
    CardKey("down", "Alt+Down", N_("Move down")),
    CardKey("theme", "Q", N_("To another theme, too…")),
    CardKey("drop", "Del", N_("Drop it from the theme")),
    CardKey("open", "O"),
)

READ_ONLY = (CardKey("open", "Return", N_("Open in the transcript")), CardKey("open", "O"))

IN_POOL = (
    CardKey("choose", "Return", N_("Choose")),
    CardKey("against", "A", N_("Choose against the grain")),
    CardKey("theme", "Q", N_("To another theme…")),
    CardKey("open", "O", N_("Open in the transcript")),
)

ON_BOARD = (
    CardKey("up", "Alt+Up", N_("Move up")),
    CardKey("down", "Alt+Down", N_("Move down")),
    CardKey("to the left", "Alt+Left", N_("Move to the theme at the left")),
    CardKey("to the right", "Alt+Right", N_("Move to the theme at the right")),
    CardKey("theme to the left", "Alt+Shift+Left", N_("Move the theme to the left")),
    CardKey("theme to the right", "Alt+Shift+Right", N_("Move the theme to the right")),
    CardKey("turn", "A", N_("With or against the grain")),
    CardKey("drop", "Del", N_("Drop it from the theme")),
    CardKey("open", "O", N_("Open in the transcript")),
)

IN_THEMES = (
    (N_("Order of themes and quotes"), "Alt+Up"),
    (N_("Order of themes and quotes"), "Alt+Down"),
    (N_("Rename the theme"), "F2"),
    (N_("Keep the statement"), "Ctrl+Return"),
    (N_("Choose a passage; open a quote in the transcript"), "Return"),
    (N_("With or against the grain"), "A"),
    (N_("Say why it was chosen"), "N"),
    (N_("To another theme, too"), "Q"),
    (N_("Delete the theme, drop the quote, take the code away"), "Del"),
    (N_("Memo on the theme"), "Ctrl+M"),
    (N_("Board"), "Ctrl+B"),
    (N_("On the board: the quote to another theme"), "Alt+Left"),
    (N_("On the board: the quote to another theme"), "Alt+Right"),
    (N_("On the board: the theme itself"), "Alt+Shift+Left"),
    (N_("On the board: the theme itself"), "Alt+Shift+Right"),
)
"""As the map of keys tells them, each once."""
