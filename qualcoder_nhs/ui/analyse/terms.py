"""What a sequence can be made of, as things to tick: codes, links, directions, pauses, flags."""

from collections.abc import Iterable, Iterator

from PySide6.QtCore import Signal

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.talk_pattern import DIRECTIONS, Sign, Sought, sought
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.table_choices import TableChoices
from qualcoder_nhs.ui.analyse.option_row import code_picks
from qualcoder_nhs.ui.glyphs import FLAG_WORDS
from qualcoder_nhs.ui.pick_button import PickButton
from qualcoder_nhs.ui.pick_model import Pick
from qualcoder_nhs.ui.theme import Theme

PAUSES, SHOWN = ("0", "2", "5"), 44


class TermsButton(PickButton):
    """Says what is ticked, as one would read it: `Soft dissent, laughter or a pause`."""

    chosen = Signal()

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__(theme, name, _("choose …"))
        self.setAccessibleDescription(name)
        self.picked.connect(self.chosen)

    @property
    def value(self) -> tuple[str, ...]:
        """The terms that are ticked, in order."""
        ticked = self.picks.ticked
        return tuple(str(one.value) for one in self.picks.picks if one.value in ticked)

    def take(self, terms: Iterable[str]) -> None:
        """Tick these and nothing else, without telling of it."""
        self.picks.ticked = set(terms)
        self._say()

    def _say(self) -> None:
        told = alternatives(self.words) or self._nothing
        self.setToolTip(told)
        self.set_words(told if len(told) <= SHOWN else f"{told[: SHOWN - 1]}…")
        self.setAccessibleName(f"{self._what}: {told}")


def alternatives(words: tuple[str, ...]) -> str:
    """Such as `soft dissent, laughter or a pause`."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} or {last}").format(first=", ".join(words[:-1]), last=words[-1])


def term_picks(choices: TableChoices, more: Iterable[str]) -> Iterator[Pick]:
    """Everything there is to look for; `more` are terms of words, which stand last."""
    for sign, names in ((Sign.LINK, tuple(LinkKind)), (Sign.DIRECTION, tuple(DIRECTIONS))):
        for name in names:
            yield _pick(Sought(sign, name), choices)
    for seconds in PAUSES:
        yield _pick(Sought(Sign.PAUSE, seconds), choices)
    for flag in Flag:
        yield _pick(Sought(Sign.FLAG, flag), choices)
    for pick in code_picks(choices):
        term = str(Sought(Sign.CODE, str(pick.value)))
        yield Pick(term, pick.words, pick.depth, pick.found_by, pick.count)
    for term in dict.fromkeys(more):
        if term.startswith(f"{Sign.WORDS}:"):
            yield _pick(sought(term), choices)


def _pick(one: Sought, choices: TableChoices) -> Pick:
    del choices
    return Pick(str(one), term_words(one))


def term_words(one: Sought) -> str:
    """What is looked for, as one would say it."""
    if one.sign is Sign.LINK:
        return _("a turn that answers with {kind}").format(kind=LinkKind(one.what).words)
    if one.sign is Sign.PAUSE:
        told = _("a pause of {n} seconds or more").format(n=one.what)
        return told if one.seconds else _("a pause")
    if one.sign is Sign.FLAG:
        return _("flagged {flag}").format(flag=_(FLAG_WORDS[Flag(one.what)]))
    return f"“{one.what}”" if one.sign is Sign.WORDS else _(one.what)
