"""Every command of the headless door, and how it is run."""

from collections.abc import Sequence

import click

from qualcoder_nhs import __version__
from qualcoder_nhs.cli import (
    correcting,
    exporting,
    finishing,
    framework,
    guide,
    linking,
    packs,
    people,
    reading,
    reporting,
    rounds,
    settling,
    survey,
    themes,
    writing,
)
from qualcoder_nhs.cli.output import FAILED, flush, let_go_of_output, utf8
from qualcoder_nhs.i18n import _

COMMANDS: dict[str, click.Command] = {
    "new": writing.new,
    "import": writing.import_,
    "correct": correcting.correct,
    "show": reading.show,
    "turns": reading.turns,
    "codings": reading.codings,
    "themes": themes.themes,
    "code": writing.code,
    "links": linking.links,
    "link": linking.link,
    "unlink": linking.unlink,
    "people": people.people,
    "guide": guide.guide,
    "ask": guide.ask,
    "survey": survey.survey,
    "framework": framework.framework,
    "export": exporting.export,
    "report": reporting.report,
    "round": rounds.round_,
    "finish": finishing.finish,
    "settle": settling.settle,
    "pack": packs.pack,
    "merge": packs.merge,
    "undo": writing.undo,
    "redo": writing.redo,
    "history": reading.history,
    "check": reading.check,
}

_group = click.Group(
    "qualcoder-nhs",
    commands=COMMANDS,
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
