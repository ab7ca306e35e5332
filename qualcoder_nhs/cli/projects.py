"""Commands that write a whole study for other programs: export project."""

from pathlib import Path

import click

from qualcoder_nhs.cli.noting import note_in
from qualcoder_nhs.cli.output import json_out, progress_bar
from qualcoder_nhs.cli.reading import as_option, json_option, study_argument
from qualcoder_nhs.cli.studies import acting_known, to_read
from qualcoder_nhs.domain.round_trip import RoundTrip, RoundTripLine
from qualcoder_nhs.exporters.refi.target import Target
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.tasks.export_project import project_written


@click.command()
@study_argument
@click.argument("out", type=click.Path(path_type=Path))
@click.option(
    "--for",
    "target",
    type=click.Choice([one.value for one in Target]),
    default=Target.STANDARD.value,
    show_default=True,
    help="Whose way of counting positions, and of looking for memos, is written.",
)
@as_option
@json_option
def project(study: Path, out: Path, target: str, asker: str | None, as_json: bool) -> None:  # noqa: FBT001
    """Write the study as a REFI-QDA project (.qdpx) and say what others will not see."""
    with to_read(study) as opened, progress_bar(_("Export project")) as progress:
        who = acting_known(opened, asker)
        report, exported = project_written(opened, who, out, Target(target), progress)
    if as_json:
        json_out(_document(report, out))
    else:
        click.echo(exported.words)
        click.echo(report.target)
        for line in report.lines:
            click.echo(_told(line))
        if report.replaced:
            click.echo(_replaced(report.replaced))
    if exported.transcripts:
        note_in(study, "project", out, exported)


def _told(line: RoundTripLine) -> str:
    counts = _("{seen} of {n} seen by others, {back} back here").format(
        seen=f"{line.seen:,}", n=f"{line.in_study:,}", back=f"{line.back:,}"
    )
    return f"  {line.what}: {counts}" + (f" ({line.why})" if line.why else "")


def _replaced(number: int) -> str:
    return ngettext(
        "{n} character that XML cannot hold stands as “�”.",
        "{n} characters that XML cannot hold stand as “�”.",
        number,
    )


def _document(report: RoundTrip, out: Path) -> dict[str, object]:
    return {
        "file": str(out),
        "target": report.target,
        "replaced": report.replaced,
        "table": [
            {
                "what": line.what,
                "in_study": line.in_study,
                "seen": line.seen,
                "back": line.back,
                "why": line.why,
            }
            for line in report.lines
        ],
    }
