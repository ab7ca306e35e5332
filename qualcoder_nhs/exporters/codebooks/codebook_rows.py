"""A codebook as rows of a sheet: codes by level, sets after them, columns nobody uses left out."""

from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.codebook_draft import (
    CODE_COLUMNS,
    LEVEL,
    LIST_SEPARATOR,
    SET_COLUMNS,
    YES,
    CodebookDraft,
    CodeDraft,
    SetDraft,
)

Row = tuple[str, ...]


def rows_of(draft: CodebookDraft) -> list[Row]:
    """The header, a row a code in tree order, a row a set.

    `level 1` to `level n` hold the names from the root to the code, so a name may hold any
    character, and a sheet can be sorted and filtered. `slug` always stands there; of the other
    columns those in which something is said.
    """
    codes, sets = code_rows(draft), set_rows(draft)
    if not draft.sets:
        return codes
    here, there = len(codes[0]), len(sets[0])
    joined = [codes[0] + sets[0]]
    joined += [row + ("",) * there for row in codes[1:]]
    joined += [("",) * here + row for row in sets[1:]]
    return joined


def code_rows(draft: CodebookDraft) -> list[Row]:
    """The header and the codes alone."""
    paths = draft.paths()
    levels = max(map(len, paths.values()), default=1)
    rows = [_cells(code) for code in draft.codes]
    used = [at for at, name in enumerate(CODE_COLUMNS) if name == "slug" or _said(rows, at)]
    header = [f"{LEVEL} {number}" for number in range(1, levels + 1)]
    table = [(*header, *(CODE_COLUMNS[at].replace("_", " ") for at in used))]
    for code, cells in zip(draft.codes, rows, strict=True):
        path = paths[code.slug]
        table.append((*path, *[""] * (levels - len(path)), *(cells[at] for at in used)))
    return table


def set_rows(draft: CodebookDraft) -> list[Row]:
    """The header and the sets alone."""
    return [SET_COLUMNS, *map(_set_cells, draft.sets)]


def _cells(code: CodeDraft) -> Row:
    return (
        code.slug,
        "" if code.applicable is Applicable.YES else str(code.applicable),
        code.definition,
        code.use,
        code.do_not_use,
        code.example,
        code.serves,
        LIST_SEPARATOR.join(code.companions),
        code.colour or "",
        LIST_SEPARATOR.join(code.aliases),
        YES if code.archived else "",
    )


def _set_cells(group: SetDraft) -> Row:
    members = LIST_SEPARATOR.join(group.members)
    return (group.name, str(group.kind), group.scope, group.why, members)


def _said(rows: list[Row], at: int) -> bool:
    return any(row[at] for row in rows)
