"""The codebook with counts: own codings, and all beneath."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.queries.layers import shown_layer
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class CodebookTree:
    """The codebook and how often each code is used in one layer, which is named.

    `own` counts codings of the code itself, `beneath` those of the code and all its descendants.
    """

    codebook: Codebook
    own: Mapping[CodeId, int]
    beneath: Mapping[CodeId, int]
    layer: str = OPEN


def codebook_tree(read: Reader, layer: str | None = None) -> CodebookTree:
    """The codebook as it is now; settled codings counted where they exist, else open ones."""
    layer = layer or shown_layer(read)
    codebook, own = read.codebook(), read.code_counts(layer)
    beneath = dict.fromkeys(codebook.by_id, 0)
    for code, count in own.items():
        beneath[code] += count
        for above in codebook.ancestors(code):
            beneath[above.id] += count
    return CodebookTree(codebook, own, beneath, layer)
