"""RQDA's cases with their words and attributes, and the attributes and categories of its texts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from qualcoder_nhs.domain.foreign import About, ForeignCase, ForeignSet, Kind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.foreign.left_rows import leave_memo
from qualcoder_nhs.importers.rqda.contents import Contents
from qualcoder_nhs.importers.rqda.rows import gone

_MISSING = ("", "NA")

Values = dict[int, dict[str, str]]
"""Attributes by the number of the case or text they are of."""


@dataclass
class _Linked:
    """What belongs to one case."""

    texts: dict[str, None] = field(default_factory=dict)
    passages: dict[tuple[str, Span], None] = field(default_factory=dict)


def cases_of(contents: Contents, attributes: Mapping[str, None]) -> tuple[ForeignCase, ...]:
    """The cases that still count, with what belongs to them."""
    rows = dict(contents.live("cases", "id", Kind.CASES))
    links = _links(contents, rows)
    values = values_of(contents, "caseattr", "caseid", attributes)
    for number, row in rows.items():
        contents.memos.take(row, About.CASE, f"case {number}")
    return tuple(
        ForeignCase(
            key=f"case {number}",
            name=row.line("name"),
            attributes=values.get(number, {}),
            texts=tuple(links[number].texts),
            passages=tuple(links[number].passages),
        )
        for number, row in rows.items()
    )


def attributes_of(contents: Contents) -> dict[str, None]:
    """The names of the attributes that still count, in their order."""
    names: dict[str, None] = {}
    for row in contents.database.rows("attributes"):
        name = row.line("name")
        if gone(row) or not name or name in names:
            why = gone(row) or _("it has no name of its own")
            contents.leave(Kind.ATTRIBUTES, row, name, why)
            continue
        names[name] = None
        leave_memo(row, contents.ledger, _("it is on an attribute"))
    return names


def values_of(
    contents: Contents, table: str, number: str, attributes: Mapping[str, None]
) -> Values:
    """What the attributes are, by case or by text; RQDA writes `NA` where it is not known."""
    values: Values = defaultdict(dict)
    for row in contents.database.rows(table):
        of, name, value = row.number(number), row.line("variable"), row.line("value")
        if of is not None and value not in _MISSING and not gone(row) and name in attributes:
            values[of][name] = value
    return values


def sets_of(contents: Contents) -> Iterator[ForeignSet]:
    """The categories of texts."""
    members: dict[int | None, dict[str, None]] = defaultdict(dict)
    for row in contents.database.rows("treefile"):
        source = contents.source(row)
        if source and not gone(row):
            members[row.number("catid")][source.text.key] = None
        leave_memo(row, contents.ledger, _("it is on the place of a text in a category"))
    for number, row in contents.live("filecat", "catid", Kind.SETS):
        leave_memo(row, contents.ledger, _("it is on a category of texts"))
        texts = tuple(members[number])
        yield ForeignSet(key=f"set {number}", name=row.line("name"), texts=texts)


def _links(contents: Contents, cases: Mapping[int, Row]) -> dict[int, _Linked]:
    links: dict[int, _Linked] = defaultdict(_Linked)
    for row in contents.database.rows("caselinkage"):
        number, source, span = row.number("caseid"), contents.source(row), contents.span(row)
        nowhere = span is not None and not span
        if gone(row) or number not in cases or number is None or source is None or nowhere:
            case = cases.get(number or 0)
            why = gone(row) or _("words of a case that are not in the file")
            contents.leave(Kind.OTHER, row, case.line("name") if case else "?", why)
        elif span is None:
            links[number].texts[source.text.key] = None
            contents.memos.take(row, About.TEXT, source.text.key)
        else:
            links[number].passages[source.text.key, span] = None
            contents.memos.take(row, About.PASSAGE, source.text.key, span=span)
    return links
