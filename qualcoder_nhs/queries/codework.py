"""Queues of the codebook's work: codings that wait for a narrower code, and its versions."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime

from qualcoder_nhs.domain.codebook import Applicable, Code, Codebook
from qualcoder_nhs.domain.codebook_version import CodebookVersion, differences
from qualcoder_nhs.domain.coding import SETTLED, Coding
from qualcoder_nhs.domain.excerpts import Excerpt
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.queries.excerpts import cut_all
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class ToAssign:
    """A coding that waits for another code; `targets` are those it is most likely to get."""

    excerpt: Excerpt
    targets: tuple[Code, ...]


@dataclass(frozen=True)
class AssignQueue:
    """What waits, by code and place.

    `fixed` counts codings of ended rounds, and settled ones, which only decisions change.
    """

    codebook: Codebook
    waiting: tuple[ToAssign, ...]
    fixed: int = 0


def to_refine(read: Reader, only: CodeId | None = None) -> AssignQueue:
    """The codings on holding codes, or on one of them: a child of theirs is still to be chosen."""
    book = read.codebook()
    holding = [one.id for one in book.codes if one.applicable is Applicable.HOLDING]
    wanted = [one for one in holding if only in (None, one)]
    targets = {code: tuple(_in_use(book, code)) for code in wanted}
    return _queue(read, book, targets)


def to_split(read: Reader, code: CodeId, parts: Collection[CodeId]) -> AssignQueue:
    """The codings of a code that is split into others."""
    book = read.codebook()
    into = tuple(book[part] for part in parts if part in book.by_id)
    return _queue(read, book, {code: into} if code in book.by_id else {})


def _in_use(book: Codebook, above: CodeId) -> Iterator[Code]:
    return (one for one in book.walk(above) if _may_be_put(one))


def _may_be_put(code: Code) -> bool:
    return code.applicable is Applicable.YES and not code.archived


def _queue(read: Reader, book: Codebook, targets: dict[CodeId, tuple[Code, ...]]) -> AssignQueue:
    staying = {SETTLED, *(one.layer for one in read.rounds() if one.frozen)}
    found = read.codings(codes=list(targets))
    open_to: list[Coding] = [one for one in found if one.layer not in staying]
    order = {one.id: at for at, one in enumerate(book.walk())}
    cut = sorted(cut_all(read, open_to, book), key=lambda one: order[one.code.id])
    waiting = tuple(ToAssign(one, targets[one.code.id]) for one in cut)
    return AssignQueue(book, waiting, len(found) - len(open_to))


@dataclass(frozen=True)
class VersionStory:
    """A version of the codebook and what it changed; without a number what has changed since."""

    number: int | None
    made: datetime | None
    by: str
    codes: int
    changes: tuple[str, ...]


def codebook_story(read: Reader) -> tuple[VersionStory, ...]:
    """What became of the codebook, newest first; the first is how it stands today."""
    versions, today = read.versions(), read.codebook()
    names = {one.id: one.name for one in read.coders()}
    newest = versions[-1].codebook if versions else Codebook()
    since = tuple(one.words for one in differences(newest, today)) if versions else ()
    told = [VersionStory(None, None, "", len(today.codes), since)]
    for place in range(len(versions) - 1, -1, -1):
        one = versions[place]
        told.append(
            VersionStory(
                one.number,
                one.made,
                names[one.made_by],
                len(one.codebook.codes),
                _since_before(versions, place),
            )
        )
    return tuple(told)


def _since_before(versions: list[CodebookVersion], place: int) -> tuple[str, ...]:
    if place == 0:
        return ()
    before, after = versions[place - 1].codebook, versions[place].codebook
    return tuple(one.words for one in differences(before, after))
