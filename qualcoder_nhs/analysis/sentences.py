"""Where sentences begin and end in British talk, without any model to download."""

import re
from functools import lru_cache
from typing import Any

from qualcoder_nhs.domain.span import Span

# Words after which a full stop does not end a sentence; lower case, without the last stop.
_ABBREVIATIONS = """
dr drs mr mrs ms mx prof rev revd fr sr jr st hon rt capt col gen lt maj sgt supt insp pres gov
messrs esq e.g eg i.e ie etc viz cf ca approx est incl excl esp resp vs v al ibid op no nos vol
vols ed eds p pp fig figs ref refs sec sect para paras ch app a.m am p.m pm hr hrs min mins secs
yr yrs wk wks mth mths jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu
thur thurs fri sat sun n.h.s c.q.c g.p b.m.a g.m.c r.c.n u.k u.s e.u i.t h.r a.e o.p dept depts
hosp univ assoc asst dep dir exec govt mgt mgmt ltd plc inc co corp bros rd ave sq gdns b.sc
m.sc m.b ch.b m.d ph.d f.r.c.s f.r.c.p r.g.n r.n s.h.o mg ml kg cm mm ft lb lbs oz b.d t.d.s
q.d.s o.d p.r.n i.v i.m s.c q.v n.b ps p.s tel ext temp misc med surg
"""

# Words that are sentences' last words as often as abbreviations: a stop after them ends a sentence
# when a capital follows, so Punkt's rule for plain words serves them better.
_PLAIN_WORDS = frozenset(
    {"no", "am", "pm", "sat", "sun", "mar", "ch", "app", "co", "est", "op", "fig", "gen", "ed",
     "min", "sec", "may", "gov", "col", "temp", "med", "al", "dep", "ref", "ca", "p", "inc"}
)  # fmt: skip

# Words that open a sentence when they bear a capital after an abbreviation: `at 5 p.m. The board`.
_STARTERS = """
the a an and but so then i we you he she it they this that these those there here what when
where who why how if because or not no yes yeah well my our your his her its their is was are
were did do does has have had can could would should will nobody everybody somebody people
"""

# Abbreviations that something always follows, whatever its first letter.
_NEVER_LAST = re.compile(
    r"(?<!\w)(?:dr|mr|mrs|ms|mx|prof|rev|sr|e\.?g|i\.?e|vs|v|approx|cf|viz)\.\s*$", re.IGNORECASE
)
_BEFORE_NUMBERS = re.compile(r"\b(?:no|nos|p|pp|fig|figs|vol|ch|para|ref|sec)\.\s*$", re.IGNORECASE)
_CLOSERS = "\"'”’)]»"


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """Each sentence from its first to its last character, closing quotes included, in order.

    A line break always ends one.
    """
    whole = within or Span(0, len(text))
    found: list[Span] = []
    start = whole.start
    for line in whole.of(text).split("\n"):
        found += [span.shifted(start) for span in _in_line(line)]
        start += len(line) + 1
    return found


def sentence_at(text: str, position: int, within: Span) -> Span | None:
    """The sentence the position stands in or right behind; None among blanks only."""
    found = sentences(text, within)
    for span in found:
        if position < span.end or (position == span.end and span is found[-1]):
            return span
    return found[-1] if found else None


def _in_line(line: str) -> list[Span]:
    pieces = [Span(*piece) for piece in _tokenizer().span_tokenize(line)]
    joined: list[Span] = []
    for piece in pieces:
        if joined and _belongs(line, joined[-1], piece):
            joined[-1] = joined[-1].hull(piece)
        else:
            joined.append(piece)
    return joined


def _belongs(line: str, before: Span, piece: Span) -> bool:
    """Whether Punkt cut too early.

    Before the number of a `No.`, behind a title, before closing marks, or before the `she asked` of
    a question in quotes.
    """
    said, first = before.of(line), line[piece.start]
    if first.isdigit() and _BEFORE_NUMBERS.search(said):
        return True
    if _NEVER_LAST.search(said) or (first.islower() and said[-1] in _CLOSERS):
        return True
    return all(character in _CLOSERS for character in piece.of(line))


@lru_cache(maxsize=1)
def _tokenizer() -> Any:
    from nltk.tokenize.punkt import (  # noqa: PLC0415  (heavy: loaded for the first sentence)
        PunktParameters,
        PunktSentenceTokenizer,
    )

    parameters = PunktParameters()
    parameters.abbrev_types = set(_ABBREVIATIONS.split()) - _PLAIN_WORDS
    parameters.sent_starters = set(_STARTERS.split())
    return PunktSentenceTokenizer(parameters)
