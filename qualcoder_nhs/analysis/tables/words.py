"""Frequent words: how often, by how many and at what rate each is said, by role."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.analysis.counted_report import QUESTION, TRANSCRIPTS, CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.by_people import (
    BY,
    STEMS,
    Part,
    few_of,
    notes_of,
    parts,
    said_entry,
)
from qualcoder_nhs.analysis.tables.telling import NOT_PREVALENCE, ONE_VOICE, caption
from qualcoder_nhs.analysis.words.spoken import spoken
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _

TITLE = N_("Frequent words")
MOST = Option(
    "most", Takes.NUMBER, N_("At most"), N_("So many words are listed."), default=30, least=1
)


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NotAChoice: when there is no such attribute.
        NoSuch: when the question is none of the guide's.
    """
    cut, stems = parts(material, wish), wish.flag(STEMS.id)
    rows = tuple(_rows(cut, wish.number(MOST.id), stems=stems))
    notes = (
        _("Words of the stop list, single letters and numbers are left out."),
        _(ONE_VOICE),
        *notes_of(cut, wish),
        _(NOT_PREVALENCE),
    )
    forms = (Head(_("Forms"), key="forms"),) if stems else ()
    return Tabled(
        name=_("Words"),
        title=_(TITLE),
        corner=_("Word"),
        heads=(*(part.head for part in cut), *forms),
        rows=rows,
        notes=notes,
        caption=caption(_(TITLE), "", notes),
        few=few_of(cut),
    )


def _rows(cut: Sequence[Part], most: int, *, stems: bool) -> Iterator[Row]:
    # numpy comes with these: when words are counted, not wherever reports are listed.
    from qualcoder_nhs.analysis.words.frequent import frequent, where  # noqa: PLC0415
    from qualcoder_nhs.analysis.words.stream import Stream  # noqa: PLC0415

    stream = Stream(spoken(cut[0].scope))
    wanted = frequent(stream, most, stems=stems)
    turns = where(stream, wanted)
    held = [(part, stream.part(part.scope)) for part in cut]
    for one in wanted:
        said = (said_entry(part, stream.uses(turns[one.key], own)) for part, own in held)
        forms = (Entry(", ".join(one.forms)),) if stems else ()
        yield Row(one.word, (*said, *forms), key=one.key)


REPORT = CountedReport(
    id="words",
    title=TITLE,
    purpose=N_("The words said most often, by role: times, people and times in 1,000 words."),
    options=(BY, STEMS, MOST, QUESTION, TRANSCRIPTS),
    run=run,
)
