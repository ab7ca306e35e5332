"""What is known of the talk besides its words: who was there, what was asked, who answers whom."""

from sqlalchemy import select

from qualcoder_nhs.domain.attributes import Attribute, Presence, Subject
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.guide import Asking, GuideVersion, Question
from qualcoder_nhs.domain.ids import CoderId, LinkId, TranscriptId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.storage import rows
from qualcoder_nhs.storage.reads.within import Within
from qualcoder_nhs.storage.schema import (
    askings,
    attributes,
    guide_versions,
    links,
    presences,
    questions,
)


class TalkReads(Within):
    """Attributes, presences, the topic guide and links between turns."""

    def attributes(self, subject: Subject | None = None) -> list[Attribute]:
        """The study's list of attributes, of participants, of groups or of both, in order."""
        query = select(attributes).order_by(attributes.c.subject, attributes.c.position)
        if subject is not None:
            query = query.where(attributes.c.subject == subject.value)
        return [rows.plain_from(Attribute, row) for row in self._all(query)]

    def presences(self, transcript: TranscriptId | None = None) -> list[Presence]:
        """Who was not there all the time, in one transcript or in all."""
        query = select(presences).order_by(presences.c.transcript, presences.c.id)
        if transcript is not None:
            query = query.where(presences.c.transcript == transcript)
        return [rows.plain_from(Presence, row) for row in self._all(query)]

    def questions(self) -> list[Question]:
        """The topic guide as it is now, in order."""
        query = select(questions).order_by(questions.c.position, questions.c.id)
        return [rows.plain_from(Question, row) for row in self._all(query)]

    def question(self, words: str) -> Question:
        """The question with this id or name.

        Raises:
            NoSuch: when none bears it.
        """
        for one in self.questions():
            if words in (one.id, one.name):
                return one
        raise NoSuch(kind="question", name=words)

    def guide_versions(self) -> list[GuideVersion]:
        """The topic guide as it was, oldest first."""
        query = select(guide_versions).order_by(guide_versions.c.number)
        return [rows.guide_version_from(row) for row in self._all(query)]

    def askings(self, transcript: TranscriptId | None = None) -> list[Asking]:
        """Where questions were asked, or not, in one transcript or in all; in order of turns."""
        order = (askings.c.transcript, askings.c.turn, askings.c.id)
        query = select(askings).order_by(*order)
        if transcript is not None:
            query = query.where(askings.c.transcript == transcript)
        return [rows.plain_from(Asking, row) for row in self._all(query)]

    def links(
        self,
        transcript: TranscriptId | None = None,
        coder: CoderId | None = None,
        layer: str | None = None,
    ) -> list[Link]:
        """The links that fit every filter given, by transcript, then turn."""
        wanted = self._sight.of_links()
        if transcript is not None:
            wanted.append(links.c.transcript == transcript)
        if coder is not None:
            wanted.append(links.c.coder == coder)
        if layer is not None:
            wanted.append(links.c.layer == layer)
        order = (links.c.transcript, links.c.turn, links.c.target, links.c.made, links.c.id)
        query = select(links).where(*wanted).order_by(*order)
        return [rows.plain_from(Link, row) for row in self._all(query)]

    def link(self, link: LinkId) -> Link:
        """One link.

        Raises:
            NoSuch: when it is gone, or kept from whoever asks.
        """
        query = select(links).where(links.c.id == link, *self._sight.of_links())
        for row in self._all(query):
            return rows.plain_from(Link, row)
        raise NoSuch(kind="link", name=link)
