"""The guards of conftest guard: each fails a test that does what it forbids."""

from pathlib import Path

import platformdirs
import pytest

pytest_plugins = ["pytester"]

CONFTEST = Path(__file__).with_name("conftest.py")

OFFENDERS = """
import socket
import pytest
from PySide6.QtWidgets import QLabel, QWidget

kept = []

def test_connects_and_hides_it():
    try:
        socket.create_connection(("192.0.2.1", 9), timeout=0.1)
    except OSError:
        pass

def test_connects_to_this_machine():
    with socket.socket() as one:
        try:
            one.connect(("127.0.0.1", 9))
        except OSError:
            pass

def test_looks_a_name_up():
    with pytest.raises(PermissionError):
        socket.getaddrinfo("example.org", 80)

def test_leaves_a_window(qapp):
    kept.append(QWidget())
    kept[0].show()

@pytest.mark.long
def test_takes_long():
    raise AssertionError
"""

INNOCENTS = """
import socket
import pytest
from PySide6.QtWidgets import QWidget

@pytest.mark.network
def test_may_use_a_socket_of_this_machine():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(server.getsockname()).close()

def test_gives_its_window_to_the_bot(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    window.show()

def test_lets_its_window_go(qapp):
    QWidget().show()

def test_has_a_cycle(qapp):
    window = QWidget()
    window.itself = window
    window.show()
"""

SETTINGS = """
[pytest]
markers = long: the full numbers
"""


def test_each_guard_fails_its_offender(pytester: pytest.Pytester) -> None:
    pytester.makeconftest(CONFTEST.read_text(encoding="utf-8"))
    pytester.makeini(SETTINGS)
    pytester.makepyfile(test_offenders=OFFENDERS, test_innocents=INNOCENTS)
    outcome = pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xdist")
    # What is forbidden is found when the test is over: it passed, and then it is an error.
    outcome.assert_outcomes(passed=8, errors=4, skipped=1)
    outcome.stdout.fnmatch_lines(
        [
            "E *the network was used: create_connection*",
            "E *the network was used: connect*127.0.0.1*",
            "E *the network was used: getaddrinfo*",
            "E *widgets left behind: QWidget*",
        ]
    )


def test_settings_of_the_person_at_the_machine_are_out_of_reach(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    ours = tmp_path_factory.getbasetemp()
    assert Path(platformdirs.user_config_dir("qualcoder_nhs")).is_relative_to(ours)
    assert Path.home().is_relative_to(ours)
