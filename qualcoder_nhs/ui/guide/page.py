"""The page of the topic guide: questions and versions at the left, where they were asked beside."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from qualcoder_nhs.actions.guide import FreezeGuide, TakeGuide
from qualcoder_nhs.domain.ids import TranscriptId
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.importers.guides.guide_files import SUFFIXES
from qualcoder_nhs.importers.guides.guide_lines import ParsedGuide, guide_of
from qualcoder_nhs.queries.guide_page import GuidePage as Guide
from qualcoder_nhs.queries.guide_page import GuideRoom, guide_page, guide_room
from qualcoder_nhs.tasks.take_in import TakeGuideFile
from qualcoder_nhs.ui.file_asking import ask_to_open
from qualcoder_nhs.ui.guide.course_view import CourseView
from qualcoder_nhs.ui.guide.editor import GuideEditor
from qualcoder_nhs.ui.look.fonts import Size, grown
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped
from qualcoder_nhs.ui.widgets.page_header import PageHeader
from qualcoder_nhs.ui.working.live import Live

_LEFT_WIDTH = 440


class GuidePage(QWidget):
    """Follows the study while it is seen. `jump` bears a transcript and the number of a turn."""

    said = Signal(str)
    jump = Signal(object, int)

    def __init__(self, live: Live) -> None:
        super().__init__()
        self._live = live
        writable = live.study.writable
        self._guide: Guide | None = None
        self.versions, self.rooms = QComboBox(), QComboBox()
        self.versions.setAccessibleName(_("Version of the guide"))
        self.rooms.setAccessibleName(_("Transcript"))
        self.keep, self.paste = button(_("Keep this version")), button(_("Paste questions"))
        self.take = button(_("Take in a file …"))
        for box in (self.versions, self.rooms):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for part in (self.keep, self.paste, self.take):
            part.setEnabled(writable)
        controls = (self.versions, self.keep, self.paste, self.take)
        self.header = PageHeader(_("Topic guide"), *controls)
        self.editor, self.course = GuideEditor(writable=writable), CourseView(writable=writable)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        on_ground(self, "paper")
        self.setAccessibleName(_("Topic guide"))
        left, right = QVBoxLayout(), QVBoxLayout()
        left.addWidget(self.editor, 1)
        self.editor.setMaximumWidth(grown(_LEFT_WIDTH))
        head = QHBoxLayout()
        head.addWidget(label(_("Where they were asked"), Size.HEADING))
        head.addStretch(1)
        head.addWidget(self.rooms)
        right.addLayout(head)
        told = _(
            "Suggestions come from the moderator’s words and are never taken by themselves. What "
            "was not asked leaves the denominators; what is not marked yet does, too."
        )
        right.addWidget(wrapped(told, Size.SMALL, "second"))
        right.addWidget(self.course, 1)
        row = QHBoxLayout()
        row.setContentsMargins(24, 12, 12, 12)
        row.setSpacing(24)
        row.addLayout(left, 2)
        row.addLayout(right, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.header)
        column.addLayout(row, 1)
        self.setFocusProxy(self.editor)

    def _connect(self) -> None:
        self.editor.action_wanted.connect(self._live.run)
        self.course.action_wanted.connect(self._live.run)
        self.course.jump.connect(self._jump)
        self.versions.activated.connect(lambda _at: self._show_version())
        self.rooms.activated.connect(lambda _at: self._ask_room())
        self.keep.clicked.connect(lambda: self._live.run(FreezeGuide()))
        self.paste.clicked.connect(self._paste)
        self.take.clicked.connect(self._ask_for_file)

    # ── what is shown ────────────────────────────────────────────────────────────────────────

    def refresh(self) -> None:
        """Ask anew."""
        self._live.ask(self.show_guide, self, guide_page)

    def show_guide(self, guide: Guide) -> None:
        """Show the questions, the versions, and the transcript that is looked at."""
        self._guide = guide
        _fill(self.versions, [(_("Now"), 0), *_versions(guide)])
        _fill(self.rooms, [(_room_words(one), one.transcript) for one in guide.rooms])
        self.keep.setEnabled(self._live.study.writable and guide.changed)
        self.header.say(_sentence(guide))
        self._show_version()
        self._ask_room()

    def _show_version(self) -> None:
        if self._guide is None:
            return
        number = self.versions.currentData()
        kept = [one.version for one in self._guide.versions if one.number == number]
        self.editor.put(kept[0].questions if kept else self._guide.questions, now=not kept)

    def _ask_room(self) -> None:
        room = self.rooms.currentData()
        if room is not None:
            self._live.ask(self._show_room, self, guide_room, TranscriptId(room))

    def _show_room(self, room: GuideRoom) -> None:
        if room.transcript == self.rooms.currentData():
            self.course.put(room)

    def _jump(self, turn: int) -> None:
        self.jump.emit(self.rooms.currentData(), turn)

    # ── questions from elsewhere ─────────────────────────────────────────────────────────────

    def _paste(self) -> None:
        parsed = guide_of(QGuiApplication.clipboard().text())
        if parsed.drafts:
            action = TakeGuide(parsed.drafts, _("from the clipboard"))
            names = self._names()
            self._live.run(action, lambda _taken: self._tell(parsed, names), self)
        else:
            self.said.emit(_("There is no question on the clipboard."))

    def _ask_for_file(self) -> None:
        kinds = _("Topic guides ({suffixes})").format(
            suffixes=" ".join(f"*{suffix}" for suffix in SUFFIXES)
        )
        folder = self._live.study.path.parent
        ask_to_open(self, _("Take in a topic guide"), folder, kinds, self.take_file)

    def take_file(self, file: Path) -> None:
        """Take the questions of a file in."""
        names = self._names()
        self._live.start(TakeGuideFile(file), lambda parsed: self._tell(parsed, names), self)

    def _names(self) -> set[str]:
        """What the questions are called that are there now."""
        return {one.name for one in self._guide.questions} if self._guide else set()

    def _tell(self, parsed: ParsedGuide, before: set[str]) -> None:
        """How many came in, which of them gave others new words, and what was not taken."""
        told = [ngettext("{n} question taken.", "{n} questions taken.", len(parsed.drafts))]
        if again := [one.name for one in parsed.drafts if one.name in before]:
            told.append(_("New words for {names}.").format(names=", ".join(again)))
        told += [_("Line {line}: {what}").format(line=p.line, what=p.what) for p in parsed.problems]
        self.said.emit(" ".join(told[:4]))


def _fill(box: QComboBox, entries: list[tuple[str, object]]) -> None:
    """Offer these; what was chosen stays so, where it is still there."""
    kept = box.currentData()
    box.clear()
    for words, thing in entries:
        box.addItem(words, thing)
    at = box.findData(kept, Qt.ItemDataRole.UserRole)
    box.setCurrentIndex(max(0, at))


def _versions(guide: Guide) -> list[tuple[str, object]]:
    words = _("Version {number}, {day}, {name}")
    return [
        (words.format(number=one.number, day=f"{one.made:%d %b %Y}", name=one.by), one.number)
        for one in reversed(guide.versions)
    ]


def _room_words(room: GuideRoom) -> str:
    told = _("{name}: {n} of {all} known")
    return told.format(name=room.name, n=room.known, all=len(room.questions))


def _sentence(guide: Guide) -> str:
    if not guide.questions:
        return _("No questions yet. Paste them, take in a file, or write the first one.")
    told = ngettext("{n} question", "{n} questions", len(guide.questions))
    kept = ngettext("{n} version kept", "{n} versions kept", len(guide.versions))
    changed = _("changed since") if guide.changed and guide.versions else ""
    return "; ".join(one for one in (told, kept, changed) if one) + "."
