"""The users of a project. What one coder gave in a round is a user's of its own.

REFI-QDA knows no layers: without this, independent codings and what was settled would lie on one
another under one name, and no program could tell them apart.
"""

from collections.abc import Iterator
from typing import Any

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.foreign import ForeignStudy
from qualcoder_nhs.exporters.refi.markup import Markup, guid_of


def user_of(coder: str | None, layer: str = OPEN) -> str | None:
    """The GUID of the user that a coder is in a layer."""
    if coder is None:
        return None
    return guid_of(coder) if layer == OPEN else guid_of(f"{coder} in {layer}")


def users(study: ForeignStudy, make: Markup) -> Iterator[Any]:
    """Every coder, then each coder once more for every other layer they worked in."""
    names = {coder.key: coder.name for coder in study.coders}
    for key, name in names.items():
        yield make.element("User", {"guid": user_of(key), "name": name})
    for coder, layer in layered(study):
        called = f"{names.get(coder, coder)} · {layer}"
        yield make.element("User", {"guid": user_of(coder, layer), "name": called})


def layered(study: ForeignStudy) -> list[tuple[str, str]]:
    """The coders with the layers beside the open one that they worked in, each pair once."""
    found = ((one.coder, one.layer) for one in study.codings if one.layer != OPEN)
    return sorted({(coder, layer) for coder, layer in found if coder is not None})
