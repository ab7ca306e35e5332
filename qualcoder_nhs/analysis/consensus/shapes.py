"""What a group made of a proposition: a rule over who agrees and who dissents in the end."""

from collections.abc import Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.consensus import Position, Shape, Stand
from qualcoder_nhs.i18n import _


@dataclass(frozen=True)
class Shaped:
    """A shape with what its name leaves open.

    `eased` where a split was softened by somebody who changed sides or went along at a point;
    `against` where the one voice is against; `holds` how many hold on to what the rest reject.
    """

    shape: Shape
    eased: bool = False
    against: bool = False
    holds: int = 0

    @property
    def words(self) -> str:
        """The shape in words."""
        if self.against:
            return _("{shape}, against").format(shape=self.shape.words)
        if self.holds:
            return _("{shape}, {n} holds").format(shape=self.shape.words, n=self.holds)
        if self.eased:
            return _("{shape}, then eased").format(shape=self.shape.words)
        return self.shape.words


def shape_of(positions: Sequence[Position | None], *, eased: bool = False) -> Shaped:
    """The shape of a group in which the question was asked.

    Nobody took it up: dropped. One person on either side, nobody on the other: one voice. Nobody
    dissents: shared; one does while two or more agree: shared, one dissenter. Two or more dissent
    while one agrees at most: rejected. All else is split.
    """
    stands = [one.stand for one in positions if one is not None]
    held, dissent = stands.count(Stand.AGREES), stands.count(Stand.DISSENTS)
    if held + dissent < 2:
        alone = Shape.ONE_VOICE if held + dissent else Shape.DROPPED
        return Shaped(alone, against=bool(dissent))
    if dissent == 0:
        return Shaped(Shape.SHARED)
    if dissent == 1 and held > 1:
        return Shaped(Shape.ONE_DISSENTER)
    if dissent > 1 and held < 2:
        return Shaped(Shape.REJECTED, holds=held)
    return Shaped(Shape.SPLIT, eased=eased)
