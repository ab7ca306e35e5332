"""`python -m qualcoder_nhs`: a command where the first word is one, else the window."""

import sys
from pathlib import Path

from qualcoder_nhs.cli.names import COMMAND_NAMES


def main() -> None:
    """Run the program as the command line asks, and leave with its status."""
    words = sys.argv[1:]
    if words and (words[0] in COMMAND_NAMES or words[0].startswith("-")):
        from qualcoder_nhs.cli.commands import run

        sys.exit(run(words))
    from qualcoder_nhs.ui.start import main as open_window

    sys.exit(open_window(Path(words[0]) if words else None))


if __name__ == "__main__":
    main()
