"""The project's own source as the house rules read it: files, trees, functions."""

import ast
import re
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "qualcoder_nhs"

SQL_VERB = re.compile(r"(sqlalchemy|sa)\.(\w+\.)*(insert|update|delete)")
TABLE_METHOD = re.compile(r"\.(insert|update|delete)$")
SQL_STATEMENT = re.compile(r"\s*(INSERT (OR \w+ )?INTO|UPDATE \w+ SET|DELETE FROM|REPLACE INTO)\b")


@cache
def files() -> tuple[Path, ...]:
    """Every file of the project that is kept, or about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=True,
    ).stdout.decode()
    found = (ROOT / name for name in listed.split("\0") if name)
    return tuple(sorted(path for path in found if path.is_file()))


def python_files(*, of_package: bool = False) -> list[Path]:
    """Every Python file, or those of the package alone."""
    return [
        path
        for path in files()
        if path.suffix == ".py" and (not of_package or path.is_relative_to(PACKAGE))
    ]


@cache
def tree(path: Path) -> ast.Module:
    """The file as Python parses it."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Each function's name and its length in lines, decorators left aside."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def imports(path: Path) -> Iterator[str]:
    """Everything the file imports, by its full dotted name, hidden imports included."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def called_methods(path: Path) -> Iterator[ast.Call]:
    """Every call of something by a dot."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            yield node


def texts(path: Path) -> Iterator[str]:
    """Every string in the file, the fixed parts of f-strings included, docstrings left out."""
    said = {
        id(holder.body[0].value)
        for holder in ast.walk(tree(path))
        if isinstance(holder, ast.Module | ast.ClassDef | ast.FunctionDef)
        and ast.get_docstring(holder) is not None
        and isinstance(holder.body[0], ast.Expr)
    }
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in said:
            yield node.value


def sql_writes(path: Path) -> Iterator[str]:
    """Each place where the file changes rows: by a name, by a table's method, by a statement."""
    speaks_sql = any(name.startswith("sqlalchemy") for name in imports(path))
    yield from (name for name in imports(path) if SQL_VERB.fullmatch(name))
    for call in called_methods(path):
        # A table's own method is told nothing; a list's or a dict's has to be.
        bare = speaks_sql and not call.args and not call.keywords
        name = ast.unparse(call.func)
        if SQL_VERB.fullmatch(name) or (bare and TABLE_METHOD.search(name)):
            yield f"line {call.lineno}: {name}"
    yield from (text for text in texts(path) if SQL_STATEMENT.match(text))


def assigned(holder: ast.Module | ast.ClassDef) -> set[str]:
    """The names that a module or a class gives a value to in its own body."""
    names: set[str] = set()
    for node in holder.body:
        targets = node.targets if isinstance(node, ast.Assign) else []
        if isinstance(node, ast.AnnAssign):
            targets = [node.target]
        names |= {target.id for target in targets if isinstance(target, ast.Name)}
    return names


def actions(path: Path) -> Iterator[ast.ClassDef]:
    """The classes that can be run: public, and with an `apply` that is more than a promise."""
    for node in tree(path).body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            promised = any("Protocol" in ast.unparse(base) for base in node.bases)
            applies = any(isinstance(m, ast.FunctionDef) and m.name == "apply" for m in node.body)
            if applies and not promised:
                yield node


def shown(path: Path) -> str:
    """A file's name from the project's folder down."""
    return path.relative_to(ROOT).as_posix()


def dotted(path: Path) -> str:
    """A module's name as it is imported."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
