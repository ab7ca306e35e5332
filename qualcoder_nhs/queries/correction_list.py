"""What was corrected in a transcript since it came in, and the words it had before.

The journal holds every text a transcript ever had, so no second table keeps them: what is
forgotten is purged from it, and from here.
"""

from qualcoder_nhs.domain.correcting.difference import difference
from qualcoder_nhs.domain.correcting.plan import Changed
from qualcoder_nhs.domain.correcting.record import Correction, TextChange
from qualcoder_nhs.domain.correcting.wording import changed_words
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.storage.reader import Reader


def correction_list(read: Reader, transcript: str) -> tuple[Correction, ...]:
    """Every correction of the transcript with this name or id, oldest first.

    Raises:
        NoSuch: when no transcript bears the name or id.
    """
    names = {one.id: one.name for one in read.coders()}
    changes = read.text_changes(read.transcript_called(transcript))
    return tuple(
        Correction(
            one.step, one.at, names.get(one.coder, ""), one.words, one.direction, _changed(one)
        )
        for one in changes
    )


def text_before(read: Reader, transcript: str, step: int) -> str:
    """The stored text as it was before a step corrected it.

    Raises:
        NoSuch: when no transcript bears the name or id, or the step did not correct it.
    """
    for one in read.text_changes(read.transcript_called(transcript)):
        if one.step == step:
            return one.before
    raise NoSuch(kind="correction", name=str(step))


def _changed(one: TextChange) -> tuple[Changed, ...]:
    """Without the numbers of turns, which only the text of that time would tell."""
    return tuple(changed_words(difference(one.before, one.after)))
