"""Open the program, or run its checks, on a machine that has Python and nothing else.

python3 start.py [STUDY or a command]     the program
python3 start.py test [--long] [-- ...]   every check; what follows -- goes to pytest alone
python3 start.py bench [...]              the table of speeds
"""

# Nothing newer than Python 3.7 may stand in this file's syntax: an old Python must reach the
# sentence that says it is too old.
from __future__ import annotations

import hashlib
import importlib.util
import json
import os
import re
import subprocess
import sys
import sysconfig
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
OLDEST, NEWEST = (3, 11), (3, 13)
OLDEST_SQLITE = (3, 37)
PROGRAM, TOOLS = "requirements.lock", "requirements-dev.lock"

SCREENS = {"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"}
NO_SCREEN = "There is no screen to open a window on. Commands need none: start.py --help"

PYTEST = ("-m", "pytest")
CHECKS = (
    ("style", ("-m", "ruff", "check", ".")),
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("types", ("-m", "mypy")),
    (
        "import contracts",
        ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    ),
)

# What Qt loads from the system, as each family of systems names it. A family is looked for in ID
# and ID_LIKE of /etc/os-release.
SYSTEM_LIBRARIES = {
    "debian": """apt install
        libglib2.0-0 libgl1 libegl1 libfontconfig1 libxkbcommon0 libdbus-1-3
        libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0""",
    "fedora": """dnf install
        glib2 libglvnd-glx libglvnd-egl fontconfig libxkbcommon dbus-libs
        xcb-util-cursor xcb-util-wm xcb-util-keysyms libxkbcommon-x11 libxcb""",
    "arch": """pacman -S --needed
        glib2 libglvnd fontconfig libxkbcommon dbus
        xcb-util-cursor xcb-util-wm xcb-util-keysyms libxkbcommon-x11 libxcb""",
    "suse": """zypper install
        libglib-2_0-0 libGL1 libEGL1 fontconfig libxkbcommon0 libdbus-1-3
        libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxkbcommon-x11-0 libxcb-shape0""",
}


class CannotStart(Exception):
    """A sentence for the person at the keyboard: what is missing, and the way on."""

    status = 1


class WrongWords(CannotStart):
    """The words after start.py ask for nothing that it does."""

    status = 2


def main(words: list[str]) -> int:
    """Do what the words ask and return the status for the shell."""
    try:
        check_python(sys.version_info[:2])
        check_sqlite()
        if words[:1] == ["test"]:
            return run_tests(*split_test_words(words[1:]))
        if words[:1] == ["bench"]:
            return run_bench(words[1:])
        return open_program(words)
    except CannotStart as why:
        sys.stdout.flush()
        print(why, file=sys.stderr)
        return why.status


# --- is this machine able to? ------------------------------------------------------------------


