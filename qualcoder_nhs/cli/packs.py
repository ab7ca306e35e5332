"""Commands about packs: make one or write it to be returned, and merge what comes back."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.cli.output import FAILED, json_out
from qualcoder_nhs.cli.reading import json_option, study_argument
from qualcoder_nhs.cli.studies import acting_known, to_write
from qualcoder_nhs.domain.errors import NoSuchFile
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.sides import MergeRow
from qualcoder_nhs.domain.merge.wording import namesake_row, sections
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.packs import incoming, joined, merge_plan, write_pack
from qualcoder_nhs.tasks.packs import merge as merge_file

Json = dict[str, Any]


@click.command()
@study_argument
@click.argument("round_", metavar="ROUND")
@click.option("--coder", required=True, metavar="NAME", help="Whose pack it is.")
@click.argument("out", type=click.Path(path_type=Path))
@click.option("--as", "asker", metavar="NAME", help="Who makes it; the study's lead.")
def pack(study: Path, round_: str, coder: str, out: Path, asker: str | None) -> None:
    """Make a coder's pack for a round; from a pack, write it to be returned."""
    with to_write(study) as opened:
        who = opened.ask(Reader.coder, coder).id
        made = write_pack(opened, round_, who, out, acting_known(opened, asker))
    if made.check is not None:
        for line in made.check.lines:
            click.echo(f"  {line}")
    words = _("The pack of {coder} for “{round}” was written to {name}.")
    click.echo(words.format(coder=made.coder, round=made.round, name=out.name))


@click.command()
@study_argument
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--plan", "only_plan", is_flag=True, help="Only say what it would do.")
@click.option("--join", "names", multiple=True, metavar="NAME", help="Same name, same person.")
@click.option("--as", "--coder", "asker", metavar="NAME", help="Who merges; the study's lead.")
@json_option
def merge(
    study: Path,
    file: Path,
    only_plan: bool,  # noqa: FBT001
    names: tuple[str, ...],
    asker: str | None,
    as_json: bool,  # noqa: FBT001
) -> None:
    """Bring in a returned pack, or a study of the same files; status 1 where work was refused."""
    with to_write(study) as opened:
        if not file.exists():
            raise NoSuchFile(name=str(file))
        there = incoming(opened, file)
        act, who = merge_plan if only_plan else merge_file, acting_known(opened, asker)
        plan = act(opened, there, who, joined(opened, there, who, names))
    if as_json:
        json_out(plan_json(plan, merged=not only_plan and (bool(plan) or plan.further)))
    else:
        _print_plan(plan, only_plan=only_plan)
    if plan.failed and not only_plan:
        raise SystemExit(FAILED)


def plan_json(plan: MergePlan, *, merged: bool) -> Json:
    """A plan as other programs read it; `added` and `known` count codings."""
    return {
        "file": plan.name,
        "merged": merged,
        "added": len(plan.codings.added),
        "known": plan.codings.known,
        "conflicting": _rows(plan.conflicting),
        "refused": _rows(plan.refused),
        "stays": _rows(plan.stays),
        "matched": _rows(plan.matched),
        "changed": len(plan.codings.changed),
        "removed": len(plan.codings.removed),
        "transcripts": [one.name for one in plan.arrivals.transcripts.values()],
        "presences": len(plan.arrivals.talk.presences),
        "askings": len(plan.arrivals.talk.askings),
        "rounds": [one.name for one in plan.rounds],
        "codes": [code.name for code in plan.codes],
        "coders": [coder.name for coder in plan.coders],
        "namesakes": [
            {"name": one.name, "joined": one.joined, "otherwise": one.otherwise}
            for one in plan.namesakes
        ],
        "links": {
            "added": len(plan.links.added),
            "changed": len(plan.links.changed),
            "removed": len(plan.links.removed),
            "known": plan.links.known,
        },
        "memos": len(plan.memos.added) + len(plan.memos.changed) + len(plan.memos.removed),
        "private_memos": plan.memos.left,
        "finished": len(plan.finishes.added),
        "reopened": len(plan.finishes.removed),
    }


def _rows(rows: Iterable[MergeRow]) -> list[Json]:
    return [{"what": row.what, "why": row.why} for row in rows]


def _print_rows(rows: Iterable[MergeRow]) -> None:
    for row in rows:
        click.echo(f"  {row.what}: {row.why}" if row.why else f"  {row.what}")


def _print_plan(plan: MergePlan, *, only_plan: bool) -> None:
    for section in sections(plan):
        click.echo(section.title)
        _print_rows(section.rows)
    if plan.namesakes:
        click.echo(_("Coders of the same name: --join NAME says that they are one person"))
        _print_rows(map(namesake_row, plan.namesakes))
    if only_plan:
        click.echo(_("Nothing was written."))
    elif not plan:
        click.echo(_("There was nothing new in it; nothing was changed."))
    else:
        click.echo(_("Merged: {name}. Undo takes all of it out again.").format(name=plan.name))
