"""Keyword in context: each time a word is said, by role, with the words on either side."""

from collections.abc import Iterator, Sequence

from qualcoder_nhs.analysis.counted_report import QUESTION, TRANSCRIPTS, CountedReport
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.left_out import LEFT_OUT
from qualcoder_nhs.analysis.tables.by_people import (
    BY,
    STEMS,
    Part,
    few_of,
    notes_of,
    parts,
    said_entry,
    use_of,
)
from qualcoder_nhs.analysis.tables.telling import NOT_PREVALENCE, caption
from qualcoder_nhs.analysis.words.kwic import Context, contexts
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.i18n import N_, _, ngettext

TITLE = N_("Keyword in context")
WORD = Option(
    "word", Takes.WORDS, N_("Word"), N_("A word or a phrase; a star stands for the rest of a word.")
)
AROUND = Option(
    "around", Takes.NUMBER, N_("Words around"), N_("On either side."), default=10, least=1, most=200
)
MOST = Option(
    "most", Takes.NUMBER, N_("At most"), N_("So many places are listed."), default=200, least=1
)


def run(material: Material, wish: Wish) -> Tabled:
    """The table.

    Raises:
        NotAChoice: when there is no such attribute.
        NoSuch: when the question is none of the guide's.
    """
    word = " ".join(wish.word(WORD.id).split())
    if not word:
        return _waiting()
    everybody, *kinds = parts(material, wish)
    around, stems = wish.number(AROUND.id), wish.flag(STEMS.id)
    found = {
        part.head.key: contexts(part.scope, word, around, stems=stems)
        for part in kinds or [everybody]
    }
    all_of_it = contexts(everybody.scope, word, around, stems=stems) if kinds else None
    whole = found["all"] if all_of_it is None else all_of_it
    said = said_entry(everybody, use_of(everybody, [one.spoken for one in whole]))
    room = wish.number(MOST.id)
    rows = tuple(_rows(material, kinds or [everybody], found, room))
    listed = sum(row.depth > 1 for row in rows)
    total = sum(map(len, found.values()))
    notes = (
        _("“{word}”: {told}.").format(word=word, told=said.words),
        *_cut(listed, total),
        *notes_of([everybody, *kinds], wish),
        _(NOT_PREVALENCE),
    )
    return Tabled(
        name=_("Keyword"),
        title=_("“{word}” in context").format(word=word),
        corner=_("Where"),
        heads=_heads(),
        rows=rows,
        notes=notes,
        caption=caption(_("“{word}” in context").format(word=word), "", notes),
        few=few_of([everybody, *kinds]),
    )


def _heads() -> tuple[Head, ...]:
    return (
        Head(_("Who"), key="who"),
        Head(_("Before"), key="before", long=True),
        Head(_("Word"), key="word"),
        Head(_("After"), key="after", long=True),
    )


def _waiting() -> Tabled:
    """Before a word is named."""
    return Tabled(
        _("Keyword"), _(TITLE), _("Where"), _heads(), (), (_("Name a word or a phrase."),)
    )


def _rows(
    material: Material, kinds: Sequence[Part], found: dict[str, list[Context]], room: int
) -> Iterator[Row]:
    """Each kind of people with how often and how widely they say it, then the places."""
    for part in kinds:
        held = found[part.head.key]
        told = said_entry(part, use_of(part, [one.spoken for one in held]))
        shown = (Entry(""), told, Entry(""), Entry(""))
        yield Row(
            part.head.title, shown, key=part.head.key, over=part.head.over, people=part.head.people
        )
        for at, one in enumerate(held[:room]):
            yield _row(material, part, one, at)
        room -= min(room, len(held))


def _row(material: Material, part: Part, one: Context, at: int) -> Row:
    turns = ((one.session.id, one.turn.index),)
    kept = _(LEFT_OUT) if material.identifies(one.session.id, one.turn.span) else None
    before, after = (Entry(words, turns=turns, outside=kept) for words in (one.before, one.after))
    return Row(
        name=f"{one.session.name} t.{one.turn.index}",
        entries=(Entry(one.turn.label, turns=turns), before, Entry(one.words, turns=turns), after),
        depth=2,
        key=f"{part.head.key}:{at + 1}",
    )


def _cut(listed: int, total: int) -> Iterator[str]:
    if listed < total:
        told = ngettext("{n} more place is", "{n} more places are", total - listed)
        yield _("{places} counted and not listed.").format(places=told)


REPORT = CountedReport(
    id="kwic",
    title=TITLE,
    purpose=N_("Each time a word or phrase is said, with the words around it, by role."),
    options=(WORD, STEMS, BY, AROUND, MOST, QUESTION, TRANSCRIPTS),
    run=run,
)
