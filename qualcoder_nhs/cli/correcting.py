"""Commands that correct the words of a transcript after coding."""

from pathlib import Path
from typing import Any

import click

from qualcoder_nhs.actions.correcting import CorrectPassage, CorrectTurn
from qualcoder_nhs.cli.correction_record import tell_record, told_change
from qualcoder_nhs.cli.output import json_out, progress_bar
from qualcoder_nhs.cli.reading import json_option, study_argument
from qualcoder_nhs.cli.studies import acting_known, to_write
from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.correcting.paragraphs import unspoken_numbered
from qualcoder_nhs.domain.correcting.plan import CorrectionPlan, Losing, Touched
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.correct_file import CorrectByFile
from qualcoder_nhs.tasks.task import silent

Json = dict[str, Any]

lost_option = click.option(
    "--lost",
    type=click.Choice([one.value for one in Losing]),
    default=Losing.REFUSE.value,
    help="What becomes of codings whose words all went: memos keep them, or they are removed.",
)


@click.command()
@study_argument
@click.argument("transcript")
@click.argument("file", required=False, type=click.Path(path_type=Path))
@click.option("--turn", type=int, metavar="N", help="Correct this turn only, by --text.")
@click.option(
    "--paragraph", type=int, metavar="N", help="Correct this paragraph outside turns, by --text."
)
@click.option("--text", metavar="WORDS", help="The words of the turn, or of the paragraph.")
@lost_option
@click.option("--list", "listed", is_flag=True, help="Tell what was corrected, by whom and when.")
@click.option("--before", type=int, metavar="STEP", help="Print the text as it was before a step.")
@click.option("--dry-run", is_flag=True, help="Tell what it would do, and do nothing.")
@click.option("--coder", metavar="NAME", help="Who acts; the study's first coder otherwise.")
@json_option
def correct(study: Path, transcript: str, coder: str | None, as_json: bool, **asked: Any) -> None:  # noqa: FBT001
    """Put a corrected FILE over a TRANSCRIPT, or other words in one place; codings follow."""
    listed, before = asked.pop("listed"), asked.pop("before")
    if listed or before is not None:
        tell_record(study, transcript, before, as_json=as_json)
        return
    _refuse_half(asked)
    with to_write(study) as opened:
        where = opened.ask(Reader.transcript_called, transcript)
        who = acting_known(opened, coder)
        plan, problems = _corrected(opened, where, who, asked)
    if as_json:
        json_out(plan_json(plan, dry_run=asked["dry_run"]) | {"problems": _listed(problems)})
    else:
        tell_plan(plan, dry_run=asked["dry_run"])
        for one in problems:
            click.echo(f"    {one.what}")


def _refuse_half(asked: Json) -> None:
    """Either a file, or a turn or a paragraph with its words."""
    what = [name for name in ("file", "turn", "paragraph") if asked[name] is not None]
    if len(what) != 1 or (asked["text"] is None) != (what == ["file"]):
        raise click.UsageError(_("Give a FILE, or --turn or --paragraph and --text."))


def _corrected(
    study: Study, where: TranscriptId, who: CoderId, asked: Json
) -> tuple[CorrectionPlan, tuple[Problem, ...]]:
    losing, rehearsed = Losing(asked["lost"]), asked["dry_run"]
    if asked["file"] is not None:
        with progress_bar(_("Correct")) as progress:
            task = CorrectByFile(where, asked["file"], losing, rehearsed)
            done = task.run(study, who, progress)
        return done.plan, done.problems
    kept = Losing.KEEP if rehearsed else losing
    action = _in_one_place(study, where, asked, kept)
    return (study.rehearse if rehearsed else study.run)(action, who), ()


def _in_one_place(
    study: Study, where: TranscriptId, asked: Json, losing: Losing
) -> CorrectTurn | CorrectPassage:
    if asked["turn"] is not None:
        return CorrectTurn(where, asked["turn"], asked["text"], losing)
    passage = unspoken_numbered(study.ask(Reader.transcript, where), asked["paragraph"])
    return CorrectPassage(where, passage, asked["text"], losing)


def import_over(
    study: Study, transcript: str, file: Path, who: CoderId, losing: Losing
) -> tuple[CorrectionPlan, tuple[Problem, ...]]:
    """A file over the transcript with this name or id.

    Raises:
        Refusal: as the file, or the correction, is refused.
    """
    where = study.ask(Reader.transcript_called, transcript)
    done = CorrectByFile(where, file, losing).run(study, who, silent)
    return done.plan, done.problems


def _listed(problems: tuple[Problem, ...]) -> list[Json]:
    return [{"line": one.line, "what": one.what} for one in problems]


def plan_json(plan: CorrectionPlan, *, dry_run: bool = False) -> Json:
    """What a correction does; what it leaves where it lies is counted and not listed."""
    return {
        "transcript": plan.name,
        "dry_run": dry_run,
        "words": plan.words,
        "turns": {
            "before": plan.turns.before,
            "after": plan.turns.after,
            "gone": list(plan.turns.gone),
            "new": list(plan.turns.new),
            "moved": list(plan.turns.moved),
        },
        "changed": [vars(one) for one in plan.changed],
        "fates": {fate.value: plan.fates[fate] for fate in Fate},
        "touched": [_touched_json(one) for one in plan.touched if one.fate is not Fate.UNMOVED],
        "hidden": {fate.value: number for fate, number in plan.hidden},
        "notes": list(plan.notes),
    }


def _touched_json(one: Touched) -> Json:
    return {
        "thing": one.thing.value,
        "id": one.id,
        "name": one.name,
        "coder": one.who or None,
        "layer": one.layer or None,
        "turn": one.turn,
        "before": one.before,
        "after": one.after,
        "fate": one.fate.value,
        "why": one.why or None,
    }


def tell_plan(plan: CorrectionPlan, *, dry_run: bool = False) -> None:
    """The same for people: what changes, then all that is to be looked at."""
    words = ngettext("{n} word", "{n} words", plan.words)
    told = _("{name}: {words} would change.") if dry_run else _("{name}: {words} changed.")
    click.echo(told.format(name=plan.name, words=words))
    for change in plan.changed:
        click.echo(f"    {told_change(change)}")
    for fate in Fate:
        if plan.fates[fate]:
            click.echo(f"{plan.fates[fate]}: {fate.words}")
    for one in plan.told:
        click.echo(f"    {_told(one)}")
    for note in plan.notes:
        click.echo(note)


def _told(one: Touched) -> str:
    head = " · ".join(part for part in (one.thing.words, one.name, one.who, one.layer) if part)
    why = f" ({one.why})" if one.why else ""
    return f"{head} – {one.fate.words}: “{one.before}” → “{one.after}”{why}"
