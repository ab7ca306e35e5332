"""Grid: counts where slices of a study cross, each counted by the one Scope."""

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property, reduce
from operator import itemgetter

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

_Voice = list[tuple[int, Hit]]
ByCode = dict[CodeId, list[Hit]]
_Crossed = tuple[
    frozenset[TranscriptId] | None,
    QuestionId | None,
    CoderId | None,
    tuple[Keep, ...],
]
"""Which part of the talk two slices look at: those of codes all look at the same."""


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
        self._parts: dict[_Crossed, _Part] = {}

    @cached_property
    def _voices(self) -> list[_Voice]:
        """All hits, those of one coder on the words of one speaker on one question together.

        A scope holds all of these or none; numbers keep the order of the talk.
        """
        chosen = [one for one in self._material.codings if one.code in self._codes]
        apart: dict[object, _Voice] = defaultdict(list)
        for number, hit in enumerate(hits(self._material, chosen)):
            who = hit.turn.people if hit.turn else None
            apart[hit.session.id, hit.question, who, hit.coding.coder].append((number, hit))
        return list(apart.values())

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
        question = one.question or other.question or self._question
        sessions = _shared(one.sessions, other.sessions)
        coder = one.coder or other.coder
        kept = tuple(keep for keep in (one.keep, other.keep) if keep is not None)
        crossed = sessions, question, coder, kept
        if crossed not in self._parts:
            self._parts[crossed] = self._crossed(crossed)
        return self._parts[crossed]

    def _crossed(self, crossed: "_Crossed") -> "_Part":
        sessions, question, coder, kept = crossed
        keep = reduce(both, kept, None)
        scope = Scope(self._material, sessions, question, keep)
        return _Part(scope, self._voices, coder, everybody=keep is None)


class _Part:
    """A scope with the hits it holds, by their codes."""

    def __init__(
        self,
        scope: Scope,
        voices: Iterable[_Voice],
        coder: CoderId | None,
        *,
        everybody: bool,
    ) -> None:
        self.scope, self.everybody = scope, everybody
        numbered: dict[CodeId, _Voice] = defaultdict(list)
        for alike in voices:
            _number, first = alike[0]
            if (coder is None or first.coding.coder == coder) and scope.holds(first):
                for one in alike:
                    numbered[one[1].coding.code].append(one)
        self._by_code: ByCode = {
            code: [hit for _number, hit in sorted(found, key=itemgetter(0))]
            for code, found in numbered.items()
        }

    @cached_property
    def talked(self) -> Talked:
        return talked(self.scope, everybody=self.everybody)

    def hits_of(self, codes: frozenset[CodeId] | None) -> list[Hit]:
        wanted = self._by_code if codes is None else codes & self._by_code.keys()
        return [hit for code in wanted for hit in self._by_code[code]]


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
