"""Where in the tree a row belongs: by level columns, by a path, by a parent, or by indentation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from qualcoder_nhs.domain.codebook_draft import DEEPEST, CodeDraft
from qualcoder_nhs.domain.codebook_text import clean
from qualcoder_nhs.importers.code_paths import stepped
from qualcoder_nhs.importers.codebooks.codebook_entries import Entry

TAB = 4

Path = tuple[str, ...]


class TooDeep(Exception):
    """A tree with more levels than any codebook has."""


@dataclass(frozen=True)
class Place:
    """A path in the tree; `known` says that a row stands there already.

    `parent` is what a parent column says, which is understood when all rows are read.
    """

    path: Path
    known: bool
    parent: str = ""

    @property
    def name(self) -> str:
        """The name of the code at this place."""
        return self.path[-1]


class Places:
    """The rows so far as a tree; a code that only a path names is made without words."""

    def __init__(self) -> None:
        self.entries: list[Entry] = []
        self._at: dict[Path, int] = {}
        self._implied: set[int] = set()
        self._line_above: Path = ()
        self._indents: list[int] = []
        self._parents: dict[int, str] = {}
        self._hung: set[Path] = set()

    def of(
        self, levels: Sequence[str], path: Sequence[str], indented: str, parent: str
    ) -> Place | None:
        """The place a row names, None where it names none."""
        if any(levels):
            names = self._by_levels(levels)
        elif path:
            names = tuple(path)
        elif clean(indented):
            names = (clean(indented),) if parent else self._by_indent(indented)
        else:
            return None
        if len(names) > DEEPEST:
            raise TooDeep
        if not parent or any(levels) or path:
            self._line_above = names
            return Place(names, self._is_told(names))
        return Place(names, (parent, *names) in self._hung, parent)

    def put(self, place: Place, entry: Entry) -> None:
        """Put a row at its place; what it lies beneath is made where no row has named it yet."""
        number = self._at.get(place.path)
        if place.parent:
            self._hung.add((place.parent, *place.path))
            self._parents[len(self.entries)] = place.parent
            self.entries.append(entry)
        elif number is not None and number in self._implied:
            self._implied.discard(number)
            self.entries[number] = replace(entry, above=self.entries[number].above)
        else:
            above = self._made(place.path[:-1])
            self._at[place.path] = len(self.entries)
            self.entries.append(replace(entry, above=above))

    def settle_parents(self) -> Iterator[tuple[int | None, str]]:
        """Hang rows beneath the parents they name by slug, by name or by path.

        A parent that is no row of its own is made. Yields the rows whose parent is named like
        another code, where the first was taken, or leads in a circle, where they became roots.
        """
        slugs = {entry.code.slug: at for at, entry in enumerate(self.entries) if entry.code.slug}
        named: dict[str, list[int]] = {}
        for number, entry in enumerate(self.entries):
            named.setdefault(entry.code.name.casefold(), []).append(number)
        far = {}
        for number, parent in self._parents.items():
            alike = [slugs[parent]] if parent in slugs else named.get(parent.casefold(), [])
            if not alike:
                far[number] = parent
            elif not self._hang(number, alike[0]) or len(alike) > 1:
                yield self.entries[number].line, parent
        yield from self._settle_paths(far)
        for number in range(len(self.entries)):
            self._line_up(number)

    def _settle_paths(self, far: dict[int, str]) -> Iterator[tuple[int | None, str]]:
        """The nearest to the root first, since those further down may lie beneath them."""
        below = {
            (entry.above, entry.code.name.casefold()): number
            for number, entry in enumerate(self.entries)
            if number not in far
        }
        paths = {number: stepped(parent) for number, parent in far.items()}
        for number, path in sorted(paths.items(), key=lambda one: len(one[1])):
            above = None
            for name in path:
                if (above, name.casefold()) not in below:
                    below[above, name.casefold()] = len(self.entries)
                    self.entries.append(Entry(CodeDraft("", name), above, None))
                above = below[above, name.casefold()]
            if not self._hang(number, above):
                yield self.entries[number].line, far[number]
            entry = self.entries[number]
            below.setdefault((entry.above, entry.code.name.casefold()), number)

    def _hang(self, number: int, above: int | None) -> bool:
        """Put one entry beneath another, unless it would lie beneath itself."""
        circle = number in self._line_up(above)
        self.entries[number] = replace(self.entries[number], above=None if circle else above)
        return not circle

    def _by_levels(self, levels: Sequence[str]) -> Path:
        """The path of a row: empty cells ahead of its own repeat the row above."""
        own = max(at for at, name in enumerate(levels) if name)
        names: list[str] = []
        same = True
        for at, name in enumerate(levels[: own + 1]):
            above = self._line_above[at] if same and at < len(self._line_above) else ""
            same = same and (not name or name == above)
            names.append(name or above)
        return tuple(name for name in names if name)

    def _by_indent(self, indented: str) -> Path:
        text = indented.expandtabs(TAB)
        depth = len(text) - len(text.lstrip())
        while self._indents and self._indents[-1] >= depth:
            self._indents.pop()
        above = self._line_above[: len(self._indents)]
        self._indents.append(depth)
        return (*above, clean(indented))

    def _made(self, path: Path) -> int | None:
        """The number of the entry at the path, made where none is there."""
        if not path:
            return None
        if path not in self._at:
            above = self._made(path[:-1])
            self._at[path] = len(self.entries)
            self._implied.add(len(self.entries))
            self.entries.append(Entry(CodeDraft("", path[-1]), above, None))
        return self._at[path]

    def _is_told(self, path: Path) -> bool:
        return path in self._at and self._at[path] not in self._implied

    def _line_up(self, number: int | None) -> list[int]:
        """The entry and all above it."""
        line: list[int] = []
        while number is not None:
            line.append(number)
            number = self.entries[number].above
            if len(line) > DEEPEST:
                raise TooDeep
        return line
