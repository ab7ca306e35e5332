"""Commands that change a study: new, import, code, undo, redo."""

from collections.abc import Callable
from pathlib import Path

import click

from qualcoder_nhs.actions.codebook import ImportCodebook
from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.study import TakeStance
from qualcoder_nhs.cli.correcting import import_over, lost_option, plan_json, tell_plan
from qualcoder_nhs.cli.importing import print_report, report_json
from qualcoder_nhs.cli.output import FAILED, json_out, progress_bar, refusals
from qualcoder_nhs.cli.reading import json_option, study_argument
from qualcoder_nhs.cli.studies import acting, acting_again, acting_known, own_name, to_write
from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.correcting.plan import Losing
from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.codebooks.codebook_formats import read_codebook
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.file_names import legible
from qualcoder_nhs.tasks.first_attributes import first_attributes
from qualcoder_nhs.tasks.import_files import ImportFiles
from qualcoder_nhs.tasks.import_report import Imported, ImportReport, Refused
from qualcoder_nhs.tasks.sample import build_sample

_STANCES = {
    "codebook": Stance.CODEBOOK,
    "reliability": Stance.RELIABILITY,
    "reflexive": Stance.REFLEXIVE,
}

coder_option = click.option(
    "--coder", metavar="NAME", help="Who acts; added where the name is new."
)


@click.command()
@study_argument
@click.option("--codebook", type=click.Path(path_type=Path), help="YAML, CSV, XLSX or Word.")
@click.option(
    "--coder", metavar="NAME", help="The first coder; your user name where none is given."
)
@click.option("--sample", is_flag=True, help="Fill it with the four invented focus groups.")
@click.option(
    "--stance",
    type=click.Choice(list(_STANCES)),
    default="codebook",
    help="How the team analyses; reflexive puts figures of agreement away.",
)
def new(
    study: Path,
    codebook: Path | None,
    coder: str | None,
    sample: bool,  # noqa: FBT001
    stance: str,
) -> None:
    """Begin a study."""
    name = own_name() if coder is None else coder
    with refusals():
        draft = read_codebook(codebook).draft if codebook else None
        if sample:
            with progress_bar(_("Building the sample study")) as progress:
                build_sample(study, name, progress).close()
        else:
            Study.create(study, legible(study.stem), name, first_attributes(codebook)).close()
    if _STANCES[stance] is not Stance.CODEBOOK:
        with to_write(study) as opened:
            opened.run(TakeStance(_STANCES[stance]), acting(opened, name))
    if draft is not None and codebook is not None:
        with to_write(study) as opened:
            opened.run(ImportCodebook(draft, legible(codebook.stem)), acting(opened, name))


@click.command("import")
@study_argument
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@coder_option
@click.option(
    "--over", metavar="TRANSCRIPT", help="The one FILE is a corrected version of this transcript."
)
@lost_option
@click.option(
    "--same",
    multiple=True,
    metavar="NAME=NAME",
    help="Whom a study of another program calls by the first name is the second.",
)
@json_option
def import_(
    study: Path,
    files: tuple[Path, ...],
    coder: str | None,
    over: str | None,
    lost: str,
    same: tuple[str, ...],
    as_json: bool,  # noqa: FBT001
) -> None:
    """Bring in transcripts, codebooks, tables, workbooks, studies; exit 1 when any was refused."""
    if over is not None:
        _import_over(study, files, over, (coder, Losing(lost)), as_json=as_json)
        return
    task = ImportFiles(files, same=_one_person(same))
    with to_write(study) as opened, progress_bar(_("Import")) as progress:
        report = task.run(opened, acting(opened, coder), progress)
    if as_json:
        json_out(report_json(report))
    else:
        print_report(report)
    if report.refused:
        raise SystemExit(FAILED)


def _import_over(
    study: Path,
    files: tuple[Path, ...],
    over: str,
    by: tuple[str | None, Losing],
    *,
    as_json: bool,
) -> None:
    """A corrected version in the place of a transcript that is there."""
    if len(files) != 1:
        raise click.UsageError(_("With --over, give one FILE."))
    coder, losing = by
    with to_write(study) as opened:
        try:
            plan, problems = import_over(opened, over, files[0], acting(opened, coder), losing)
        except BadFile as error:
            if not as_json:
                raise
            json_out(report_json(ImportReport((), (Refused(files[0], str(error)),))))
            raise SystemExit(FAILED) from error
        now = opened.ask(Reader.transcript, plan.transcript)
    if not as_json:
        tell_plan(plan)
        return
    speakers = dict(now.labels)
    one = Imported(files[0], "correction", now.name, len(now.turns), speakers, problems=problems)
    came = report_json(ImportReport((one,), ()))
    json_out(came | {"correction": plan_json(plan)})


def _one_person(pairs: tuple[str, ...]) -> dict[str, str]:
    """The names of the file, each with the one by which that person is known."""
    parted = [pair.partition("=") for pair in pairs]
    for name, _sign, other in parted:
        if not name.strip() or not other.strip():
            raise click.BadParameter(_("say NAME=NAME"), param_hint="--same")
    return {name.strip(): other.strip() for name, _sign, other in parted}


# A place below nought is a wrong number, to be told so, and no option that nobody knows.
@click.command(context_settings={"ignore_unknown_options": True})
@study_argument
@click.argument("transcript")
@click.argument("start", type=int)
@click.argument("end", type=int)
@click.argument("slug")
@click.option(
    "--layer",
    "--round",
    "layer",
    default=OPEN,
    metavar="L",
    help="In a round; else in the open layer.",
)
@coder_option
def code(study: Path, transcript: str, slug: str, layer: str, coder: str | None, **at: int) -> None:
    """Put a code on the characters from START up to END, taken as given."""
    with to_write(study) as opened:
        where = opened.ask(Reader.transcript_called, transcript)
        what = opened.ask(Reader.codebook).find(slug)
        within = opened.ask(Reader.layer_called, layer)
        action = CodePassage(where, Span(at["start"], at["end"]), what.id, within)
        who = acting if within == OPEN else acting_known  # nobody joins a round by coding in it
        coded = opened.run(action, who(opened, coder))
    click.echo(f"{coded.coding} {coded.span.start} {coded.span.end}")


def _step_back(
    words: str, step: Callable[[Study, CoderId], Changes], study: Path, coder: str | None
) -> None:
    with to_write(study) as opened:
        who = acting_again(opened, coder)
        changes = step(opened, who)
        told = next(one for one in opened.ask_as(who, Reader.history, 1) if one.id == changes.step)
    click.echo(words.format(step=told.words))


@click.command()
@study_argument
@click.option("--coder", metavar="NAME", help="Whose newest step; the first coder's otherwise.")
def undo(study: Path, coder: str | None) -> None:
    """Take the newest step back."""
    _step_back(_("Undone: {step}"), Study.undo, study, coder)


@click.command()
@study_argument
@click.option("--coder", metavar="NAME", help="Whose step; the first coder's otherwise.")
def redo(study: Path, coder: str | None) -> None:
    """Do again what was undone last."""
    _step_back(_("Done again: {step}"), Study.redo, study, coder)
