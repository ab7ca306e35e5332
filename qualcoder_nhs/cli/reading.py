"""Commands that only look: show, turns, codings, history, check."""

from io import StringIO
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.cli.output import FAILED, json_out
from qualcoder_nhs.cli.studies import acting_known, to_read
from qualcoder_nhs.domain.coding_draft import draft_of
from qualcoder_nhs.exporters.codings.codings_csv import write_codings
from qualcoder_nhs.exporters.codings.codings_rows import document
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.coding_list import coding_list
from qualcoder_nhs.queries.overview import Overview, overview
from qualcoder_nhs.queries.turn_list import turn_list
from qualcoder_nhs.storage.reader import Reader

Json = dict[str, Any]

study_argument = click.argument("study", type=click.Path(path_type=Path))
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON document.")

as_option = click.option(
    "--as",
    "asker",
    metavar="NAME",
    help="Who asks; the study's first coder otherwise. Of a blind round one sees one's own only.",
)


@click.command()
@study_argument
@as_option
@json_option
def show(study: Path, asker: str | None, as_json: bool) -> None:  # noqa: FBT001
    """Transcripts, speakers, codes, coders and counts."""
    with to_read(study) as opened:
        found = opened.ask_as(acting_known(opened, asker), overview)
    if as_json:
        json_out(_overview_json(found))
    else:
        _print_overview(found)


def _overview_json(found: Overview) -> Json:
    slugs = {listed.code.id: listed.code.slug for listed in found.codes}
    return {
        "study": found.study.name,
        "stance": found.study.stance.value,
        "transcripts": [
            {
                "id": one.summary.id,
                "name": one.summary.name,
                "characters": one.summary.characters,
                "words": one.summary.words,
                "turns": one.summary.turns,
                "speakers": dict(one.labels),
                "codings": one.codings,
            }
            for one in found.transcripts
        ],
        "codes": [
            {
                "id": one.code.id,
                "slug": one.code.slug,
                "name": one.code.name,
                "path": one.path,
                "depth": one.depth,
                "parent": slugs.get(one.code.parent) if one.code.parent else None,
                "codings": one.codings,
            }
            for one in found.codes
        ],
        "coders": [
            {"id": one.coder.id, "name": one.coder.name, "codings": one.codings}
            for one in found.coders
        ],
        "codings": found.codings,
    }


def _print_overview(found: Overview) -> None:
    click.echo(found.study.name)
    for one in found.transcripts:
        summary = one.summary
        click.echo(
            f"  {summary.name}: {summary.words:,} words, {summary.turns} turns,"
            f" {len(one.labels)} speakers, {one.codings} codings"
        )
    click.echo(f"{len(found.codes)} codes")
    for listed in found.codes:
        if listed.codings:
            click.echo(f"  {listed.code.slug}  {listed.code.name}: {listed.codings}")
    for who in found.coders:
        click.echo(f"{who.coder.name}: {who.codings} codings")


@click.command()
@study_argument
@click.argument("transcript")
@json_option
def turns(study: Path, transcript: str, as_json: bool) -> None:  # noqa: FBT001
    """The turns of a transcript: who said what, where, when."""
    with to_read(study) as opened:
        name, found = opened.ask(turn_list, transcript)
    if as_json:
        json_out({"transcript": name, "turns": found})
        return
    for turn in found:
        click.echo(f"{turn['index']:>5}  {turn['label']}  {turn['text']}")


@click.command()
@study_argument
@click.option("--coder", help="Only this coder's.")
@click.option("--code", metavar="SLUG", help="Only this code's, without its descendants.")
@click.option("--transcript", metavar="NAME", help="Only in this transcript.")
@click.option("--layer", metavar="L", help="Only this layer; all layers unless one is named.")
@as_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print a table that `import` takes back.")
def codings(
    study: Path,
    asker: str | None,
    as_json: bool,  # noqa: FBT001
    as_csv: bool,  # noqa: FBT001
    **wanted: str | None,
) -> None:
    """The codings, with their words."""
    if as_json and as_csv:
        raise click.UsageError(_("Choose one of --json and --csv."))
    with to_read(study) as opened:
        found = opened.ask_as(acting_known(opened, asker), coding_list, **wanted)
    if as_json:
        json_out({"codings": [document(excerpt) for excerpt in found]})
    elif as_csv:
        table = StringIO()
        write_codings(map(draft_of, found), table)
        click.echo(table.getvalue(), nl=False)
    else:
        for excerpt in found:
            click.echo(f"{excerpt.reference}  {excerpt.code.slug}  {excerpt.coder}: {excerpt.text}")


@click.command()
@study_argument
@as_option
@json_option
def history(study: Path, asker: str | None, as_json: bool) -> None:  # noqa: FBT001
    """Every step, newest first."""
    with to_read(study) as opened:
        steps = opened.ask_as(acting_known(opened, asker), Reader.history)
        names = opened.ask(Reader.coders_undone)
        names |= {coder.id: coder.name for coder in opened.ask(Reader.coders)}
    told = [
        {
            "id": step.id,
            "at": step.at.isoformat(),
            "coder": names.get(step.coder, step.coder),
            "step": step.words,
            "direction": step.direction.value,
            "about": step.about,
        }
        for step in steps
    ]
    if as_json:
        json_out({"steps": told})
        return
    for step in told:
        click.echo(
            f"{step['id']:>6}  {step['at']}  {step['coder']}  {step['direction']}  {step['step']}"
        )


@click.command()
@study_argument
def check(study: Path) -> None:
    """Whether the file is whole; exit status 1 and a list where something is wrong."""
    with to_read(study) as opened:
        faults = opened.faults()
    for fault in faults:
        click.echo(fault)
    if faults:
        raise SystemExit(FAILED)
    click.echo(_("All is well."))
