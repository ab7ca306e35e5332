"""Two sides of a room: people with some values of an attribute, and others."""

from collections import Counter
from collections.abc import Collection

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Keep
from qualcoder_nhs.analysis.tables.slices import Slice, participant_attributes
from qualcoder_nhs.domain.errors import NobodyDescribed, NotAChoice
from qualcoder_nhs.domain.table_options import Option, Takes, Wish
from qualcoder_nhs.i18n import N_, _

ATTRIBUTE = Option(
    "attribute",
    Takes.ATTRIBUTE,
    N_("Attribute"),
    N_("By which attribute of participants the sides are told."),
    default="profession",
)
LEFT = Option(
    "left",
    Takes.VALUES,
    N_("Left"),
    N_("Who stands at the left; those with the commonest value otherwise."),
)
RIGHT = Option(
    "right",
    Takes.VALUES,
    N_("Right"),
    N_("Who stands at the right; everybody else of whom it is known otherwise."),
)


def two_sides(material: Material, wish: Wish) -> tuple[Slice, Slice]:
    """The left and the right.

    Raises:
        NotAChoice: when nobody has the attribute, or such a value.
        NobodyDescribed: when nobody has any attribute.
    """
    key = _told_by(material, wish.word("attribute"))
    held = _held(material, key)
    left = wish.names("left") or tuple(value for value, _n in held.most_common(1))
    right = wish.names("right") or tuple(value for value in held if value not in left)
    for value in (*left, *right):
        if value not in held:
            raise NotAChoice(option=key, value=value, known=", ".join(sorted(held)))
    others = not wish.names("right") and len(right) > 1
    title = _("all others") if others else ", ".join(right)
    return _side("left", key, ", ".join(left), left), _side("right", key, title, right)


def _told_by(material: Material, wished: str) -> str:
    """The attribute; where nobody has the one that is asked for unasked, the first there is."""
    if _held(material, wished):
        return wished
    known = [one for one in participant_attributes(material) if _held(material, one)]
    if not known:
        raise NobodyDescribed
    if wished != ATTRIBUTE.default:
        raise NotAChoice(option=ATTRIBUTE.id, value=wished, known=", ".join(known))
    return known[0]


def _held(material: Material, key: str) -> Counter[str]:
    """How many people have each value, who were in any room."""
    there = sorted({person for one in material.sessions for person in one.people})
    values = (material.people[person].attributes.get(key, "") for person in there)
    return Counter(value for value in values if value)


def _side(name: str, key: str, title: str, values: Collection[str]) -> Slice:
    return Slice(name, title, keep=_one_of(key, frozenset(values)))


def _one_of(key: str, values: frozenset[str]) -> Keep:
    return lambda person: person.attributes.get(key, "") in values
