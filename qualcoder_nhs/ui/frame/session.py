"""Opens and closes studies in the window, and keeps its frame as the open one is."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import QObject, Signal

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.errors import Held, NotAStudy, Refusal
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.closed_files import way_out
from qualcoder_nhs.queries.steps import NextSteps, next_steps
from qualcoder_nhs.storage.backups import backups_of
from qualcoder_nhs.tasks.saving import save_copy
from qualcoder_nhs.tasks.task import Progress
from qualcoder_nhs.ui import alerts
from qualcoder_nhs.ui.desks.analyse_pages import page_entries
from qualcoder_nhs.ui.desks.rail_order import desk_entries
from qualcoder_nhs.ui.frame import opening
from qualcoder_nhs.ui.frame.keys_page import code_entries
from qualcoder_nhs.ui.frame.main_window import MainWindow
from qualcoder_nhs.ui.frame.opening import Makers, Opened
from qualcoder_nhs.ui.frame.workroom import Workroom
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.menu import ROUND_ENTRIES, Needs
from qualcoder_nhs.ui.studies.start_dialog import StartPlan, place_words
from qualcoder_nhs.ui.working.aside import Aside
from qualcoder_nhs.ui.working.live import Live

_IN_OTHER_MENUS = ("larger", "smaller", "usual_size", "keys", "find", "recent", "escape")

_OF_A_STUDY = ("code:", "round:", "work:", "desk:", "analyse:")
"""The commands that are there only while a study is open begin so."""


class Session(QObject):
    """At most one study is open at a time; `open` while one is lets go of it first.

    `copy_wanted` and `restore_wanted` (with a backup's path) come from the pages of the study;
    `start_wanted` bears the file of another program's study, which one here could begin with.
    """

    copy_wanted = Signal()
    restore_wanted = Signal(object)
    start_wanted = Signal(object)

    def __init__(self, window: MainWindow, makers: Makers) -> None:
        super().__init__(window)
        self.window, self.makers = window, makers
        self._aside = Aside(self)
        self.live: Live | None = None
        self.room: Workroom | None = None
        self._steps = NextSteps("", "")
        window.study_wanted.connect(lambda path: self.open(Path(path)))
        window.closing.connect(self.close)
        window.appearance.changed.connect(self._theme_changed)
        window.preferences.changed.connect(self._preferences_changed)
        window.status.stop_wanted.connect(self._stop)
        self._aside.progressed.connect(window.status.task.show_progress)
        self._aside.idle.connect(window.status.task.over)

    # ── opening ──────────────────────────────────────────────────────────────────────────────

    @property
    def _name(self) -> str:
        """What the user codes as."""
        return self.window.preferences.now.coder

    def open(self, path: Path) -> None:
        """Open a study, to write where that can be."""
        self._get(partial(opening.open_study, path, self._name), path)

    def read(self, path: Path, why: str = "") -> None:
        """Open a study to read only; `why` says what keeps it from being written."""
        self._get(partial(opening.read_study, path, self._name), path, why)

    def open_sample(self) -> None:
        """Open the sample study in the user's documents; it is made when it is not there."""
        path = user_documents_path() / _("Sample study.qnhs")
        self._get(partial(opening.open_sample, path, self._name, self.makers), path)

    def start(self, plan: StartPlan, files: Sequence[Path] = ()) -> None:
        """Make a study as planned, open it, and show what these files hold."""
        work = partial(opening.start_study, plan, self._name, self.makers)
        self._get(work, plan.path, files=files)

    def restore(self, path: Path, backup: Path) -> None:
        """Let go of the study, put a backup in its place, and open that."""
        told = _("The backup was restored. What stood there before is a backup now.")
        self._get(partial(opening.restore_study, path, backup, self._name), path, said=told)

    def _get(
        self,
        work: Callable[[Progress], Opened],
        path: Path,
        why: str = "",
        said: str = "",
        files: Sequence[Path] = (),
    ) -> None:
        if self._aside.busy:
            return
        self.close_study()
        then = partial(self._opened, why=why, said=said, files=files)
        self._aside.start(work, then, partial(self._not_opened, path), Opened.close)

    def _not_opened(self, path: Path, error: BaseException) -> None:
        offer: alerts.Offer | None = None
        if isinstance(error, Held):
            why = _("{who} on {machine} has had this study open since {since}.").format(
                **vars(error)
            )
            offer = (_("Open to read only"), lambda: self.read(path, why))
        elif isinstance(error, NotAStudy):
            offer = self._backup_offer(path) or self._start_offer(path)
            if not path.exists():
                self._forget_path(path)
        alerts.tell(self.window, error, offer)

    def _backup_offer(self, path: Path) -> alerts.Offer | None:
        backups = backups_of(path)
        if not backups:
            return None
        newest = backups[0]
        words = _("Restore the copy of {when}").format(
            when=f"{newest.made.astimezone():%d %B, %H:%M}"
        )
        return words, lambda: self.restore(path, newest.path)

    def _start_offer(self, path: Path) -> alerts.Offer | None:
        from qualcoder_nhs.importers.study_formats import is_study  # noqa: PLC0415  (with lxml)

        if not path.exists() or not is_study(path) or way_out(path):
            return None
        return _("Start a study from it"), lambda: self.start_wanted.emit(path)

    def _forget_path(self, path: Path) -> None:
        preferences = self.window.preferences
        preferences.set(preferences.now.without(str(path)))
        self.window.welcome.show_recent(preferences.now.recent)

    def _opened(self, opened: Opened, *, why: str, said: str, files: Sequence[Path]) -> None:
        window = self.window
        self.live = Live(opened.study, opened.coder.id, self)
        self.live.changed.connect(self._changed)
        self.live.failed.connect(self._failed)
        self.live.progressed.connect(window.status.task.show_progress)
        self.live.idle.connect(window.status.task.over)
        self.room = Workroom(self.live, opened.coder, window.preferences, window.appearance.theme)
        self._connect_room(self.room)
        window.setWindowTitle(f"{opened.name} – qualcoder_nhs")
        window.preferences.set(window.preferences.now.opened(opened.study.path))
        window.menus.add(desk_entries(), above="history")
        window.menus.add((*code_entries(_IN_OTHER_MENUS), *ROUND_ENTRIES, *page_entries()))
        window.show_page(self.room)
        self._warn(opened, why)
        window.status.say(said)
        self._show_state()
        self._ask_steps()
        if files:
            self.room.show_import(files)

    def _connect_room(self, room: Workroom) -> None:
        room.said.connect(self.window.status.say)
        room.keys_wanted.connect(self.window.show_keys)
        room.command_wanted.connect(self.window.wished)
        room.changed.connect(self._show_state)
        room.coder_chosen.connect(self._coder_chosen)
        room.study.restore_wanted.connect(self.restore_wanted)
        room.study.copy_wanted.connect(self.copy_wanted)

    def _warn(self, opened: Opened, why: str) -> None:
        banners, study = self.window.banners, opened.study
        banners.clear()
        if not study.writable:
            why = why or _("This file can be read but not written.")
            told = why + " " + _("Nothing you do here would be kept.")
            banners.add(told, _("Save a copy"), self.copy_wanted.emit)
        if told := place_words(study.place):
            banners.add(told)
        if study.backup_trouble:
            told = _("No backup could be made at opening: {why} The study itself is open and safe.")
            banners.add(told.format(why=study.backup_trouble))

    # ── closing ──────────────────────────────────────────────────────────────────────────────

    def close_study(self) -> None:
        """Finish what was asked, let go of the study, and show the welcome page."""
        if self.live is None or self.room is None:
            return
        left, right = self.room.code.panes.widths()
        self.window.preferences.change(left_width=left, right_width=right)
        live, room, self.live, self.room = self.live, self.room, None, None
        room.finish()
        live.close()
        live.deleteLater()
        menus = self.window.menus
        menus.remove([entry.id for entry in menus.entries if entry.id.startswith(_OF_A_STUDY)])
        self.window.show_welcome()
        self.window.take_away(room)

    def close(self) -> None:
        """The window goes: nothing runs on, nothing stays open."""
        self._aside.close()
        self.close_study()

    def _stop(self) -> None:
        self._aside.stop()
        if self.live is not None:
            self.live.stop()

    # ── copying ──────────────────────────────────────────────────────────────────────────────

    def copy_to(self, target: Path) -> None:
        """Write the open study to another file; a study that is only read goes on in the copy."""
        live = self.live
        if live is None or target == live.study.path:
            return

        def work(_progress: Progress) -> Path:
            save_copy(live.study, live.coder, target)
            return target

        self._aside.start(work, self._copied, self._copy_failed, lambda _target: None)

    def _copied(self, target: Path) -> None:
        self.window.status.say(_("A copy was saved as {name}.").format(name=target.name))
        if self.live is not None and not self.live.study.writable:
            self.open(target)

    def _copy_failed(self, error: BaseException) -> None:
        alerts.tell(self.window, error)

    # ── following ────────────────────────────────────────────────────────────────────────────

    def _changed(self, _changes: Changes) -> None:
        self.window.status.hush()  # the reply that follows a change may say something new
        self._ask_steps()

    def _ask_steps(self) -> None:
        if self.live is not None:
            self.live.ask(self._name_steps, self, next_steps, self.live.coder)

    def _name_steps(self, steps: NextSteps) -> None:
        if self.live is None:
            return
        self._steps = steps
        self.window.menus.name_steps(steps.undo, steps.redo)
        self.window.status.name_undo(steps.undo if self.live.study.writable else "")
        self._show_state()

    def _failed(self, refusal: Refusal) -> None:
        """A small thing is a line at the foot; what the world did is a dialog."""
        if alerts.is_small(refusal):
            self.window.status.say(str(refusal))
        else:
            alerts.tell(self.window, refusal)

    def _coder_chosen(self, coder: Coder) -> None:
        self.window.preferences.change(coder=coder.name)
        self._show_state()
        self._ask_steps()

    def _show_state(self) -> None:
        """Menus and status line as the study is now."""
        if self.live is None or self.room is None:
            return
        menus, room = self.window.menus, self.room
        menus.allow(self._have())
        menus.tick("history", on=not room.history.isHidden())
        for side in ("left", "right"):
            menus.tick(side, on=room.code.panes.has(side))
        self.window.status.show_study(
            room.coder.name,
            writable=self.live.study.writable,
            tokens=self.window.appearance.theme.tokens,
        )
        self.window.status.show_layer(room.layers.chosen.words, on=room.layers.to_be_told)

    def _have(self) -> Needs:
        have = Needs.STUDY
        if self.live is not None and self.live.study.writable:
            have |= Needs.WRITING
        if self.room is not None and self.room.code.wires.transcript is not None:
            have |= Needs.TRANSCRIPT
        if self._steps.undo:
            have |= Needs.UNDO
        return have | Needs.REDO if self._steps.redo else have

    def _theme_changed(self, theme: Theme) -> None:
        if self.room is not None:
            self.room.set_theme(theme)
            self._show_state()

    def _preferences_changed(self) -> None:
        if self.room is not None:
            self.room.set_preferences(self.window.preferences.now)
            self.room.set_theme(self.window.appearance.theme)
