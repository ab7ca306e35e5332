"""Writes the page that lists every query, action and table, from what they say of themselves."""

import importlib
import inspect
import pkgutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

HOUSE = Path(__file__).parents[1]
PAGE = HOUSE / "docs" / "python-reference.md"

HEAD = """# Queries, actions and tables

What a study can be asked and made to do [from Python](python.md). This page is made by
`docs/make_reference.py` from what each says of itself.
"""

READS = "`study.ask(Reader.name, …)`, with `Reader` from `qualcoder_nhs.storage.reader`."
QUERIES = "`study.ask(name, …)`, with the function from the module named."
ACTIONS = "`study.run(Name(…), coder)`, with the class from the module named."
TABLES = (
    "`report_named(name)` from `qualcoder_nhs.analysis.tables`; `report STUDY NAME` in a shell."
)


def page() -> str:
    """The page as it should stand in docs."""
    sections = (
        ("Reads", READS, reads()),
        ("Queries", QUERIES, listed("qualcoder_nhs.queries", is_query)),
        ("Actions", ACTIONS, listed("qualcoder_nhs.actions", is_action)),
        ("Tables", TABLES, tables()),
    )
    parts = (f"## {title}\n\n{how}\n\n{table(rows)}" for title, how, rows in sections)
    return "\n".join((HEAD, *parts))


def table(rows: Iterator[tuple[str, str]]) -> str:
    """Two columns: how it is called, and what it promises."""
    lines = (f"| {named} | {told.replace('|', '&#124;')} |\n" for named, told in rows)
    return "| Name | What it gives or does |\n|---|---|\n" + "".join(lines)


def reads() -> Iterator[tuple[str, str]]:
    """What the reader gives."""
    from qualcoder_nhs.storage.reader import Reader

    for name, found in inspect.getmembers(Reader, inspect.isfunction):
        if not name.startswith("_"):
            yield f"`{name}{arguments(found)}`", first_sentence(found)


def tables() -> Iterator[tuple[str, str]]:
    """What can be counted, with its options."""
    from qualcoder_nhs.analysis.tables import REPORTS

    for one in REPORTS:
        yield f"`{one.id}`", f"{one.title}: {', '.join(f'`{each.id}`' for each in one.options)}"


def listed(package: str, wanted: Callable[[object], bool]) -> Iterator[tuple[str, str]]:
    """What the modules of a package offer, by module, then as it stands there."""
    for module in modules(package):
        for name, found in vars(module).items():
            if not name.startswith("_") and wanted(found) and found.__module__ == module.__name__:
                yield (
                    f"`{name}{arguments(found)}`<br>{module.__name__.removeprefix(package + '.')}",
                    first_sentence(found),
                )


def modules(package: str) -> Iterator[ModuleType]:
    """Each module of a package, in the order of their names."""
    inside = importlib.import_module(package)
    for found in sorted(
        pkgutil.walk_packages(inside.__path__, f"{package}."), key=lambda x: x.name
    ):
        yield importlib.import_module(found.name)


def is_query(found: object) -> bool:
    """A public function whose first argument is the reader."""
    return (
        inspect.isfunction(found) and next(iter(inspect.signature(found).parameters), "") == "read"
    )


def is_action(found: object) -> bool:
    """A class with a label for the history and a way to do it."""
    return inspect.isclass(found) and hasattr(found, "label") and hasattr(found, "apply")


def arguments(found: Callable[..., object]) -> str:
    """The names of what it takes; `=` where something holds if it is left out."""
    known = inspect.signature(found).parameters.values()
    told = (one.name + ("" if one.default is one.empty else "=…") for one in known)
    return f"({', '.join(name for name in told if name not in ('self', 'read'))})"


def first_sentence(found: object) -> str:
    """The first paragraph of what it says of itself, on one line."""
    return " ".join((inspect.getdoc(found) or "").split("\n\n")[0].split())


if __name__ == "__main__":
    sys.path.insert(0, str(HOUSE))
    PAGE.write_text(page(), encoding="utf-8")
