"""What was asked: `guide` lists the topic guide or takes one in, `ask` marks where it was asked."""

from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.actions.asking import MarkAsked, MarkNoneOpen, MarkNotAsked
from qualcoder_nhs.actions.guide import TakeGuide
from qualcoder_nhs.cli.output import json_out
from qualcoder_nhs.cli.reading import json_option, study_argument
from qualcoder_nhs.cli.studies import acting, to_read, to_write
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.guides.guide_files import read_guide
from qualcoder_nhs.queries.guide_page import (
    GuidePage,
    GuideRoom,
    QuestionThere,
    guide_page,
    guide_room,
)
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.file_names import legible

Json = dict[str, Any]

coder_option = click.option(
    "--coder", metavar="NAME", help="Who acts; the study's first coder otherwise."
)


@click.command()
@study_argument
@click.argument("file", required=False, type=click.Path(path_type=Path))
@coder_option
@json_option
def guide(study: Path, file: Path | None, coder: str | None, as_json: bool) -> None:  # noqa: FBT001
    """List the topic guide and where it was asked; with a FILE, take its questions in."""
    if file is not None:
        _take(study, file, coder, as_json=as_json)
        return
    with to_read(study) as opened:
        page = opened.ask(guide_page)
        rooms = [opened.ask(guide_room, room.transcript) for room in page.rooms]
    if as_json:
        json_out(_page_json(page, rooms))
    else:
        _print_page(page)


def _take(study: Path, file: Path, coder: str | None, *, as_json: bool) -> None:
    with to_write(study) as opened:
        parsed = read_guide(file)
        action = TakeGuide(parsed.drafts, legible(file.name))
        taken = opened.run(action, acting(opened, coder))
    if as_json:
        problems = [{"line": one.line, "what": one.what} for one in parsed.problems]
        json_out({"questions": len(taken), "problems": problems})
        return
    click.echo(ngettext("{n} question taken.", "{n} questions taken.", len(taken)))
    for one in parsed.problems:
        click.echo(_("line {line}: {what}").format(line=one.line, what=one.what), err=True)


@click.command()
@study_argument
@click.argument("transcript")
@click.argument("question")
@click.argument("turn", required=False, type=int)
@click.option("--not-asked", is_flag=True, help="It was not asked there.")
@coder_option
def ask(
    study: Path,
    transcript: str,
    question: str,
    turn: int | None,
    not_asked: bool,  # noqa: FBT001
    coder: str | None,
) -> None:
    """Mark that QUESTION is open from TURN on in a transcript; `-` is no question at all."""
    if (turn is None) is not not_asked:
        raise click.UsageError(_("Give either a turn or --not-asked."))
    with to_write(study) as opened:
        action = _marking(opened, transcript, question, turn)
        opened.run(action, acting(opened, coder))


def _marking(study: Study, transcript: str, question: str, turn: int | None) -> Action[Any]:
    room = study.ask(Reader.transcript_called, transcript)
    if question == "-" and turn is not None:
        return MarkNoneOpen(room, turn)
    asked = study.ask(Reader.question, question).id
    return MarkNotAsked(room, asked) if turn is None else MarkAsked(room, asked, turn)


def _page_json(page: GuidePage, rooms: list[GuideRoom]) -> Json:
    return {
        "questions": [
            {"id": one.id, "name": one.name, "text": one.text, "probes": list(one.probes)}
            for one in page.questions
        ],
        "versions": [
            {"number": one.number, "made": one.made.isoformat(), "by": one.by}
            for one in page.versions
        ],
        "transcripts": [_room_json(room) for room in rooms],
    }


def _room_json(room: GuideRoom) -> Json:
    return {
        "name": room.name,
        "turns": room.turns,
        "questions": [_there_json(one) for one in room.questions],
        "none_open": [{"from": mark.turn, "to": mark.last} for mark in room.none_open],
    }


def _there_json(there: QuestionThere) -> Json:
    return {
        "question": there.question.name,
        "asked": there.asked.value,
        "stretches": [{"from": mark.turn, "to": mark.last} for mark in there.marks],
        "suggested": [one.turn for one in there.suggested],
    }


def _print_page(page: GuidePage) -> None:
    for one in page.questions:
        click.echo(f"{one.name}  {one.text}")
        for probe in one.probes:
            click.echo(f"      {probe}")
    for room in page.rooms:
        click.echo(f"{room.name}: " + "; ".join(_where(one) for one in room.questions))


def _where(there: QuestionThere) -> str:
    turns = ", ".join(f"t.{mark.turn}–{mark.last}" for mark in there.marks)
    return f"{there.question.name} {turns or _(there.asked.value)}"
