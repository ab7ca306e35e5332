"""What can be said of one participant: when they were there, and who else they are."""

from collections.abc import Callable, Iterator

from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.actions.presence import ForgetPresence, SayPresence
from qualcoder_nhs.actions.same_person import PartPerson
from qualcoder_nhs.domain.attributes import Presence
from qualcoder_nhs.domain.ids import ParticipantId, PresenceId, TranscriptId
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.people_grid import GroupSection, PeopleGrid, PersonRow

Wish = Callable[[Action[object]], object]

_LAST_TURN = 1_000_000


def person_menu(
    parent: QWidget,
    grid: PeopleGrid,
    section: GroupSection,
    row: PersonRow,
    wish: Wish,
    make_one: Callable[[ParticipantId, ParticipantId], object],
) -> QMenu:
    """The menu for one row; `wish` gets what is to be done, `make_one` two who are one person."""
    menu = QMenu(parent)
    for each in section.transcripts:
        _add_presence(menu, parent, each, row, wish)
    menu.addSeparator()
    below = menu.addMenu(_("The same person as"))
    for group, other in _others(grid, row):
        action = below.addAction(f"{other.person.name}, {group}")
        action.triggered.connect(lambda _on, one=other: make_one(row.person.id, one.person.id))
    for room, name in section.transcripts:
        words = _("Somebody else than in the other groups ({name})").format(name=name)
        part = menu.addAction(words)
        part.setEnabled(bool(row.elsewhere))
        part.triggered.connect(lambda _on, room=room: wish(PartPerson(row.person.id, room)))
    menu.aboutToHide.connect(menu.deleteLater)
    return menu


def add_own_words(
    menu: QMenu, section: GroupSection, row: PersonRow, wish: Callable[[ParticipantId, str], object]
) -> None:
    """Offer to write down all that somebody said, for them to check; `wish` gets who it is."""
    action = menu.addAction(_("Export their own words …"))
    action.setEnabled(bool(row.turns))
    name = f"{section.group.name} {row.person.name}" if section.group else row.person.name
    action.triggered.connect(lambda: wish(row.person.id, name))


def _add_presence(
    menu: QMenu, parent: QWidget, room: tuple[TranscriptId, str], row: PersonRow, wish: Wish
) -> None:
    transcript, name = room
    known = next((one for one in row.presences if one.transcript == transcript), None)
    said = known or Presence(PresenceId(""), transcript, row.person.id)
    came = menu.addAction(_("Came late to {name} …").format(name=name))
    came.triggered.connect(lambda: _ask(parent, row, said, wish, first=True))
    left = menu.addAction(_("Left {name} early …").format(name=name))
    left.triggered.connect(lambda: _ask(parent, row, said, wish, first=False))
    always = menu.addAction(_("There for all of {name}").format(name=name))
    always.setEnabled(known is not None)
    always.triggered.connect(lambda: wish(ForgetPresence(transcript, row.person.id)))


def _ask(parent: QWidget, row: PersonRow, known: Presence, wish: Wish, *, first: bool) -> None:
    """The number of a turn; where it is the first or last one heard, the study says so."""
    before = known.first if first else known.last
    words = _("{name} was there from turn") if first else _("{name} was there until turn")
    turn, given = QInputDialog.getInt(
        parent,
        row.person.name,
        words.format(name=row.person.name),
        before or 1,
        1,
        _LAST_TURN,
    )
    if given:
        start, end = (turn, known.last) if first else (known.first, turn)
        wish(SayPresence(known.transcript, row.person.id, start, end))


def _others(grid: PeopleGrid, row: PersonRow) -> Iterator[tuple[str, PersonRow]]:
    """Everybody else, with their group, each once; namesakes first."""
    found: dict[str, tuple[str, PersonRow]] = {}
    for section in grid.sections:
        for other in section.rows:
            if other.person.id != row.person.id:
                group = section.group.name if section.group else ""
                found.setdefault(other.person.id, (group, other))
    named = sorted(found.values(), key=lambda one: one[1].person.name != row.person.name)
    yield from named
