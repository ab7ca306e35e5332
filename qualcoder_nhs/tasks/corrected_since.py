"""A warning beside tables of positions: the words they count in may be older than a correction."""

from collections.abc import Iterable, Iterator

from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.format import Problem
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study


def corrected_notes(study: Study, transcripts: Iterable[str]) -> Iterator[Problem]:
    """A sentence for each of these transcripts, by name or id, whose words were ever corrected.

    A table does not tell when it was written, so what it says is taken as of the words now.
    """
    words = _(
        "“{name}” was corrected on {day}: positions and turns in this table are taken as those of "
        "its words now. A table that is older than that may lie beside them."
    )
    for name in sorted(set(transcripts)):
        try:
            changes = study.ask(Reader.text_changes, study.ask(Reader.transcript_called, name))
        except NoSuch:
            continue
        if changes:
            day = f"{changes[-1].at.astimezone():%d %B %Y}"
            yield Problem(None, words.format(name=name, day=day))