def check_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that the locked packages were not made for."""
    if OLDEST <= version <= NEWEST:
        return
    newest = dotted(NEWEST)
    raise CannotStart(
        f"This is Python {dotted(version)}; the program needs Python {dotted(OLDEST)} to {newest}. "
        f"Where one is installed, start with it by name: python{newest} start.py"
    )


def check_sqlite() -> None:
    """Refuse a Python without SQLite, or with one that has no STRICT tables."""
    if importlib.util.find_spec("_sqlite3") is None:
        raise CannotStart("This Python was built without SQLite, in which studies are kept.")
    import sqlite3  # noqa: PLC0415  (only now is it known to be there)

    check_sqlite_version(sqlite3.sqlite_version_info)


def check_sqlite_version(version: tuple[int, ...]) -> None:
    """Refuse a SQLite that has no STRICT tables."""
    if version < OLDEST_SQLITE:
        raise CannotStart(
            f"This Python carries SQLite {dotted(version)}; studies need {dotted(OLDEST_SQLITE)} "
            "or newer. A newer Python, or the one from python.org, brings it along."
        )


def check_screen(env: dict[str, str], system: str) -> None:
    """Refuse to open a window where Linux has no screen for one."""
    if system.startswith("linux") and not SCREENS.intersection(env):
        raise CannotStart(NO_SCREEN)


def check_qt(env: dict[str, str]) -> None:
    """Try in a process of its own that Qt loads and finds a screen; once it did, that is kept."""
    platform = env.get("QT_QPA_PLATFORM", "window").partition(":")[0]
    proof = VENV / f"qt-loads-{platform}"
    if proof.exists():
        return
    probe = "from PySide6.QtWidgets import QApplication as A; A([])"
    tried = subprocess.run(
        [str(python()), "-c", probe], env=env, capture_output=True, text=True, check=False
    )
    if tried.returncode:
        raise CannotStart(why_qt_failed(tried.stderr, sys.platform, os_release()))
    proof.touch()


def why_qt_failed(said: str, system: str, release: str) -> str:
    """The sentence for what Qt said when it did not load."""
    lines = [line for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if "Error" in line or " needed " in line] or lines
    last = telling[-1].strip() if telling else "it gave no reason"
    if "could not connect to display" in said:
        return NO_SCREEN
    if system.startswith("linux"):
        line = install_line(release)
        return f"Qt cannot load: {last}\nInstall what it needs, as administrator: {line}"
    return f"Qt cannot load: {last}\nIt needs Windows 10 or newer, or macOS 13 or newer."


def install_line(release: str) -> str:
    """The one line that installs what Qt needs, by what /etc/os-release says of the system."""
    named = " ".join(re.findall(r"^ID(?:_LIKE)?=(.*)$", release, re.MULTILINE)).lower()
    for family, line in SYSTEM_LIBRARIES.items():
        if family in named.replace("ubuntu", "debian"):
            return " ".join(line.split())
    return (
        "libGL, libEGL, glib 2, fontconfig, xkbcommon, dbus-1, xcb-cursor, xcb-icccm, xcb-keysyms "
        "and xkbcommon-x11, by your system's package tool"
    )


def os_release() -> str:
    """What the system says of itself, empty where it says nothing."""
    try:
        return Path("/etc/os-release").read_text(encoding="utf-8")
    except OSError:
        return ""


# --- the environment beside this file ----------------------------------------------------------


def prepare(lock: str) -> None:
    """See that the environment stands and holds what `lock` names; a second call only looks."""
    wanted = fingerprint((ROOT / lock).read_bytes(), sys.version_info[:2])
    stamp = VENV / f"{lock}.json"
    if python().exists() and is_current(stamp, wanted, installed()):
        return
    try:
        make_environment()
        install(lock)
        stamp.write_text(json.dumps({"wanted": wanted, "holds": sorted(installed())}))
    except OSError as why:
        raise CannotStart(f"The folder {VENV} cannot be written: {why.strerror}.") from why


def fingerprint(lock: bytes, version: tuple[int, ...]) -> str:
    """One word for a lock and a Python: another of either is another word."""
    return hashlib.sha256(lock + dotted(version).encode()).hexdigest()


def is_current(stamp: Path, wanted: str, present: set[str]) -> bool:
    """Whether the stamp is of what is wanted, and all that it saw installed is still there."""
    try:
        seen = json.loads(stamp.read_text())
        return seen["wanted"] == wanted and present.issuperset(seen["holds"])
    except (OSError, ValueError, KeyError, TypeError):
        return False


def installed() -> set[str]:
    """Every package in the environment, with its version, as pip left it on disk."""
    packages = Path(sysconfig.get_path("purelib", "venv", {"base": str(VENV)}))
    return {found.name for found in packages.glob("*.dist-info")}


def make_environment() -> None:
    """Make the environment where it is missing, broken, or of another Python."""
    made_by = version_in(VENV / "pyvenv.cfg")
    if made_by == sys.version_info[:2] and python().exists():
        return
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        raise CannotStart(
            "This Python lacks its venv module. On Debian and Ubuntu install it with: "
            "apt install python3-venv"
        )
    was = f" (it was made by Python {dotted(made_by)})" if made_by else ""
    say(f"Making .venv for Python {dotted(sys.version_info[:2])}{was}...")
    must([sys.executable, "-m", "venv", "--clear", str(VENV)], "The folder .venv was not made.")


def version_in(settings: Path) -> tuple[int, ...]:
    """The Python that an environment was made by, empty where nothing says so."""
    try:
        said = settings.read_text(encoding="utf-8")
    except OSError:
        return ()
    found = re.search(r"^version(?:_info)?\s*=\s*(\d+)\.(\d+)", said, re.MULTILINE)
    return tuple(int(part) for part in found.groups()) if found else ()


def install(lock: str) -> None:
    """Install what the lock names, each file checked against its hash, nothing compiled."""
    say(f"Installing the packages of {lock}; the first time this takes a minute or two...")
    pip = [str(python()), "-m", "pip"]
    if subprocess.run([*pip, "--version"], capture_output=True, check=False).returncode:
        must([str(python()), "-m", "ensurepip"], "pip was not installed.")
    command = [*pip, "install", "--require-hashes", "--no-deps", "--only-binary", ":all:"]
    quiet = [] if sys.stdout.isatty() else ["--quiet"]
    must(
        [*command, "--disable-pip-version-check", "--no-input", *quiet, "-r", str(ROOT / lock)],
        "The packages were not installed; what pip says is above. They come from the network the "
        "first time: behind a proxy, or with a store of your own, set up pip as for any program.",
    )


def must(command: list[str], otherwise: str) -> None:
    """Run a command to its end; a sentence where it fails."""
    if subprocess.run(command, check=False).returncode:
        raise CannotStart(otherwise)


def python() -> Path:
    """The environment's own Python."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


