"""Who coded what: for each coder the codings, the codes used, and how far through the talk."""

from collections import Counter
from collections.abc import Mapping, Sequence

from qualcoder_nhs.analysis.counted_report import CODES, OF_MATERIAL, CountedReport
from qualcoder_nhs.analysis.counting.hits import Hit
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.tables.code_rows import wished_codes
from qualcoder_nhs.analysis.tables.grid import ALL, Grid
from qualcoder_nhs.analysis.tables.measures import of, places
from qualcoder_nhs.analysis.tables.slices import CODER, Slice, slices
from qualcoder_nhs.analysis.tables.telling import caption, of_material
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Mark, Row, Tabled
from qualcoder_nhs.i18n import N_, _

TITLE = N_("Who coded what")


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    grid = Grid(material, wish)
    told = _("For each discussion: turns that carry a coding by this coder, of all that count.")
    notes = (told, *of_material(material, grid.scope(ALL), wish))
    return Tabled(
        name=_("Coders"),
        title=_(TITLE),
        corner=_("Coder"),
        heads=(
            Head(_("Codings"), key="codings"),
            Head(_("Codes used"), key="codes"),
            Head(_("Transcripts"), key="transcripts"),
            Head(_("Flagged"), key="flagged"),
            *(Head(room.name, key=room.name) for room in material.sessions),
        ),
        rows=tuple(
            _row(material, grid.held(one), one, _offered(material, wish))
            for one in slices(material, CODER, wish)
        ),
        notes=notes,
        caption=caption(_(TITLE), told, notes[1:]),
        headline=told,
    )


def _offered(material: Material, wish: Wish) -> int:
    """How many codes there are to apply."""
    wanted = wished_codes(material.codebook, wish.names("codes"))
    return sum(
        1
        for code in material.codebook.codes
        if code.id in wanted and not code.archived and code.applicable is not Applicable.NO
    )


def _row(material: Material, held: Sequence[Hit], one: Slice, offered: int) -> Row:
    codings = {hit.coding.id: hit.coding for hit in held}
    flagged = {key: coding for key, coding in codings.items() if coding.flags}
    codes = {coding.code for coding in codings.values()}
    rooms = {coding.transcript for coding in codings.values()}
    every = tuple(codings)
    return Row(
        name=one.title,
        entries=(
            Entry(of(len(codings), len(material.codings)), len(codings), codings=every),
            Entry(of(len(codes), offered), len(codes), codings=every),
            Entry(of(len(rooms), len(material.sessions)), len(rooms), codings=every),
            _flags(flagged, len(codings)),
            *(_turns(room, held) for room in material.sessions),
        ),
        key=one.key,
    )


def _flags(flagged: Mapping[CodingId, Coding], codings: int) -> Entry:
    """Such as `12 of 90: strong 9, deviant 3`."""
    apart = Counter(flag for coding in flagged.values() for flag in coding.flags)
    kinds = ", ".join(f"{flag} {apart[flag]}" for flag in Flag if apart[flag])
    number = of(len(flagged), codings)
    return Entry(f"{number}: {kinds}" if kinds else number, len(flagged), codings=tuple(flagged))


def _turns(room: Session, held: Sequence[Hit]) -> Entry:
    own = [hit for hit in held if hit.session.id == room.id]
    said = {hit.turn.part_of for hit in own if hit.turn}
    total = {turn.part_of for turn in room.turns if turn.counts and turn.words}
    return Entry(
        words=of(len(said), len(total)),
        number=len(said),
        mark=Mark.NONE if own else Mark.NOTHING,
        codings=tuple(dict.fromkeys(hit.coding.id for hit in own)),
        turns=places(own),
    )


REPORT = CountedReport(
    id="coders",
    title=TITLE,
    purpose=N_("For each coder: codings, codes used, and how many turns of each transcript."),
    options=(CODES, *OF_MATERIAL),
    run=run,
)
