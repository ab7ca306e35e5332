"""What kind of disagreement it is where one coder gave a code and another did not."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import permutations

import numpy as np

from qualcoder_nhs.analysis.agreement.blocks import Integers, Truths
from qualcoder_nhs.analysis.agreement.grid import Grid
from qualcoder_nhs.analysis.agreement.hierarchy import Parents
from qualcoder_nhs.analysis.agreement.meeting import meeting
from qualcoder_nhs.analysis.agreement.pausing import look_up
from qualcoder_nhs.analysis.agreement.resampling import Floats


class Kind(StrEnum):
    """How two coders differ over a code, from agreement to what is furthest from it.

    Exact: they do not differ. Boundary: both gave the code, and their two spans end differently.
    Split/merge: a span of one meets several of the other. Substitution: no span of the other's
    with the code meets this one, and the other gave a code here instead that the first did not
    give. Omission: the other gave nothing here that the first did not give as well.
    """

    EXACT = "exact"
    BOUNDARY = "boundary"
    SPLIT = "split/merge"
    SUBSTITUTION = "substitution"
    OMISSION = "omission"


DIFFERENCES = tuple(Kind)[1:]
"""The kinds into which the characters fall that only one of two coders gave a code."""

_NUMBER = {kind: number for number, kind in enumerate(Kind)}


@dataclass(frozen=True)
class PieceKinds:
    """The kinds of disagreement of one transcript.

    `nearest` numbers the kind of each piece and code, 0 where the coders are of one mind; of
    several pairs that differ the one nearest to agreement counts. `kin` says whether a substitution
    stays in the family. `characters` are codes × differences, and `kin_characters` one number a
    code: added up over every two coders, so that they make up the code's n10 + n01 exactly.
    """

    grid: Grid
    nearest: Integers
    kin: Truths
    characters: Integers
    kin_characters: Integers


@dataclass(frozen=True)
class KindShares:
    """The characters of one code on which two coders differ, by kind and over all pairs.

    `same_family` is the part of the substitutions that stays among siblings, parent and children.
    """

    characters: Mapping[Kind, int]
    same_family: int

    @property
    def total(self) -> int:
        """n10 + n01."""
        return sum(self.characters.values())

    def share(self, kind: Kind) -> float | None:
        """The kind's part of all differing characters; None where there are none."""
        return self.characters[kind] / self.total if self.total else None


def piece_kinds(grid: Grid, parents: Parents) -> PieceKinds:
    """The kinds of disagreement between every two coders of a transcript."""
    kin = kinship(grid.codes, parents)
    nearest = np.full((len(grid.widths), len(grid.codes)), len(Kind))
    in_family = np.zeros(nearest.shape, dtype=bool)
    characters = np.zeros((len(grid.codes), len(DIFFERENCES)), dtype=np.int64)
    kin_characters = np.zeros(len(grid.codes), dtype=np.int64)
    for one, other in permutations(range(len(grid.coders)), 2):
        look_up()
        kinds, related = _kinds_of_pair(grid, one, other, kin)
        differing = kinds > 0
        np.minimum(nearest, kinds, out=nearest, where=differing)
        in_family |= related
        kin_characters += grid.widths @ related
        for at, kind in enumerate(DIFFERENCES):
            characters[:, at] += grid.widths @ (kinds == _NUMBER[kind])
    nearest[nearest == len(Kind)] = _NUMBER[Kind.EXACT]
    in_family &= nearest == _NUMBER[Kind.SUBSTITUTION]
    return PieceKinds(grid, nearest, in_family, characters, kin_characters)


def kind_shares(found: Iterable[PieceKinds]) -> dict[str, KindShares]:
    """The kinds of every code over all transcripts; over all codes it is `overall`."""
    by_code: dict[str, KindShares] = {}
    for each in found:
        for code, row, kin in zip(
            each.grid.codes, each.characters.tolist(), each.kin_characters.tolist(), strict=True
        ):
            own = KindShares(dict(zip(DIFFERENCES, row, strict=True)), kin)
            by_code[code] = overall([by_code[code], own]) if code in by_code else own
    return by_code


def overall(shares: Iterable[KindShares]) -> KindShares:
    """The characters of several codes, or of one code in several transcripts, together."""
    every = list(shares)
    characters = {kind: sum(one.characters[kind] for one in every) for kind in DIFFERENCES}
    return KindShares(characters, sum(one.same_family for one in every))


def kinship(codes: Sequence[str], parents: Parents) -> Floats:
    """1 where two codes are siblings under one parent, or one is the parent of the other."""
    above = [parents.get(code) for code in codes]
    return np.array(
        [
            [
                one != other and ((up is not None and up == over) or up == other or over == one)
                for other, over in zip(codes, above, strict=True)
            ]
            for one, up in zip(codes, above, strict=True)
        ],
        dtype=np.float64,
    ).reshape(len(codes), len(codes))


def _kinds_of_pair(grid: Grid, one: int, other: int, kin: Floats) -> tuple[Integers, Truths]:
    """Kinds, from 1, of what the one coder has and the other has not; and which stay in family."""
    own, their = grid.has[:, one], grid.has[:, other]
    only, instead = own & ~their, their & ~own
    met = _met(grid, one, other)
    other_code = instead.any(axis=1, keepdims=True)
    apart = np.where(other_code, _NUMBER[Kind.SUBSTITUTION], _NUMBER[Kind.OMISSION])
    kinds = np.where(met > 0, met, apart) * only
    related = (instead @ kin > 0) & (kinds == _NUMBER[Kind.SUBSTITUTION])
    return kinds, related


def _met(grid: Grid, one: int, other: int) -> Integers:
    """The kind a span of the code that meets one of the other coder's brings to its pieces."""
    met = meeting(grid, one, other)
    bounds, splits = _NUMBER[Kind.BOUNDARY], _NUMBER[Kind.SPLIT]
    kind: Integers = np.where(met.one_to_one, bounds, splits) * (met.met > 0)
    filled = np.zeros((len(grid.edges), len(grid.codes)), dtype=np.int64)
    filled[met.units.first, met.units.code] += kind
    filled[met.units.stop, met.units.code] -= kind
    return filled[:-1].cumsum(axis=0)
