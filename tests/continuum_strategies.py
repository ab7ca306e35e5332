"""Random coded talk, and what a look at every single character of it says."""

from itertools import pairwise

from hypothesis import strategies as st

from qualcoder_nhs.analysis.agreement.continuum import Continuum, merged
from qualcoder_nhs.domain.span import Span

CODERS = ("Ann", "Ben", "Cat", "Dan", "Eve")
CODES = ("cost", "trust", "blame", "unused")


@st.composite
def continua(draw, coders=CODERS, codes=CODES[:3]):
    """One transcript; each coder has read it or not, one-character and overlapping spans too."""
    length = draw(st.integers(1, 40))
    edges = sorted(draw(st.sets(st.integers(1, length), max_size=4)) | {0, length})
    turns = tuple(Span(a, b) for a, b in pairwise(edges))
    spans = st.builds(
        lambda start, size: Span(start, min(length, start + size)),
        st.integers(0, length - 1),
        st.integers(1, 15),
    )
    marks = st.dictionaries(st.sampled_from(codes), st.lists(spans, max_size=4).map(merged))
    read = draw(st.sets(st.sampled_from(coders), max_size=len(coders)))
    return Continuum("", length, turns, {coder: draw(marks) for coder in sorted(read)})


@st.composite
def studies(draw, most=5):
    """A few transcripts and two to five coders."""
    coders = CODERS[: draw(st.integers(2, most))]
    return draw(st.lists(continua(coders), min_size=1, max_size=4)), coders


def carries(continuum, coder, code, position):
    """Whether the coder gave the code to the character."""
    return any(position in span for span in continuum.spans(coder, code))


def characters(continua, coders, code):
    """One row a character: 1 or 0 for each coder, None where the coder has not read it."""
    return [
        [int(carries(one, coder, code, at)) if coder in one.marks else None for coder in coders]
        for one in continua
        if sum(coder in one.marks for coder in coders) >= 2
        for at in range(one.length)
    ]


def label_sets(continua, coders, codes):
    """One row a character: the set of codes of each coder, None where not read."""
    by_code = [characters(continua, coders, code) for code in codes]
    return [
        [
            None
            if rows[0][coder] is None
            else frozenset(code for code, row in zip(codes, rows, strict=True) if row[coder])
            for coder in range(len(coders))
        ]
        for rows in zip(*by_code, strict=True)
    ]
