"""Codebooks as REFI-QDA has them (`.qdc`), of whatever program and version."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from qualcoder_nhs.domain.codebook import SetKind
from qualcoder_nhs.domain.codebook_draft import DEEPEST, CodebookDraft, CodeDraft, SetDraft
from qualcoder_nhs.domain.codebook_text import NAMELESS, clean, tidy_name
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.foreign import ForeignCode, Kind
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.importers.code_paths import dotted
from qualcoder_nhs.importers.codebooks.codebook_entries import Entry, drafts, slugs_of
from qualcoder_nhs.importers.codebooks.codebook_format import CodebookFormat, ParsedCodebook
from qualcoder_nhs.importers.codebooks.codebook_places import Places, TooDeep
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.importers.refi.codes import codes_of
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.markup import (
    Element,
    called,
    child,
    children,
    described,
    line_of,
    root_named,
    root_of,
)
from qualcoder_nhs.importers.safety import content_of

_HEAD = 20_000
_DOTTED = "Taguette"


def is_refi_codebook(path: Path) -> bool:
    """Whether the file is such a codebook, whatever it is called."""
    try:
        with path.open("rb") as file:
            return root_named(file.read(_HEAD)) == "CodeBook"
    except OSError:
        return False


def read(path: Path) -> ParsedCodebook:
    """The codebook; what has no place in one here is listed.

    Raises:
        BadFile: when it is none, or made to do harm.
    """
    root = root_of(content_of(path), path.name, "CodeBook")
    ledger = Ledger()
    found = list(codes_of(root, ledger))
    codes = [code for code, _element in found]
    numbers = {code.key: at for at, code in enumerate(codes)}
    lines = [line_of(element) for _code, element in found]
    entries = [_entry(code, numbers, line) for code, line in zip(codes, lines, strict=True)]
    slugs = dict(zip(numbers, slugs_of(entries), strict=True))
    if root.get("origin", "").startswith(_DOTTED):
        entries, slugs = _by_dots(path.name, entries), {}
    problems = [
        Problem(lines[numbers[one.key]], f"{codes[numbers[one.key]].name}: {one.how}.")
        for one in ledger.altered
        if one.kind is Kind.CODES
    ]
    lacking = list(_lacking(root, slugs))
    draft = CodebookDraft(drafts(entries), tuple(_sets(root, slugs)))
    made = len(entries) - len(codes)
    told = (*problems, *(problem for problem, _whole in lacking))
    return ParsedCodebook(draft, told, sum(whole for _problem, whole in lacking), made)


def _entry(code: ForeignCode, numbers: Mapping[str, int], line: int | None) -> Entry:
    draft = CodeDraft(
        slug="",
        name=tidy_name(code.name) or NAMELESS,
        colour=code.colour,
        definition=clean(code.definition),
    )
    return Entry(draft, None if code.parent is None else numbers[code.parent], line)


def _by_dots(name: str, entries: Sequence[Entry]) -> list[Entry]:
    """The tree that Taguette tells by the dots in its names."""
    places = Places()
    try:
        for entry in entries:
            if place := places.of((), dotted(entry.code.name), entry.code.name, ""):
                places.put(place, replace(entry, code=replace(entry.code, name=place.name)))
    except TooDeep as error:
        raise BadFile(name, _("its tree is deeper than {n} levels.").format(n=DEEPEST)) from error
    return places.entries


def _sets(root: Element, slugs: Mapping[str, str]) -> Iterator[SetDraft]:
    """Groups of codes, which say nothing of what their members mean for each other."""
    taken: set[str] = set()
    for one in children(child(root, "Sets"), "Set"):
        if members := _members(one, slugs):
            name = unique_name(called(one) or _("Set"), taken)
            taken.add(name)
            yield SetDraft(SetKind.TOGETHER, name, "", described(one), members)


def _lacking(root: Element, slugs: Mapping[str, str]) -> Iterator[tuple[Problem, bool]]:
    """The groups of which codes are not in the file, and whether that is all of them."""
    for one in children(child(root, "Sets"), "Set"):
        named, found = len(list(children(one, "MemberCode"))), len(_members(one, slugs))
        if not found:
            words = _("The group “{name}” was left out: none of its codes is in the file.")
        else:
            words = _("The group “{name}”: {n} of its codes are not in the file.")
        if not found or found < named:
            told = words.format(name=called(one), n=named - found)
            yield Problem(line_of(one), told), not found


def _members(element: Element, slugs: Mapping[str, str]) -> tuple[str, ...]:
    keys = (
        (each.get("guid") or each.get("targetGUID") or "").strip("{} ").lower()
        for each in children(element, "MemberCode")
    )
    return tuple(dict.fromkeys(slugs[key] for key in keys if key in slugs))


FORMAT = CodebookFormat("refi", N_("Codebook as REFI-QDA"), (".qdc",), read)
