"""The program without a window."""

from qualcoder_nhs.cli.commands import COMMANDS, run

__all__ = ["COMMANDS", "run"]
