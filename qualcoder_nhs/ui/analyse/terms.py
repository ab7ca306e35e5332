"""What a sequence can be made of, in words: codes, links, directions, pauses, flags, words."""

from collections.abc import Iterator

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.talk_pattern import DIRECTIONS, Sign, Sought
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.table_choices import TableChoices
from qualcoder_nhs.ui.analyse.option_row import code_picks
from qualcoder_nhs.ui.look.glyphs import FLAG_WORDS
from qualcoder_nhs.ui.widgets.pick_model import Pick

PAUSES = ("0", "2", "5")


def alternatives(words: tuple[str, ...]) -> str:
    """Such as `soft dissent, laughter or a pause`."""
    if len(words) < 2:
        return "".join(words)
    return _("{first} or {last}").format(first=", ".join(words[:-1]), last=words[-1])


def term_picks(choices: TableChoices) -> Iterator[Pick]:
    """Everything there is to look for that has a name."""
    for sign, names in ((Sign.LINK, tuple(LinkKind)), (Sign.DIRECTION, tuple(DIRECTIONS))):
        for name in names:
            yield _pick(Sought(sign, name))
    for seconds in PAUSES:
        yield _pick(Sought(Sign.PAUSE, seconds))
    for flag in Flag:
        yield _pick(Sought(Sign.FLAG, flag))
    for pick in code_picks(choices):
        term = str(Sought(Sign.CODE, str(pick.value)))
        yield Pick(term, pick.words, pick.depth, pick.found_by, pick.count)


def _pick(one: Sought) -> Pick:
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
