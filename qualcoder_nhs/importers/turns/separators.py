"""A dash between label and words: where most labels of a file have one, it is nobody's word."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from qualcoder_nhs.importers.turns.lines import Candidate, Line

_DASH = re.compile(r"(?:-{1,2}|[–—])[ \t\u00a0]+")


def past_dashes(
    lines: Sequence[Line], accepted: Mapping[int, Candidate]
) -> Mapping[int, Candidate]:
    """The labels, their words beginning behind the dash where that is how the file is written.

    A single `P4: – and then` is a voice that goes on after somebody broke in, and keeps its dash.
    """
    speaking = [each for each in accepted.values() if lines[each.line].text[each.words :].strip()]
    ends = {
        each.line: found.end()
        for each in speaking
        if (found := _DASH.match(lines[each.line].text, each.words))
    }
    if len(ends) < 2 or 2 * len(ends) <= len(speaking):
        return accepted
    return {
        line: replace(each, words=ends.get(each.line, each.words))
        for line, each in accepted.items()
    }