# --- the three things it does ------------------------------------------------------------------


def open_program(words: list[str]) -> int:
    """Hand over to the program; its status is ours."""
    prepare(PROGRAM)
    env = environment()
    if wants_window(words):
        check_screen(env, sys.platform)
        check_qt(env)
    return finish(["-P", "-m", "qualcoder_nhs", *words], env)


def wants_window(words: list[str]) -> bool:
    """Whether the words open a window: none at all, or a study; commands are plain small words."""
    return not words or re.fullmatch(r"[a-z]+|-.*", words[0]) is None


def split_test_words(words: list[str]) -> tuple[list[str], list[str] | None]:
    """The words of `test` itself, and those for pytest alone, None where there is no `--`."""
    cut = words.index("--") if "--" in words else len(words)
    own, rest = words[:cut], words[cut + 1 :] if cut < len(words) else None
    if any(word != "--long" for word in own):
        raise WrongWords("start.py test knows --long, and -- before words for pytest.")
    return own, rest


def run_tests(own: list[str], for_pytest: list[str] | None) -> int:
    """Run every check and name those that failed; words for pytest run pytest and nothing else."""
    prepare(TOOLS)
    env = offscreen()
    check_qt(env)
    os.chdir(ROOT)
    if for_pytest is not None:
        return finish([*PYTEST, *own, *for_pytest], env)
    tests = (*PYTEST, "--durations=10", f"--numprocesses={min(os.cpu_count() or 1, 4)}", *own)
    failed = [name for name, words in (*CHECKS, ("tests", tests)) if not passes(name, words, env)]
    say(f"failed: {', '.join(failed)}" if failed else "Every check passed.")
    return 1 if failed else 0


def run_bench(words: list[str]) -> int:
    """Measure and print the table of speeds."""
    prepare(TOOLS)
    env = offscreen()
    check_qt(env)
    return finish(["-m", "tests.bench", *words], env)


def passes(name: str, words: tuple[str, ...], env: dict[str, str]) -> bool:
    """Run one check under its name."""
    say(f"-- {name} " + "-" * (60 - len(name)))
    return subprocess.run([str(python()), *words], env=env, check=False).returncode == 0


def finish(words: list[str], env: dict[str, str]) -> int:
    """Become the environment's Python; on Windows, wait for it and pass its status on."""
    sys.stdout.flush()
    command = [str(python()), *words]
    if os.name == "posix":
        os.execve(command[0], command, env)  # noqa: S606  (no shell is wanted)
    return wait_for(command, env)


def wait_for(command: list[str], env: dict[str, str]) -> int:
    """Run a command to its end, however often Ctrl+C is pressed: that is meant for the command."""
    running = subprocess.Popen(command, env=env)
    while True:
        try:
            return running.wait()
        except KeyboardInterrupt:
            continue


def environment() -> dict[str, str]:
    """This process's environment, with the program importable from this folder alone."""
    return {**os.environ, "PYTHONPATH": str(ROOT)}


def offscreen() -> dict[str, str]:
    """The environment for checks: no screen is needed and none is used."""
    return {**environment(), "QT_QPA_PLATFORM": "offscreen"}


def dotted(version: tuple[int, ...]) -> str:
    """A version as people write it."""
    return ".".join(str(part) for part in version)


def say(words: str) -> None:
    """Print at once, so that it stands before what the next command prints."""
    print(words, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
