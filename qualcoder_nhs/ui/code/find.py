"""The field at the head finds words; the view frames them and walks from hit to hit."""

from collections.abc import Callable

from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.ui.code.finding import hits
from qualcoder_nhs.ui.code.header import DeskHeader
from qualcoder_nhs.ui.code.transcript_view import TranscriptView
from qualcoder_nhs.ui.code.wishes import Wishes


class Find:
    """Binds the head's field to the view."""

    def __init__(self, view: TranscriptView, header: DeskHeader, wishes: Wishes) -> None:
        self._view = view
        self._header = header
        self._wishes = wishes
        header.field.textChanged.connect(self._search)
        header.field.stepped.connect(lambda forward: self._step(forward=forward))
        header.field.left.connect(view.setFocus)

    def table(self) -> dict[str, Callable[[], None]]:
        """What it can do, by the id of the command."""
        return {
            "find": self._begin,
            "find_next": lambda: self._step(forward=True),
            "find_previous": lambda: self._step(forward=False),
        }

    def _begin(self) -> None:
        selected = self._view.selected()
        if selected and len(selected) < 60:
            self._header.field.setText(selected.of(self._view.state.text))
        self._header.field.setFocus()
        self._header.field.selectAll()

    def _search(self, words: str) -> None:
        state = self._view.state
        self._view.set_hits(hits(state.text, state.paragraphs, words))
        self._tell(words, None)
        if words.strip() and not self._view.hits.spans:
            self._wishes.missing.emit(words.strip())

    def _step(self, *, forward: bool) -> None:
        found = self._view.hits
        selected = self._view.selected()
        place = selected.start if selected else self._view.caret()
        hit = found.after(place) if forward else found.before(place)
        if hit:
            self._view.select(hit)
            self._tell(self._header.field.text(), hit)

    def _tell(self, words: str, hit: Span | None) -> None:
        found = self._view.hits
        if not words.strip():
            told = ""
        elif not found.spans:
            name = self._view.state.page.transcript.name
            told = _("“{words}” is not in {name}.").format(words=words.strip(), name=name)
        else:
            number = found.number(hit) if hit else "–"
            told = _("{number} of {count}").format(number=number, count=f"{len(found.spans):,}")
        self._header.found.setText(told)
