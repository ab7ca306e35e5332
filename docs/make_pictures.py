"""Makes the pictures of the pages in docs from the sample study: `python docs/make_pictures.py`."""

import os
import sys
import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from time import monotonic

HOUSE = Path(__file__).parents[1]
PICTURES = HOUSE / "docs" / "pictures"
SAMPLE = HOUSE / "transcripts_sample"
CODER = "HL"
CHOSEN = "I'd a ward of twenty-eight"
TO_CODE = "I've not been asked to"
MISHEARD = ("a ward of twenty-eight", "award of twenty-eight")
COMPARED = "tru-withheld"
WHO_SAYS = "tru-motive"
PLANTED = "FG1 t.23"
IN_DISPUTE = "there's a silver call"
BECAUSE = "The call is the other world. That it has to be nine is the motive."
READ_DIFFERENTLY = 4
PATIENCE = 30
APART = 5


def main(folder: Path = PICTURES) -> None:
    """Build the sample in a folder that goes again, and write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        live_in(Path(home))
        sys.path.insert(0, str(HOUSE))
        take_pictures(Path(home), folder)


def live_in(home: Path) -> None:
    """No screen, and none of the settings of whoever runs this."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    for name in ("HOME", "USERPROFILE", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
        os.environ[name] = str(home)


def take_pictures(home: Path, folder: Path) -> None:
    """One window for all of them, as somebody walks through it."""
    from PySide6.QtWidgets import QApplication

    from qualcoder_nhs import settings
    from qualcoder_nhs.settings import Settings, Shade
    from qualcoder_nhs.tasks.sample import build_sample
    from qualcoder_nhs.ui.start import make_window

    app = QApplication([])
    app.setCursorFlashTime(0)
    settings.save(Settings(coder=CODER, shade=Shade.LIGHT))
    sample = home / "Sample study.qnhs"
    build_sample(sample, CODER, lambda _done, _total, _words: None).close()
    window = make_window(app)
    window.show()
    window.resize(1440, 900)  # the screen that is none is smaller than the pictures
    Photographer(window, sample, folder).walk()
    window.close()


