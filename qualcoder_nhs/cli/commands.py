"""Every command of the headless door, and how it is run."""

from collections.abc import Sequence
from importlib import import_module

import click

from qualcoder_nhs import __version__
from qualcoder_nhs.cli.output import FAILED, flush, let_go_of_output, utf8
from qualcoder_nhs.i18n import _

COMMANDS: dict[str, str] = {
    "new": "writing:new",
    "import": "writing:import_",
    "correct": "correcting:correct",
    "show": "reading:show",
    "turns": "reading:turns",
    "codings": "reading:codings",
    "themes": "themes:themes",
    "code": "writing:code",
    "links": "linking:links",
    "link": "linking:link",
    "unlink": "linking:unlink",
    "people": "people:people",
    "guide": "guide:guide",
    "ask": "guide:ask",
    "survey": "survey:survey",
    "framework": "framework:framework",
    "export": "exporting:export",
    "report": "reporting:report",
    "round": "rounds:round_",
    "finish": "finishing:finish",
    "settle": "settling:settle",
    "pack": "packs:pack",
    "merge": "packs:merge",
    "undo": "writing:undo",
    "redo": "writing:redo",
    "history": "reading:history",
    "check": "reading:check",
}
"""Where each command stands: its module, and its name there. Only the one that is asked for is
loaded: all of them would bring every format and every table along, which takes a second.
"""


class _Commands(click.Group):
    """Brings a command when it is named."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All of them, as they are listed above."""
        del ctx
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name."""
        del ctx
        if cmd_name not in COMMANDS:
            return None
        module, _colon, name = COMMANDS[cmd_name].partition(":")
        found = getattr(import_module(f"qualcoder_nhs.cli.{module}"), name)
        return found if isinstance(found, click.Command) else None


_group: click.Command = _Commands(
    "qualcoder-nhs",
    help=_("Coding focus-group transcripts. With a STUDY, or alone, it opens the window."),
    context_settings={"help_option_names": ["-h", "--help"]},
)
_group = click.version_option(__version__, prog_name="qualcoder-nhs")(_group)


def run(words: Sequence[str]) -> int:
    """Run one command; its exit status: 0, 1 for a failed job, 2 for a wrong request."""
    utf8()
    try:
        return _status(words)
    except OSError as error:
        # Refusals say what is wrong with files; what is left is an answer that nobody takes.
        let_go_of_output()
        if not isinstance(error, BrokenPipeError):
            click.echo(_("The answer could not be given: {why}.").format(why=error), err=True)
        return FAILED


def _status(words: Sequence[str]) -> int:
    try:
        _group.main(list(words), prog_name="qualcoder-nhs", standalone_mode=False)
        flush()
    except click.ClickException as error:
        click.echo(error.format_message(), err=True)
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        click.echo(_("Stopped. What was finished is kept; nothing is half done."), err=True)
        return FAILED
    except click.exceptions.Exit as ended:
        return ended.exit_code
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else FAILED
    return 0
