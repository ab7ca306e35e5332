"""Every command of the desk as one row of a table, from which keys, menus and help are made."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from qualcoder_nhs.i18n import N_


class When(Enum):
    """When a command acts."""

    ALWAYS = "always"
    CODING = "coding"  # a coding is chosen or under the caret
    SELECTION = "selection"  # words are selected
    PALETTE = "palette"
    ENDS = "ends"  # the ends of a coding are being moved
    LINKING = "linking"  # an earlier turn is looked for, to link to


@dataclass(frozen=True)
class Command:
    """A thing the desk can do: its id, its words, its key in Qt's writing, and when it acts.

    `writes` says that it changes the study.
    """

    id: str
    words: str
    key: str
    when: When = When.ALWAYS
    writes: bool = False

    @property
    def is_letter(self) -> bool:
        """Whether a plain letter does it; with words selected that takes Shift."""
        return len(self.key) == 1 and self.key.isalpha()


KEYS: tuple[Command, ...] = (
    Command("next_turn", N_("Next turn"), "J"),
    Command("next_turn", N_("Next turn"), "Ctrl+Down"),
    Command("previous_turn", N_("Previous turn"), "K"),
    Command("previous_turn", N_("Previous turn"), "Ctrl+Up"),
    Command("next_coding", N_("Next coding"), "]"),
    Command("previous_coding", N_("Previous coding"), "["),
    Command("next_of_code", N_("Next coding of this code"), "Ctrl+]"),
    Command("previous_of_code", N_("Previous coding of this code"), "Ctrl+["),
    Command("next_uncoded", N_("Next uncoded turn"), "N"),
    Command("take_turn", N_("Take the turn"), "T"),
    Command("take_sentence", N_("Take the sentence"), "S"),
    Command("open_palette", N_("Find a code for these words"), "/", writes=True),
    Command("in_vivo", N_("Code in the speaker’s words"), "V", When.SELECTION, writes=True),
    Command("repeat", N_("Repeat the last code"), ".", writes=True),
    Command("recent", N_("The nth recent code"), "1–9", writes=True),
    Command("next_here", N_("Next coding under the caret; after the last, leave the text"), "Tab"),
    Command("previous_here", N_("Previous coding under the caret"), "Shift+Tab"),
    Command("into_card", N_("Into the coding’s card"), "Return", When.CODING),
    Command("move_ends", N_("Move the ends"), "E", When.CODING, writes=True),
    Command("change_code", N_("Change the code"), "C", When.CODING, writes=True),
    Command("memo", N_("Memo"), "M", writes=True),
    Command("flag", N_("Flag"), "F", When.CODING, writes=True),
    Command("to_theme", N_("To a theme"), "Q", writes=True),
    Command("remove", N_("Remove the coding"), "Del", When.CODING, writes=True),
    Command("link", N_("Link to an earlier turn"), "L", writes=True),
    Command("question", N_("Question asked from this turn on"), "G", writes=True),
    Command("voice", N_("Say which proposition the turn voices"), "P", writes=True),
    Command("correct", N_("Correct the words here…"), "W", writes=True),
    Command("hide_code", N_("Hide this code"), "H", When.CODING),
    Command("hide_all", N_("Hide all codings"), "Ctrl+Shift+H"),
    Command("find", N_("Find in transcript"), "Ctrl+F"),
    Command("find_next", N_("Next hit"), "F3"),
    Command("find_previous", N_("Previous hit"), "Shift+F3"),
    Command("larger", N_("Larger text"), "Ctrl++"),
    Command("larger", N_("Larger text"), "Ctrl+="),
    Command("smaller", N_("Smaller text"), "Ctrl+-"),
    Command("usual_size", N_("Usual text size"), "Ctrl+0"),
    Command("keys", N_("All keys"), "F1"),
    Command("escape", N_("Let go of the selection, or of the coding"), "Esc"),
    Command("apply", N_("Apply the code"), "Return", When.PALETTE),
    Command("apply_stay", N_("Apply, stay open"), "Shift+Return", When.PALETTE),
    Command("new_code", N_("New code under New ideas"), "Ctrl+Return", When.PALETTE),
    Command("close", N_("Close"), "Esc", When.PALETTE),
    Command("end_forth", N_("Move the end by a word"), "Right", When.ENDS),
    Command("end_back", N_("Move the end back by a word"), "Left", When.ENDS),
    Command("start_forth", N_("Move the start by a word"), "Shift+Right", When.ENDS),
    Command("start_back", N_("Move the start back by a word"), "Shift+Left", When.ENDS),
    Command("end_forth_exact", N_("Move the end by a character"), "Alt+Right", When.ENDS),
    Command("end_back_exact", N_("Move the end back by a character"), "Alt+Left", When.ENDS),
    Command("start_forth_exact", N_("Move the start by a character"), "Alt+Shift+Right", When.ENDS),
    Command("start_back_exact", N_("Move the start back"), "Alt+Shift+Left", When.ENDS),
    Command("keep_ends", N_("Keep the new ends"), "Return", When.ENDS),
    Command("leave_ends", N_("Leave the ends as they were"), "Esc", When.ENDS),
    Command("link_earlier", N_("Take an earlier turn"), "Up", When.LINKING),
    Command("link_later", N_("Take a later turn"), "Down", When.LINKING),
    Command("link_agree", N_("It agrees"), "A", When.LINKING),
    Command("link_agree", N_("It agrees"), "Return", When.LINKING),
    Command("link_build", N_("It builds on it"), "B", When.LINKING),
    Command("link_soft", N_("It dissents softly"), "S", When.LINKING),
    Command("link_challenge", N_("It challenges"), "C", When.LINKING),
    Command("link_question", N_("It asks"), "Q", When.LINKING),
    Command("leave_link", N_("Link nothing"), "Esc", When.LINKING),
)

IN_TEXT = (When.ALWAYS, When.CODING, When.SELECTION)


def commands(*when: When) -> Iterator[Command]:
    """The commands that act then, in the order of the table."""
    return (command for command in KEYS if command.when in when)


def command_for(key: str, *, selected: bool, letters: bool = True) -> str | None:
    """What a key in the text does, as a command's id.

    With words selected, a small letter is the first of a code's name and only Shift makes it a
    command; with nothing selected both are the command. `letters` is False where the user has
    switched single letters off.
    """
    plain = key.removeprefix("Shift+")
    if len(plain) == 1 and plain.isalpha():
        if not letters or (selected and plain == key):
            return None
        key = plain
    return _IN_TEXT.get(key)


def ends_command(key: str) -> str | None:
    """What a key does while the ends of a coding are moved."""
    return _ENDS.get(key)


def link_command(key: str) -> str | None:
    """What a key does while a turn to link to is looked for; letters also with Shift."""
    return _LINKING.get(key.removeprefix("Shift+"))


_IN_TEXT = {command.key: command.id for command in commands(*IN_TEXT)}
_ENDS = {command.key: command.id for command in commands(When.ENDS)}
_LINKING = {command.key: command.id for command in commands(When.LINKING)}
