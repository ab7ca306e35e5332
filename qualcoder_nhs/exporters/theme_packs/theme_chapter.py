"""A theme of the pack as a chapter: its statement, counts, codes, excerpts and checks."""

from collections.abc import Iterable, Iterator

from qualcoder_nhs.domain.theme_pack import (
    PackCode,
    PackExcerpt,
    PackTheme,
    ThemePack,
)
from qualcoder_nhs.domain.theme_page import CodeLine, Noted
from qualcoder_nhs.exporters.scripts.script import (
    Block,
    Grid,
    Heading,
    Quoted,
    Spoken,
    Tone,
    Words,
)
from qualcoder_nhs.exporters.theme_packs.pack_words import (
    CAVEAT,
    day,
    of,
    people_words,
    version_words,
    voice_words,
)
from qualcoder_nhs.i18n import _, ngettext


def theme_chapter(pack: ThemePack, theme: PackTheme) -> Iterator[Block]:
    """All of one theme, from its statement to what is to be looked at before it is written."""
    yield Heading(1, _("Theme {n}. {name}").format(n=theme.number, name=theme.name))
    said = theme.statement
    if said:
        told = _("Theme statement ({who}, {day}):").format(who=said.by, day=day(said.made))
        yield Words(told, Tone.LABEL)
        yield Words(said.text, Tone.STATEMENT)
    else:
        yield Words(_("No statement is written yet."))
    if theme.serves:
        yield Words(theme.serves, name=_("Serves:"))
    slugs = " · ".join(line.code.slug for line in theme.lines)
    yield Words(slugs or _("none"), name=_("Codes in this theme:"))
    if pack.wish.counts and theme.lines:
        yield from _glance(theme)
    if theme.by_role and theme.roles and theme.lines:
        yield _by_role(theme)
    yield from _memos(theme.memos, _("Memo on the theme"))
    codes = [one for one in theme.codes if one.code or one.excerpts or one.against]
    for at, code in enumerate(codes, 1):
        yield from _code(pack, code, f"{theme.number}.{at}")
    yield from _checks(pack, theme)


def _glance(theme: PackTheme) -> Iterator[Block]:
    whole = CodeRow(_("Theme (distinct)"), theme).cells
    rows = [whole, *(CodeRow(_named(line), theme, line).cells for line in theme.lines)]
    header = ("", _("Groups"), _("Participants"), _("Turns"), _("Largest single voice"))
    right = (False,) * 5
    yield Grid(header, tuple(rows), (5.4, 1.8, 2.6, 1.4, 4.2), right, _("At a glance"))
    yield Words(_(CAVEAT), Tone.SMALL)
    for name, told in shape_lines(theme):
        yield Words(told, name=name)


def shape_lines(theme: PackTheme) -> Iterator[tuple[str, str]]:
    """For each proposition what the groups made of it: `FG1 shared, one dissenter · FG2 split`."""
    for proposition in dict.fromkeys(one.proposition for one in theme.shapes):
        told = (
            f"{one.group} {one.shape}" for one in theme.shapes if one.proposition == proposition
        )
        yield _("Shape of “{proposition}”:").format(proposition=proposition), " · ".join(told)


class CodeRow:
    """A row of the table at a glance: of one code, or of all of a theme."""

    def __init__(self, name: str, theme: PackTheme, line: CodeLine | None = None) -> None:
        count = line.count if line else theme.whole
        event = line.event if line else False
        self.cells = (
            name,
            of(len(count.groups), count.groups_of),
            people_words(count, event=event),
            str(count.events if event else count.turns),
            voice_words(count, theme.names),
        )


def _named(line: CodeLine) -> str:
    return f"{line.code.name} ({line.code.slug})"


def _by_role(theme: PackTheme) -> Grid:
    rows = tuple(
        (row.name, *(f"{part}/{whole}" for part, whole in row.counts)) for row in theme.by_role
    )
    title = _("Theme × role (distinct participants / present)")
    share = 10 / len(theme.roles)
    right = (False, *(False for _role in theme.roles))
    return Grid(("", *theme.roles), rows, (5.4, *(share for _role in theme.roles)), right, title)


def _memos(memos: Iterable[Noted], name: str) -> Iterator[Block]:
    for one in memos:
        yield Words(one.text, name=f"{name} ({one.by}, {day(one.changed)}):")


def _code(pack: ThemePack, code: PackCode, number: str) -> Iterator[Block]:
    if code.code:
        yield Heading(2, f"{number}  {code.code.name} ({code.code.slug})")
        if code.code.definition:
            name = _("Definition ({version}):").format(version=version_words(pack))
            yield Words(code.code.definition, name=name, kept=True)
    else:
        yield Heading(2, f"{number}  {_('Chosen for the theme, under none of its codes')}")
    yield from _memos(code.memos, _("Memo"))
    if code.excerpts:
        yield Heading(3, _("Excerpts"))
        yield from _excerpts(code.excerpts)
    if code.again:
        numbers = ", ".join(map(str, code.again))
        yield Words(_("Coded here, too, and shown above: {n}.").format(n=numbers), Tone.SMALL)
    if code.against:
        yield Heading(3, _("Against the grain"))
        yield from _excerpts(code.against)
    if not (code.excerpts or code.against or code.again):
        yield Words(_("Nothing in this choice is coded so."))


def _excerpts(excerpts: Iterable[PackExcerpt]) -> Iterator[Block]:
    for one in excerpts:
        if one.asked:
            yield Words(one.asked, Tone.ASKED, _("Asked:"))
        if one.exchange:
            yield Words("", Tone.ASKED, _("Exchange"))
        yield quoted(one)


def quoted(one: PackExcerpt) -> Quoted:
    """An excerpt as every document sets it."""
    signs = ((one.strong, "★"), (one.chosen, "●"), (one.against, "◆"))
    marks = " ".join(sign for told, sign in signs if told)
    kind = _("Deviant-case note ({who}):") if one.against else _("Note ({who}):")
    return Quoted(
        mark=f"{one.number} {marks}".strip(),
        lines=tuple(Spoken(each.text, each.speaker, each.link, each.context) for each in one.lines),
        source=one.attribution,
        reference=one.reference,
        note=f"{kind.format(who=one.by)} {one.note}" if one.note else "",
    )


def _checks(pack: ThemePack, theme: PackTheme) -> Iterator[Block]:
    yield Heading(2, _("Writing checks for this theme"))
    checks = checks_of(pack, theme)
    if not checks:
        yield Words(_("Nothing to look at."))
    for sentence in checks:
        yield Words(sentence, Tone.POINT)


def checks_of(pack: ThemePack, theme: PackTheme) -> list[str]:
    """What there is to look at before the theme is written, what is left out of it included."""
    spared = [one for one in pack.spared if one.theme == theme.name]
    words = ngettext(
        "{n} excerpt carries the flag “identifying detail”: left out, listed at the end.",
        "{n} excerpts carry the flag “identifying detail”: left out, listed at the end.",
        len(spared),
    )
    return [*theme.checks, *([words] if spared else [])]
