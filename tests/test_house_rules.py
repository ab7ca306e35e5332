"""The rules of the house that a linter cannot say."""

import ast
import re
import statistics
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from source import (
    PACKAGE,
    ROOT,
    actions,
    assigned,
    called_methods,
    dotted,
    files,
    functions,
    imports,
    python_files,
    shown,
    sql_writes,
    tree,
)

SETTINGS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

# The one door for writing, what it writes its journal with, the one way to forget, and the search
# index, which is made from the texts and can be made again.
WRITES_SQL = ("writer", "journal", "forgetting", "search", "migrations")
NETWORK = re.compile(
    r"^(socket|ssl|http|urllib\.request|ftplib|smtplib|xmlrpc|requests|httpx|aiohttp"
    r"|PySide6\.QtNetwork)(\.|$)"
)
SLOW_TO_IMPORT = {"nltk", "matplotlib"}


def test_no_file_is_above_400_lines() -> None:
    lengths = {shown(path): len(path.read_bytes().splitlines()) for path in python_files()}
    assert {name: lines for name, lines in lengths.items() if lines > 400} == {}


def test_no_function_is_above_40_lines_and_most_are_short() -> None:
    every = [(shown(path), *found) for path in python_files() for found in functions(path)]
    assert [found for found in every if found[2] > 40] == []
    assert statistics.median(lines for _, _, lines in every) < 10


def test_no_drawer_is_named_for_nothing() -> None:
    drawer = re.compile(r"(^|_)(utils?|helpers?|common|managers?|misc)(_|$)")
    names = {shown(path) for path in python_files()}
    assert [name for name in names if any(drawer.search(p) for p in Path(name[:-3]).parts)] == []


def test_every_module_says_what_it_is_for() -> None:
    first = {
        shown(path): (ast.get_docstring(tree(path)) or "").split("\n\n")[0]
        for path in python_files()
    }
    assert [name for name, words in first.items() if not words.endswith((".", ":"))] == []


def test_the_window_is_never_made_to_answer_in_the_middle_of_work() -> None:
    found = [
        f"{shown(path)}:{call.lineno}"
        for path in python_files(of_package=True)
        for call in called_methods(path)
        if isinstance(call.func, ast.Attribute) and call.func.attr.lower() == "processevents"
    ]
    assert found == []


def test_nothing_in_the_package_can_reach_a_network() -> None:
    found = [
        f"{shown(path)}: {name}"
        for path in python_files(of_package=True)
        for name in imports(path)
        if NETWORK.match(name)
    ]
    assert found == []


@pytest.mark.parametrize(
    "pattern",
    [
        pytest.param(r"(?<![\w.>)])/(?:work|root)/\w", id="paths of a machine"),
        pytest.param(r"https?://[^\s)\"'>]*(?:pypi|registry|mirror|pythonhosted)", id="registries"),
        pytest.param(r"^\s*--(?:extra-)?(?:index-url|find-links)", id="index lines"),
    ],
)
def test_no_file_holds(pattern: str) -> None:
    forbidden = re.compile(pattern, re.MULTILINE)
    assert [shown(path) for path, text in readable() if forbidden.search(text)] == []


def test_every_package_in_the_locks_has_a_hash_and_qt_stays_below_6_12() -> None:
    for name in ("requirements.lock", "requirements-dev.lock"):
        entries = (ROOT / name).read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
        assert [
            entry for entry in entries if "==" not in entry or "--hash=sha256:" not in entry
        ] == []
        assert any(re.match(r"pyside6-essentials==6\.(8|9|10|11)\.", entry) for entry in entries)


def test_the_locks_hold_every_dependency_that_is_declared() -> None:
    program, tools = (locked(name) for name in ("requirements.lock", "requirements-dev.lock"))
    wanted = {plain(line) for line in SETTINGS["project"]["dependencies"]}
    for_checks = {plain(line) for line in SETTINGS["dependency-groups"]["dev"]}
    assert wanted <= program.keys()
    assert wanted | for_checks <= tools.keys()
    assert program.items() <= tools.items()


