"""What `import` prints: how each file fared, and of studies how each thing in them did."""

from collections.abc import Iterable
from typing import Any

import click

from qualcoder_nhs.domain.foreign import Placing, TableRow
from qualcoder_nhs.domain.taking.account import summed
from qualcoder_nhs.domain.taking.telling import placing_lines, table_lines
from qualcoder_nhs.i18n import ngettext
from qualcoder_nhs.tasks.import_report import Imported, ImportReport

_SHOWN = 200

Json = dict[str, Any]


def report_json(report: ImportReport) -> Json:
    """The report as `--json` prints it; the table on top sums those of all studies."""
    return {
        "imported": [_imported_json(one) for one in report.imported],
        "refused": [{"file": str(one.file), "why": one.why} for one in report.refused],
        "table": _table_json(summed(one.table for one in report.imported)),
    }


def _imported_json(one: Imported) -> Json:
    return {
        "file": str(one.file),
        "kind": one.kind,
        "name": one.name,
        "turns": one.turns,
        "speakers": one.speakers,
        "codings": one.codings,
        "links": one.links,
        "summaries": one.summaries,
        "known": one.known,
        "coders": list(one.coders),
        "problems": [{"line": found.line, "what": found.what} for found in one.problems],
        "table": _table_json(one.table),
        "placing": [_placing_json(text, placing) for text, placing in one.placings],
    }


def _table_json(table: Iterable[TableRow]) -> list[Json]:
    return [
        {
            "what": row.what.value,
            "in_file": row.in_file,
            "taken": row.taken,
            "changed": row.changed,
            "left_out": row.left_out,
            "why": row.why,
        }
        for row in table
    ]


def _placing_json(text: str, placing: Placing) -> Json:
    return {
        "text": text,
        "unit": placing.unit,
        "starts": round(placing.starts, 4),
        "ends": round(placing.ends, 4),
        "codings": placing.codings,
        "unsure": placing.unsure,
        "worst": list(placing.worst),
    }


def print_report(report: ImportReport) -> None:
    """The report in lines for people."""
    for one in report.imported:
        speakers = ", ".join(f"{label} {turns}" for label, turns in one.speakers.items())
        told = f"{one.file.name}: {one.kind} “{one.name}”, {one.turns} turns. {speakers}"
        click.echo(told.rstrip())
        for line in (*table_lines(one.table), *placing_lines(one.placings)):
            click.echo(f"    {line}")
        for problem in one.problems[:_SHOWN]:
            where = f"line {problem.line}: " if problem.line else ""
            click.echo(f"    {where}{problem.what}")
        if (more := len(one.problems) - _SHOWN) > 0:
            words = ngettext("and {n} more; --json has it", "and {n} more; --json has them", more)
            click.echo(f"    {words}")
    for refused in report.refused:
        click.echo(f"{refused.file.name or refused.file}: {refused.why}", err=True)
    total = len(report.imported) + len(report.refused)
    click.echo(f"{len(report.imported)} of {total} files imported.")
