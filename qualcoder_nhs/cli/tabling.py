"""Commands made of the reports: one for each, with the options that it declares."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.analysis.counted_report import CountedReport
from qualcoder_nhs.analysis.tables import REPORTS
from qualcoder_nhs.analysis.tables.paper import document, headed
from qualcoder_nhs.cli.listing import listed
from qualcoder_nhs.cli.output import json_out, progress_bar
from qualcoder_nhs.cli.reading import as_option, json_option
from qualcoder_nhs.cli.studies import acting_known, to_read
from qualcoder_nhs.domain.chart import DARK, LIGHT
from qualcoder_nhs.domain.table_options import Option, Takes, Value, Wish, wish
from qualcoder_nhs.domain.tabled import Tabled
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.tables import MakeTable, WriteTable, refuse_unknown_suffix

LOOKS = {"light": LIGHT, "dark": DARK}
_WIDEST = 44
"""Letters of a cell that lines on a screen have room for."""


def command(report: CountedReport) -> click.Command:
    """The command of a report: it prints the table, or JSON, or writes OUT."""

    @click.command(report.id, help=_(report.purpose), short_help=_(report.title))
    @click.argument("out", required=False, type=click.Path(path_type=Path))
    @as_option
    @json_option
    @click.pass_obj
    def run(
        study: Path,
        /,
        out: Path | None,
        asker: str | None,
        as_json: bool,  # noqa: FBT001
        **said: Any,
    ) -> None:
        look = said.pop("look", "light")
        if out and as_json:
            raise click.UsageError(_("Either --json or a file to write, not both."))
        with to_read(study) as opened, progress_bar(_(report.title)) as progress:
            if out:
                refuse_unknown_suffix(out, pictured=report.pictured)
            who = acting_known(opened, asker)
            made = MakeTable(report, _wish(opened, report, said)).run(opened, who, progress)
            told = WriteTable(made, out, LOOKS[look]).run(opened, who, progress) if out else ""
        _tell(made, told, as_json=as_json)

    if report.pictured:
        looks = click.Choice(list(LOOKS))
        run.params.append(click.Option(["--look"], type=looks, default="light", help="Of a chart."))
    run.params.extend(_flag(option) for option in report.options)
    return run


def reports_listed() -> str:
    """Every report with its purpose and its options, for people to read."""
    return "\n".join(line for report in REPORTS for line in _listed(report))


def _listed(report: CountedReport) -> list[str]:
    options = " ".join(f"--{option.id}" for option in report.options)
    return [report.id, f"    {_(report.purpose)}", f"    {options}"]


def _flag(option: Option) -> click.Option:
    name, told = [f"--{option.id}", _named(option)], _(option.told)
    if option.takes is Takes.FLAG:
        return click.Option(name, is_flag=True, help=told)
    if option.takes.several:
        metavar = "KIND:WHAT,…" if option.takes is Takes.TERMS else "A,B"
        return click.Option(name, multiple=True, metavar=metavar, help=told)
    default: Mapping[str, Any] = {"default": option.nothing, "show_default": True}
    if option.takes is Takes.NUMBER:
        return click.Option(
            name, type=click.IntRange(option.least, option.most), help=told, **default
        )
    if option.takes is Takes.CHOICE:
        offered = click.Choice([key for key, _words in option.choices])
        return click.Option(name, type=offered, help=told, **default)
    return click.Option(name, metavar=option.takes.value.upper(), help=told, **default)


def _named(option: Option) -> str:
    return option.id.replace("-", "_")


def _wish(study: Study, report: CountedReport, said: Mapping[str, Any]) -> Wish:
    known = study.ask(_names)
    found: dict[str, Value] = {}
    for option in report.options:
        value = said[_named(option)]
        found[option.id] = tuple(listed(value, known)) if option.takes.several else value
    return wish(report.options, found)


def _names(read: Reader) -> set[str]:
    """Names that a comma may belong to."""
    book = read.codebook()
    codes = {words for code in book.codes for words in (code.name, book.path(code.id))}
    return codes | {one.name for one in read.coders()} | set(read.transcript_names().values())


def _tell(made: Tabled, said: str, *, as_json: bool) -> None:
    if said:
        click.echo(said)
    elif as_json:
        json_out(document(made))
    else:
        click.echo("\n".join(_lines(made)))


def _lines(made: Tabled) -> list[str]:
    """The table as lines, and the notes below it."""
    grid = [[made.corner, *(headed(head) for head in made.heads)]]
    for row in made.rows:
        name = f"{'  ' * (row.depth - 1)}{row.name}"
        grid.append([name, *(one.signed for one in row.entries)])
    cut = [[_cut(cell) for cell in line] for line in grid]
    widths = [max(len(line[at]) for line in cut) for at in range(len(cut[0]))]
    told = [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cut
    ]
    return [made.title, "", *told, "", *made.notes]


def _cut(words: str) -> str:
    flat = " ".join(words.splitlines()) if words.strip() else words
    return flat if len(flat) <= _WIDEST else f"{flat[: _WIDEST - 1]}…"
