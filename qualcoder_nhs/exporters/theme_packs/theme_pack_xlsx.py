"""A theme pack as an Excel workbook: one sheet for what is read, counted, checked and defined."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.exceptions import FileCreateError

from qualcoder_nhs.domain.theme_pack import PackCode, PackExcerpt, PackTheme, ThemePack
from qualcoder_nhs.exporters.legible import Legible
from qualcoder_nhs.exporters.sheets.sheet_cells import LONGEST, Cell, Sheet
from qualcoder_nhs.exporters.theme_packs.pack_words import CAVEAT, day, people_words, voice_words
from qualcoder_nhs.exporters.theme_packs.theme_chapter import checks_of, shape_lines
from qualcoder_nhs.exporters.theme_packs.theme_pack_back import kept_back
from qualcoder_nhs.exporters.theme_packs.theme_pack_script import theme_pack_script
from qualcoder_nhs.i18n import N_, _

SUFFIX, NAME = ".xlsx", N_("Excel workbook")


def write(pack: ThemePack, path: Path) -> None:
    """Write the workbook. Every word is written as a word, so that no cell can run."""
    workbook = Workbook(path)
    book = _Book(workbook)
    book.read_me(pack)
    book.sheet(_("Excerpts"), _EXCERPTS, _WIDE, list(_excerpts(pack)))
    book.sheet(_("Counts"), _COUNTS, (28, 30, 16, 10, 10, 14, 16, 9, 9, 30), list(_counts(pack)))
    book.by_role(pack)
    checks = [(one.name, words) for one in pack.themes for words in checks_of(pack, one)]
    book.sheet(_("Writing checks"), (N_("theme"), N_("check")), (28, 90), checks)
    coded = [
        (one.code.name, one.code.slug, one.path, one.code.definition, one.code.use,
         one.code.do_not_use)
        for one in pack.codebook
    ]  # fmt: skip
    book.sheet(_("Codebook"), _CODES, (28, 20, 40, 50, 50, 50), coded)
    workbook.set_properties(
        {"title": theme_pack_script(pack).title, "author": pack.by, "created": pack.made}
    )
    try:
        workbook.close()
    except FileCreateError as error:
        # It wraps what the disk said, which is what our caller can put in words.
        raise error.args[0] from error


_READ_ME = (26, 100)
_EXCERPTS = (
    "theme", "code", "slug", "no", "marks", "asked", "words", "attribution", "reference", "note",
)  # fmt: skip
_WIDE = (24, 28, 16, 6, 9, 36, 90, 34, 16, 40)
_COUNTS = (
    "theme", "code", "slug", "groups", "of groups", "participants", "of participants", "turns",
    "events", "largest single voice",
)  # fmt: skip
_CODES = ("code", "slug", "path", "definition", "use", "do not use")


class _Book:
    """The workbook while it is filled."""

    def __init__(self, workbook: Any) -> None:
        self._workbook, self._legible = workbook, Legible()

    def read_me(self, pack: ThemePack) -> None:
        """What it is, how it was made, and what is not in it."""
        sheet = Sheet(self._workbook, _("Read me"), self._legible)
        sheet.set_widths(_READ_ME)
        sheet.fit_on_paper()
        script = theme_pack_script(pack)
        sheet.add_header((_("Theme pack"), script.subtitle))
        for name, value in script.facts:
            sheet.add_high((name, value), _READ_ME)
        sheet.add_high((_("Counts"), _(CAVEAT)), _READ_ME)
        for words in kept_back(pack):
            sheet.add_high((_("Left out or widened"), words), _READ_ME)
        for one in pack.themes:
            said = one.statement.text if one.statement else ""
            name = _("Theme {n}. {name}").format(n=one.number, name=one.name)
            sheet.add_high((name, said), _READ_ME)
            for what, words in _besides(one):
                sheet.add_high((what, words), _READ_ME)

    def sheet(
        self, name: str, header: Sequence[str], widths: Sequence[float], rows: Sequence[Any]
    ) -> None:
        """A sheet that can be filtered, a row a thing."""
        sheet = Sheet(self._workbook, name, self._legible)
        sheet.set_widths(widths)
        sheet.add_header(header)
        sheet.freeze_and_filter(max(1, len(rows)), len(header))
        sheet.fit_on_paper()
        for row in rows:
            cut = [cell[:LONGEST] if isinstance(cell, str) else cell for cell in row]
            sheet.add_high(cut, widths)

    def by_role(self, pack: ThemePack) -> None:
        """Different people of each role over those who were there, as two columns a role."""
        roles = next((one.roles for one in pack.themes if one.by_role), ())
        if not roles:
            return
        heads = [head for role in roles for head in (role, _("of {role}").format(role=role))]
        rows: list[list[Cell]] = [
            [theme.name, row.name, *(number for pair in row.counts for number in pair)]
            for theme in pack.themes
            for row in theme.by_role
        ]
        widths = (28, 30, *(16 for _head in heads))
        self.sheet(_("Theme x role"), ("theme", "code", *heads), widths, rows)


def _besides(theme: PackTheme) -> Iterator[tuple[str, str]]:
    """What a theme serves, what the groups made of it, and its memos."""
    if theme.serves:
        yield _("Serves:"), theme.serves
    yield from shape_lines(theme)
    named = [(_("Memo on the theme"), memo) for memo in theme.memos]
    named += [
        (_("Memo on {code}").format(code=code.code.name), memo)
        for code in theme.codes
        if code.code
        for memo in code.memos
    ]
    for name, memo in named:
        yield f"{name} ({memo.by}, {day(memo.changed)}):", memo.text


def _excerpts(pack: ThemePack) -> Iterator[Sequence[Cell]]:
    for theme in pack.themes:
        for code in theme.codes:
            asked = ""
            for one in (*code.excerpts, *code.against):
                asked = one.asked or asked
                yield _excerpt(theme, code, one, asked)


def _excerpt(theme: PackTheme, code: PackCode, one: PackExcerpt, asked: str) -> Sequence[Cell]:
    signs = ((one.strong, "★"), (one.chosen, "●"), (one.against, "◆"))
    lines = (
        f"{line.speaker}: {line.text} {line.link}".rstrip() if line.speaker else line.text
        for line in one.lines
    )
    return (
        theme.name,
        code.code.name if code.code else "",
        code.code.slug if code.code else "",
        one.number,
        " ".join(sign for told, sign in signs if told),
        asked,
        "\n".join(lines),
        one.attribution,
        one.reference,
        one.note,
    )


def _counts(pack: ThemePack) -> Iterator[Sequence[Cell]]:
    if not pack.wish.counts:
        return
    for theme in pack.themes:
        told = [(_("Theme (distinct)"), "", theme.whole, False)]
        told += [(one.code.name, one.code.slug, one.count, one.event) for one in theme.lines]
        for name, slug, count, event in told:
            people: Cell = people_words(count, event=True) if event else len(count.participants)
            groups = len(count.groups), count.groups_of
            voice = voice_words(count, theme.names)
            rest = (count.participants_of, count.turns, count.events, voice)
            yield (theme.name, name, slug, *groups, people, *rest)
