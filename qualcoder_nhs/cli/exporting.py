"""Commands that write files from a study: export."""

from pathlib import Path

import click

from qualcoder_nhs.cli.output import progress_bar
from qualcoder_nhs.cli.reading import as_option, study_argument
from qualcoder_nhs.cli.studies import acting, acting_known, to_read
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.i18n import _
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.export import EXPORTS, Wish, export_file, note
from qualcoder_nhs.tasks.exported import Exported


@click.command()
@study_argument
@click.argument("what", type=click.Choice(sorted(EXPORTS)))
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
    """Write WHAT of the study; the suffix of OUT picks the format."""
    if what == "codebook" and (context or any(wanted.values())):
        raise click.UsageError(_("The codebook is exported whole; nothing of it can be chosen."))
    with to_read(study) as opened, progress_bar(_("Export")) as progress:
        wish = Wish(**wanted, context=context, asker=acting_known(opened, asker))
        exported = export_file(opened, what, out, wish, progress)
    click.echo(exported.words)
    if exported.transcripts:
        note_in(study, what, out, exported)


def note_in(path: Path, what: str, out: Path, exported: Exported) -> None:
    """Note an export in the study, or say that it could not be; the file is there in any case."""
    try:
        with Study.open(path) as study:
            note(study, acting(study, None), what, out, exported)
    except Refusal:
        words = _("The study could not be written to, so it does not remember this export.")
        click.echo(words, err=True)
