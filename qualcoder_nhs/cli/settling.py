"""Commands about settling: list what coders differ on, decide, amend a code's words."""

from pathlib import Path
from typing import NamedTuple

import click

from qualcoder_nhs.actions.recoding import AmendCode
from qualcoder_nhs.actions.settling import PutOff, Settle, SettleUnanimous
from qualcoder_nhs.cli.output import json_out
from qualcoder_nhs.cli.reading import as_option, json_option, study_argument
from qualcoder_nhs.cli.settling_list import line_of, queue_json, tally
from qualcoder_nhs.cli.studies import acting_known, to_read, to_write
from qualcoder_nhs.domain.errors import NothingOpened, WhichRound
from qualcoder_nhs.domain.ids import CodeId, CoderId, RoundId
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.disputed import Queue, QueueItem
from qualcoder_nhs.queries.queue import disagreement_queue
from qualcoder_nhs.queries.recoding import recode_queue
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study

CAUSES = [cause.name.lower() for cause in Cause]
CODE = "code:"
_CHOICES = {
    "both": Choice.ALL,
    "all": Choice.ALL,
    "neither": Choice.NEITHER,
    "put-off": Choice.PUT_OFF,
}

round_option = click.option(
    "--round", "round_", metavar="NAME", help="Which round; the one that was opened otherwise."
)
who_option = click.option(
    "--as", "--coder", "asker", metavar="NAME", help="Who acts; the study's first coder otherwise."
)


class Said(NamedTuple):
    """What is to hold, as it was said."""

    choice: Choice
    coder: CoderId | None = None
    code: CodeId | None = None


@click.group()
@study_argument
@click.pass_context
def settle(context: click.Context, study: Path) -> None:
    """Settling what coders of an opened round differ on."""
    context.obj = study


@settle.command("list")
@round_option
@click.option("--unsettled", is_flag=True, help="Only what is still to be decided.")
@as_option
@json_option
@click.pass_obj
def list_(
    study: Path,
    round_: str | None,
    unsettled: bool,  # noqa: FBT001
    asker: str | None,
    as_json: bool,  # noqa: FBT001
) -> None:
    """What coders differ on, passage by passage, with what was decided."""
    with to_read(study) as opened:
        queue = _queue(opened, acting_known(opened, asker), round_)
    items = [item for item in queue.items if not (unsettled and item.settled)]
    if as_json:
        json_out(queue_json(queue, items))
        return
    for item in items:
        click.echo(line_of(queue, item))
    click.echo(tally(queue))


@settle.command("unanimous")
@round_option
@who_option
@click.pass_obj
def unanimous(study: Path, round_: str | None, asker: str | None) -> None:
    """Settle in one step all that every coder gave alike."""
    with to_write(study) as opened:
        who = acting_known(opened, asker)
        queue = _queue(opened, who, round_)
        done = opened.run(SettleUnanimous(queue.round.id, queue.agreed), who)
    told = ngettext("{n} was settled as all gave it.", "{n} were settled as all gave them.", done)
    click.echo(told)


@settle.command("decide")
@click.argument("transcript")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("decision")
@click.option("--code", metavar="SLUG", help="Which of several on these words.")
@click.option("--cause", type=click.Choice(CAUSES), help="Why the coders differ.")
@click.option("--reason", default="", metavar="WORDS", help="Why this is to hold.")
@round_option
@who_option
@click.pass_obj
def decide(
    study: Path, /, transcript: str, start: int, end: int, decision: str, **said: str | None
) -> None:
    """Decide on one passage: a coder's NAME, both, neither, code:SLUG, or put-off."""
    with to_write(study) as opened:
        who = acting_known(opened, said["asker"])
        queue = _queue(opened, who, said["round_"])
        code = queue.codebook.find(said["code"]).id if said["code"] else None
        where = opened.ask(Reader.transcript_called, transcript)
        item = queue.on(where, Span(start, end), code)
        opened.run(_action(opened, queue, item, decision, said), who)
        after = _queue(opened, who, queue.round.id)
    click.echo(line_of(after, after.on(item.transcript, item.span, item.codes[0])))
    click.echo(tally(after))


def _action(
    study: Study, queue: Queue, item: QueueItem, decision: str, said: dict[str, str | None]
) -> Settle | PutOff:
    meant, reason = _meant(study, queue, decision), said["reason"] or ""
    if meant.choice is Choice.PUT_OFF:
        return PutOff(queue.round.id, item.about, reason)
    cause = Cause[said["cause"].upper()] if said["cause"] else None
    return Settle(queue.round.id, item.about, meant.choice, cause, reason, meant.coder, meant.code)


def _meant(study: Study, queue: Queue, decision: str) -> Said:
    """A coder's name, unless it is one of the other words."""
    if decision in _CHOICES:
        return Said(_CHOICES[decision])
    if decision.startswith(CODE):
        return Said(Choice.OTHER, code=queue.codebook.find(decision.removeprefix(CODE)).id)
    return Said(Choice.CODER, coder=study.ask(Reader.coder, decision).id)


@settle.command("amend")
@click.argument("code")
@click.option("--definition", metavar="WORDS")
@click.option("--use", metavar="WORDS", help="When to use it.")
@click.option("--do-not-use", metavar="WORDS", help="When not to.")
@click.option("--example", metavar="WORDS")
@who_option
@click.pass_obj
def amend(study: Path, /, code: str, asker: str | None, **words: str | None) -> None:
    """Word a code anew: a new version of the codebook. What is not named stays."""
    if not any(value is not None for value in words.values()):
        raise click.UsageError(_("Say what it is to read: --definition, --use, --do-not-use …"))
    with to_write(study) as opened:
        who = acting_known(opened, asker)
        one = opened.ask(Reader.codebook).find(code)
        version = opened.ask(Reader.version, opened.run(AmendCode(one.id, **words), who))
        waiting = opened.ask_as(who, recode_queue).waiting
    told = sum(each.excerpt.code.id == one.id for each in waiting)
    click.echo(_("Codebook version {n}.").format(n=version.number))
    click.echo(
        ngettext(
            "{n} coding was made under the old words.",
            "{n} codings were made under the old words.",
            told,
        )
    )


def _queue(study: Study, who: CoderId, name: str | None) -> Queue:
    """The queue of the round named, or of the only one that was opened.

    Raises:
        NothingOpened, WhichRound: when none is named, and none or several were opened.
    """
    if name is not None:
        return study.ask_as(who, disagreement_queue, name)
    shown = [one for one in study.ask(Reader.rounds) if not one.veiled]
    if not shown:
        raise NothingOpened
    if len(shown) > 1:
        raise WhichRound(rounds=", ".join(one.name for one in shown))
    return study.ask_as(who, disagreement_queue, RoundId(shown[0].id))
