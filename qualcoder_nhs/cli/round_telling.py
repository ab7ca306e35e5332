"""Rounds as the command line tells of them, in lines and in JSON."""

from typing import Any

import click

from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.rounds import RoundBoard, RoundWording

Json = dict[str, Any]


def board_json(board: RoundBoard) -> Json:
    """A round with its board, for other programs."""
    one, names = board.round, {coder.id: coder.name for coder in board.coders}
    return {
        "id": one.id,
        "name": one.name,
        "state": "running" if not one.frozen else "ended",
        "blind": one.blind,
        "open": not one.veiled,
        "codebook_version": board.version,
        "unit": one.unit.value,
        "criterion": one.criterion
        and {"measure": one.criterion.measure.value, "at_least": one.criterion.at_least},
        "sample": one.sample
        and {
            "share": one.sample.share,
            "seed": one.sample.seed,
            "by_question": one.sample.by_question,
        },
        "questions": list(one.questions),
        "made": one.made.isoformat(),
        "opened": one.opened.isoformat() if one.opened else None,
        "ended": one.ended.isoformat() if one.ended else None,
        "coders": list(names.values()),
        "transcripts": [
            {"name": board.transcripts[portion.transcript], "turns": portion.turns}
            for portion in one.portions
        ],
        "board": [
            {
                "coder": names[cell.coder],
                "transcript": board.transcripts[cell.transcript],
                "state": cell.state.value if cell.state else None,
                "touched": cell.touched,
                "to_code": cell.to_code,
            }
            for cell in board.cells.values()
        ],
    }


def print_board(board: RoundBoard) -> None:
    """A round with its board, for people to read."""
    one, names = board.round, {coder.id: coder.name for coder in board.coders}
    apart = _("blind") if one.blind else _("open")
    click.echo(f"{one.name}: {one.state}, {apart}, codebook version {board.version}")
    enough = _("no criterion")
    if one.criterion is not None:
        enough = f"{one.criterion.measure.value} >= {one.criterion.at_least:g}"
    drawn = f", {one.sample.share:.0%} of turns, seed {one.sample.seed}" if one.sample else ""
    click.echo(f"  unit {one.unit.value}, {enough}{drawn}")
    for cell in board.cells.values():
        told = "–" if cell.touched is None else str(cell.touched)
        state = cell.state.value if cell.state else _("not told while the round is blind")
        where = board.transcripts[cell.transcript]
        click.echo(f"  {names[cell.coder]}  {where}: {state}, {told} of {cell.to_code} turns")


def wording_json(found: RoundWording) -> Json:
    """What became of the codebook, for other programs."""
    known = found.version.codebook.by_id
    return {
        "version": found.version.number,
        "differences": [
            {"code": one.name, "became": one.became.value, "words": one.words}
            for one in found.differences
        ],
        "older_wording": {known[code].slug: count for code, count in found.outdated.items()},
        "codings": found.codings,
    }
