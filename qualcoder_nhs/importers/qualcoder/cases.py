"""Cases of a QualCoder project with their words and attributes, and the attributes of its texts."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.foreign import ForeignCase, Kind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row
from qualcoder_nhs.importers.foreign.left_rows import memo_leaver
from qualcoder_nhs.importers.foreign.numbered_rows import numbered
from qualcoder_nhs.importers.qualcoder.contents import Contents

Values = dict[int, dict[str, str]]
"""Attributes by the number of the case or text they are of."""


@dataclass(frozen=True)
class Linked:
    """What belongs to one case."""

    texts: tuple[str, ...] = ()
    passages: tuple[tuple[str, Span], ...] = ()


def cases_of(
    contents: Contents, values: Mapping[int, Mapping[str, str]]
) -> Iterator[tuple[ForeignCase, Row]]:
    """All cases with the rows they stand in; a link that leads nowhere is told to the ledger."""
    rows = numbered(
        contents.database.rows("cases"), "caseid", memo_leaver(Kind.CASES, contents.ledger)
    )
    links = _links(contents, rows)
    for number in values.keys() - rows.keys():
        for name in values[number]:
            contents.ledger.leave(Kind.OTHER, name, _("a value of a case that is not in the file"))
    for number, row in rows.items():
        linked = links.get(number, Linked())
        case = ForeignCase(
            key=f"case {number}",
            name=row.line("name"),
            attributes=values.get(number, {}),
            texts=linked.texts,
            passages=linked.passages,
        )
        yield case, row


def attributes_of(contents: Contents) -> tuple[str, ...]:
    """The names of all attributes."""
    told = (
        row.line("name")
        for table in ("attribute_type", "attribute")
        for row in contents.database.rows(table)
    )
    return tuple(dict.fromkeys(name for name in told if name))


def values_of(contents: Contents) -> tuple[Values, dict[str, dict[str, str]]]:
    """The values of cases by number, those of texts by key; an empty one says nothing."""
    of_cases: Values = defaultdict(dict)
    of_texts: dict[str, dict[str, str]] = defaultdict(dict)
    for row in contents.database.rows("attribute"):
        number, name, value = row.number("id"), row.line("name"), row.line("value")
        if not name or not value or number is None:
            continue
        if row.line("attr_type") == "case":
            of_cases[number][name] = value
        elif row.line("attr_type") == "file" and number in contents.sources:
            of_texts[contents.sources[number].text.key][name] = value
        else:
            contents.ledger.leave(Kind.OTHER, name, _("a value of what stays out"))
    return of_cases, of_texts


def _links(contents: Contents, cases: Mapping[int, Row]) -> dict[int, Linked]:
    found: dict[int, Linked] = {}
    for row in contents.database.rows("case_text"):
        number, source, span = row.number("caseid"), contents.source(row), contents.span(row)
        nowhere = span is not None and not span
        if number is None or number not in cases or source is None or nowhere:
            case = cases.get(number or 0)
            why = _("words of a case that are not in the file, or in one that stays out")
            contents.ledger.leave(Kind.OTHER, case.line("name") if case else "?", why)
            continue
        found[number] = _with(found.get(number, Linked()), source.text.key, span)
    return found


def _with(linked: Linked, text: str, span: Span | None) -> Linked:
    if span is None:
        return Linked(tuple(dict.fromkeys((*linked.texts, text))), linked.passages)
    return Linked(linked.texts, tuple(dict.fromkeys((*linked.passages, (text, span)))))
