"""What the commands of the menus do to the study that is open, or to get one open."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

from platformdirs import user_documents_path
from PySide6.QtCore import QObject, QPoint

from qualcoder_nhs.domain.errors import BadFile
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.closed_files import way_out
from qualcoder_nhs.storage.backups import backups_of
from qualcoder_nhs.ui import alerts
from qualcoder_nhs.ui.file_asking import ask_to_open, ask_to_save
from qualcoder_nhs.ui.frame.by_name import SELF, ByName
from qualcoder_nhs.ui.frame.session import Session
from qualcoder_nhs.ui.frame.workroom import Workroom
from qualcoder_nhs.ui.importing.dropping import files_in
from qualcoder_nhs.ui.studies.start_dialog import SUFFIX, StartDialog
from qualcoder_nhs.ui.traffic.study_arrivals import ask_for_studies
from qualcoder_nhs.ui.working.live import Live


class Commands(QObject):
    """Does what is wished of a session; what needs a study does nothing without one."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session, self._window = session, session.window
        self.by_name = ByName(session)
        self._table = {
            **self._for_files(),
            **self._for_room(),
            **self._for_traffic(),
            **self._for_rounds(),
        }
        self._window.status.layer_wanted.connect(self._table["round:layer"])
        self._window.wished.connect(self.run)
        session.copy_wanted.connect(self.save_copy)
        session.restore_wanted.connect(self.ask_to_restore)
        session.start_wanted.connect(lambda path: self.start_with([path]))
        self._window.files_dropped.connect(self.start_with)

    def run(self, command: str) -> None:
        """Do what a command of the menus asks."""
        group, _colon, name = command.partition(":")
        room = self._session.room
        if group == "code" and room is not None:
            room.show_desk("code")
            room.code.desk.run(name)
        elif group == "desk" and room is not None:
            room.show_desk(name)
        elif group == "analyse" and room is not None:
            room.do_at("analyse", name)
        elif command in self._table:
            self._table[command]()

    def _for_files(self) -> dict[str, Callable[[], None]]:
        return {
            "start_study": self.ask_to_start,
            "open_study": self._ask_to_open,
            "bring_study": self._ask_to_bring,
            "sample": self._session.open_sample,
            "save_copy": self.save_copy,
            "close_study": self._session.close_study,
            "about": self._about,
            SELF: self.by_name.open,
        }

    def _for_room(self) -> dict[str, Callable[[], None]]:
        return {
            "undo": self._with_live(Live.undo),
            "redo": self._with_live(Live.redo),
            "coders": self._at("study", "coders"),
            "people": self._at("study", "people"),
            "guide": self._at("study", "guide"),
            "restore": self._at("study", "backups"),
            "history": self._with_room(lambda room: room.show_history(on=room.history.isHidden())),
            "left": self._with_room(lambda room: room.toggle_pane("left")),
            "right": self._with_room(lambda room: room.toggle_pane("right")),
            "find": self._with_room(lambda room: room.code.desk.run("find")),
            "find_study": self._with_room(Workroom.find_in_study),
            "find_code": self._at("code", "find_code"),
            "next_pane": self._with_room(lambda room: room.walk_panes(1)),
            "previous_pane": self._with_room(lambda room: room.walk_panes(-1)),
        }

    def _for_traffic(self) -> dict[str, Callable[[], None]]:
        return {
            "import": self._with_room(Workroom.begin_import),
            "import_study": self._with_room(lambda room: room.arrivals.ask()),
            "import_survey": self._with_room(lambda room: room.traffic.ask_for_survey()),
            "import_version": self._at("code", "correct"),
            "import_tables": self._with_room(lambda room: room.traffic.ask_for_tables()),
            "export_excerpts": self._with_room(_export),
            "export_themes": self._with_room(lambda room: room.do_at("themes", "export")),
            "export_handout": self._with_room(lambda room: room.hand_outs.ask_for_handout()),
            "export_extract": self._with_room(lambda room: room.hand_outs.ask_for_extract()),
            "export_codebook": self._with_room(lambda room: room.traffic.ask_to_write("codebook")),
            "export_codings": self._with_room(lambda room: room.traffic.ask_to_write("codings")),
            "export_transcript": self._with_room(_export_transcript),
            "export_project": self._with_room(lambda room: room.leaving.ask_for_project()),
            "export_archive": self._with_room(lambda room: room.leaving.ask_for_archive()),
        }

    def _for_rounds(self) -> dict[str, Callable[[], None]]:
        return {
            "round:layer": self._with_room(self._offer_layers),
            "round:finish": self._at("code", "finish"),
            "round:reopen": self._at("code", "reopen"),
            "round:new": self._at("agreement", "begin"),
            "round:packs": self._at("agreement", "packs"),
            "merge": self._at("agreement", "merge"),
            "work:refine": self._with_room(lambda room: room.codework.refine()),
            "work:versions": self._with_room(lambda room: room.codework.show_versions()),
        }

    def _offer_layers(self, room: Workroom) -> None:
        """Above the words at the foot that say which layer it is."""
        place = self._window.status.layer
        menu = room.layers.menu(self._window)
        menu.popup(place.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

    def _with_room(self, act: Callable[[Workroom], None]) -> Callable[[], None]:
        def do() -> None:
            if self._session.room is not None:
                act(self._session.room)

        return do

    def _at(self, desk: str, command: str) -> Callable[[], None]:
        return self._with_room(lambda room: room.do_at(desk, command))

    def _with_live(self, act: Callable[[Live], None]) -> Callable[[], None]:
        def do() -> None:
            if self._session.live is not None:
                act(self._session.live)

        return do

    # ── files ────────────────────────────────────────────────────────────────────────────────

    def _ask_to_open(self) -> None:
        kinds = _("Studies (*.qnhs)")
        ask_to_open(self._window, _("Open a study"), self._folder(), kinds, self._session.open)

    def ask_to_start(self) -> None:
        """Ask for a new study's name, place and codebook."""
        ready = self._session.makers.ready
        StartDialog(self._folder(), ready, self._session.start, self._window).open()

    def _ask_to_bring(self) -> None:
        ask_for_studies(self._window, self._folder(), self.start_with)

    def start_with(self, paths: Iterable[Path]) -> None:
        """Ask for a new study, into which these come next; a study of this program is opened."""
        from qualcoder_nhs.importers.study_formats import is_study  # noqa: PLC0415  (with lxml)

        files = files_in(paths)
        if own := next((path for path in files if path.suffix.casefold() == SUFFIX), None):
            self._session.open(own)
        elif why := next(filter(None, map(way_out, files)), ""):
            alerts.tell(self._window, BadFile(name=files[0].name, why=why))
        elif files:
            ready, session = self._session.makers.ready, self._session
            then = partial(session.start, files=files)
            dialog = StartDialog(self._folder(), ready, then, self._window)
            dialog.begin_with(files, codes=any(map(is_study, files)))
            dialog.open()

    def _folder(self) -> Path:
        """Where the latest study lies, else the user's documents."""
        recent = self._window.preferences.now.recent
        return Path(recent[0]).parent if recent else user_documents_path()

    def save_copy(self) -> None:
        """Ask where to, and save a copy of the open study there."""
        live = self._session.live
        if live is None:
            return
        path = live.study.path
        folder = path.parent if live.study.writable else _own_folder()
        suggested = folder / _("{name} copy.qnhs").format(name=path.stem)
        kinds = _("Studies (*.qnhs)")
        ask_to_save(self._window, _("Save a copy"), suggested, kinds, self._session.copy_to)

    def ask_to_restore(self, backup: Path) -> None:
        """Ask before a backup takes the place of the open study."""
        session, live = self._session, self._session.live
        if live is None:
            return
        path = live.study.path
        made = next((one.made for one in backups_of(path) if one.path == backup), None)
        when = f"{made.astimezone():%d %B %Y, %H:%M}" if made else backup.stem
        alerts.ask(
            self._window,
            _("Put the study back to {when}?").format(when=when),
            _("What was done since is kept as a backup, and can be brought back the same way."),
            _("Restore it"),
            lambda: session.restore(path, backup),
        )

    def _about(self) -> None:
        told = _(
            "Coding focus-group transcripts about doctors and managers in the NHS. Free software "
            "under the MIT licence; icons from Lucide under the ISC licence."
        )
        alerts.inform(self._window, "qualcoder_nhs", told)


def _own_folder() -> Path:
    """The user's documents; the folder above where a system has made none."""
    documents = user_documents_path()
    return next(folder for folder in (documents, *documents.parents) if folder.is_dir())


def _export_transcript(room: Workroom) -> None:
    room.leaving.ask_for_transcript(room.code.wires.transcript)


def _export(room: Workroom) -> None:
    """Let the page that is open leave as a file; from another desk, the excerpts."""
    if room.desk == "themes":
        room.do_at("themes", "export")
        return
    if room.desk != "analyse":
        room.do_at("analyse", "excerpts")
    room.do_at("analyse", "export")
