"""A hand-out for a seminar: themes, figures and a few quotes, on a few pages."""

from collections.abc import Iterable, Iterator

from qualcoder_nhs.domain.theme_pack import PackExcerpt, PackTheme, ThemePack
from qualcoder_nhs.exporters.scripts.script import (
    Block,
    Grid,
    Heading,
    Quoted,
    Script,
    Spoken,
    Tone,
    Words,
)
from qualcoder_nhs.exporters.theme_packs.pack_words import (
    CAVEAT,
    day,
    of,
    people_words,
    transcripts_words,
)
from qualcoder_nhs.i18n import _, ngettext

QUOTES, AGAINST = 3, 1
"""How many quotes of a theme a hand-out has room for, and how many against it."""

_LONG = 420
"""Letters beyond which a quote is read by nobody in a seminar."""


def handout_script(pack: ThemePack) -> Script:
    """The whole document. `pack` has the attribution that is meant for the seminar."""
    return Script(
        title=pack.study,
        subtitle=_("Themes, figures and voices, for discussion"),
        author=pack.by,
        made=pack.made,
        facts=(
            (_("Discussions"), transcripts_words(pack)),
            (_("Date"), day(pack.made)),
        ),
        blocks=tuple(_blocks(pack)),
    )


def _blocks(pack: ThemePack) -> Iterator[Block]:
    for theme in pack.themes:
        yield Heading(1, theme.name)
        if theme.statement:
            yield Words(theme.statement.text, Tone.STATEMENT)
        yield Words(spread_words(theme), kept=True)
        if theme.lines:
            yield _figures(theme)
        for one in quotes(theme):
            yield _quote(one)
        against = quotes(theme, against=True)
        if against:
            yield Words(_("Against the grain"), Tone.LABEL)
            yield from map(_quote, against)
    for words in method_words(pack):
        yield Words(words, Tone.SMALL)


def spread_words(theme: PackTheme) -> str:
    """Such as `Said by 17 of 28 participants in 4 of 4 groups.`"""
    whole = theme.whole
    return _("Said by {people} participants in {groups} groups.").format(
        people=people_words(whole, event=False), groups=of(len(whole.groups), whole.groups_of)
    )


def method_words(pack: ThemePack) -> list[str]:
    """What has to be known of the figures and of the names that are not told."""
    told = [_(CAVEAT)]
    if pack.widened:
        told.append(_("People are described in words that at least {n} of them share.").format(
            n=pack.wish.minimum
        ))  # fmt: skip
    told.append(_("Counted from the {layer} codings with {program}.").format(
        layer=pack.layer, program=pack.program
    ))  # fmt: skip
    return told


def quotes(theme: PackTheme, *, against: bool = False) -> list[PackExcerpt]:
    """The quotes there is room for: chosen ones first, then strong ones, short before long."""
    fitting = [one for one in theme.excerpts if one.against is against and not one.exchange]
    ranked = sorted(fitting, key=lambda one: (_length(one) > _LONG, not one.chosen, not one.strong))
    best = ranked[: AGAINST if against else QUOTES]
    return sorted(best, key=lambda one: one.number)


def quote_words(one: PackExcerpt) -> str:
    """What was said, a line a turn, without what stands around it."""
    return "\n".join(line.text for line in one.lines if not line.context)


def _length(one: PackExcerpt) -> int:
    return len(quote_words(one))


def _quote(one: PackExcerpt) -> Quoted:
    lines = (Spoken(line.text, line.speaker) for line in one.lines if not line.context)
    return Quoted("", tuple(lines), one.attribution or f"({_('participant')})")


def _figures(theme: PackTheme) -> Grid:
    rows: Iterable[tuple[str, ...]] = (
        (
            line.code.name,
            of(len(line.count.groups), line.count.groups_of),
            people_words(line.count, event=line.event),
            ngettext("{n} turn", "{n} turns", line.count.turns) if not line.event else "–",
        )
        for line in theme.lines
    )
    header = (_("What is said"), _("Groups"), _("Participants"), _("Turns"))
    return Grid(header, tuple(rows), (7, 2.5, 3.5, 2.5), (False,) * 4)
