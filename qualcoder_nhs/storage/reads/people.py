"""Who codes, who was in the room, and what the labels stand for."""

from collections import defaultdict

from sqlalchemy import select

from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import CoderId, GroupId, ParticipantId, TranscriptId
from qualcoder_nhs.domain.people import Coder, Group, Participant, Speaker
from qualcoder_nhs.storage import journal, rows, schema
from qualcoder_nhs.storage.reads.within import Within


class PeopleReads(Within):
    """Coders, groups, participants and speakers."""

    def coders(self) -> list[Coder]:
        """Everybody who codes, in the order they came."""
        return [
            rows.coder_from(row)
            for row in self._all(select(schema.coders).order_by(schema.coders.c.added))
        ]

    def coder(self, words: str) -> Coder:
        """The coder with this name or id.

        Raises:
            NoSuch: when nobody bears it.
        """
        for coder in self.coders():
            if words in (coder.id, coder.name):
                return coder
        raise NoSuch(kind="coder", name=words)

    def coders_undone(self) -> dict[CoderId, str]:
        """The names of those whose adding was undone: the history is theirs still, and a redo."""
        gone = journal.removed_names(self._connection, schema.coders.name)
        return {CoderId(one): name for one, name in gone.items()}

    def groups(self) -> dict[GroupId, Group]:
        """The groups of people, by id."""
        return {row["id"]: rows.group_from(row) for row in self._all(select(schema.groups))}

    def participants(self) -> dict[ParticipantId, Participant]:
        """Everybody in the study, by id."""
        return {
            row["id"]: rows.participant_from(row) for row in self._all(select(schema.participants))
        }

    def speakers(self, transcript: TranscriptId | None = None) -> list[Speaker]:
        """What the labels stand for, in one transcript or in all."""
        table, members = schema.speakers, schema.speaker_participants
        query, people = select(table), select(members).order_by(members.c.position)
        if transcript is not None:
            query = query.where(table.c.transcript == transcript)
            people = people.join(table, members.c.speaker == table.c.id).where(
                table.c.transcript == transcript
            )
        voices: dict[str, list[ParticipantId]] = defaultdict(list)
        for row in self._all(people):
            voices[row["speaker"]].append(row["participant"])
        return [rows.speaker_from(row, voices[row["id"]]) for row in self._all(query)]
