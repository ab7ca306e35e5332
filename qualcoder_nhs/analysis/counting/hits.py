"""Hits: the participants' turns that codings touch, or the events in the group that they mark."""

from collections.abc import Iterable

from qualcoder_nhs.analysis.counting.hit import Hit
from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.domain.coding import Coding

__all__ = ["Hit", "hits"]


def hits(material: Material, codings: Iterable[Coding] | None = None) -> list[Hit]:
    """What these codings, or all of the material, touch; in their order.

    A coding counts once for each turn it touches by at least one word, whoever moderates left out.
    """
    return material.touching.of(material.codings if codings is None else codings)
