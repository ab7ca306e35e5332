"""Passages of talk as rows: what is spoken of each, and its words for a paper."""

from qualcoder_nhs.domain.talk_passage import TalkPassage
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.glyphs import FLAG_WORDS
from qualcoder_nhs.ui.widgets.row_model import RowModel


class TalkModel(RowModel[TalkPassage]):
    """Passages; a `heading` stands over each that has one, by its place."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: tuple[str, ...] = ()

    def heading(self, place: int) -> str:
        """What stands over a passage."""
        return self.headings[place] if place < len(self.headings) else ""

    def shown(self, row: TalkPassage) -> str:
        return row.quoted

    def spoken(self, row: TalkPassage) -> str:
        words = " ".join(_turn_words(one.words, one.voice.name) if one.voice else one.words
                         for one in row.said)  # fmt: skip
        flags = [_(FLAG_WORDS[flag]) for flag in row.flags]
        over = self.heading(self.rows.index(row))
        return ", ".join(part for part in (over, words, place_words(row), *flags) if part)


def _turn_words(words: str, name: str) -> str:
    return f"{name}: {words}"


def place_words(row: TalkPassage) -> str:
    """Who and where: `FG3 P5, medical director, turn 97`."""
    names = ", ".join(one.name for one in row.voices)
    return f"{row.name} {names}, {turns_words(row)}"


def turns_words(row: TalkPassage) -> str:
    """Such as `turn 97` or `turns 27–30`."""
    turns = [one.turn for one in row.said if one.turn]
    if not turns:
        return row.reference
    if turns[0] == turns[-1]:
        return _("turn {n}").format(n=turns[0])
    return _("turns {first}–{last}").format(first=turns[0], last=turns[-1])


def quotation(row: TalkPassage) -> str:
    """The words as they go into a paper."""
    return f"“{row.quoted}” {row.attribution} {row.reference}"
