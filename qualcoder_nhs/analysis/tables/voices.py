"""Who talks: turns, words and share of each person, by question, who begins, who follows whom."""

from collections.abc import Callable, Iterator

from qualcoder_nhs.analysis.counted_report import QUESTION, SPLIT, TRANSCRIPTS, CountedReport
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.tables.grid import question_of
from qualcoder_nhs.analysis.tables.slices import named
from qualcoder_nhs.analysis.tables.telling import NOT_PREVALENCE, audience, caption
from qualcoder_nhs.analysis.tables.voice_entries import Room, first_entry, next_entry, talk_entries
from qualcoder_nhs.analysis.voices import MODERATOR, UNKNOWN, Speaker
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _

TITLE = N_("Who talks")
PEOPLE, QUESTIONS, FIRST, FOLLOWS = "people", "questions", "first", "follows"
SHOW = Option(
    "show",
    Takes.CHOICE,
    N_("Show"),
    N_("What is told of the talk."),
    default=PEOPLE,
    choices=(
        (PEOPLE, N_("Turns, words and share")),
        (QUESTIONS, N_("Words by question")),
        (FIRST, N_("Who speaks first")),
        (FOLLOWS, N_("Who follows whom")),
    ),
)
_SAID = {
    PEOPLE: N_("Turns and words of each person, over those of all participants of the group."),
    QUESTIONS: N_("Words of each person while a question was open, over all participants’ words."),
    FIRST: N_("Which participant speaks first after the moderator has asked."),
    FOLLOWS: N_("Of the times somebody else speaks after the row’s person, how often who does."),
}
MODERATED = N_("The moderator stands apart, over all words in the room, and in no denominator.")
DOMINANT = N_("▲ one person has more than half of the participants’ words of the group.")

Told = tuple[tuple[Head, ...], tuple[Row, ...]]


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NoSuch: when the question is none of the guide's.
    """
    question, show = question_of(material, wish), wish.word("show")
    scope = Scope(material, question=question)
    talking = [session for session in scope.sessions if not session.survey]
    rooms = [Room(material, session, question) for session in talking]
    heads, rows = _MAKES[show](material, rooms)
    notes = tuple(_notes(scope, wish, show))
    return Tabled(
        name=_("Voices"),
        title=_(TITLE),
        corner=_("Question") if show == FIRST else _("Who"),
        heads=heads,
        rows=rows,
        notes=(_(_SAID[show]), *notes),
        caption=caption(_(TITLE), _(_SAID[show]), notes),
        headline=_(_SAID[show]),
    )


def _people(_material: Material, rooms: list[Room]) -> Told:
    heads = (
        Head(_("Turns"), key="turns"),
        Head(_("Words"), key="words"),
        Head(_("Share of words"), key="share"),
        Head(_("Words a turn"), key="length"),
        Head(_("Spoke on"), over=_("questions asked while there"), key="spoke"),
        Head(_("First on"), over=_("questions asked while there"), key="first"),
    )
    return heads, tuple(_row(room, who, talk_entries(room, who)) for room, who in _all(rooms))


def _questions(material: Material, rooms: list[Room]) -> Told:
    heads = tuple(Head(one.name, key=one.name) for one in material.questions)
    by_question = {
        one.id: [Room(material, room.session, one.id) for room in rooms]
        for one in material.questions
    }
    rows = []
    for at, room in enumerate(rooms):
        for who in room.everybody:
            parts = (by_question[one.id][at] for one in material.questions)
            rows.append(_row(room, who, tuple(part.words_entry(who) for part in parts)))
    return heads, tuple(rows)


def _first(material: Material, rooms: list[Room]) -> Told:
    heads = tuple(Head(room.session.name, key=room.session.name) for room in rooms)
    rows = tuple(
        Row(
            f"{one.name} {one.text}",
            tuple(first_entry(material, room.session, one.id) for room in rooms),
            key=one.name,
        )
        for one in material.questions
    )
    return heads, rows


def _follows(_material: Material, rooms: list[Room]) -> Told:
    """Columns bear names that several groups use; the row says of which group they are."""
    names = dict.fromkeys(room.name(who) for room in rooms for who in room.everybody)
    later = [one for one in (_(MODERATOR), _(UNKNOWN)) if one in names]
    ordered = [*sorted((one for one in names if one not in later), key=_numbered), *later]
    rows = tuple(
        _row(room, who, tuple(next_entry(room, who, name) for name in ordered))
        for room, who in _all(rooms)
    )
    return tuple(Head(name, key=name) for name in ordered), rows


_MAKES: dict[str, Callable[[Material, list[Room]], Told]] = {
    PEOPLE: _people,
    QUESTIONS: _questions,
    FIRST: _first,
    FOLLOWS: _follows,
}


def _all(rooms: list[Room]) -> Iterator[tuple[Room, Speaker]]:
    for room in rooms:
        for who in room.everybody:
            yield room, who


def _row(room: Room, who: Speaker, entries: tuple[Entry, ...]) -> Row:
    name = f"{room.session.name} {room.name(who)}"
    return Row(name, entries, key=f"{room.session.name}/{room.name(who)}")


def _numbered(name: str) -> tuple[int, str]:
    return len(name), name


def _notes(scope: Scope, wish: Wish, show: str) -> Iterator[str]:
    yield audience(scope) + "."
    if show in (PEOPLE, QUESTIONS):
        yield _(MODERATED)
        yield _(DOMINANT)
    not_asked: list[Session] = list(scope.not_asked)
    if not_asked:
        yield _("Not asked in {groups}.").format(groups=named(not_asked))
    if scope.respondents:
        yield _("Answers to surveys are left out: nobody talks with anybody there.")
    if scope.unmarked:
        told = _("Where the question was open is not marked yet in {groups}, which are left out.")
        yield told.format(groups=named(scope.unmarked))
    if wish.flag("split-interjections"):
        yield _("A turn that goes on after a short interjection counts as two.")
    else:
        yield _("A turn that goes on after an interjection of three words or fewer counts as one.")
    yield _(NOT_PREVALENCE)


REPORT = CountedReport(
    id="voices",
    title=TITLE,
    purpose=N_("How much each person says, who speaks first on a question, who follows whom."),
    options=(SHOW, QUESTION, TRANSCRIPTS, SPLIT),
    run=run,
)
