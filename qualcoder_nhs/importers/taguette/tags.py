"""Taguette's tags as a tree: a dot in the name of a tag leads to what lies beneath."""

import re
from collections.abc import Iterable, Mapping

from qualcoder_nhs.domain.foreign import ForeignCode
from qualcoder_nhs.importers.foreign_sqlite import Row

# `e.g. beds` and `etc.` are names, `capacity.beds` is a path.
_DOT = re.compile(r"(?<=\S)\.(?=\S)")

Path = tuple[str, ...]


def tag_key(number: int | None) -> str:
    """What a tag is called by."""
    return f"tag {number}"


def codes_of(tags: Mapping[int, Row], projects: Mapping[int, str]) -> tuple[ForeignCode, ...]:
    """Every tag, with what lies above it made where no tag is of that name; parents first.

    Where there is more than one project, the tags of each lie beneath its name.
    """
    known = {_place(row, projects): number for number, row in tags.items()}
    wanted = {path[:depth] for path in known for depth in range(1, len(path))}
    keys = {path: tag_key(number) for path, number in known.items()}
    keys |= {path: f"made {at}" for at, path in enumerate(sorted(wanted - known.keys()), start=1)}
    return tuple(_code(path, keys, known, tags) for path in _parents_first(keys))


def _place(tag: Row, projects: Mapping[int, str]) -> Path:
    parts = tuple(part.strip() for part in _DOT.split(tag.line("path")))
    if len(projects) < 2:
        return parts
    number = tag.number("project_id")
    return (f"{projects.get(number or 0, '')}\0{number}", *parts)


def _parents_first(paths: Iterable[Path]) -> list[Path]:
    """As they stand, but none before what lies above it."""
    order: dict[Path, None] = {}
    for path in paths:
        for depth in range(1, len(path) + 1):
            order.setdefault(path[:depth])
    return list(order)


def _code(
    path: Path, keys: Mapping[Path, str], known: Mapping[Path, int], tags: Mapping[int, Row]
) -> ForeignCode:
    number = known.get(path)
    return ForeignCode(
        key=keys[path],
        name=path[-1].partition("\0")[0],
        parent=keys[path[:-1]] if len(path) > 1 else None,
        definition=tags[number].line("description") if number is not None else "",
        made=number is None,
    )