def test_rows_change_in_storage_behind_the_one_door_only() -> None:
    found = [
        f"{shown(path)}: {what}"
        for path in python_files(of_package=True)
        if not may_write_sql(path)
        for what in sql_writes(path)
    ]
    assert found == []


def test_sqlite_is_spoken_to_in_storage_and_where_other_programs_files_are_read() -> None:
    found = {
        shown(path)
        for path in python_files(of_package=True)
        if "sqlite3" in {name.split(".")[0] for name in imports(path)}
    }
    elsewhere = {name for name in found if not name.startswith("qualcoder_nhs/storage/")}
    assert elsewhere == {"qualcoder_nhs/importers/foreign/foreign_sqlite.py"}


def test_sql_writes_are_seen_in_each_of_their_forms(tmp_path: Path) -> None:
    planted = tmp_path / "planted.py"
    planted.write_text(
        "from sqlalchemy import insert, select\nimport sqlalchemy as sa\n"
        "sa.delete(codes)\ncodes.update().values(name='x')\nrun('DELETE FROM code')\n"
        "words = {}\nwords.update(a=1)\nlines.insert(0, 'x')\nsay('Update the words')\n"
    )
    assert list(sql_writes(planted)) == [
        "sqlalchemy.insert",
        "line 3: sa.delete",
        "line 4: codes.update",
        "DELETE FROM code",
    ]


def test_every_format_stands_in_the_independence_contract() -> None:
    contracts = SETTINGS["tool"]["importlinter"]["contracts"]
    alone = {name for c in contracts if c["type"] == "independence" for name in c["modules"]}
    formats = {
        dotted(path)
        for room in ("importers", "exporters")
        for path in python_files(of_package=True)
        if path.is_relative_to(PACKAGE / room) and "FORMAT" in assigned(tree(path))
    }
    assert formats - alone == set()


def test_every_action_has_a_label_and_stands_in_a_test() -> None:
    tests = "\n".join(text for path, text in readable() if path.is_relative_to(ROOT / "tests"))
    room = PACKAGE / "actions"
    found = [
        action
        for path in python_files(of_package=True)
        if path.is_relative_to(room)
        for action in actions(path)
    ]
    assert [action.name for action in found if "label" not in assigned(action)] == []
    assert [a.name for a in found if not re.search(rf"\b{a.name}\b", tests)] == []


def test_the_core_imports_where_there_is_no_qt_and_loads_nothing_slow() -> None:
    core = [
        dotted(path)
        for path in python_files(of_package=True)
        if not path.is_relative_to(PACKAGE / "ui")
        and not path.is_relative_to(PACKAGE / "storage" / "migrations")
        and path.name != "__main__.py"
    ]
    command = [sys.executable, "-c", WITHOUT_QT, *core]
    tried = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert tried.returncode == 0, tried.stderr[-500:]
    assert set(tried.stdout.split()) & SLOW_TO_IMPORT == set()


WITHOUT_QT = """
import importlib, sys
sys.path.insert(0, "")
sys.modules["PySide6"] = None
sys.modules["shiboken6"] = None
for name in sys.argv[1:]:
    importlib.import_module(name)
print(*sys.modules)
"""


# --- how they look -----------------------------------------------------------------------------


def readable() -> Iterator[tuple[Path, str]]:
    """Every kept file that is text."""
    for path in files():
        try:
            yield path, path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue


def locked(name: str) -> dict[str, str]:
    """Packages and their versions in a lock."""
    text = (ROOT / name).read_text(encoding="utf-8")
    return dict(re.findall(r"^([a-z0-9-]+)==([^ ;]+)", text, re.MULTILINE))


def plain(requirement: str) -> str:
    """A requirement's package, as locks spell it."""
    return re.split(r"[<>=~!;\[ ]", requirement)[0].lower().replace("_", "-")


def may_write_sql(path: Path) -> bool:
    """Whether the file is one of the few that change rows."""
    storage = PACKAGE / "storage"
    return path.is_relative_to(storage) and (
        path.relative_to(storage).parts[0].removesuffix(".py") in WRITES_SQL
    )
