"""What speaks for a proposal, in one short sentence beside its way back; and what a file holds."""

from itertools import pairwise

from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.speech import stage_directions
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.format import Parsed
from qualcoder_nhs.ui.importing.file_choice import FileChoice
from qualcoder_nhs.ui.look.glyphs import FUNCTION_WORDS


def why_function(file: FileChoice, label: str, function: Function) -> str:
    """Why a label was taken for a moderator or note-taker."""
    asks, turns = _questions(file, label), file.turns[label]
    said = _("proposed as {function}: called so").format(function=_(FUNCTION_WORDS[function]))
    if not asks:
        return said
    return _("{said}, asks in {asks} of {turns}").format(
        said=said, asks=asks, turns=ngettext("{n} turn", "{n} turns", turns)
    )


def why_merged(file: FileChoice, label: str, other: str) -> str:
    """Why a label was taken for another's spelling."""
    turns = ngettext("{n} turn", "{n} turns", file.turns[label])
    if _answer_each_other(file, label, other):
        return _("merged into {other}: nearly the same name, {turns}").format(
            other=other, turns=turns
        )
    return _("merged into {other}: {turns}, never in reply to it").format(other=other, turns=turns)


def who_speaks(file: FileChoice) -> str:
    """Such as `9 labels → 7 participants and a moderator`."""
    labels = ngettext("{n} label", "{n} labels", len(file.turns))
    people = [ngettext("{n} participant", "{n} participants", len(file.participants))]
    functions = {part.function for part in file.cast.values()}
    if Function.MODERATOR in functions:
        people.append(_("a moderator"))
    if Function.CO_MODERATOR in functions:
        people.append(_("a co-moderator"))
    if Function.NOTE_TAKER in functions:
        people.append(_("a note-taker"))
    if Function.UNKNOWN in functions:
        people.append(_("an unknown voice"))
    return f"{labels} → {_listed(people)}"


def kept(parsed: Parsed) -> str:
    """What stays in the text as it stands, counted."""
    marks = sum(turn.time_at is not None for turn in parsed.turns)
    found = (span.of(parsed.text) for span in stage_directions(parsed.text))
    notes = [note for note in found if any(map(str.isalpha, note))]
    parts = [ngettext("{n} time mark", "{n} time marks", marks)] if marks else []
    if notes:
        counted = ngettext("{n} note such as", "{n} notes such as", len(notes))
        parts.append(f"{counted} {notes[0]}")
    parts.append(ngettext("{n} character", "{n} characters", len(parsed.text)))
    sentence = _("Kept as they stand: {}.").format(_listed(parts))
    if parsed.encoding:
        sentence += " " + _("Read as {}.").format(parsed.encoding)
    return sentence


def lost(parsed: Parsed) -> str:
    """How many things were left out or are wrong; empty where nothing was."""
    if not parsed.problems:
        return ""
    return ngettext(
        "{n} thing was left out or looks wrong.",
        "{n} things were left out or look wrong.",
        len(parsed.problems),
    )


def problem_lines(parsed: Parsed, most: int = 200) -> str:
    """The problems, one a line, with their lines in the file."""
    said = [
        one.what if one.line is None else _("line {}: {}").format(one.line, one.what)
        for one in parsed.problems[:most]
    ]
    more = len(parsed.problems) - most
    return "\n".join([*said, ngettext("and {n} more", "and {n} more", more)] if more > 0 else said)


def _questions(file: FileChoice, label: str) -> int:
    if file.understood is None:
        return 0
    text = file.understood.text
    return sum("?" in turn.words.of(text) for turn in file.understood.turns if turn.label == label)


def _answer_each_other(file: FileChoice, label: str, other: str) -> bool:
    order = [turn.label for turn in file.understood.turns] if file.understood else []
    return any({one, two} == {label, other} for one, two in pairwise(order))


def _listed(parts: list[str]) -> str:
    if len(parts) < 2:
        return "".join(parts)
    return _("{} and {}").format(", ".join(parts[:-1]), parts[-1])
