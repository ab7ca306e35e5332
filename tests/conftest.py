"""What every test stands on: no screen, no network, an empty home, no window left behind."""

import gc
import os
import socket
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from qualcoder_nhs.study import Study


# Read by Qt when it starts, which is after this file.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

settings.register_profile("short", max_examples=50, deadline=None, database=None, print_blob=True)
settings.register_profile("long", settings.get_profile("short"), max_examples=500)

# Where the three systems look for a person's folders; platformdirs takes the last two on Windows.
HOMES = (
    "HOME",
    "USERPROFILE",
    "XDG_CONFIG_HOME",
    "XDG_DATA_HOME",
    "XDG_STATE_HOME",
    "XDG_CACHE_HOME",
    "APPDATA",
    "LOCALAPPDATA",
    "WIN_PD_OVERRIDE_APPDATA",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA",
)


def pytest_addoption(parser: pytest.Parser) -> None:
    """Offer the full numbers."""
    parser.addoption("--long", action="store_true", help="the full numbers, and the slow tests")


def pytest_configure(config: pytest.Config) -> None:
    """Choose how many examples a property is tried on."""
    config.addinivalue_line("markers", "network: may talk to sockets of this machine")
    settings.load_profile("long" if config.getoption("--long") else "short")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is marked long, unless it was asked for."""
    if config.getoption("--long"):
        return
    for item in items:
        if item.get_closest_marker("long"):
            item.add_marker(pytest.mark.skip(reason="runs with --long"))


@pytest.fixture
def is_long(request: pytest.FixtureRequest) -> bool:
    """Whether the full numbers were asked for."""
    return bool(request.config.getoption("--long"))


@pytest.fixture(scope="session", autouse=True)
def studies_made_ahead() -> None:
    """Those that tests copy are made before any test changes what they are made with."""
    for name in ("builders", "tests.builders"):
        if name in sys.modules:
            sys.modules[name].make_ahead()


@pytest.fixture(autouse=True)
def a_home_of_its_own(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every test has an empty home, so that none reads or writes a person's own settings."""
    home = str(tmp_path_factory.mktemp("home"))
    for name in HOMES:
        monkeypatch.setenv(name, home)


@pytest.fixture(autouse=True)
def no_network(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fail a test that opens a connection or looks a name up, even if it hides the refusal."""
    if request.node.get_closest_marker("network"):
        yield
        return
    tried: list[str] = []

    def refusal(way: str) -> Callable[..., NoReturn]:
        def refuse(*args: object, **_named: object) -> NoReturn:
            tried.append(f"{way} {args[:2]}")
            raise PermissionError(f"a test may not use the network: {tried[-1]}")

        return refuse

    for way in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, way, refusal(way))
    for way in ("getaddrinfo", "gethostbyname", "create_connection"):
        monkeypatch.setattr(socket, way, refusal(way))
    yield
    if tried:
        pytest.fail(f"the network was used: {', '.join(tried)}")


@pytest.fixture(autouse=True)
def no_window_left_behind() -> Iterator[None]:
    """Fail a test that leaves a window open or a widget without an owner."""
    before = set(top_level_widgets())
    yield
    left = {place: said for place, said in top_level_widgets().items() if place not in before}
    if left:
        pytest.fail(f"widgets left behind: {', '.join(left.values())}")


def top_level_widgets() -> dict[int, str]:
    """Qt's own list of them, by place in memory, after everything that was let go is gone."""
    if "PySide6.QtWidgets" not in sys.modules:
        return {}
    from PySide6.QtCore import QCoreApplication, QEvent
    from PySide6.QtWidgets import QApplication
    from shiboken6 import getCppPointer

    if not isinstance(QApplication.instance(), QApplication):
        return {}
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    if QApplication.topLevelWidgets():
        gc.collect()
    return {
        getCppPointer(widget)[0]: f"{type(widget).__name__} {widget.objectName()!r}"
        for widget in QApplication.topLevelWidgets()
    }


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A sample study that RO opened, built once for all that look at it."""
    from qualcoder_nhs.tasks.sample import build_sample
    from qualcoder_nhs.tasks.task import silent

    path = tmp_path_factory.mktemp("sample") / "sample.qnhs"
    build_sample(path, "RO", silent).close()
    return path


@pytest.fixture(scope="session")
def sample_study(sample: Path) -> Iterator["Study"]:
    """The same, open to read."""
    from qualcoder_nhs.study import Study

    with Study.read(sample) as study:
        yield study
