"""Columns by role or any other attribute, and what an entry of spoken words says in each."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.tables.grid import question_of
from qualcoder_nhs.analysis.tables.measures import of
from qualcoder_nhs.analysis.tables.slices import (
    CHOICES,
    CODE,
    CODER,
    NONE,
    THEME,
    named,
    participant_attributes,
    slices,
)
from qualcoder_nhs.analysis.tables.telling import audience, few_people, over
from qualcoder_nhs.analysis.words.spoken import Spoken
from qualcoder_nhs.analysis.words.use import Use
from qualcoder_nhs.domain.counts import Count
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.domain.tabled import Entry, Head, Mark
from qualcoder_nhs.i18n import N_, _, ngettext

BY = Option(
    "by",
    Takes.DIMENSION,
    N_("By"),
    N_("Whose words stand apart: by role where it is known, or by this; `none` for no such parts."),
    choices=tuple((key, told) for key, told in CHOICES if key not in (CODE, THEME, CODER)),
)
STEMS = Option(
    "stems",
    Takes.FLAG,
    N_("All forms of a word"),
    N_("Take managed, managing and managers as one word, by its stem."),
)

_ROLE = "role"


@dataclass(frozen=True)
class Part:
    """Some people, or everybody: the head of their column, and the talk that is theirs.

    `kind` where it is of those who share what an attribute says.
    """

    head: Head
    scope: Scope
    everybody: bool = False
    kind: bool = False

    @cached_property
    def spoken_words(self) -> int:
        """How much they say."""
        return self.scope.talk()


def parts(material: Material, wish: Wish) -> tuple[Part, ...]:
    """Everybody first, then the people of each kind who are there.

    Raises:
        NotAChoice: when the study has no such attribute.
        NoSuch: when the question is none of the guide's.
    """
    question = question_of(material, wish)
    scope = Scope(material, question=question)
    everybody = Part(Head(_("All"), over(scope), key="all", long=True), scope, everybody=True)
    return everybody, *_kinds(material, wish, everybody)


def _kinds(material: Material, wish: Wish, everybody: Part) -> Iterator[Part]:
    role = _ROLE if _ROLE in participant_attributes(material) else NONE
    for one in slices(material, wish.word(BY.id) or role, wish, BY):
        question = one.question or everybody.scope.question
        scope = Scope(material, one.sessions, question, one.keep)
        if scope.participants or scope.respondents:
            people = len(scope.participants) if one.of_a_kind else None
            head = Head(one.title, over(scope, one.title), one.key, long=True, people=people)
            yield Part(head, scope, kind=one.of_a_kind)


def use_of(part: Part, where: Sequence[Spoken]) -> Use:
    """What is said in these turns of a part, each named as often as it is said there."""
    each = list({one.hit.place: one for one in where}.values())
    return Use(len(where), each, [one for one in each if part.scope.holds(one.hit)])


def said_entry(part: Part, use: Use) -> Entry:
    """Such as `45× by 18 of 28; 2.1 per 1,000 words`, leading to the turns."""
    found = part.scope.count_held([one.hit for one in use.held])
    talk = part.spoken_words
    rate = 1000 * use.times / talk if talk else 0.0
    if not use.times:
        return Entry("0", 0.0, Mark.NOTHING, found)
    told = _("{n}× by {people}; {rate} per 1,000 words")
    mark = Mark.ONE_VOICE if found.one_voice else Mark.NONE
    places = tuple([one.hit.place for one in use.places])
    words = told.format(n=f"{use.times:,}", people=people_words(found), rate=f"{rate:.1f}")
    return Entry(words, rate, mark, found, turns=places)


def people_words(found: Count) -> str:
    """Such as `6 of 8`; respondents stand beside participants and are never added."""
    told = []
    if found.participants_of or not found.respondents_of:
        told.append(of(len(found.participants), found.participants_of))
    if found.respondents_of:
        asked = ngettext("{n} respondent", "{n} respondents", found.respondents_of)
        told.append(_("{n} of {asked}").format(n=f"{len(found.respondents):,}", asked=asked))
    return _(" and ").join(told)


def few_of(cut: Sequence[Part]) -> str:
    """The note on kinds of which there are few, empty where there are none."""
    kinds = ((one.head.title, len(one.scope.participants)) for one in cut if one.kind)
    return "".join(few_people(kinds))


def notes_of(cut: Sequence[Part], wish: Wish) -> Iterator[str]:
    """Over whom words are counted, what is left out, and of which kinds there are few."""
    everybody = cut[0]
    scope = everybody.scope
    if few := few_of(cut):
        yield few
    told = _("{people}, {n} words said; moderators, note-takers and stage directions left out.")
    yield told.format(people=audience(scope), n=f"{everybody.spoken_words:,}")
    if scope.not_asked:
        yield _("Not asked in {groups}.").format(groups=named(scope.not_asked))
    if scope.unmarked:
        told = _("Where the question was open is not marked yet in {groups}, which are left out.")
        yield told.format(groups=named(scope.unmarked))
    if wish.flag(STEMS.id):
        yield _("Forms of a word count as one, by their stems (Snowball, English).")
