"""What hangs on a code besides its codings: themes, cells of the framework, propositions."""

from collections.abc import Collection
from dataclasses import replace

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.themes import without
from qualcoder_nhs.domain.consensus import Proposition
from qualcoder_nhs.domain.framework import Summary
from qualcoder_nhs.domain.ids import CodeId


def themes_with(write: Writer, codes: Collection[CodeId]) -> tuple[str, ...]:
    """The names of the themes that use any of these codes, in order."""
    return tuple(one.name for one in write.read.themes() if not set(codes).isdisjoint(one.codes))


def hand_over(write: Writer, gone: CodeId, kept: CodeId) -> None:
    """What hung on one code hangs on the other from now on."""
    for theme in write.read.themes():
        write.change(theme, replace(theme, codes=_with(theme.codes, gone, kept)))
    for one in write.read.propositions():
        write.change(one, _proposed(one, gone, kept))
    cells = {one.id: one for one in write.read.summaries()}
    for cell in [one for one in cells.values() if one.code == gone]:
        moved = replace(cell, id=cell.id.replace(gone, kept), code=kept)
        write.remove(cell)
        _write_cell(write, cells.get(moved.id), moved)


def take_away(write: Writer, codes: Collection[CodeId]) -> tuple[str, ...]:
    """Nothing hangs on these codes any more; the names of the themes that used them."""
    named = themes_with(write, codes)
    for theme in write.read.themes():
        write.change(theme, without(theme, tuple(codes)))
    write.remove(*(one for one in write.read.summaries() if one.code in codes))
    return named


def _write_cell(write: Writer, there: Summary | None, moved: Summary) -> None:
    """Two cells that become one keep the words of both."""
    if there is None:
        write.add(moved)
    else:
        write.change(there, replace(there, text=f"{there.text}\n{moved.text}".strip()))


def _proposed(one: Proposition, gone: CodeId, kept: CodeId) -> Proposition:
    return replace(
        one,
        codes_for=_with(one.codes_for, gone, kept),
        codes_against=_with(one.codes_against, gone, kept),
    )


def _with(codes: Collection[CodeId], gone: CodeId, kept: CodeId) -> tuple[CodeId, ...]:
    return tuple(dict.fromkeys(kept if one == gone else one for one in codes))
