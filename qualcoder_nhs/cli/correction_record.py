"""The record of what was corrected in a transcript, and the words it had before."""

from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.cli.output import json_out
from qualcoder_nhs.cli.studies import to_read
from qualcoder_nhs.domain.correcting.plan import Changed
from qualcoder_nhs.domain.correcting.record import Correction
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.correction_list import correction_list, text_before


def tell_record(study: Path, transcript: str, before: int | None, *, as_json: bool) -> None:
    """List the corrections of a transcript, or print its text as it was before one of them."""
    with to_read(study) as opened:
        if before is not None:
            click.echo(opened.ask(text_before, transcript, before), nl=False)
            return
        found = opened.ask(correction_list, transcript)
    if as_json:
        json_out({"corrections": [_json(one) for one in found]})
        return
    for one in found:
        told = (str(one.step), f"{one.at:%Y-%m-%d %H:%M}", one.coder, one.direction, one.words)
        click.echo("  ".join(told))
        for change in one.changed:
            click.echo(f"    {told_change(change)}")


def told_change(one: Changed) -> str:
    """A change in a line: the turn, the old words and the new ones, or where they stand now."""
    where = f"t.{one.turn}: " if one.turn else ""
    if not one.moved:
        return f"{where}“{one.before}” → “{one.after}”"
    to = _("moved to t.{turn}").format(turn=one.to) if one.to else _("moved")
    return f"{where}“{one.after}” ({to})"


def _json(one: Correction) -> dict[str, Any]:
    changed = [
        {"before": each.before, "after": each.after, "moved": each.moved} for each in one.changed
    ]
    return {
        "step": one.step,
        "at": one.at.isoformat(),
        "coder": one.coder,
        "what": one.words,
        "direction": one.direction,
        "changed": changed,
    }
