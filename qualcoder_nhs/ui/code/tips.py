"""What is said of a coding or a turn when it is pointed at or spoken."""

from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.ui.code.state import DeskState
from qualcoder_nhs.ui.look.glyphs import FLAG_WORDS, FUNCTION_WORDS


def coding_tip(state: DeskState, coding: Coding) -> str:
    """Name, path, coder, words, and the flags if it has any."""
    look = state.look(coding)
    coder = state.page.coders.get(coding.coder)
    words = ngettext("{n} word", "{n} words", count_words(state.text, coding.span))
    lines = [
        look.name,
        look.path,
        " · ".join(part for part in (coder and coder.name, words) if part),
    ]
    lines += [", ".join(_(FLAG_WORDS[flag]) for flag in coding.flags)]
    return "\n".join(line for line in lines if line)


def role_words(state: DeskState, turn: Turn) -> str:
    """The role of who speaks: `medical director`, or what they did in the session."""
    voice = state.voice(turn)
    return voice.role or _(FUNCTION_WORDS[voice.function])


def left_out_words(state: DeskState, turn: Turn) -> str:
    """That the round has no part in a turn, and why; empty where it has."""
    if not state.page.leaves_out(turn):
        return ""
    return _("not drawn") if state.page.to_code else _("not in the round")


def turn_tip(state: DeskState, turn: Turn) -> str:
    """Label, role, number: how a turn is spoken; and that it is not part of the round."""
    told = _("{name}, {role}, turn {number}").format(
        name=state.voice(turn).name, role=role_words(state, turn), number=turn.index
    )
    return ", ".join(part for part in (told, left_out_words(state, turn)) if part)


def question_words(state: DeskState, turn: Turn) -> str:
    """The question that is open at a turn; that none is, or that nothing is marked yet."""
    page = state.page
    stretch = page.course.stretch_at(turn.index)
    question = page.question(stretch.question) if stretch else None
    if question is not None:
        return f"{question.name}  {question.text}"
    if not page.questions:
        return ""
    return _("No question is open here.") if stretch else _("Not marked yet.")


def codes_here(state: DeskState, position: int) -> str:
    """The codes at the caret as they are spoken."""
    names = list(dict.fromkeys(state.look(coding).name for coding in state.touching(position)))
    if not names:
        return _("not coded")
    if len(names) == 1:
        return _("in {name}").format(name=names[0])
    return _("in {names} and {last}").format(names=", ".join(names[:-1]), last=names[-1])
