"""Who each label of a transcript is, ready to show."""

from collections.abc import Mapping

from qualcoder_nhs.domain.excerpts import Voice
from qualcoder_nhs.domain.ids import ParticipantId, TranscriptId
from qualcoder_nhs.domain.people import Participant, Speaker
from qualcoder_nhs.storage.reader import Reader


def voices(read: Reader, transcript: TranscriptId) -> dict[str, Voice]:
    """The voices of one transcript by label."""
    people, survey = read.participants(), read.surveys().get(transcript, "")
    return {one.label: voice_of(one, people, survey) for one in read.speakers(transcript)}


def all_voices(read: Reader) -> dict[TranscriptId, dict[str, Voice]]:
    """The voices of every transcript by label."""
    people, surveys = read.participants(), read.surveys()
    found: dict[TranscriptId, dict[str, Voice]] = {}
    for one in read.speakers():
        found.setdefault(one.transcript, {})[one.label] = voice_of(
            one, people, surveys.get(one.transcript, "")
        )
    return found


def voice_of(
    speaker: Speaker, people: Mapping[ParticipantId, Participant], survey: str = ""
) -> Voice:
    """A label with the names and the role of those it stands for, in a survey or in a room."""
    named = [people[person] for person in speaker.participants]
    roles = dict.fromkeys(person.role for person in named if person.role)
    name = " and ".join(person.name for person in named) or speaker.label
    return Voice(
        speaker.label, name, speaker.function, ", ".join(roles), speaker.participants, survey
    )
