"""start.py: what it finds missing, what it says then, and a whole start from an empty home."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from source import ROOT

import start

DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n'
UBUNTU = "NAME=Ubuntu\nID=ubuntu\nID_LIKE=debian\n"
MINT = 'ID=linuxmint\nID_LIKE="ubuntu debian"\n'
FEDORA = "ID=fedora\nVERSION_ID=43\n"
ROCKY = 'ID="rocky"\nID_LIKE="rhel centos fedora"\n'
ARCH = "ID=arch\n"
TUMBLEWEED = 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n'


def test_an_old_python_can_read_it_far_enough_to_be_told() -> None:
    text = (ROOT / "start.py").read_text(encoding="utf-8")
    ast.parse(text, feature_version=(3, 7))


def test_it_needs_nothing_but_the_standard_library() -> None:
    imported = {
        name.partition(".")[0]
        for node in ast.walk(ast.parse((ROOT / "start.py").read_text(encoding="utf-8")))
        if isinstance(node, ast.Import | ast.ImportFrom)
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [str(node.module)]
        )
    }
    assert imported <= sys.stdlib_module_names


def test_it_names_the_pythons_that_the_project_names() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    after = (start.NEWEST[0], start.NEWEST[1] + 1)
    named = f">={start.dotted(start.OLDEST)},<{start.dotted(after)}"
    assert settings["project"]["requires-python"] == named


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13)])
def test_a_python_that_fits_is_let_through(version: tuple[int, int]) -> None:
    start.check_python(version)


@pytest.mark.parametrize("version", [(3, 8), (3, 10), (3, 14), (4, 0)])
def test_another_python_is_told_which_one_it_takes(version: tuple[int, int]) -> None:
    with pytest.raises(
        start.CannotStart, match=rf"^This is Python {start.dotted(version)}; .*3\.11"
    ):
        start.check_python(version)


def test_an_old_sqlite_is_named() -> None:
    start.check_sqlite_version((3, 37, 0))
    with pytest.raises(start.CannotStart, match=r"SQLite 3\.26\.0; studies need 3\.37 or newer"):
        start.check_sqlite_version((3, 26, 0))


def test_a_missing_venv_module_has_its_install_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(start.importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(start.CannotStart, match="apt install python3-venv"):
        start.make_environment()


@pytest.mark.parametrize(
    ("release", "begins", "names"),
    [
        pytest.param(DEBIAN, "apt install", "libegl1", id="Debian"),
        pytest.param(UBUNTU, "apt install", "libxcb-cursor0", id="Ubuntu"),
        pytest.param(MINT, "apt install", "libgl1", id="Mint"),
        pytest.param(FEDORA, "dnf install", "libglvnd-egl", id="Fedora"),
        pytest.param(ROCKY, "dnf install", "xcb-util-cursor", id="Rocky"),
        pytest.param(ARCH, "pacman -S --needed", "libglvnd", id="Arch"),
        pytest.param(TUMBLEWEED, "zypper install", "libEGL1", id="openSUSE"),
        pytest.param("", "libGL, libEGL", "xcb-cursor", id="unknown"),
    ],
)
def test_each_system_gets_its_own_line(release: str, begins: str, names: str) -> None:
    line = start.install_line(release)
    assert line.startswith(begins)
    assert names in line
    assert "\n" not in line


def test_a_library_that_is_missing_is_named_with_the_line() -> None:
    said = (
        "Traceback (most recent call last):\n  File ...\n"
        "ImportError: libEGL.so.1: cannot open shared object file: No such file or directory\n"
    )
    sentence = start.why_qt_failed(said, "linux", DEBIAN)
    assert sentence.startswith("Qt cannot load: ImportError: libEGL.so.1: cannot open")
    assert "apt install libglib2.0-0 libgl1 libegl1" in sentence
    assert "apt" not in start.why_qt_failed("ImportError: DLL load failed", "win32", "")


def test_the_window_system_that_does_not_load_is_named_with_the_line() -> None:
    said = (
        "qt.qpa.plugin: From 6.5.0, xcb-cursor0 or libxcb-cursor0 is needed to load the Qt xcb "
        'platform plugin.\nqt.qpa.plugin: Could not load the Qt platform plugin "xcb"\n'
        "This application failed to start\n\nAvailable platform plugins are: xcb.\n"
    )
    sentence = start.why_qt_failed(said, "linux", UBUNTU)
    assert "xcb-cursor0 or libxcb-cursor0 is needed" in sentence
    assert "libxcb-cursor0 libxcb-icccm4" in sentence


def test_a_machine_without_a_screen_is_told_so_and_not_to_install() -> None:
    said = "qt.qpa.xcb: could not connect to display :9\n"
    assert start.why_qt_failed(said, "linux", DEBIAN) == start.NO_SCREEN
    with pytest.raises(start.CannotStart, match="no screen"):
        start.check_screen({}, "linux")
    start.check_screen({"WAYLAND_DISPLAY": "wayland-0"}, "linux")
    start.check_screen({}, "darwin")


def test_qt_is_tried_once_in_a_process_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(start, "VENV", tmp_path)
    monkeypatch.setattr(start, "python", lambda: Path(sys.executable))
    start.check_qt(start.offscreen())
    assert (tmp_path / "qt-loads-offscreen").exists()
    monkeypatch.setattr(start, "python", lambda: tmp_path / "gone")
    start.check_qt(start.offscreen())
    with pytest.raises(FileNotFoundError):
        start.check_qt({"QT_QPA_PLATFORM": "minimal"})


def test_a_stamp_holds_until_lock_python_or_packages_change(tmp_path: Path) -> None:
    stamp = tmp_path / "stamp.json"
    wanted = start.fingerprint(b"click==8.1", (3, 11))
    present = {"click-8.1.dist-info", "mine-1.dist-info"}
    assert not start.is_current(stamp, wanted, present)
    stamp.write_text(json.dumps({"wanted": wanted, "holds": ["click-8.1.dist-info"]}))
    assert start.is_current(stamp, wanted, present)
    assert not start.is_current(stamp, start.fingerprint(b"click==8.2", (3, 11)), present)
    assert not start.is_current(stamp, start.fingerprint(b"click==8.1", (3, 12)), present)
    assert not start.is_current(stamp, wanted, {"mine-1.dist-info"})
    stamp.write_text("{")
    assert not start.is_current(stamp, wanted, present)


@pytest.mark.parametrize(
    ("line", "version"),
    [
        ("version = 3.10.4\n", (3, 10)),
        ("home = /usr\nversion_info = 3.12.1\n", (3, 12)),
        ("home = /usr\n", ()),
    ],
)
def test_the_python_of_an_environment_is_read(
    line: str, version: tuple[int, ...], tmp_path: Path
) -> None:
    settings = tmp_path / "pyvenv.cfg"
    assert start.version_in(settings) == ()
    settings.write_text(line)
    assert start.version_in(settings) == version


def test_an_environment_of_another_python_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(start, "VENV", tmp_path)
    monkeypatch.setattr(start, "python", lambda: Path(sys.executable))
    monkeypatch.setattr(start, "must", lambda command, _otherwise: ran.append(command))
    settings = tmp_path / "pyvenv.cfg"
    settings.write_text("version = {}.{}.0\n".format(*sys.version_info))
    start.make_environment()
    assert ran == []
    settings.write_text("version = 3.9.0\n")
    start.make_environment()
    assert [command[1:] for command in ran] == [["-m", "venv", "--clear", str(tmp_path)]]


@pytest.mark.parametrize(
    ("words", "opens"),
    [
        ([], True),
        (["pilot.qnhs"], True),
        (["/studies/Pilot"], True),
        (["show", "pilot.qnhs"], False),
        (["--help"], False),
    ],
)
def test_a_command_needs_no_screen(words: list[str], opens: bool) -> None:
    assert start.wants_window(words) is opens


def test_the_status_of_the_program_is_passed_on() -> None:
    command = [sys.executable, "-c", "raise SystemExit(7)"]
    assert start.wait_for(command, start.environment()) == 7
    ended = subprocess.run([sys.executable, "-c", FINISHES], env=start.environment(), check=False)
    assert ended.returncode == 7


FINISHES = """
import pathlib, sys, start
start.python = lambda: pathlib.Path(sys.executable)
sys.exit(start.finish(["-c", "raise SystemExit(7)"], start.environment()))
"""


def test_words_after_the_dashes_are_for_pytest() -> None:
    assert start.split_test_words([]) == ([], None)
    assert start.split_test_words(["--long"]) == (["--long"], None)
    assert start.split_test_words(["--", "--collect-only"]) == ([], ["--collect-only"])
    assert start.split_test_words(["--long", "--", "-k", "a"]) == (["--long"], ["-k", "a"])


def test_words_that_ask_for_nothing_are_a_wrong_request(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert start.main(["test", "tests/storage"]) == 2
    assert capsys.readouterr().err == (
        "start.py test knows --long, and -- before words for pytest.\n"
    )


def test_every_check_that_ci_runs_is_named_and_one_failure_fails(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[str] = []
    monkeypatch.setattr(start, "prepare", lambda _lock: None)
    monkeypatch.setattr(start, "check_qt", lambda _env: None)
    monkeypatch.setattr(start, "passes", lambda name, *_: ran.append(name) or name != "types")
    monkeypatch.chdir(ROOT)
    assert start.run_tests([], None) == 1
    assert ran == ["style", "format", "types", "import contracts", "tests"]
    assert capsys.readouterr().out == "failed: types\n"
    assert "start.py test" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


@pytest.mark.long
def test_a_clone_with_an_empty_home_and_a_folder_of_wheels_collects_its_tests(
    tmp_path: Path,
) -> None:
    clone = tmp_path / "clone"
    subprocess.run(["git", "clone", "--quiet", str(ROOT), str(clone)], check=True)
    env = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    env |= {
        "HOME": str(tmp_path),
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": str(wheels(tmp_path / "wheels")),
        "PIP_CONFIG_FILE": os.devnull,
    }
    command = [sys.executable, str(clone / "start.py"), "test", "--", "--collect-only", "-q"]
    collected = subprocess.run(
        command, cwd=tmp_path, env=env, capture_output=True, text=True, check=False
    )
    assert collected.returncode == 0, collected.stdout + collected.stderr
    assert re.search(r"^\d+ tests collected", collected.stdout, re.MULTILINE)


def wheels(folder: Path) -> Path:
    """A folder with every wheel of the lock: QNHS_WHEELS, or fetched as pip is set up here."""
    if "QNHS_WHEELS" in os.environ:
        return Path(os.environ["QNHS_WHEELS"])
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
    lock = ROOT / "requirements-dev.lock"
    fetched = subprocess.run([*command, "-r", str(lock), "-d", str(folder)], check=False)
    if fetched.returncode:
        pytest.skip("no wheels: no network, and QNHS_WHEELS names no folder of them")
    return folder
