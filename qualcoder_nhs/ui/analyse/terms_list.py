"""What letters mean among the things a sequence can be made of, as the list under a field."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from qualcoder_nhs.domain.talk_pattern import Sign, Sought
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.look.fonts import chrome_font, grown
from qualcoder_nhs.ui.widgets.pick_model import Pick

MOST, WIDTH, ROW = 8, 380, 26
_TERM = Qt.ItemDataRole.UserRole


class TermsList(QListWidget):
    """Lies over the page while one types; the keys stay in the field. `picked` bears a term."""

    picked = Signal(str)

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFont(chrome_font())
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setProperty("look", "card")
        self.itemClicked.connect(lambda item: self.picked.emit(str(item.data(_TERM))))
        self.hide()

    def offer(self, terms: Sequence[tuple[str, str]], below: QWidget) -> None:
        """Show terms with their words under the field; none takes the list away."""
        self.clear()
        for term, words in terms:
            item = QListWidgetItem(words)
            item.setData(_TERM, term)
            self.addItem(item)
        self.setCurrentRow(0)
        self.setVisible(bool(terms))
        if terms:
            self.setParent(below.window())
            row = max(grown(ROW), self.sizeHintForRow(0))
            self.resize(grown(WIDTH), row * len(terms) + 2 * self.frameWidth() + 4)
            self.move(below.mapTo(below.window(), QPoint(0, below.height() + 2)))
            self.raise_()
            self.show()

    def put_away(self, home: QWidget) -> None:
        """Show nothing, and go when its field goes."""
        self.hide()
        self.setParent(home)

    def walk(self, step: int) -> str:
        """Go to the next row or the one before; what it says, to be spoken."""
        self.setCurrentRow((self.currentRow() + step) % max(1, self.count()))
        return self.currentItem().text() if self.count() else ""

    @property
    def term(self) -> str:
        """The term one stands on; empty where the list is not shown."""
        return str(self.currentItem().data(_TERM)) if self.isVisible() else ""


def terms_meant(picks: Sequence[Pick], letters: str) -> list[tuple[str, str]]:
    """Terms that letters mean, those first that begin so; the letters as words stand last."""
    wanted = " ".join(letters.split())
    if not wanted:
        return []
    words = str(Sought(Sign.WORDS, wanted.strip('"“”')))
    meant = sorted(_ranked(picks, wanted.casefold()), key=lambda one: one[0])[:MOST]
    told = _("the words “{words}”").format(words=wanted.strip('"“”'))
    return [*((str(pick.value), _told(pick)) for _rank, pick in meant), (words, told)]


def _ranked(picks: Sequence[Pick], wanted: str) -> Iterator[tuple[int, Pick]]:
    for pick in picks:
        name = pick.words.casefold()
        if name.startswith(wanted):
            yield 0, pick
        elif f" {wanted}" in f" {name}" or f" {wanted}" in f" {pick.found_by.casefold()}":
            yield 1, pick
        elif wanted in f"{name} {pick.found_by.casefold()}":
            yield 2, pick


def _told(pick: Pick) -> str:
    """A code with its short name, anything else as it is."""
    sign, _colon, what = str(pick.value).partition(":")
    return f"{pick.words}  ({what})" if sign == Sign.CODE else pick.words
