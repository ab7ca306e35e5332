"""Which coder of a file is who here: by id, or because the lead says so; never by name alone."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.merge.sides import Here, MergeRow, There
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.rounds import Finish
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class Namesake:
    """A coder of the file who has the name of a coder here, and another id.

    `name` is the name here. `joined` says that both are taken for one person, `before` that an
    earlier merge did so; else the one of the file comes in as `otherwise`.
    """

    there: CoderId
    name: str
    otherwise: str
    joined: bool
    before: bool = False


@dataclass(frozen=True)
class Coders:
    """Who everybody of the file is here; `new` are those who are nobody yet, as they come in."""

    here: Mapping[CoderId, CoderId]
    new: Mapping[CoderId, Coder]
    namesakes: tuple[Namesake, ...]
    rows: tuple[MergeRow, ...]


def match_coders(here: Here, there: There, joins: frozenset[CoderId] = frozenset()) -> Coders:
    """By id; those of the file that `joins` names are who has their name here.

    A name that is taken gets a number, and nobody comes in as lead.
    """
    matching = _Matching(here, there, joins)
    for coder in there.coders.values():
        matching.match(coder)
    found = matching
    return Coders(found.here, found.new, tuple(found.namesakes), tuple(found.rows))


class _Matching:
    def __init__(self, here: Here, there: There, joins: frozenset[CoderId]) -> None:
        self.here: dict[CoderId, CoderId] = {}
        self.new: dict[CoderId, Coder] = {}
        self.namesakes: list[Namesake] = []
        self.rows: list[MergeRow] = []
        self._known, self._joins = here.coders, joins
        self._before = _joined_before(here, there)
        self._taken = {coder.name for coder in here.coders.values()}
        self._by_name = {_folded(one.name): one for one in reversed(tuple(here.coders.values()))}

    def match(self, coder: Coder) -> None:
        """Find who the coder is here, or bring them in."""
        before = self._before.get(coder.id)
        twin = self._known[before] if before else self._by_name.get(_folded(coder.name))
        if coder.id in self._known:
            self.here[coder.id] = coder.id
            self.rows += _renamed(self._known[coder.id], coder)
        elif twin is None:
            self._bring(coder, coder.name)
        else:
            self._meet(coder, twin, before=before is not None)

    def _meet(self, coder: Coder, twin: Coder, *, before: bool) -> None:
        free = unique_name(coder.name, self._taken)
        joined = before or coder.id in self._joins
        self.namesakes.append(Namesake(coder.id, twin.name, free, joined, before))
        if joined:
            self.here[coder.id] = twin.id
        else:
            self._bring(coder, free)

    def _bring(self, coder: Coder, name: str) -> None:
        free = unique_name(name, self._taken)
        self._taken.add(free)
        self.here[coder.id] = coder.id
        self.new[coder.id] = Coder(coder.id, free, CoderRole.CODER, coder.added)


def _joined_before(here: Here, there: There) -> dict[CoderId, CoderId]:
    """Coders whose work stands here as somebody else's: an earlier merge took them for one.

    Nobody's pack can claim that.
    """
    found: dict[CoderId, CoderId] = {}
    if there.pack_of is not None:
        return found
    for thing in there.work:
        if thing.coder in here.coders or thing.coder in found:
            continue
        states = (one for one in here.past(thing.id) if isinstance(one, Coding | Memo | Finish))
        whose = {one.coder for one in states} & here.coders.keys()
        if len(whose) == 1:
            found[thing.coder] = whose.pop()
    return found


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())


def _renamed(own: Coder, coder: Coder) -> Iterator[MergeRow]:
    if own.name != coder.name:
        what = _("coder {name}").format(name=coder.name)
        yield MergeRow(what, _("called “{name}” here").format(name=own.name))
