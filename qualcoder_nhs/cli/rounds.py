"""Commands about rounds: begin, open, end, rename and list them."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.actions.rounds import EndRound, NewRound, OpenRound, RenameRound
from qualcoder_nhs.cli.listing import listed
from qualcoder_nhs.cli.output import json_out
from qualcoder_nhs.cli.reading import as_option, json_option, study_argument
from qualcoder_nhs.cli.round_telling import Json, board_json, print_board, wording_json
from qualcoder_nhs.cli.studies import acting, acting_known, to_read, to_write
from qualcoder_nhs.domain.ids import RoundId
from qualcoder_nhs.domain.rounds import Criterion, Measure, Sample, Unit
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.rounds import round_board, round_boards, round_wording
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

UNITS = [unit.value for unit in Unit]
MEASURES = [measure.value for measure in Measure]

lead_option = click.option(
    "--coder", metavar="NAME", help="Who acts; the study's first coder, who leads it, otherwise."
)


class Share(click.ParamType[float]):
    """A share, written `20%` or `0.2`."""

    name = "share"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float:
        words = str(value).strip()
        try:
            return float(words[:-1]) / 100 if words.endswith("%") else float(words)
        except ValueError:
            self.fail(_("“{words}” is no share; write 20% or 0.2.").format(words=words), param, ctx)


NONE_SET = "none"


class Enough(click.ParamType[float | str]):
    """A number, or `none` where the team does not set one."""

    name = "number"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> float | str:
        words = str(value).strip()
        try:
            return NONE_SET if words.casefold() == NONE_SET else float(words)
        except ValueError:
            self.fail(_("“{words}” is no number, nor none.").format(words=words), param, ctx)


@click.group("round")
@study_argument
@click.pass_context
def round_(context: click.Context, study: Path) -> None:
    """Rounds of independent coding: begin, list, rename, end and open them."""
    context.obj = study


@round_.command("new")
@click.argument("name")
@click.option("--coders", multiple=True, required=True, metavar="A,B", help="Who codes in it.")
@click.option("--transcripts", multiple=True, metavar="A,B", help="All where none is named.")
@click.option("--sample", type=Share(), metavar="SHARE", help="Only this share of turns: 20%.")
@click.option("--seed", type=int, default=1, show_default=True, help="What the sample is drawn by.")
@click.option("--by-question", is_flag=True, help="The share of each question’s turns.")
@click.option("--questions", multiple=True, metavar="Q1,Q2", help="Only turns of these questions.")
@click.option("--unit", type=click.Choice(UNITS), default="character", show_default=True)
@click.option("--measure", type=click.Choice(MEASURES), default="alpha", show_default=True)
@click.option(
    "--criterion",
    type=Enough(),
    default="0.667",
    show_default=True,
    help="Enough is this, or none.",
)
@click.option("--blind/--open", "blind", default=True, help="Apart (the default), or seen by all.")
@lead_option
@click.pass_obj
def new(study: Path, /, name: str, coder: str | None, **declared: Any) -> None:
    """Begin a round: what is declared now stays, and the codebook is frozen for it."""
    with to_write(study) as opened:
        lead = acting_known(opened, coder)
        made = opened.run(_declared(opened, name, declared), lead)
        board = opened.ask_as(lead, round_board, made)
    print_board(board)


def _declared(study: Study, name: str, said: Json) -> NewRound:
    names = study.ask(Reader.transcript_names).values()
    transcripts = listed(said["transcripts"], names)
    known = {coder.name for coder in study.ask(Reader.coders)}
    share, asked = said["sample"], [one.name for one in study.ask(Reader.questions)]
    if said["by_question"] and share is None:
        raise click.UsageError(_("--by-question needs a --sample, such as 20%."))
    return NewRound(
        name,
        tuple(acting(study, who) for who in listed(said["coders"], known)),
        tuple(study.ask(Reader.transcript_called, one) for one in transcripts),
        Unit(said["unit"]),
        None
        if said["criterion"] == NONE_SET
        else Criterion(Measure(said["measure"]), said["criterion"]),
        said["blind"],
        None if share is None else Sample(share, said["seed"], said["by_question"]),
        questions=tuple(
            study.ask(Reader.question, one).id for one in listed(said["questions"], asked)
        ),
    )


@round_.command("open")
@click.argument("name")
@lead_option
@click.pass_obj
def open_(study: Path, name: str, coder: str | None) -> None:
    """Show everybody all codings of a blind round; this cannot be undone."""
    _change(study, name, coder, OpenRound)


@round_.command("end")
@click.argument("name")
@lead_option
@click.pass_obj
def end(study: Path, name: str, coder: str | None) -> None:
    """Freeze the codings of a round; a blind one stays unseen until it is opened."""
    _change(study, name, coder, EndRound)


def _change(
    study: Path,
    name: str,
    coder: str | None,
    action: Callable[[RoundId], OpenRound | EndRound | RenameRound],
) -> None:
    with to_write(study) as opened:
        lead = acting_known(opened, coder)
        one = opened.ask(Reader.round, name)
        opened.run(action(one.id), lead)
        print_board(opened.ask_as(lead, round_board, one.id))


@round_.command("rename")
@click.argument("old")
@click.argument("name")
@lead_option
@click.pass_obj
def rename(study: Path, old: str, name: str, coder: str | None) -> None:
    """Give a round another name; its codings stay in it."""
    _change(study, old, coder, lambda one: RenameRound(one, name))


@round_.command("list")
@as_option
@json_option
@click.pass_obj
def list_(study: Path, asker: str | None, as_json: bool) -> None:  # noqa: FBT001
    """All rounds, with who has come how far with what."""
    with to_read(study) as opened:
        boards = opened.ask_as(acting_known(opened, asker), round_boards)
    if as_json:
        json_out({"rounds": [board_json(board) for board in boards]})
        return
    for board in boards:
        print_board(board)


@round_.command("codebook")
@click.argument("name")
@as_option
@json_option
@click.pass_obj
def codebook(study: Path, name: str, asker: str | None, as_json: bool) -> None:  # noqa: FBT001
    """What became of the codebook since the round froze it."""
    with to_read(study) as opened:
        found = opened.ask_as(acting_known(opened, asker), round_wording, name)
    if as_json:
        json_out(wording_json(found))
        return
    for one in found.differences:
        click.echo(one.words)
    click.echo(
        ngettext(
            "{n} coding of the round was made under an older wording.",
            "{n} codings of the round were made under an older wording.",
            found.codings,
        )
    )
