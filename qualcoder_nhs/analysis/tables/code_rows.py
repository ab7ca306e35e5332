"""Which codes a table shows, how deep, and what each of them takes in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.domain.codebook import Code, Codebook, SetKind
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.i18n import N_

LEVEL = Option(
    "level",
    Takes.NUMBER,
    N_("Down to level"),
    N_("Show the tree down to this level, 1 being its roots; 0 shows all of it."),
    default=0,
)
UNUSED = Option(
    "unused", Takes.FLAG, N_("Show unused codes"), N_("Show codes that nothing is coded with, too.")
)


@dataclass(frozen=True)
class CodeRow:
    """A code as a table shows it. `takes` are the codes that count as it, itself among them."""

    code: Code
    depth: int
    takes: frozenset[CodeId]
    event: bool = False

    @property
    def distinct(self) -> bool:
        """Whether others count as it."""
        return len(self.takes) > 1


def code_rows(material: Material, wish: Wish) -> tuple[CodeRow, ...]:
    """The codes that were wished for, parents before children; unused ones where wished.

    Raises:
        NoSuch, Ambiguous: when a name means no code, or several.
    """
    every, used = _wished(material, wish), _used(material)
    return tuple(row for row in every if wish.flag("unused") or not row.takes.isdisjoint(used))


def level_rows(material: Material, wish: Wish) -> tuple[CodeRow, ...]:
    """Used codes of one level with all below them, none of which takes in another.

    What is coded with a code above that level stands by itself; at level 0, every code does.

    Raises:
        NoSuch, Ambiguous: when a name means no code, or several.
    """
    level, used = wish.number("level"), _used(material)
    rows = (
        row if row.depth == level else replace(row, takes=frozenset({row.code.id}))
        for row in _wished(material, wish)
    )
    return tuple(row for row in rows if not row.takes.isdisjoint(used))


def unused_codes(material: Material, wish: Wish) -> int:
    """How many of the codes that were wished for nothing is coded with."""
    used = _used(material)
    return sum(1 for row in _wished(material, wish) if row.takes.isdisjoint(used))


def _wished(material: Material, wish: Wish) -> Iterator[CodeRow]:
    wanted = wished_codes(material.codebook, wish.names("codes"))
    return _rows(material.codebook, wanted, wish.number("level"))


def _used(material: Material) -> frozenset[CodeId]:
    return frozenset(coding.code for coding in material.codings)


def wished_codes(book: Codebook, names: Iterable[str]) -> frozenset[CodeId]:
    """The codes of these names and all below them; every code where none is named.

    Raises:
        NoSuch, Ambiguous: when a name means no code, or several.
    """
    found = [book.descendants(book.find(name).id) for name in names]
    return frozenset().union(*found) if found else frozenset(book.by_id)


def _rows(book: Codebook, wanted: frozenset[CodeId], level: int) -> Iterator[CodeRow]:
    events = event_codes(book)
    for code in book.walk():
        below, depth = book.descendants(code.id), book.depth(code.id)
        if code.id in wanted and (not level or depth <= level):
            yield CodeRow(code, depth, below, below <= events)


def event_codes(book: Codebook) -> frozenset[CodeId]:
    """The codes that mark what happens to the group and has no speaker."""
    sets = (one for one in book.sets if one.kind is SetKind.EVENTS)
    return frozenset(code for one in sets for code in one.members)
