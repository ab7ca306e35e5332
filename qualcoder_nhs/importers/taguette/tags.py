"""Taguette's tags as a tree: a dot in the name of a tag leads to what lies beneath."""

from collections.abc import Mapping

from qualcoder_nhs.domain.foreign import ForeignCode
from qualcoder_nhs.importers.code_paths import dotted
from qualcoder_nhs.importers.foreign.foreign_sqlite import Row

Path = tuple[str, ...]

_DEEPEST = 40


def tag_key(number: int | None) -> str:
    """What a tag is called by."""
    return f"tag {number}"


def codes_of(tags: Mapping[int, Row], projects: Mapping[int, str]) -> tuple[ForeignCode, ...]:
    """Every tag, with what lies above it made where no tag is of that name; parents first.

    Where there is more than one project, the tags of each lie beneath its name.
    """
    paths = {tag_key(number): _path(row, tags, projects) for number, row in tags.items()}
    told = {tag_key(number): row.line("description") for number, row in tags.items()}
    above = {path[:depth] for path in paths.values() for depth in range(1, len(path))}
    lacking = sorted(above.difference(paths.values()))
    made = {f"made {at}": path for at, path in enumerate(lacking, start=1)}
    every = {**paths, **made}
    by_path = {path: key for key, path in reversed(every.items())}
    codes = [
        ForeignCode(
            key=key,
            name=path[-1].rpartition("\0")[2],
            parent=by_path.get(path[:-1]),
            definition=told.get(key, ""),
            made=key in made,
        )
        for key, path in every.items()
    ]
    return tuple(sorted(codes, key=lambda code: len(every[code.key])))


def _path(tag: Row, tags: Mapping[int, Row], projects: Mapping[int, str]) -> Path:
    """The names that lead to a tag; the root of a project is told from others by its number."""
    parts = _parts(tag, tags)
    if len(projects) < 2:
        return parts
    number = tag.number("project_id")
    return (f"{number}\0{projects.get(number or 0, '')}", *parts)


def _parts(tag: Row, tags: Mapping[int, Row]) -> Path:
    """What newer versions say of the tag above goes ahead, unless the dots say it already."""
    line = [tag]
    above = tags.get(tag.number("parent_id") or 0)
    while above is not None and above not in line and len(line) < _DEEPEST:
        line.append(above)
        above = tags.get(above.number("parent_id") or 0)
    parts: Path = ()
    for one in reversed(line):
        own = tuple(dotted(one.line("path"))) or ("",)
        parts = own if own[: len(parts)] == parts else (*parts, *own)
    return parts
