"""Commands on links between turns: links, link, unlink."""

from io import StringIO
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.actions.links import LinkTurns, Unlink
from qualcoder_nhs.cli.output import json_out
from qualcoder_nhs.cli.reading import as_option, json_option, study_argument
from qualcoder_nhs.cli.studies import acting, acting_known, to_read, to_write
from qualcoder_nhs.cli.writing import coder_option
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.dialogue import LinkLine
from qualcoder_nhs.domain.ids import LinkId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.exporters.links_csv import write_links
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.links import link_list, suggested_links
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.tasks.export_links import link_filter

Json = dict[str, Any]

kind_choice = click.Choice([kind.value for kind in LinkKind])


@click.command()
@study_argument
@click.option("--transcript", metavar="NAME", help="Only in this transcript.")
@click.option("--coder", help="Only this coder's.")
@click.option("--layer", metavar="L", help="Only this layer; all layers unless one is named.")
@click.option("--kind", type=kind_choice, help="Only of this kind.")
@click.option("--suggested", is_flag=True, help="What the words suggest, and nobody has linked.")
@as_option
@json_option
@click.option("--csv", "as_csv", is_flag=True, help="Print a table that `import` takes back.")
def links(
    study: Path,
    asker: str | None,
    suggested: bool,  # noqa: FBT001
    as_json: bool,  # noqa: FBT001
    as_csv: bool,  # noqa: FBT001
    **wanted: str | None,
) -> None:
    """Which turn answers which earlier one, and how."""
    if as_csv and (as_json or suggested):
        raise click.UsageError(_("--csv stands alone: neither --json nor --suggested."))
    if suggested:
        _suggest(study, asker, wanted, as_json=as_json)
        return
    with to_read(study) as opened:
        who = acting_known(opened, asker)
        found = opened.ask_as(who, link_list, opened.ask(link_filter, **wanted))
    if as_json:
        json_out({"links": [_json(line) for line in found]})
    elif as_csv:
        table = StringIO()
        write_links(found, table)
        click.echo(table.getvalue(), nl=False)
    else:
        for line in found:
            click.echo(f"{line.words}  {line.coder}, {line.layer}")


def _json(line: LinkLine) -> Json:
    link = line.link
    return {
        "id": link.id,
        "transcript": line.transcript,
        "turn": link.turn,
        "target": link.target,
        "kind": link.kind.value,
        "coder": line.coder,
        "layer": line.layer,
        "who": line.who,
        "whom": line.whom,
        "words": line.answer.text,
        "target_words": line.answered.text,
    }


def _suggest(
    study: Path, asker: str | None, wanted: dict[str, str | None], *, as_json: bool
) -> None:
    with to_read(study) as opened:
        who = acting_known(opened, asker)
        wish = opened.ask(link_filter, **wanted)
        coder = wish.coder or who or opened.ask(Reader.coders)[0].id
        layer = wish.layer or OPEN
        found = opened.ask_as(who, suggested_links, coder, layer, wish.transcript)
    told = [
        {
            "transcript": one.transcript,
            "turn": one.suggested.turn,
            "target": one.suggested.target,
            "kind": one.suggested.kind.value,
            "cue": one.suggested.words,
            "why": one.suggested.why,
        }
        for one in found
        if wish.kind in (None, one.suggested.kind)
    ]
    if as_json:
        json_out({"suggested": told})
        return
    for one in told:
        click.echo("{transcript} t.{turn} to t.{target}: {kind}? “{cue}” {why}.".format(**one))


@click.command()
@study_argument
@click.argument("transcript")
@click.argument("turn", type=int)
@click.argument("target", type=int)
@click.argument("kind", type=kind_choice)
@click.option("--layer", "--round", "layer", default=OPEN, metavar="L", help="In a round.")
@coder_option
def link(study: Path, transcript: str, layer: str, kind: str, coder: str | None, **at: int) -> None:
    """Say that TURN answers the earlier turn TARGET, and how."""
    with to_write(study) as opened:
        where = opened.ask(Reader.transcript_called, transcript)
        within = opened.ask(Reader.layer_called, layer)
        action = LinkTurns(where, at["turn"], at["target"], LinkKind(kind), within)
        who = acting if within == OPEN else acting_known  # nobody joins a round by linking in it
        linked = opened.run(action, who(opened, coder))
    click.echo(linked.link)
    for other in linked.at_odds:
        told = _("{kind} stands between the same turns; the codebook says only one of them.")
        click.echo(told.format(kind=other.words.capitalize()), err=True)


@click.command()
@study_argument
@click.argument("ids", nargs=-1, required=True, metavar="LINK...")
@coder_option
def unlink(study: Path, ids: tuple[str, ...], coder: str | None) -> None:
    """Take links away, by their ids as `links --json` tells them; one step."""
    with to_write(study) as opened:
        opened.run(Unlink(tuple(map(LinkId, ids))), acting_known(opened, coder))
    click.echo(_("{n} links removed.").format(n=len(ids)))
