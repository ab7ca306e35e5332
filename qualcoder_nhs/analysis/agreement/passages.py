"""The way from a cell back to the talk: the passages some coders gave a code and others did not."""

from collections import defaultdict
from collections.abc import Collection

import numpy as np

from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.sections import Sections
from qualcoder_nhs.domain.span import Span, united

Passage = tuple[Continuum, Span]
"""A span on the talk of one transcript; `Talk.stored` leads on to its words."""


def passages(
    sections: Sections, code: str, given_by: Collection[str], not_by: Collection[str] = ()
) -> list[Passage]:
    """Where every one of some coders gave the code and none of others who read it, in order.

    Their lengths add up to the cell: both of a pair, or the one only. At least one coder gave it.
    """
    blocks = sections.blocks
    giving = np.array([coder in given_by for coder in blocks.coders])
    others = np.array([coder in not_by for coder in blocks.coders])
    has = sections.has.astype(bool)
    silent = blocks.present[sections.block] & ~has
    rows = sections.code == sections.codes.index(code)
    rows &= (has | ~giving).all(axis=1) & (silent | ~others).all(axis=1)
    found: dict[int, list[Span]] = defaultdict(list)
    for block, start, length in zip(
        sections.block[rows], sections.start[rows], sections.length[rows], strict=True
    ):
        document = int(blocks.document[block])
        at = int(start - blocks.starts[document])
        found[document].append(Span(at, at + int(length)))
    return [
        (blocks.continua[document], span)
        for document, spans in sorted(found.items())
        for span in united(spans)
    ]
