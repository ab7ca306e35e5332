"""MergePlan: all that a merge would do, to be read before anything is written."""

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from qualcoder_nhs.domain.codebook import Code
from qualcoder_nhs.domain.codebook_version import CodebookVersion
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.merge.arriving import Arrivals
from qualcoder_nhs.domain.merge.coders import Namesake
from qualcoder_nhs.domain.merge.sides import MergeRow
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import Finish, Round

T = TypeVar("T")


@dataclass(frozen=True)
class Moves(Generic[T]):
    """What comes, what becomes something else, what goes, of one kind; `known` is there already.

    `left` are those that are private and were left out.
    """

    added: tuple[T, ...] = ()
    changed: tuple[tuple[T, T], ...] = ()
    removed: tuple[T, ...] = ()
    known: int = 0
    left: int = 0
    conflicting: tuple[MergeRow, ...] = ()
    refused: tuple[MergeRow, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.added or self.changed or self.removed)


@dataclass(frozen=True)
class MergePlan:
    """What a file would bring. Counts of `added` and `known` are of codings.

    `arrivals` are transcripts that this study does not have, `rounds` rounds that it does not
    have, with `versions` of the codebook; `namesakes` wait for a word whether they are one person.
    `matched` asks for a look: things of a study made by itself that were found by their words.
    `further` says that the file has come further than when it was merged last, whatever came of it.
    Of what is `refused`, merges never bring those in `stays`; `broken` rows are told of whenever
    they are read, `told_before` says that the rest was told of when this very state was merged.
    """

    name: str
    coders: tuple[Coder, ...] = ()
    namesakes: tuple[Namesake, ...] = ()
    arrivals: Arrivals = field(default_factory=Arrivals)
    versions: tuple[CodebookVersion, ...] = ()
    rounds: tuple[Round, ...] = ()
    codes: tuple[Code, ...] = ()
    codings: Moves[Coding] = field(default_factory=Moves)
    memos: Moves[Memo] = field(default_factory=Moves)
    finishes: Moves[Finish] = field(default_factory=Moves)
    links: Moves[Link] = field(default_factory=Moves)
    matched: tuple[MergeRow, ...] = ()
    conflicting: tuple[MergeRow, ...] = ()
    refused: tuple[MergeRow, ...] = ()
    stays: tuple[MergeRow, ...] = ()
    broken: bool = False
    further: bool = False
    told_before: bool = False

    @property
    def failed(self) -> bool:
        """Whether something that a merge brings was kept out, and nobody was told of it before."""
        kept_out = len(self.refused) > len(self.stays)
        return kept_out and (self.broken or not self.told_before)

    def __bool__(self) -> bool:
        """Whether anything of the file would come in, change or go."""
        kinds = (self.codings, self.memos, self.finishes, self.links)
        new = (self.coders, self.codes, self.arrivals.transcripts, self.rounds)
        return any(kinds) or any(new)