class Photographer:
    """Walks through the window and keeps what it sees."""

    def __init__(self, window, sample: Path, folder: Path) -> None:
        from qualcoder_nhs.ui.frame.session import Session

        self.window, self.sample, self.folder = window, sample, folder
        self.until(lambda: bool(window.findChildren(Session)))
        self.session = window.findChild(Session)

    def walk(self) -> None:
        """Every picture, in the order in which a new user meets them."""
        self.keep("welcome")
        self.session.open(self.sample)
        self.until(lambda: self.shown and "FG1" in self.shown.name)
        self.open_transcript("FG2")
        self.open_coding(CHOSEN)
        self.keep("desk-light")
        place = self.scroll.value()
        self.shade("dark")
        self.open_coding(CHOSEN)
        self.scroll.setValue(place)
        self.keep("desk-dark")
        self.shade("light")
        self.palette()
        self.correction()
        self.codebook_card("tru-withheld")
        self.excerpts("tru")
        self.matrix()
        self.finder()
        self.agreement()
        self.themes()
        self.study_pages()
        self.import_page()

    # ── waiting ──────────────────────────────────────────────────────────────────────────────

    def until(self, so: Callable[[], object]) -> None:
        """Let the window work until something is so."""
        latest = monotonic() + PATIENCE
        while not so():
            if monotonic() > latest:
                raise TimeoutError("the window did not get there")
            let_work(20)

    def settle(self) -> None:
        """Wait until everything that was asked has been answered and painted."""
        from qualcoder_nhs.storage.reader import Reader

        for _turn in range(4):
            if self.session.live is not None:
                asked = self.session.live.ask(lambda _coders: None, self.window, Reader.coders)
                asked.result(PATIENCE)  # everything asked before it has been answered
            let_work(60)

    def keep(self, name: str, dialog=None) -> None:
        """Write what stands in the window now, with a dialog over it where one is open."""
        self.settle()
        picture = self.window.grab()
        if dialog is not None:
            lay_over(picture, dialog.grab())
        small = few_colours(picture.toImage())
        small.save(str(self.folder / f"{name}.png"), "PNG", 0)

    # ── walking ──────────────────────────────────────────────────────────────────────────────

    @property
    def room(self):
        return self.session.room

    @property
    def desk(self):
        return self.room.code.desk

    @property
    def scroll(self):
        return self.desk.view.verticalScrollBar()

    @property
    def shown(self):
        """The transcript on the desk."""
        return self.desk.state.page.transcript if self.room else None

    def codes(self):
        return self.room.code.codebook.codebook

    def shade(self, name: str) -> None:
        self.window.menus.action(f"shade:{name}").trigger()
        self.settle()

    def open_transcript(self, name: str) -> None:
        from qualcoder_nhs.storage.reader import Reader

        found = self.session.live.study.ask(Reader.transcript_called, name)
        self.room.code.open_transcript(found)
        self.until(lambda: self.shown.id == found)

    def open_coding(self, words: str) -> None:
        """Choose the coding that begins with these words, with some talk above it."""
        start = self.desk.state.text.index(words)
        found = next(c for c in self.desk.state.page.codings if c.span.start == start)
        self.desk.open_coding(found.id)
        self.room.code.codebook.tree.go_to(found.code)
        self.settle()

    def palette(self) -> None:
        """Words are selected and two letters typed."""
        from PySide6.QtTest import QTest

        from qualcoder_nhs.domain.span import Span

        start = self.desk.state.text.index(TO_CODE)
        self.desk.run("escape")
        self.desk.view.setFocus()
        self.desk.view.select(Span(start, start + len(TO_CODE)))
        self.scroll.setValue(self.scroll.value() + 440)
        self.settle()
        for letter in "hol":
            QTest.keyClick(self.window.focusWidget(), letter)
        self.keep("palette")
        self.desk.palette_box.close_palette()

    def correction(self) -> None:
        """Other words for one turn, and what becomes of what lies on them."""
        from PySide6.QtCore import Qt
        from PySide6.QtTest import QTest

        from qualcoder_nhs.ui.correcting.turn_sheet import TurnSheet

        self.open_coding(CHOSEN)
        self.desk.view.setFocus()
        QTest.keyClick(self.desk.view, Qt.Key.Key_W)
        self.until(lambda: self.window.findChild(TurnSheet))
        sheet = self.window.findChild(TurnSheet)
        sheet.new.setPlainText(sheet.new.toPlainText().replace(*MISHEARD))
        self.until(sheet.accept_button.isEnabled)
        self.keep("correction", sheet)
        sheet.reject()

    def codebook_card(self, slug: str) -> None:
        """The full card of one code."""
        from qualcoder_nhs.ui.codebook.code_dialog import CodeDialog

        self.room.code.codebook.open_card(self.codes().find(slug).id)
        dialog = self.window.findChild(CodeDialog)
        self.keep("codebook-card", dialog)
        dialog.reject()

    def excerpts(self, slug: str) -> None:
        """The excerpts of one branch of the codebook."""
        self.room.show_desk("analyse")
        self.settle()
        self.room.desks["analyse"].room_of("excerpts").page.show_code(self.codes().find(slug).id)
        self.keep("excerpts")

    def matrix(self) -> None:
        """Who says what, with what was said behind one cell."""
        page = self.counted("matrix")
        table = page.body.view
        row = next(n for n, one in enumerate(page.tabled.rows) if one.key == WHO_SAYS)
        table.setCurrentIndex(table.table.index(row, 2))
        table.scrollTo(table.table.index(row + 3, 2))
        self.until(lambda: page.pane.list.talk.rows)
        self.keep("matrix")

    def finder(self) -> None:
        """What is said, and what the group does with it."""
        page = self.counted("sequences")
        found = page.body.list
        self.until(lambda: found.talk.rows)
        place = next(n for n, over in enumerate(found.talk.headings) if over.startswith(PLANTED))
        found.setCurrentIndex(found.talk.index(place))
        found.scrollTo(found.talk.index(place), found.ScrollHint.PositionAtTop)
        self.keep("finder")

    def counted(self, name: str):
        """A page of counts, when its table is there."""
        self.window.menus.action(f"analyse:{name}").trigger()
        page = self.room.desks["analyse"].room_of(name).page
        self.until(lambda: page.tabled is not None)
        return page

    def agreement(self) -> None:
        """The pilot round: how far everybody came, how far they agree, and what they differ on."""
        self.room.show_desk("agreement")
        self.settle()
        self.room.desks["agreement"].desk.show_page("board")
        self.keep("round-board")
        self.report("report-light")
        self.shade("dark")
        self.report("report-dark")
        self.shade("light")
        self.disagreement(IN_DISPUTE)

    def report(self, name: str) -> None:
        """The agreement report, with the passages behind one code."""
        page = self.room.desks["agreement"].report
        self.room.desks["agreement"].desk.show_page("report")
        self.until(lambda: page.page is not None and page.page.report is not None)
        page.sections.codes.tree.stand_on(COMPARED)
        self.until(page.passages.sentence.text)
        self.keep(name)

    def disagreement(self, words: str) -> None:
        """One passage on which the coders differ, with a decision begun."""
        from PySide6.QtTest import QTest

        page = self.room.desks["agreement"].queue
        self.room.desks["agreement"].desk.show_page("queue")
        self.until(lambda: page.pane.model.rows)
        items = page.queue.items
        page.pane.stand_on(next(n for n, one in enumerate(items) if words in one.words))
        page.foot.causes[READ_DIFFERENTLY].trigger()
        page.foot.all.trigger()
        page.foot.because.clear()  # it is settled already, and here one thinks again
        QTest.keyClicks(page.foot.because, BECAUSE)
        self.keep("queue")

    def themes(self) -> None:
        """The first theme, and what there is to look at before it is written."""
        self.room.show_desk("themes")
        self.settle()
        page = self.room.desks["themes"].page
        self.until(lambda: page.sheet.page is not None)
        self.keep("themes-light")

    def study_pages(self) -> None:
        """Who was in the rooms, and what was asked there."""
        for name, kept in (("people", "participants"), ("guide", "guide")):
            self.window.menus.action(name).trigger()
            self.settle()
            self.keep(kept)

    def import_page(self) -> None:
        """The sample's own files on their way into a study that is still empty."""
        from qualcoder_nhs.study import Study

        empty = self.sample.with_name("Pilot.qnhs")
        Study.create(empty, "Pilot", CODER).close()
        self.session.open(empty)
        self.until(lambda: self.room is not None and self.session.live.study.path == empty)
        page = self.room.traffic.importing
        self.room.show_import(sorted(SAMPLE.glob("FG*")))
        self.until(lambda: not page.session.waiting)
        page.files.list.setCurrentIndex(page.files.files.index(1))
        page.next_doubt()
        self.keep("import")


