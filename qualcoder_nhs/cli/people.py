"""Who was in the rooms: `people` lists them, or takes descriptions in from a table."""

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.actions.take_people import PeopleTaken, TakePeople
from qualcoder_nhs.cli.output import FAILED, json_out
from qualcoder_nhs.cli.reading import json_option, study_argument
from qualcoder_nhs.cli.studies import acting, to_read, to_write
from qualcoder_nhs.domain.attributes import Attribute
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.tables.people_table import read_people
from qualcoder_nhs.queries.people_grid import GroupSection, PeopleGrid, PersonRow, people_grid
from qualcoder_nhs.tasks.file_names import legible

Json = dict[str, Any]


@click.command()
@study_argument
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--csv", "as_csv", is_flag=True, help="List as a table that can be taken in again.")
@click.option(
    "--add", multiple=True, metavar="COLUMN", help="A column that becomes a new attribute."
)
@click.option("--coder", metavar="NAME", help="Who acts; the study's first coder otherwise.")
@json_option
def people(
    study: Path,
    file: Path | None,
    as_csv: bool,  # noqa: FBT001
    add: tuple[str, ...],
    coder: str | None,
    as_json: bool,  # noqa: FBT001
) -> None:
    """List participants and groups; with a FILE, describe them as its rows do (CSV or XLSX)."""
    if file is not None:
        _take(study, file, add, coder, as_json=as_json)
        return
    with to_read(study) as opened:
        grid = opened.ask(people_grid)
    if as_json:
        json_out(_grid_json(grid))
    elif as_csv:
        click.echo(_grid_csv(grid), nl=False)
    else:
        _print_grid(grid)


def _take(
    study: Path, file: Path, add: tuple[str, ...], coder: str | None, *, as_json: bool
) -> None:
    with to_write(study) as opened:
        action = TakePeople(read_people(file), add, legible(file.name))
        taken = opened.run(action, acting(opened, coder))
    if as_json:
        json_out(_taken_json(taken))
    else:
        _print_taken(taken)
    if taken.problems:
        raise SystemExit(FAILED)


def _taken_json(taken: PeopleTaken) -> Json:
    return {
        "described": taken.described,
        "rows": taken.rows,
        "columns": list(taken.columns),
        "not_taken": list(taken.offered),
        "problems": [{"line": line, "what": words} for line, words in taken.problems],
    }


def _print_taken(taken: PeopleTaken) -> None:
    click.echo(
        _("{n} of {rows} rows taken; columns: {columns}").format(
            n=taken.described, rows=taken.rows, columns=", ".join(taken.columns) or "–"
        )
    )
    for title in taken.offered:
        words = _("The column “{title}” is no attribute and was not taken; --add makes it one.")
        click.echo(words.format(title=title), err=True)
    for line, words in taken.problems:
        click.echo(_("line {line}: {what}").format(line=line, what=words), err=True)


def _grid_json(grid: PeopleGrid) -> Json:
    return {
        "attributes": [_attribute_json(one) for one in grid.attributes],
        "group_attributes": [_attribute_json(one) for one in grid.group_attributes],
        "groups": [_section_json(one) for one in grid.sections],
        "rare_by": list(grid.rare_by),
    }


def _attribute_json(one: Attribute) -> Json:
    return {
        "key": one.key,
        "name": one.name,
        "values": list(one.values),
        "identifying": one.identifying,
    }


def _section_json(section: GroupSection) -> Json:
    group = section.group
    return {
        "name": group.name if group else None,
        "attributes": dict(group.attributes) if group else {},
        "transcripts": [name for _room, name in section.transcripts],
        "participants": [_person_json(row, section) for row in section.rows],
    }


def _person_json(row: PersonRow, section: GroupSection) -> Json:
    names = dict(section.transcripts)
    return {
        "id": row.person.id,
        "name": row.person.name,
        "labels": list(row.labels),
        "turns": row.turns,
        "attributes": dict(row.person.attributes),
        "also_in": list(row.elsewhere),
        "shared_by": row.alike or None,
        "present": [
            {"transcript": names[one.transcript], "from": one.first, "to": one.last}
            for one in row.presences
        ],
    }


def _grid_csv(grid: PeopleGrid) -> str:
    """One row a label, so that the table can be taken in again."""
    written = StringIO()
    table = csv.writer(written, lineterminator="\n")
    keys = [one.key for one in grid.attributes]
    table.writerow(["transcript", "label", "participant", *keys])
    for section in grid.sections:
        for row in section.rows:
            values = [row.person.attributes.get(key, "") for key in keys]
            name = section.group.name if section.group else ""
            for label in row.labels or ("",):
                table.writerow([_safe(one) for one in (name, label, row.person.name, *values)])
    return written.getvalue()


def _safe(cell: str) -> str:
    """A spreadsheet runs what begins like this."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@")) else cell


def _print_grid(grid: PeopleGrid) -> None:
    for section in grid.sections:
        group = section.group
        told = ", ".join(group.attributes.values()) if group else ""
        name = group.name if group else _("In no transcript")
        click.echo(f"{name}: {ngettext('{n} person', '{n} people', len(section.rows))}  {told}")
        for row in section.rows:
            click.echo(f"  {row.person.name}  {_told(row, grid)}")


def _told(row: PersonRow, grid: PeopleGrid) -> str:
    values = [row.person.attributes.get(one.key) for one in grid.attributes]
    notes = [_("also in {group}").format(group=one) for one in row.elsewhere]
    if row.alike:
        notes.append(ngettext("▲ {n} like this", "▲ {n} like this", row.alike))
    for one in row.presences:
        ends = (one.first or 1, one.last or _("the end"))
        notes.append(_("there from turn {first} to {last}").format(first=ends[0], last=ends[1]))
    return "; ".join([", ".join(value for value in values if value), *notes])
