"""Export theme pack: the choices, and before anything is saved what they make and leave out."""

from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QRadioButton, QVBoxLayout, QWidget

from qualcoder_nhs.domain.theme_pack import ThemePack
from qualcoder_nhs.exporters.theme_packs.pack_words import CONFIDENTIAL, of
from qualcoder_nhs.exporters.theme_packs.theme_pack_back import kept_back
from qualcoder_nhs.exporters.theme_packs.theme_pack_formats import pack_formats
from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.pack_offer import PackOffer
from qualcoder_nhs.queries.theme_pack import theme_pack
from qualcoder_nhs.ui.file_asking import ask_to_save
from qualcoder_nhs.ui.look.fonts import Size, chrome_font
from qualcoder_nhs.ui.look.grounds import on_ground
from qualcoder_nhs.ui.look.theme import Theme
from qualcoder_nhs.ui.themes.pack_choices import PackChoices
from qualcoder_nhs.ui.widgets.labels import button, label, wrapped
from qualcoder_nhs.ui.working.live import Live

MARGIN = 60
"""Of the screen, what is left around the highest sheet."""

SETTLE = 250
"""Milliseconds without another choice before what they make is asked for."""


class PackSheet(QDialog):
    """Chooses how themes leave. `wanted` bears the wish and the file; nothing is written here."""

    wanted = Signal(object, object)

    def __init__(
        self, live: Live, offer: PackOffer, layer: str | None, theme: Theme, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._live, self._asked = live, 0
        self.setWindowTitle(_("Export theme pack"))
        on_ground(self, "side")
        self.choices = PackChoices(offer, layer, theme)
        self.formats = [
            (QRadioButton(f"{name} ({suffix})"), name, suffix) for name, suffix in pack_formats()
        ]
        self.formats[0][0].setChecked(True)
        self.sum = wrapped("", Size.LABEL)
        self.kept_back = wrapped("", Size.SMALL, "second")
        self.save = button(_("Save as …"), "primary")
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE)
        self._lay_out()
        self._settling.timeout.connect(self._ask)
        self.choices.changed.connect(self._settling.start)
        self.save.clicked.connect(self._save)
        self.show_pack(offer.pack)

    def _lay_out(self) -> None:
        cancel = button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        cancel.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(8)
        column.addWidget(label(_("Export theme pack"), Size.TITLE))
        column.addWidget(wrapped(_(CONFIDENTIAL), Size.SMALL, "second"))
        column.addSpacing(8)
        column.addWidget(self.choices, 1)
        column.addSpacing(8)
        column.addWidget(label(_("Write a file for"), Size.LABEL))
        kinds = QHBoxLayout()
        kinds.setSpacing(20)
        for radio, _name, _suffix in self.formats:
            radio.setFont(chrome_font())
            kinds.addWidget(radio)
        kinds.addStretch(1)
        column.addLayout(kinds)
        column.addSpacing(8)
        column.addWidget(self.sum)
        column.addWidget(self.kept_back)
        foot = QHBoxLayout()
        foot.addStretch(1)
        foot.addWidget(cancel)
        foot.addWidget(self.save)
        column.addLayout(foot)
        self.save.setDefault(True)
        self.setMinimumWidth(900)

    # ── what the choices make ────────────────────────────────────────────────────────────────

    def _ask(self) -> None:
        self._asked += 1
        number, wish = self._asked, self.choices.wish
        nothing = not wish.themes

        def show(pack: ThemePack) -> None:
            if number == self._asked:
                self.show_pack(pack, nothing=nothing)

        self._live.ask(show, self, theme_pack, wish)

    def show_pack(self, pack: ThemePack, *, nothing: bool = False) -> None:
        """Tell what would be in the file, what would not, and what is described more widely."""
        if nothing or not pack.themes:
            self.sum.setText(_("No theme is chosen."))
            self.kept_back.setText("")
            self.save.setEnabled(False)
            return
        excerpts = ngettext("{n} excerpt", "{n} excerpts", pack.excerpts)
        themes = ngettext("{n} theme", "{n} themes", len(pack.themes))
        people = "; ".join(
            f"{one.name}: {of(len(one.whole.participants), one.whole.participants_of)}"
            for one in pack.themes
        )
        words = _("{excerpts} of {themes}, from the layer “{layer}”. Participants: {people}.")
        told = words.format(excerpts=excerpts, themes=themes, layer=pack.layer, people=people)
        self.sum.setText(told)
        kept = kept_back(pack) or [_("Nothing is left out, and nothing is widened.")]
        self.kept_back.setText("\n".join(kept))
        self.save.setEnabled(True)
        self._make_room()

    def _make_room(self) -> None:
        """A layout of words that wrap asks nobody for the height that it needs."""
        column = self.layout()
        if column is not None:
            column.activate()
            most = self.screen().availableGeometry().height() - MARGIN
            self.setMinimumHeight(min(most, column.totalHeightForWidth(self.width())))

    def _save(self) -> None:
        chosen = next(one for one in self.formats if one[0].isChecked())
        name, suffix = chosen[1], chosen[2]
        file = self._live.study.path.parent / f"{_('Themes')}{suffix}"
        ask_to_save(self, _("Save as"), file, f"{name} (*{suffix})", self._chosen)

    def _chosen(self, path: Path) -> None:
        self.wanted.emit(self.choices.wish, path)
        self.accept()
