"""Gathers what can be had by name in the window as it is now, and does or shows what is picked."""

from PySide6.QtCore import QObject

from qualcoder_nhs.domain.ids import CodeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import TranscriptSummary, Turn
from qualcoder_nhs.i18n import _
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.frame.session import Session
from qualcoder_nhs.ui.look.looks import looks
from qualcoder_nhs.ui.menu import MENUS
from qualcoder_nhs.ui.seek.anything import Anything
from qualcoder_nhs.ui.seek.things import Kind, Match, Thing, meant, turns_meant

SELF = "anything"
"""The command that opens this; it is not offered in it."""


class ByName(QObject):
    """Opens the box; commands are there without a study too."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self._things: list[Thing] = []
        self._transcripts: list[TranscriptSummary] = []
        self.box = Anything(self._window.appearance.theme, self._window)
        self.box.picked.connect(self._do)

    def open(self) -> None:
        """Let the user type a name."""
        self._transcripts = []
        self._things = [*self._codes(), *self._commands()]
        self.box.open(self._meant, self._window.appearance.theme)
        if self._session.live is not None:
            self._session.live.ask(self._know, self, Reader.transcript_summaries)

    # ── what there is ────────────────────────────────────────────────────────────────────────

    def _know(self, transcripts: list[TranscriptSummary]) -> None:
        named = [Thing(Kind.TRANSCRIPT, one.id, one.name) for one in transcripts]
        others = [thing for thing in self._things if thing.kind is not Kind.TRANSCRIPT]
        self._transcripts, self._things = transcripts, [*named, *others]
        self.box.again()

    def _codes(self) -> list[Thing]:
        room = self._session.room
        if room is None:
            return []
        codebook = room.code.codebook.codebook
        look = looks(codebook, self._window.appearance.theme)
        return [
            Thing(
                Kind.CODE,
                code.id,
                code.name,
                codebook.path(code.parent) if code.parent else "",
                chip=look[code.id].chip,
            )
            for code in codebook.walk()
            if not code.archived
        ]

    def _commands(self) -> list[Thing]:
        """Those that can be had now, each with its menu."""
        menus, titles = self._window.menus, dict(MENUS)
        return [
            Thing(
                Kind.COMMAND,
                entry.id,
                menus.action(entry.id).text().split("\t")[0],
                _(titles[entry.menu]),
                entry.key,
            )
            for entry in menus.entries
            if entry.id != SELF and menus.action(entry.id).isEnabled()
        ]

    def _meant(self, letters: str) -> list[Match]:
        room = self._session.room
        here = room.code.wires.transcript if room is not None else None
        found = meant(self._things, turns_meant(self._transcripts, here, letters), letters)
        words = letters.strip()
        if found or room is None or not words:
            return found
        offer = _("Find “{words}” in the study").format(words=words)
        return [Match(Thing(Kind.WORDS, words, offer))]

    # ── what is done ─────────────────────────────────────────────────────────────────────────

    def _do(self, thing: Thing) -> None:
        room = self._session.room
        if thing.kind is Kind.COMMAND:
            self._window.menus.action(thing.id).trigger()
        elif room is None:
            return
        elif thing.kind is Kind.TRANSCRIPT:
            room.jump(TranscriptId(thing.id), None)
        elif thing.kind is Kind.CODE:
            room.show_code(CodeId(thing.id))
        elif thing.kind is Kind.TURN:
            self._go_to(TranscriptId(thing.id), thing.number)
        else:
            room.find_in_study(thing.id)

    def _go_to(self, transcript: TranscriptId, number: int) -> None:
        """Put the caret where the turn begins; nothing is selected, so that no letter codes it."""

        def jump(turns: list[Turn]) -> None:
            start = next((one.words.start for one in turns if one.index == number), None)
            if start is not None and self._session.room is not None:
                self._session.room.jump(transcript, Span(start, start))

        if self._session.live is not None:
            self._session.live.ask(jump, self, Reader.turns, transcript)
