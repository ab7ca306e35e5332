"""Sequences: passages in which one thing comes near another, such as praise beside a pause."""

from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime

from qualcoder_nhs.analysis.counted_report import OF_MATERIAL, QUESTION, CountedReport
from qualcoder_nhs.analysis.counting.hits import hits
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.left_out import LEFT_OUT
from qualcoder_nhs.analysis.tables.finder import Passage, passages
from qualcoder_nhs.analysis.tables.grid import question_of
from qualcoder_nhs.analysis.tables.measures import of
from qualcoder_nhs.analysis.tables.pattern_wish import OPTIONS, OWN, wished_patterns
from qualcoder_nhs.analysis.tables.telling import caption, of_material
from qualcoder_nhs.domain.coding import Coding
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.ids import CodeId, CoderId, CodingId, QuestionId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Row, Tabled
from qualcoder_nhs.domain.talk_pattern import Sought, TalkPattern
from qualcoder_nhs.i18n import N_, _, ngettext

_LONGEST = 40
"""Words of a turn that a table has room for."""


def run(material: Material, wish: Wish) -> Tabled:
    """The passages.

    Raises:
        NotAChoice: when a term is none, or one half of a pattern is missing.
        NoSuch, Ambiguous: when a name means nothing, or several things.
    """
    title, patterns, missing = wished_patterns(material, wish)
    question = question_of(material, wish)
    found = _in_order(material, patterns, question)
    scope = Scope(material, question=question)
    counted = scope.count(hits(material, [begun for one in found for begun in _begun(one)]))
    notes = (
        ngettext("Found {n} time", "Found {n} times", len(found)) + _counted(counted),
        *_notes(wish, missing),
        *of_material(material, scope, wish),
    )
    return Tabled(
        name=_("Sequences"),
        title=title,
        corner=_("Where"),
        heads=(
            Head(_("Question"), key="question"),
            Head(_("Sequence"), key="sequence", long=True),
            Head(_("Words"), key="words", long=True),
        ),
        rows=tuple(_row(material, one) for one in found),
        notes=notes,
        caption=caption(title, notes[0], notes[1:]),
        headline=notes[0],
    )


def _in_order(
    material: Material, patterns: Sequence[TalkPattern], question: QuestionId | None
) -> list[Passage]:
    order = {one.id: at for at, one in enumerate(material.sessions)}
    found = [one for pattern in patterns for one in passages(material, pattern, question)]
    return sorted(found, key=lambda one: (order[one.session.id], one.first, one.last))


def _begun(one: Passage) -> Iterator[Coding]:
    """The turns in which a passage begins, to be counted as codings are; they are kept nowhere."""
    made = datetime.min.replace(tzinfo=UTC)
    for turn in dict.fromkeys(sign.turn for sign in one.begun):
        name = CodingId(f"{one.session.id}:{turn}")
        span = one.session.turns[turn - 1].span
        yield Coding(name, one.session.id, CoderId(""), CodeId(""), "", span, made)


def _counted(found: Count) -> str:
    told = _(", in {groups} groups; {people} participants speak in what comes first.")
    return told.format(
        groups=of(len(found.groups), found.groups_of),
        people=of(len(found.participants), found.participants_of),
    )


def _row(material: Material, one: Passage) -> Row:
    turns = tuple((one.session.id, turn) for turn in range(one.first, one.last + 1))
    codings = tuple(dict.fromkeys(sign.coding for sign in one.signs if sign.coding))
    seen = (sign.span for sign in one.signs if not sign.coding)
    spans = tuple((one.session.id, span) for span in dict.fromkeys(seen))
    names = {known.id: known.name for known in material.questions}
    asked, words = names.get(one.question, "–") if one.question else "–", _words(one)
    outside = _words(one, kept=lambda span: material.identifies(one.session.id, span))
    shown = ((asked, asked), (_sequence(one), _sequence(one)), (words, outside))
    return Row(
        name=one.name,
        entries=tuple(
            Entry(
                inside,
                codings=codings,
                turns=turns,
                spans=spans,
                outside=None if inside == leaving else leaving,
            )
            for inside, leaving in shown
        ),
        key=f"{one.session.id}:{one.first}",
    )


def _sequence(one: Passage) -> str:
    """Such as `t.27 P6: Supportive words → t.28 P3: [laughs]`."""
    told: dict[int, list[str]] = {}
    for sign in one.signs:
        told.setdefault(sign.turn, []).append(sign.told)
    return " → ".join(
        f"t.{turn} {one.session.turns[turn - 1].label}: {', '.join(dict.fromkeys(signs))}"
        for turn, signs in told.items()
    )


def _words(one: Passage, kept: Callable[[Span], bool] = lambda _span: False) -> str:
    return "\n".join(_turn(one, turn, kept) for turn in range(one.first, one.last + 1))


def _turn(one: Passage, number: int, kept: Callable[[Span], bool]) -> str:
    turn = one.session.turns[number - 1]
    if kept(turn.span):
        return f"{turn.label}: {_(LEFT_OUT)}"
    words = turn.span.of(one.session.text).split()
    more = " …" if len(words) > _LONGEST else ""
    return f"{turn.label}: {' '.join(words[:_LONGEST])}{more}"


def _notes(wish: Wish, missing: Sequence[Sought]) -> Iterator[str]:
    if wish.names("first"):
        told = _("First {first}; then, within {n} turns, {then}.")
        yield told.format(
            first=", ".join(wish.names("first")),
            then=", ".join(wish.names("then")),
            n=wish.number("within"),
        )
    yield _(
        "Turns of everybody count on the way, the moderator’s too; what overlaps is one passage."
    )
    if missing:
        told = _("Not in this codebook, and passed over: {codes}.")
        yield told.format(codes=", ".join(one.what for one in missing))


REPORT = CountedReport(
    id="sequences",
    title=OWN,
    purpose=N_("Passages in which one thing comes near another: codes, links, laughter, pauses."),
    options=(*OPTIONS, QUESTION, *OF_MATERIAL),
    run=run,
)
