"""Which codes of the coder at the desk a code should not stand beside."""

from qualcoder_nhs.analysis.exclusive import clashes
from qualcoder_nhs.domain.codebook import Code, CodeSet
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.state import DeskState


def rivals(
    state: DeskState, span: Span, code: CodeId, changing: str = ""
) -> list[tuple[CodeSet, Code]]:
    """The rivals of a code on these words, each with the set that shuts one out.

    `changing` is a coding that is to have the code instead of its own.
    """
    own = (one for one in state.page.codings if state.is_own(one) and one.id != changing)
    return list(clashes(state.codebook, state.page.transcript, own, code, span))


def warning(state: DeskState, span: Span, code: CodeId, changing: str = "") -> str:
    """What is said of them before the code is taken; empty where there are none."""
    found = rivals(state, span, code, changing)
    if not found:
        return ""
    names = ", ".join(other.name for _group, other in found)
    if any(group.scope == "speaker-turn" for group, _other in found):
        return _("Not beside {names}, which is used in this turn.").format(names=names)
    return _("Not beside {names}, which is on these words.").format(names=names)
