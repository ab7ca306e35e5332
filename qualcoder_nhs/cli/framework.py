"""The command that takes summaries back from a workbook of the framework matrix."""

from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.cli.output import json_out
from qualcoder_nhs.cli.reading import json_option, study_argument
from qualcoder_nhs.cli.studies import acting, to_write
from qualcoder_nhs.cli.writing import coder_option
from qualcoder_nhs.domain.framework_plan import Fate, FrameworkPlan
from qualcoder_nhs.i18n import _
from qualcoder_nhs.tasks.framework import ReadFramework, take_framework
from qualcoder_nhs.tasks.task import silent

_TOLD = (Fate.NEW, Fate.CHANGED, Fate.CLEARED, Fate.CONFLICT, Fate.UNKNOWN)


@click.command()
@study_argument
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--plan", "only_plan", is_flag=True, help="Only tell what would be done.")
@click.option("--take-conflicts", is_flag=True, help="Let the workbook's words hold.")
@coder_option
@json_option
def framework(
    study: Path,
    file: Path,
    coder: str | None,
    only_plan: bool,  # noqa: FBT001
    take_conflicts: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
) -> None:
    """Take summaries from a workbook that `export STUDY framework` wrote, as one step."""
    with to_write(study) as opened:
        who = acting(opened, coder)
        if only_plan:
            plan, taken = ReadFramework(file).run(opened, who, silent), 0
        else:
            plan, taken = take_framework(opened, who, file, conflicts=take_conflicts)
    if as_json:
        json_out(_json(plan, taken))
    else:
        _print(plan, taken)


def _json(plan: FrameworkPlan, taken: int) -> dict[str, Any]:
    cells = [
        {"fate": one.fate.value, "where": one.where, "text": one.text, "here": one.here}
        for one in plan.of(*_TOLD)
    ]
    return {"taken": taken, "same": len(plan.of(Fate.SAME)), "cells": cells}


def _print(plan: FrameworkPlan, taken: int) -> None:
    for fate in _TOLD:
        for one in plan.of(fate):
            click.echo(f"{one.where}: {fate.words}")
    told = _("{n} of {total} cells taken; {same} are as they were.")
    total, same = len(plan.of(*_TOLD)), len(plan.of(Fate.SAME))
    click.echo(told.format(n=taken, total=total, same=same))
