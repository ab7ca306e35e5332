"""How widely the codes of a theme are said, alone, together and by role."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator
from functools import cached_property

from qualcoder_nhs.analysis.counting.hits import Hit, hits
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.people import Participant
from qualcoder_nhs.domain.theme_pack import RoleRow, ThemePackWish
from qualcoder_nhs.domain.theme_page import CodeLine
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.pack_passages import Gathering


class PackCounting:
    """Counts codes among the people and rooms that a pack looks at."""

    def __init__(self, found: Material, gathering: Gathering, wish: ThemePackWish) -> None:
        self._material, self._gathering, self._wish = found, gathering, wish
        self._scope = Scope(found, keep=self._wanted if wish.roles else None)
        self._hits: dict[CodeId, list[Hit]] = defaultdict(list)
        for hit in hits(found):
            self._hits[hit.coding.code].append(hit)
        self._events = found.events

    def of(self, codes: Iterable[CodeId]) -> Count:
        """All of these together, everything once."""
        return self._scope.count(self._found(codes))

    def line(self, code: CodeId) -> CodeLine:
        """One code."""
        book = self._material.codebook
        return CodeLine(book[code], book.path(code), self.of((code,)), code in self._events)

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """The roles of those who were there, in alphabetical order."""
        people = (self._material.people[one] for one in self._scope.participants)
        return tuple(sorted({person.role for person in people if person.role}))

    def by_role(self, codes: Collection[CodeId]) -> Iterator[RoleRow]:
        """All codes together, then each; what only happens to the group has no role."""
        yield RoleRow(_("Theme (distinct)"), tuple(self._each_role(codes)))
        for code in codes:
            if code not in self._events:
                name = self._material.codebook[code].name
                yield RoleRow(name, tuple(self._each_role((code,))))

    def _each_role(self, codes: Iterable[CodeId]) -> Iterator[tuple[int, int]]:
        found = self._found(codes)
        for role in self.roles:
            count = self._of_role[role].count(found)
            yield len(count.participants), count.participants_of

    @cached_property
    def _of_role(self) -> dict[str, Scope]:
        return {
            role: Scope(self._material, keep=lambda one, role=role: one.role == role)  # type: ignore[misc]
            for role in self.roles
        }

    def _wanted(self, person: Participant) -> bool:
        return person.role in self._wish.roles

    def _found(self, codes: Iterable[CodeId]) -> list[Hit]:
        beneath = {one for code in codes for one in self._gathering.beneath(code)}
        return [hit for code in beneath for hit in self._hits[code]]
