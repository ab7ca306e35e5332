"""Commands that write files from a study: export."""

from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.cli import projects, theme_packs
from qualcoder_nhs.cli.noting import note_in
from qualcoder_nhs.cli.output import progress_bar
from qualcoder_nhs.cli.reading import as_option, study_argument
from qualcoder_nhs.cli.studies import acting_known, to_read
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.export import EXPORTS, export_file
from qualcoder_nhs.tasks.export_wish import Wish

HAND_OUTS: dict[str, click.Command] = {
    "project": projects.project,
    "themes": theme_packs.themes,
    "handout": theme_packs.handout,
    "extract": theme_packs.extract,
}
"""What has choices of its own, and so a command of its own behind the same word."""


class _Export(click.Command):
    """Leaves what has a command of its own to that command."""

    def make_context(
        self,
        info_name: str | None,
        args: list[str],
        parent: click.Context | None = None,
        **extra: Any,
    ) -> click.Context:
        chosen = HAND_OUTS.get(args[1]) if len(args) > 1 else None
        if chosen is None:
            return super().make_context(info_name, args, parent, **extra)
        return chosen.make_context(chosen.name, [args[0], *args[2:]], parent, **extra)


@click.command(cls=_Export)
@study_argument
@click.argument("what", type=click.Choice(sorted({*EXPORTS, *HAND_OUTS})))
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--code", metavar="SLUG", help="Only this code and its descendants.")
@click.option("--transcript", metavar="NAME", help="Only from this transcript.")
@click.option("--coder", metavar="NAME", help="Only by this coder.")
@click.option("--layer", metavar="L", help="Of this layer: open, settled or a round.")
@click.option("--context", default=0, type=click.IntRange(0, 3), help="Turns before and after.")
@as_option
def export(
    study: Path, what: str, out: Path, context: int, asker: str | None, **wanted: str | None
) -> None:
    """Write WHAT of the study; the suffix of OUT picks the format.

    Themes have choices of their own: export STUDY themes --help.
    """
    if what in HAND_OUTS:
        raise click.UsageError(_("Say what is to be exported right after the study."))
    if what == "codebook" and (context or any(wanted.values())):
        raise click.UsageError(_("The codebook is exported whole; nothing of it can be chosen."))
    with to_read(study) as opened, progress_bar(_("Export")) as progress:
        wish = Wish(**wanted, context=context, asker=acting_known(opened, asker))
        exported = export_file(opened, what, out, wish, progress)
    click.echo(exported.words)
    if exported.transcripts:
        note_in(study, what, out, exported)
