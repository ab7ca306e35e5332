"""Rows of a sheet to a codebook: level, path, parent and indented columns, whatever their order."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.codebook import Applicable, SetKind
from qualcoder_nhs.domain.codebook_draft import (
    DEEPEST,
    SCOPES,
    CodebookDraft,
    CodeDraft,
    SetDraft,
)
from qualcoder_nhs.domain.codebook_text import clean, colour_of, is_slug
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.code_paths import dotted, escaped, nested, stepped
from qualcoder_nhs.importers.codebooks.codebook_columns import Columns, columns_of
from qualcoder_nhs.importers.codebooks.codebook_entries import Entry, drafts
from qualcoder_nhs.importers.codebooks.codebook_format import ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_places import Places, TooDeep
from qualcoder_nhs.importers.format import Problem

MOST_ROWS = 20_000
HEADER_WITHIN = 20
_YES = frozenset({"yes", "true", "1", "x", "y"})


@dataclass(frozen=True)
class Line:
    """A row of a sheet with its number there, counted from 1."""

    number: int
    cells: Sequence[str]


def codebook_from(name: str, tables: Iterable[Sequence[Line]]) -> ParsedCodebook:
    """The codes and sets of all tables that have a header this program knows.

    A row that cannot be read is left out, and listed with its number; the rest comes in.

    Raises:
        BadFile: when no table has such a header, or there are more rows than a codebook can have.
    """
    reading = _Reading()
    try:
        found = [reading.table(table) for table in tables]
        parsed = reading.result()
    except TooDeep as error:
        raise BadFile(name, _("its tree is deeper than {n} levels.").format(n=DEEPEST)) from error
    except TooMany as error:
        raise BadFile(name, _("it has more rows than a codebook can have.")) from error
    if not any(found):
        why = _("no column is headed code, name, path or level 1, so no codes are found in it.")
        raise BadFile(name, why)
    return parsed


class TooMany(Exception):
    """More rows than any codebook has."""


class _Reading:
    """The rows read so far."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.places = Places()
        self.sets: list[tuple[int, SetDraft]] = []
        self.taken: set[str] = set()

    def table(self, lines: Sequence[Line]) -> bool:
        """Take the rows beneath the header in; whether there is one."""
        if len(lines) > MOST_ROWS:
            raise TooMany
        for at, line in enumerate(lines[:HEADER_WITHIN]):
            columns = columns_of(line.cells)
            if columns.usable:
                self._unknown_columns(line.number, columns)
                for below in lines[at + 1 :]:
                    self._row(columns, below)
                return True
        return False

    def result(self) -> ParsedCodebook:
        """All codes and sets, in tree order, with every slug made."""
        for line, parent in self.places.settle_parents():
            what = _("“{parent}” does not say clearly what it lies beneath; look where it is now.")
            self._note(line, what.format(parent=parent))
        codes = drafts(self.places.entries)
        known = {code.slug for code in codes}
        sets = tuple(self._with_known(line, group, known) for line, group in self.sets)
        return ParsedCodebook(CodebookDraft(codes, sets), tuple(self.problems))

    def _row(self, columns: Columns, line: Line) -> None:
        cell = _Cells(columns, line.cells)
        if cell["set"]:
            self._set(line.number, cell)
            return
        place = self.places.of(cell.levels, cell.path, cell.indented_name, cell["parent"])
        if place is None:
            if any(map(clean, line.cells)):
                self._note(line.number, _("it names no code, so it was left out."))
            return
        if place.known and not cell["slug"]:
            self._note(line.number, _("“{name}” stands there twice.").format(name=place.name))
            return
        self.places.put(place, Entry(self._code(line.number, cell, place.name), None, line.number))

    def _code(self, line: int, cell: "_Cells", name: str) -> CodeDraft:
        slug = self._own_slug(line, cell["slug"])
        aliases = tuple(each for each in _listed(cell["aliases"]) if self._is_free(line, each))
        return CodeDraft(
            slug=slug,
            name=name,
            colour=self._colour(line, cell["colour"]),
            applicable=self._applicable(line, cell["applicable"]),
            definition=cell["definition"],
            use=cell["use"],
            do_not_use=cell["do_not_use"],
            example=cell["example"],
            serves=cell["serves"],
            companions=tuple(
                each for each in _listed(cell["companions"]) if is_slug(each.removesuffix("-"))
            ),
            aliases=aliases,
            archived=cell["archived"].casefold() in _YES,
        )

    def _own_slug(self, line: int, slug: str) -> str:
        return slug if slug and self._is_free(line, slug) else ""

    def _is_free(self, line: int, slug: str) -> bool:
        if not is_slug(slug):
            self._note(line, _("“{slug}” is no slug; one was made.").format(slug=slug))
            return False
        if slug in self.taken:
            self._note(line, _("the slug “{slug}” is taken already.").format(slug=slug))
            return False
        self.taken.add(slug)
        return True

    def _colour(self, line: int, words: str) -> str | None:
        colour = colour_of(words) if words else None
        if colour is None and any(map(str.isalnum, words)):  # MAXQDA has a coloured dot there
            self._note(line, _("“{colour}” is not a colour.").format(colour=words))
        return colour

    def _applicable(self, line: int, words: str) -> Applicable:
        told = words.casefold()
        if told and told not in set(Applicable):
            what = _("“{words}” is none of yes, holding and no; it was read as yes.")
            self._note(line, what.format(words=words))
        return Applicable(told) if told in set(Applicable) else Applicable.YES

    def _set(self, line: int, cell: "_Cells") -> None:
        kind, scope = cell["kind"].casefold(), cell["scope"]
        if kind not in set(SetKind) or (scope and scope not in SCOPES):
            self._note(line, _("the set “{name}” was left out.").format(name=cell["set"]))
            return
        members = tuple(dict.fromkeys(_listed(cell["members"])))
        self.sets.append((line, SetDraft(SetKind(kind), cell["set"], scope, cell["why"], members)))

    def _with_known(self, line: int, group: SetDraft, known: set[str]) -> SetDraft:
        for slug in group.members:
            if slug not in known:
                self._note(line, _("“{slug}” is no code of this file.").format(slug=slug))
        return replace(group, members=tuple(slug for slug in group.members if slug in known))

    def _unknown_columns(self, line: int, columns: Columns) -> None:
        if columns.unknown:
            what = _("columns that are not known were left out: {columns}.")
            self._note(line, what.format(columns=", ".join(columns.unknown)))

    def _note(self, line: int | None, what: str) -> None:
        self.problems.append(Problem(line, what))


