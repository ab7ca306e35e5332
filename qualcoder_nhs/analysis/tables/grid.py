"""Grid: counts where slices of a study cross, each counted by the one Scope."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property

from qualcoder_nhs.analysis.counting.hits import Hit, hits
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Keep, Scope
from qualcoder_nhs.analysis.tables.code_rows import wished_codes
from qualcoder_nhs.analysis.tables.measures import Counted
from qualcoder_nhs.analysis.tables.slices import Slice, both
from qualcoder_nhs.analysis.tables.talked import Talked, talked
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import CodeId, CoderId, QuestionId, TranscriptId
from qualcoder_nhs.domain.table_options import Wish

ALL = Slice("all", "")
"""Everything that was wished for."""

ByCode = dict[CodeId, list[Hit]]
_Place = tuple[frozenset[TranscriptId] | None, QuestionId | None, Keep | None, CoderId | None]


class Grid:
    """Crosses slices of one material. Parts that several entries share are read once."""

    def __init__(self, material: Material, wish: Wish) -> None:
        """Of what was wished: some codes or all, one question or all talk.

        Raises:
            NoSuch, Ambiguous: when a name means nothing, or several things.
        """
        self._material = material
        self._codes = wished_codes(material.codebook, wish.names("codes"))
        self._question = question_of(material, wish)
        self._parts: dict[tuple[_Place, _Place], _Part] = {}

    @cached_property
    def _hits(self) -> list[Hit]:
        chosen = [one for one in self._material.codings if one.code in self._codes]
        return hits(self._material, chosen)

    def at(self, one: Slice, other: Slice = ALL) -> Counted:
        """What is counted where two slices cross; at most one of them is of codes."""
        part = self._part(one, other)
        row, takes = one.row or other.row, one.takes if other.takes is None else other.takes
        held = part.hits_of(takes)
        event = row is not None and row.event
        found = part.scope.count_held(held)
        return Counted(part.scope, part.talked, found, tuple(held), event, part.everybody)

    def held(self, one: Slice) -> list[Hit]:
        """The hits that a slice holds."""
        return self._part(one, ALL).hits_of(one.takes)

    def scope(self, one: Slice) -> Scope:
        """The part of the study that a slice stands for."""
        return self._part(one, ALL).scope

    def _part(self, one: Slice, other: Slice) -> "_Part":
        places = (_place(one), _place(other))
        if places not in self._parts:
            self._parts[places] = self._crossed(one, other)
        return self._parts[places]

    def _crossed(self, one: Slice, other: Slice) -> "_Part":
        question = one.question or other.question or self._question
        sessions = _shared(one.sessions, other.sessions)
        keep = both(one.keep, other.keep)
        scope = Scope(self._material, sessions, question, keep)
        return _Part(scope, self._hits, one.coder or other.coder, everybody=keep is None)


class _Part:
    """A scope with the hits it holds, by their codes."""

    def __init__(
        self, scope: Scope, found: Iterable[Hit], coder: CoderId | None, *, everybody: bool
    ) -> None:
        self.scope, self.everybody = scope, everybody
        self._by_code: ByCode = defaultdict(list)
        for hit in found:
            if (coder is None or hit.coding.coder == coder) and scope.holds(hit):
                self._by_code[hit.coding.code].append(hit)

    @cached_property
    def talked(self) -> Talked:
        return talked(self.scope, everybody=self.everybody)

    def hits_of(self, codes: frozenset[CodeId] | None) -> list[Hit]:
        wanted = self._by_code if codes is None else codes & self._by_code.keys()
        return [hit for code in wanted for hit in self._by_code[code]]


def _place(one: Slice) -> _Place:
    """Which part of the talk a slice looks at: those of codes all look at the same."""
    return one.sessions, one.question, one.keep, one.coder


def _shared(
    one: frozenset[TranscriptId] | None, other: frozenset[TranscriptId] | None
) -> frozenset[TranscriptId] | None:
    if one is None or other is None:
        return other if one is None else one
    return one & other


def question_of(material: Material, wish: Wish) -> QuestionId | None:
    """The question that was wished for; None where all talk is looked at.

    Raises:
        NoSuch: when none bears the name.
    """
    words = wish.word("question")
    if not words:
        return None
    for one in material.questions:
        if words in (one.id, one.name):
            return one.id
    raise NoSuch(kind="question", name=words)
