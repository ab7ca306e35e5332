"""How speakers' labels may look in a transcript: every convention one can choose."""

from enum import StrEnum

from qualcoder_nhs.i18n import N_


class Convention(StrEnum):
    """How the labels of a transcript look."""

    COLON = "colon"
    OWN_LINE = "line"
    BRACKETS = "brackets"
    BOLD = "bold"
    TIME = "time"
    TAB = "tab"
    CAPITALS = "capitals"
    GAP = "gap"
    TABLE = "table"
    NONE = "none"


CONVENTIONS: tuple[tuple[str, str], ...] = (
    (Convention.COLON, "P4: words"),
    (Convention.OWN_LINE, N_("P4 on a line of its own")),
    (Convention.BRACKETS, "[P4] words"),
    (Convention.BOLD, N_("a bold name")),
    (Convention.TIME, "P4  00:12:44"),
    (Convention.TAB, "P4 ⇥ words"),
    (Convention.CAPITALS, "MODERATOR words"),
    (Convention.GAP, "P4 – words"),
    (Convention.TABLE, N_("a table with a column of speakers")),
)
"""The layouts one can choose, each with an example; `none` is for a text without speakers."""