class _Cells:
    """One row by the names of its fields; empty where there is no such column or cell."""

    def __init__(self, columns: Columns, cells: Sequence[str]) -> None:
        self._columns = columns
        self._cells = cells

    def __getitem__(self, field: str) -> str:
        return clean(self._raw(field))

    @property
    def levels(self) -> list[str]:
        """The cells of the level columns."""
        return [clean(self._at(column)) for column in self._columns.levels]

    @property
    def path(self) -> list[str]:
        """The names that lead to the code, where the row says them; empty where it does not."""
        own = escaped(self["path"])
        for told in (own, nested(self["hierarchy"]), dotted(self["tag"])):
            if told and (told == own or len(told) > 1):
                return told
        within = stepped(self["name"]) if self._columns.may_hold_paths else []
        return within if len(within) > 1 else []

    @property
    def indented_name(self) -> str:
        """The name with the white space before it."""
        return self._raw("name") or self["tag"] or " ".join(nested(self["hierarchy"]))

    def _raw(self, field: str) -> str:
        column = self._columns.fields.get(field)
        return "" if column is None else self._at(column)

    def _at(self, column: int) -> str:
        return self._cells[column] if column < len(self._cells) else ""


def _listed(words: str) -> list[str]:
    return [word for word in re.split(r"[;,\s]+", words) if word]
