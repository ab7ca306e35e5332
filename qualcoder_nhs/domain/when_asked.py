"""Values that take long to gather and are seldom wanted: gathered when somebody looks."""

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import TypeVar, overload

T = TypeVar("T")


class WhenAsked(Sequence[T]):
    """What `gather` gathers, once, at the first look; equal to what holds as much."""

    def __init__(self, gather: Callable[[], Iterable[T]]) -> None:
        self._gather = gather

    @cached_property
    def _found(self) -> tuple[T, ...]:
        return tuple(self._gather())

    def __len__(self) -> int:
        return len(self._found)

    @overload
    def __getitem__(self, at: int) -> T: ...

    @overload
    def __getitem__(self, at: slice) -> tuple[T, ...]: ...

    def __getitem__(self, at: int | slice) -> T | tuple[T, ...]:
        return self._found[at]

    def __eq__(self, other: object) -> bool:
        return tuple(other) == self._found if isinstance(other, WhenAsked | tuple) else False

    def __hash__(self) -> int:
        return hash(self._found)
