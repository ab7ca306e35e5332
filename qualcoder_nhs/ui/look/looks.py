"""How each code looks: the colours of its stripe, its tint and its chip under a theme."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Code, Codebook, families
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.palette import Family, Pattern, family, legible
from qualcoder_nhs.ui.look.theme import Theme, blend
from qualcoder_nhs.ui.look.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Look:
    """One code as it is drawn; colours are `#RRGGBB`.

    `order` is its place in the tree. `mark` is the slug of its root, cut to three letters.
    """

    name: str
    path: str
    mark: str
    stripe: str
    tint: str
    chip: str
    pattern: Pattern
    order: int


def looks(codebook: Codebook, theme: Theme) -> Mapping[CodeId, Look]:
    """The look of every code of the codebook, archived ones included."""
    numbers = families(codebook)
    return {
        code.id: _look(codebook, code, numbers[code.id], order, theme)
        for order, code in enumerate(codebook.walk())
    }


def _look(codebook: Codebook, code: Code, number: int, order: int, theme: Theme) -> Look:
    root = codebook.root(code.id)
    kin = family(number, root.colour)
    tokens = theme.tokens
    stripe, tint = _stripe(kin, tokens), _tint(kin, tokens)
    chip = _chip(codebook, code, kin, tokens)
    if theme.by_code and code.colour:
        stripe = legible(code.colour, tokens.paper)
        tint = blend(tokens.paper, stripe, 0.2).name()
        chip = stripe
    above = " › ".join(over.name for over in codebook.ancestors(code.id))
    return Look(code.name, above, root.slug[:3], stripe, tint, chip, kin.pattern, order)


def _stripe(kin: Family, tokens: Tokens) -> str:
    if tokens.dark:
        return kin.stripe_dark
    return kin.hc_light if tokens.high_contrast else kin.stripe_light


def _tint(kin: Family, tokens: Tokens) -> str:
    if tokens.high_contrast:
        return tokens.paper
    return kin.tint_dark if tokens.dark else kin.tint_light


def _chip(codebook: Codebook, code: Code, kin: Family, tokens: Tokens) -> str:
    if code.parent is None:
        return _stripe(kin, tokens)
    if code.colour:
        return legible(code.colour, tokens.paper)
    return kin.shade(codebook.children(code.parent).index(code), dark=tokens.dark)
