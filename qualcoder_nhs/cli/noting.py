"""Noting in a study that a file left it, after a command has written one."""

from pathlib import Path

import click

from qualcoder_nhs.cli.studies import acting
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.i18n import _
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.exported import Exported, note


def note_in(path: Path, what: str, out: Path, exported: Exported) -> None:
    """Note an export in the study, or say that it could not be; the file is there in any case."""
    try:
        with Study.open(path) as study:
            note(study, acting(study, None), what, out, exported)
    except Refusal:
        words = _("The study could not be written to, so it does not remember this export.")
        click.echo(words, err=True)
