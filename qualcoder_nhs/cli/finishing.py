"""The command that says that a coder is done with a transcript: finish."""

from pathlib import Path

import click

from qualcoder_nhs.actions.finishing import FinishTranscript, ReopenTranscript
from qualcoder_nhs.cli.reading import study_argument
from qualcoder_nhs.cli.studies import acting_known, to_write
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.errors import InSeveralRounds
from qualcoder_nhs.domain.ids import CoderId, TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


@click.command()
@study_argument
@click.argument("transcript")
@click.option("--coder", metavar="NAME", help="Who has finished; the first coder otherwise.")
@click.option("--round", "--layer", "layer", metavar="NAME", help="In which round; or `open`.")
@click.option("--reopen", is_flag=True, help="Take it back, to go on.")
def finish(
    study: Path,
    transcript: str,
    coder: str | None,
    layer: str | None,
    reopen: bool,  # noqa: FBT001
) -> None:
    """Say that a coder is done with a transcript: only then does it enter a comparison."""
    with to_write(study) as opened:
        who = acting_known(opened, coder)
        what = opened.ask(Reader.transcript_called, transcript)
        where = opened.ask(Reader.layer_called, layer) if layer else _only(opened, who, what)
        action = ReopenTranscript if reopen else FinishTranscript
        opened.run(action(what, where), who)
        named = opened.ask(Reader.layer_names)[where]
    told = _("Reopened: {what}, {layer}") if reopen else _("Finished: {what}, {layer}")
    click.echo(told.format(what=transcript, layer=named))


def _only(study: Study, coder: CoderId, transcript: TranscriptId) -> str:
    """The one running round in which the coder codes the transcript; outside any, the open layer.

    Raises:
        InSeveralRounds: when there are several.
    """
    running = [
        one
        for one in study.ask(Reader.rounds)
        if not one.frozen and coder in one.coders and one.portion(transcript)
    ]
    if len(running) > 1:
        raise InSeveralRounds(rounds=", ".join(one.name for one in running))
    return running[0].layer if running else OPEN
