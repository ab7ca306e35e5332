"""A code's whole card as one text, for files that have a single field for it."""

from qualcoder_nhs.domain.codebook_draft import CodeDraft
from qualcoder_nhs.domain.foreign import ForeignCode
from qualcoder_nhs.i18n import _


def description(code: ForeignCode | CodeDraft) -> str:
    """The definition, then what else the card says, each paragraph under its name."""
    told = (
        ("", code.definition),
        (_("Use"), code.use),
        (_("Do not use"), code.do_not_use),
        (_("Example"), code.example),
        (_("Serves"), code.serves),
    )
    parts = (f"{name}: {words}" if name else words for name, words in told if words.strip())
    return "\n\n".join(parts)
