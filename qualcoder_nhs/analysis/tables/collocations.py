"""Collocations: words that stand near each other, by how surprising that is, by role."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.analysis.counted_report import QUESTION, TRANSCRIPTS, CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.by_people import BY, Part, few_of, notes_of, parts, said_entry
from qualcoder_nhs.analysis.tables.telling import NOT_PREVALENCE, ONE_VOICE, caption
from qualcoder_nhs.analysis.words.spoken import spoken
from qualcoder_nhs.analysis.words.strength import LIKELIHOOD, PMI
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _

TITLE = N_("Collocations")
MEASURE = Option(
    "measure",
    Takes.CHOICE,
    N_("Measure"),
    N_("How strong a pair is: log-likelihood, or pointwise mutual information."),
    default=LIKELIHOOD,
    choices=((LIKELIHOOD, N_("Log-likelihood")), (PMI, N_("Mutual information"))),
)
WORD = Option("word", Takes.WORDS, N_("Word"), N_("Only pairs with this word; all otherwise."))
WINDOW = Option(
    "window",
    Takes.NUMBER,
    N_("Window"),
    N_("The second word is among so many words after the first."),
    default=4,
    least=1,
    most=50,
)
LEAST = Option(
    "least", Takes.NUMBER, N_("At least"), N_("Pairs said so many times."), default=3, least=1
)
MOST = Option(
    "most", Takes.NUMBER, N_("At most"), N_("So many pairs are listed."), default=50, least=1
)


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NotAChoice: when there is no such attribute.
        NoSuch: when the question is none of the guide's.
    """
    cut, measure = parts(material, wish), wish.word(MEASURE.id)
    rows = tuple(_rows(cut, wish))
    notes = (
        _told(measure).format(least=wish.number(LEAST.id), window=wish.number(WINDOW.id)),
        _("Words of the stop list, single letters and numbers are in no pair."),
        _(ONE_VOICE),
        *notes_of(cut, wish),
        _(NOT_PREVALENCE),
    )
    return Tabled(
        name=_(TITLE),
        title=_(TITLE),
        corner=_("Words"),
        heads=(Head(dict(MEASURE.choices)[measure], key="score"), *(part.head for part in cut)),
        rows=rows,
        notes=notes,
        caption=caption(_(TITLE), "", notes),
        few=few_of(cut),
    )


def _rows(cut: Sequence[Part], wish: Wish) -> Iterator[Row]:
    # numpy comes with these: when words are counted, not wherever reports are listed.
    from qualcoder_nhs.analysis.words.collocating import Pairs  # noqa: PLC0415
    from qualcoder_nhs.analysis.words.stream import Stream  # noqa: PLC0415

    stream = Stream(spoken(cut[0].scope))
    least, most = wish.number(LEAST.id), wish.number(MOST.id)
    word = wish.word(WORD.id).strip().lower()
    pairs = Pairs(stream, wish.number(WINDOW.id))
    held = [(part, stream.part(part.scope)) for part in cut]
    for one in pairs.strongest(wish.word(MEASURE.id), least, most, word):
        said = (said_entry(part, stream.uses(one.turns, own)) for part, own in held)
        entries = (Entry(f"{one.score:.1f}", one.score), *said)
        yield Row(f"{one.pair[0]} … {one.pair[1]}", entries, key=" ".join(one.pair))


def _told(measure: str) -> str:
    if measure == PMI:
        return _(
            "Pairs within {window} words of a turn, said at least {least} times, by pointwise "
            "mutual information (base 2), which favours rare words."
        )
    return _(
        "Pairs within {window} words of a turn, said at least {least} times, by log-likelihood "
        "(Dunning): how much likelier the pair is than if the words kept apart. It ranks pairs and "
        "tests nothing."
    )


REPORT = CountedReport(
    id="collocations",
    title=TITLE,
    purpose=N_("Words that stand near each other more often than expected, by role."),
    options=(MEASURE, WORD, WINDOW, LEAST, MOST, BY, QUESTION, TRANSCRIPTS),
    run=run,
)
