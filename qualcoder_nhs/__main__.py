"""`python -m qualcoder_nhs`: a command where the first word is one, else the window."""

import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from qualcoder_nhs.cli.names import COMMAND_NAMES
from qualcoder_nhs.i18n import _


def main() -> None:
    """Run the program as the command line asks, and leave with its status."""
    words = sys.argv[1:]
    if words and (words[0] in COMMAND_NAMES or words[0].startswith("-")):
        sys.exit(_command(words))
    if len(words) > 1:
        told = _("“{name}” is no command, so it is a study to open, and nothing may follow it.")
        sys.stderr.write(told.format(name=words[0]) + "\n")
        sys.exit(2)
    from qualcoder_nhs.ui.start import main as open_window

    sys.exit(open_window(Path(words[0]) if words else None))


def _command(words: Sequence[str]) -> int:
    """Its status; somebody may press Ctrl+C before it has begun."""
    try:
        from qualcoder_nhs.cli.commands import run

        status = run(words)
    except KeyboardInterrupt:
        sys.stderr.write(_("Stopped before anything was done.") + "\n")
        status = 1
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # all is done; Python only tidies up after this
    return status


if __name__ == "__main__":
    main()
