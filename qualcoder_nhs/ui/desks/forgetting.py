"""Forgetting a transcript for good: asked twice, and what still holds words of it is named."""

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.actions.transcripts import ForgetTranscript, Forgotten
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui import alerts
from qualcoder_nhs.ui.working.live import Live


def ask_to_forget(live: Live, transcript: TranscriptId, name: str, page: QWidget) -> None:
    """Say what goes and that there is no way back; the answer leads to a second question."""
    alerts.ask(
        page.window(),
        _("Forget “{name}” for good?").format(name=name),
        _(
            "Its words, its codings and its memos go from the study, from the history and from the "
            "backups. This cannot be undone. Remove, in the same menu, can."
        ),
        _("Forget it…"),
        lambda: _ask_again(live, transcript, name, page),
    )


def _ask_again(live: Live, transcript: TranscriptId, name: str, page: QWidget) -> None:
    def tell(forgotten: Forgotten) -> None:
        alerts.inform(page.window(), *forgotten_words(name, forgotten))

    def forget() -> None:
        live.run(ForgetTranscript(transcript), tell, page)

    alerts.ask(
        page.window(),
        _("Really forget every word of “{name}”?").format(name=name),
        _("There is no way back to it but the file it came from."),
        _("Forget it for good"),
        forget,
    )


def forgotten_words(name: str, forgotten: Forgotten) -> tuple[str, str]:
    """What was forgotten, and which files still hold words of it."""
    first = _("“{name}” is forgotten.").format(name=name)
    if not forgotten.exports:
        return first, _("No file that was exported from this study holds words of it.")
    listed = "\n".join(forgotten.exports)
    rest = _("These exported files hold words of it, and only you can find and delete them:")
    return first, f"{rest}\n\n{listed}"
