"""Short coded talk for the tests of agreement: who gave which code from where to where."""

from qualcoder_nhs.analysis.agreement.blocks import blocks
from qualcoder_nhs.analysis.agreement.continuum import Continuum, merged
from qualcoder_nhs.analysis.agreement.grid import grids
from qualcoder_nhs.domain.span import Span


def coded(length, units, turns=None, name="talk"):
    """One transcript; `units` are (code, start, end) by coder."""
    marks = {
        coder: {
            code: merged(Span(start, end) for other, start, end in rows if other == code)
            for code in sorted({code for code, _, _ in rows})
        }
        for coder, rows in units.items()
    }
    return Continuum(name, length, turns or (Span(0, length),), marks)


def cut(continua, codes, coders=None):
    """The grids of the transcripts, for all coders that there are unless said otherwise."""
    every = sorted({coder for one in continua for coder in one.marks})
    return grids(blocks(continua, coders or every, by_turn=False), codes)
