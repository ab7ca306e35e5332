"""The Analyse desk among the desks of a study: hosts its pages, each made when first gone to."""

from collections.abc import Collection, Iterator
from dataclasses import replace

from PySide6.QtWidgets import QWidget

from qualcoder_nhs.domain.changes import Changes
from qualcoder_nhs.domain.study import Stance, StudyNote
from qualcoder_nhs.i18n import _
from qualcoder_nhs.settings import Settings
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.ui.analyse.frame import AnalyseFrame
from qualcoder_nhs.ui.desks.analyse_pages import GROUPS, PAGES, AnalysePage
from qualcoder_nhs.ui.desks.desk_room import Around, DeskRoom
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.widgets.side_list import PageEntry

FIRST = PAGES[0].id


class AnalyseRoom(DeskRoom):
    """A desk of rooms: what concerns a page goes to the page, and what a page says goes on."""

    page: AnalyseFrame

    def __init__(self, around: Around) -> None:
        super().__init__(AnalyseFrame(around.theme), around)
        self._around, self._live = around, around.live
        self._rooms: dict[str, DeskRoom] = {}
        self._stance, self._asked_for_all = Stance.CODEBOOK, False
        self.open = FIRST
        self.page.picked.connect(self.show)
        self.page.entered.connect(self._enter_page)
        self.page.away_wanted.connect(self._show_all)
        self.show(FIRST)
        self._ask_stance()

    # ── pages ────────────────────────────────────────────────────────────────────────────────

    def room_of(self, page: str) -> DeskRoom:
        """The room of a page; made now where nobody has gone there yet."""
        if page not in self._rooms:
            room = self._rooms[page] = _known(page).make(self._around)
            room.said.connect(self.said)
            room.jump.connect(self.jump)
            room.code_wanted.connect(self.code_wanted)
            room.quote_wanted.connect(self.quote_wanted)
            room.command_wanted.connect(self.command_wanted)
            room.set_preferences(self._around.preferences.now)
        return self._rooms[page]

    def show(self, page: str) -> None:
        """Go to a page; one that was put away is in the list from then on."""
        room = self.room_of(page)
        self.open = page
        self._asked_for_all = self._asked_for_all or _known(page).figure
        self._list_pages()
        self.page.show_page(room.page)

    def _enter_page(self, page: str) -> None:
        self.show(page)
        self.room_of(page).enter()

    def _list_pages(self) -> None:
        away = [one for one in PAGES if one.figure] if self._puts_away else []
        self.page.offer(list(_entries(away)), self.open)
        names = ", ".join(_(one.words) for one in away)
        why = _("Put away, since the study is {stance}: {names}.")
        told = why.format(stance=_(self._stance.words), names=names) if away else ""
        self.page.say_away(told, _("Show") if away else "")

    @property
    def _puts_away(self) -> bool:
        return self._stance.puts_figures_away and not self._asked_for_all

    def _show_all(self) -> None:
        self._asked_for_all = True
        self._list_pages()
        self.page.list.setFocus()

    def _ask_stance(self) -> None:
        self._live.ask(self._know, self, Reader.study)

    def _know(self, study: StudyNote) -> None:
        if study.stance is not self._stance:
            self._stance = study.stance
            self._list_pages()

    # ── as a desk ────────────────────────────────────────────────────────────────────────────

    @property
    def _shown(self) -> DeskRoom:
        return self._rooms[self.open]

    def enter(self) -> None:
        self._shown.enter()

    def run(self, command: str) -> bool:
        """Show a page by its id; `left` turns the list; all else is the open page's."""
        if any(one.id == command for one in PAGES):
            self._enter_page(command)
            return True
        if command == "left":
            self.page.side.setVisible(self.page.side.isHidden())
            return True
        return self._shown.run(command)

    def stops(self) -> list[QWidget]:
        listed: list[QWidget] = [] if self.page.side.isHidden() else [self.page.list]
        return [*listed, *self._shown.stops()]

    def follow(self, changes: Changes) -> None:
        if "studies" in changes:
            self._ask_stance()
        for room in self._rooms.values():
            room.follow(changes)

    def layer_changed(self) -> None:
        for room in self._rooms.values():
            room.layer_changed()

    def coder_changed(self) -> None:
        for room in self._rooms.values():
            room.coder_changed()

    def keep(self) -> None:
        for room in self._rooms.values():
            room.keep()

    def set_theme(self, theme: Theme) -> None:
        self._around = replace(self._around, theme=theme)
        self.page.set_theme(theme)
        for room in self._rooms.values():
            room.set_theme(theme)

    def set_preferences(self, now: Settings) -> None:
        for room in self._rooms.values():
            room.set_preferences(now)


def _entries(away: Collection[AnalysePage]) -> Iterator[PageEntry]:
    """The headings, each above its pages that are not put away."""
    for heading, pages in GROUPS:
        yield PageEntry("", _(heading))
        for one in pages:
            if one not in away:
                yield PageEntry(one.id, _(one.words), one.icon, _(heading))


def _known(page: str) -> AnalysePage:
    return next(one for one in PAGES if one.id == page)
