"""Books of words as they may leave the study: nobody is described so that few people fit."""

from collections.abc import Iterable
from dataclasses import replace

from qualcoder_nhs.domain.attribution import ROLE, Crowd
from qualcoder_nhs.domain.dialogue import Dialogue, DialogueBook, DialogueLine
from qualcoder_nhs.domain.excerpts import Excerpt, ExcerptBook, Said, Section, Voice
from qualcoder_nhs.domain.ids import ParticipantId


def widened_excerpts(book: ExcerptBook, crowd: Crowd) -> ExcerptBook:
    """The book with roles told only of those who are not alone in them; it counts the others."""
    veiling = _Veiling(crowd)
    sections = tuple(veiling.section(one) for one in book.sections)
    return replace(book, sections=sections, widened=len(veiling.people))


def widened_dialogues(book: DialogueBook, crowd: Crowd) -> DialogueBook:
    """The same for exchanges."""
    veiling = _Veiling(crowd)
    dialogues = tuple(veiling.dialogue(one) for one in book.dialogues)
    return replace(book, dialogues=dialogues, widened=len(veiling.people))


class _Veiling:
    """Veils one voice after another; `people` are those of whom less is told than is known."""

    def __init__(self, crowd: Crowd) -> None:
        self._crowd = crowd
        self._known: dict[Voice, Voice] = {}
        self.people: set[ParticipantId] = set()

    def section(self, section: Section) -> Section:
        """Its excerpts; the very same section where nothing is to be veiled."""
        excerpts = tuple(map(self._excerpt, section.excerpts))
        return section if excerpts == section.excerpts else replace(section, excerpts=excerpts)

    def dialogue(self, dialogue: Dialogue) -> Dialogue:
        """Its lines."""
        return replace(dialogue, lines=tuple(map(self._line, dialogue.lines)))

    def _excerpt(self, excerpt: Excerpt) -> Excerpt:
        parts = (excerpt.said, excerpt.before, excerpt.after)
        if not any(self._veils(piece) for part in parts for piece in part):
            return excerpt
        said, before, after = (self._all(part) for part in parts)
        return replace(excerpt, said=said, before=before, after=after)

    def _line(self, line: DialogueLine) -> DialogueLine:
        return replace(line, said=self._said(line.said)) if line.said else line

    def _all(self, said: Iterable[Said]) -> tuple[Said, ...]:
        return tuple(map(self._said, said))

    def _said(self, said: Said) -> Said:
        return replace(said, voice=self._voice(said.voice)) if said.voice else said

    def _veils(self, said: Said) -> bool:
        return said.voice is not None and self._voice(said.voice) is not said.voice

    def _voice(self, voice: Voice) -> Voice:
        if voice not in self._known:
            self._known[voice] = self._made(voice)
        return self._known[voice]

    def _made(self, voice: Voice) -> Voice:
        told = [dict(self._crowd.told(one)).get(ROLE, "") for one in voice.participants]
        role = ", ".join(dict.fromkeys(filter(None, told)))
        if role == voice.role:
            return voice
        self.people.update(one for one in voice.participants if self._crowd.widening(one))
        return replace(voice, role=role)
