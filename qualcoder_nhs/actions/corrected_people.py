"""Who stands behind labels that come with a corrected transcript."""

from collections.abc import Mapping

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.casting import Part, proposed
from qualcoder_nhs.domain.ids import ParticipantId, SpeakerId, new_id
from qualcoder_nhs.domain.people import Participant, Speaker
from qualcoder_nhs.domain.transcript import Transcript


def bring_speakers(write: Writer, transcript: Transcript, cast: Mapping[str, Part]) -> None:
    """A speaker for each label that has none; people of the transcript are known by their names."""
    voices = write.read.speakers(transcript.id)
    labels = [one for one in transcript.labels if one not in {voice.label for voice in voices}]
    people = write.read.participants()
    known = {people[one].name: one for voice in voices for one in voice.participants}
    parts = proposed(labels) | {label: cast[label] for label in labels if label in cast}
    for label in labels:
        part = parts[label]
        for name in dict.fromkeys(part.participants):
            if name not in known:
                alone = len(part.participants) == 1
                person = Participant(
                    ParticipantId(new_id()), name, dict(part.attributes) if alone else {}
                )
                write.add(person)
                known[name] = person.id
        who = tuple(known[name] for name in dict.fromkeys(part.participants))
        write.add(Speaker(SpeakerId(new_id()), transcript.id, label, part.function, who))
