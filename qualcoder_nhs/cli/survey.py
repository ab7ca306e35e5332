"""Answers to a survey: `survey` says what a table holds, and brings it in."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.actions.survey import AddSurvey, SurveyTaken
from qualcoder_nhs.cli.listing import listed
from qualcoder_nhs.cli.output import json_out, refusals
from qualcoder_nhs.cli.reading import json_option, study_argument
from qualcoder_nhs.cli.studies import acting, to_read, to_write
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.survey import Survey, Use, planned, with_known
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.tables.survey_table import read_survey
from qualcoder_nhs.storage.reader import Reader

Json = dict[str, Any]


def _columns(flag: str, told: str) -> Callable[[Any], Any]:
    return click.option(flag, multiple=True, metavar="A,B", help=told)


@click.command()
@study_argument
@click.argument("file", type=click.Path(path_type=Path))
@_columns("--attributes", "Columns that describe the respondents.")
@_columns("--open", "Columns that are open questions, each a text of its own.")
@click.option("--name", metavar="COL", help="The column that names the respondents.")
@click.option("--plan", is_flag=True, help="Say what the columns would be taken for; do nothing.")
@click.option("--coder", metavar="NAME", help="Who acts; the study's first coder otherwise.")
@json_option
def survey(
    study: Path,
    file: Path,
    coder: str | None,
    plan: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
    **chosen: Any,
) -> None:
    """Bring in survey answers, one row a respondent; columns are looked at where none is named."""
    with refusals():
        table = read_survey(file)
    with to_read(study) as opened:
        known = opened.ask(Reader.attributes, Subject.PARTICIPANT)
    table = with_known(table, {one.key for one in known})
    uses = _uses(table, chosen["attributes"], chosen["open"], chosen["name"])
    if plan:
        _tell_plan(table, uses, as_json=as_json)
        return
    with to_write(study) as opened:
        taken = opened.run(AddSurvey(table, uses), acting(opened, coder))
    if as_json:
        json_out(_taken_json(taken))
    else:
        _print_taken(taken)


def _uses(
    table: Survey, attributes: tuple[str, ...], opened: tuple[str, ...], name: str | None
) -> dict[str, Use]:
    """Columns as named; a kind of which none is named stays as proposed.

    Raises:
        BadParameter: when there is no such column.
    """
    titles = {one.title for one in table.columns}
    named = {
        Use.ATTRIBUTE: listed(attributes, titles),
        Use.OPEN: listed(opened, titles),
        Use.NAME: [name] if name else [],
    }
    uses = {title: Use.OUT if named.get(use) else use for title, use in table.proposal.items()}
    for use, columns in named.items():
        for title in columns:
            if title not in titles:
                told = _("There is no column “{title}”; there are {known}.")
                known = ", ".join(f"“{one.title}”" for one in table.columns)
                raise click.BadParameter(told.format(title=title, known=known))
            uses[title] = use
    return uses


def _tell_plan(table: Survey, uses: dict[str, Use], *, as_json: bool) -> None:
    plan = planned(table, uses)
    if as_json:
        json_out(
            {
                "rows": len(table.rows),
                "respondents": len(plan.respondents),
                "silent": plan.silent,
                "columns": [
                    {
                        "title": one.title,
                        "use": uses[one.title].value,
                        "answers": one.answers,
                        "values": one.values,
                        "words": round(one.words, 1),
                    }
                    for one in table.columns
                ],
            }
        )
        return
    for one in table.columns:
        told = _("{use}: {title}  ({answers} of {rows} answered, {words} words on average)")
        click.echo(
            told.format(
                use=_(uses[one.title].words),
                title=one.title,
                answers=one.answers,
                rows=len(table.rows),
                words=f"{one.words:.1f}",
            )
        )


def _taken_json(taken: SurveyTaken) -> Json:
    return {
        "respondents": taken.respondents,
        "questions": [{"name": name, "answers": number} for name, number in taken.questions],
        "empty": taken.empty,
        "silent": taken.silent,
    }


def _print_taken(taken: SurveyTaken) -> None:
    click.echo(ngettext("{n} respondent", "{n} respondents", taken.respondents))
    for name, number in taken.questions:
        click.echo(f"  {name}: " + ngettext("{n} answer", "{n} answers", number))
    if taken.empty:
        told = ngettext("{n} empty answer", "{n} empty answers", taken.empty)
        click.echo(_("{empty} left out.").format(empty=told))
    if taken.silent:
        told = ngettext("{n} row", "{n} rows", taken.silent)
        click.echo(_("{rows} left out, since nothing was answered in it.").format(rows=told))
