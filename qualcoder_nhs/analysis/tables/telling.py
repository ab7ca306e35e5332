"""The words around a table: what it was counted from, what it left out, and a caption to paste."""

from collections.abc import Iterable, Iterator, Sequence

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.tables.code_rows import unused_codes
from qualcoder_nhs.analysis.tables.slices import named
from qualcoder_nhs.domain.attributes import FEW_PEOPLE
from qualcoder_nhs.domain.table_options import Wish
from qualcoder_nhs.i18n import N_, _, ngettext

NOT_PREVALENCE = N_(
    "Counts describe this discussion; they do not estimate prevalence. People in one room answer "
    "each other, so no test of significance is made of them."
)
ONE_VOICE = N_("▲ one person holds more than half of the turns.")
DISTINCT = N_(
    "Codes with others below them are distinct: a person, turn or group counts once, so that they "
    "are at most the sum of what lies below."
)


def of_material(material: Material, scope: Scope, wish: Wish) -> tuple[str, ...]:
    """What a table was counted from and what stands outside it, a sentence each."""
    return tuple(_sentences(material, scope, wish))


def _sentences(material: Material, scope: Scope, wish: Wish) -> Iterator[str]:
    told = _("Codings of the layer “{layer}”; {people}; moderators and note-takers left out.")
    yield told.format(layer=material.layer, people=audience(scope))
    if scope.not_asked:
        told = _("Not asked in {groups}, whose people leave the denominator.")
        yield told.format(groups=named(scope.not_asked))
    if scope.unmarked:
        told = _("Where the question was open is not marked yet in {groups}, which are left out.")
        yield told.format(groups=named(scope.unmarked))
    if wish.flag("split-interjections"):
        yield _("A turn that goes on after a short interjection counts as two.")
    else:
        yield _("A turn that goes on after an interjection of three words or fewer counts as one.")
    yield _(NOT_PREVALENCE)


def audience(scope: Scope) -> str:
    """Over whom is counted: `4 groups, 28 participants`; respondents beside them."""
    parts = []
    if scope.groups or not scope.respondents:
        parts.append(ngettext("{n} group", "{n} groups", len(scope.groups)))
        parts.append(people(len(scope.participants)))
    if scope.respondents:
        parts.append(ngettext("{n} respondent", "{n} respondents", len(scope.respondents)))
    return ", ".join(parts)


def people(number: int) -> str:
    """How many took part."""
    return ngettext("{n} participant", "{n} participants", number)


def over(scope: Scope, title: str = "") -> str:
    """The denominator of a column: `11 people, FG3, FG4`; rooms that its title names left out."""
    if scope.respondents and not scope.participants:
        return ngettext("{n} respondent", "{n} respondents", len(scope.respondents))
    rooms = [one for one in scope.sessions if scope.present[one.id] and not one.survey]
    told = ngettext("{n} person", "{n} people", len(scope.participants))
    where = named(rooms)
    told = f"{told}, {where}" if where and where not in title else told
    if not scope.respondents:
        return told
    asked = ngettext("{n} respondent", "{n} respondents", len(scope.respondents))
    return f"{told}; {asked}"


def unused(material: Material, wish: Wish) -> Iterator[str]:
    """How many codes are not shown, where any are not."""
    number = unused_codes(material, wish)
    if number and not wish.flag("unused"):
        told = ngettext("{n} code is", "{n} codes are", number)
        yield _("{codes} left out, since nothing is coded with them.").format(codes=told)


def caption(title: str, said: str, notes: Sequence[str]) -> str:
    """Words to paste under a table: what it is, what an entry says, and the caveats."""
    return " ".join([f"{title}.", said, *notes])


def few_people(named: Iterable[tuple[str, int]]) -> Iterator[str]:
    """Kinds of people that few are, of whom so many speak here, may give somebody away."""
    few = [title for title, people in named if 0 < people < FEW_PEOPLE]
    if few:
        told = _("Fewer than {n} people each, who may be recognised: {which}.")
        yield told.format(n=FEW_PEOPLE, which=", ".join(few))
