"""Commands that count: report agreement, and one for each table."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.analysis.agreement.bands import BANDS, Bands
from qualcoder_nhs.analysis.agreement.report import AgreementReport
from qualcoder_nhs.analysis.agreement.report_json import report_json
from qualcoder_nhs.analysis.agreement.resampling import REPLICATES
from qualcoder_nhs.analysis.agreement.settled import Settling
from qualcoder_nhs.analysis.agreement.summary import summary
from qualcoder_nhs.analysis.agreement.units import Carries
from qualcoder_nhs.analysis.tables import REPORTS
from qualcoder_nhs.cli.listing import listed
from qualcoder_nhs.cli.noting import note_in
from qualcoder_nhs.cli.output import json_out, progress_bar
from qualcoder_nhs.cli.reading import as_option, json_option, study_argument
from qualcoder_nhs.cli.rounds import UNITS
from qualcoder_nhs.cli.studies import acting_known, to_read
from qualcoder_nhs.cli.tabling import command, reports_listed
from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.agreement import (
    CompareCoders,
    TellSettling,
    WriteAgreement,
    refuse_unknown_suffix,
)

CARRIES = click.Choice([rule.value for rule in Carries])


def names_option(flag: str, told: str) -> Callable[[Any], Any]:
    """An option that takes names, several times or with commas."""
    return click.option(flag, multiple=True, metavar="A,B", help=told)


@click.group("report")
@study_argument
@click.pass_context
def report(context: click.Context, study: Path) -> None:
    """Figures of a study: agreement of coders, and tables counted from the talk."""
    context.obj = study


@report.command("--list")
def list_reports() -> None:
    """Which reports there are, and their options."""
    click.echo(reports_listed())


for _one in REPORTS:
    report.add_command(command(_one))


@report.command("agreement")
@click.argument("out", required=False, type=click.Path(path_type=Path))
@click.option("--round", "round", metavar="NAME", help="Of which round; else the open layer.")
@names_option("--coders", "Whom to compare; all who take part otherwise.")
@names_option("--transcripts", "Only on these.")
@names_option("--codes", "Only these, with what lies below them.")
@click.option("--unit", type=click.Choice(UNITS), help="The round's, or character, otherwise.")
@click.option("--include-moderator", "moderator", is_flag=True, help="Count what moderators say.")
@click.option("--carries", type=CARRIES, default="any", help="From when on units have a code.")
@click.option("--ignore-whitespace", "bare", is_flag=True, help="White space is not counted.")
@click.option("--join-abutting", "joined", is_flag=True, help="Passages that abut are one.")
@click.option("--all", "everything", is_flag=True, help="Whoever coded anything there has read it.")
@click.option("--bands", multiple=True, type=click.Choice(list(BANDS)), help="Words, and whose.")
@click.option("--seed", type=click.IntRange(0), default=1, show_default=True)
@click.option("--replicates", type=click.IntRange(0), default=REPLICATES, show_default=True)
@as_option
@json_option
@click.pass_obj
def agreement(
    study: Path,
    /,
    out: Path | None,
    asker: str | None,
    as_json: bool,  # noqa: FBT001
    bands: Sequence[str],
    **wished: Any,
) -> None:
    """How far coders agree: printed in short, as JSON, or written to OUT."""
    if out and as_json:
        raise click.UsageError(_("Either --json or a file to write, not both."))
    with to_read(study) as opened, progress_bar(_("Agreement")) as progress:
        if out:
            refuse_unknown_suffix(out)
        who = acting_known(opened, asker)
        wish = _wish(opened, wished)
        found = CompareCoders(wish).run(opened, who, progress)
        words = tuple(BANDS[each] for each in bands)
        task = WriteAgreement(found, out, wish, words) if out else None
        written = task.write(opened, who, progress) if task else None
        settling = TellSettling(wish).run(opened, who, progress) if as_json else None
    if out and written:
        click.echo(written.words)
        note_in(study, "agreement", out, written)
    else:
        _tell(found, words, settling, as_json=as_json)


def _tell(
    found: AgreementReport, bands: Sequence[Bands], settling: Settling | None, *, as_json: bool
) -> None:
    if as_json:
        json_out(report_json(found, settling))
    else:
        click.echo("\n".join(summary(found, bands)))


def _wish(study: Study, wished: dict[str, Any]) -> AgreementWish:
    book = study.ask(Reader.codebook)
    codes = {words for code in book.codes for words in (code.name, book.path(code.id))}
    unit = wished["unit"]
    return AgreementWish(
        round=wished["round"],
        coders=tuple(listed(wished["coders"], (one.name for one in study.ask(Reader.coders)))),
        transcripts=tuple(
            listed(wished["transcripts"], study.ask(Reader.transcript_names).values())
        ),
        codes=tuple(listed(wished["codes"], codes)),
        unit=Unit(unit) if unit else None,
        carries=Carries(wished["carries"]),
        joined=wished["joined"],
        moderator=wished["moderator"],
        blanks=not wished["bare"],
        everything=wished["everything"],
        seed=wished["seed"],
        replicates=wished["replicates"],
    )