def let_work(milliseconds: int) -> None:
    """Wait as the window does when nobody touches it, so that its workers can count meanwhile.

    QTest.qWait keeps Python's lock while it waits: what counts would get none of the time.
    """
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def lay_over(picture, dialog) -> None:
    """Draw a dialog in the middle of a window that steps back."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QColor, QPainter

    painter = QPainter(picture)
    painter.fillRect(picture.rect(), QColor(0, 0, 0, 70))
    place = dialog.rect()
    place.moveCenter(picture.rect().center())
    painter.drawPixmap(place.topLeft(), dialog)
    painter.setPen(Qt.GlobalColor.gray)
    painter.drawRect(place)
    painter.end()


def few_colours(image):
    """The same in 256 colours, a third of the size: the frequent ones that can be told apart."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage

    image = image.convertToFormat(QImage.Format.Format_RGB32)
    table: list[int] = []
    for colour, _count in Counter(memoryview(image.constBits()).cast("I")).most_common():
        if all(distance(colour, kept) > APART for kept in table):
            table.append(colour)
    plain = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither
    return image.convertToFormat(QImage.Format.Format_Indexed8, table[:256], plain)


def distance(one: int, other: int) -> int:
    """How far apart two colours lie in the channel in which they differ most."""
    return max(abs((one >> shift & 255) - (other >> shift & 255)) for shift in (0, 8, 16))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
