"""`python -m tests.bench.window bare|program|memory [STUDY]`: one window, in a process of its own.

It writes a line when it is painted, one when studies can be opened, or how much memory it took.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

STATUS = Path("/proc/self/status")
PAINTED, READY = "painted", "ready"
OFTEN, A_WHILE = 50, 1_000


class FirstPaint(QObject):
    """Does something when a window was painted for the first time, before the window itself."""

    def __init__(self, then: Callable[[], object]) -> None:
        super().__init__()
        self._then = then

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at the events of the window; let all of them pass."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._then)
        return False


def bare() -> None:
    """A window with nothing in it."""
    app = QApplication([])
    window = QMainWindow()
    window.resize(1280, 800)
    paint = FirstPaint(lambda: (tell(PAINTED), app.quit()))
    window.installEventFilter(paint)
    window.show()
    app.exec()


def program() -> None:
    """The program, as it comes up without a study."""
    from qualcoder_nhs.ui.start import make_window

    app = QApplication([])
    window = make_window(app)
    paint = FirstPaint(lambda: tell(PAINTED))
    window.installEventFilter(paint)
    window.painted.connect(lambda: tell(READY))  # after the program's own wire, which loads
    window.painted.connect(app.quit)
    window.show()
    app.exec()
    window.close()


def memory(study: str) -> None:
    """The program with a study open and its transcript on the desk."""
    from qualcoder_nhs.ui.code.desk import CodeDesk
    from qualcoder_nhs.ui.start import make_window

    app = QApplication([])
    window = make_window(app, Path(study))
    clock = QTimer()

    def look() -> None:
        desk = window.findChild(CodeDesk)
        if desk is not None and desk.state.page.codings:
            clock.stop()
            QTimer.singleShot(A_WHILE, app.quit)  # whatever else comes with it has come by then

    clock.timeout.connect(look)
    clock.start(OFTEN)
    window.show()
    app.exec()
    tell(f"{peak():.1f}")
    window.close()


def peak() -> float:
    """The most megabytes that this process held at once."""
    if STATUS.exists():  # what getrusage says on Linux includes the process this one came from
        lines = dict(line.split(":", 1) for line in STATUS.read_text().splitlines())
        return float(lines["VmHWM"].split()[0]) / 1024
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20  # in bytes on macOS


def tell(words: str) -> None:
    """A line to the process that measures."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    {"bare": bare, "program": program, "memory": memory}[sys.argv[1]](*sys.argv[2:])
