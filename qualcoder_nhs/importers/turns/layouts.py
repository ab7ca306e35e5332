"""Which layouts a transcript means as labels, and which it has by chance."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns.field import Field
from qualcoder_nhs.importers.turns.lines import Candidate, Line
from qualcoder_nhs.importers.turns.names import is_identifier, is_name

# Layouts that speech can have by chance count only where this share of paragraphs has them.
_NEEDED = {
    Convention.BRACKETS: 0.3,
    Convention.TAB: 0.3,
    Convention.GAP: 0.4,
    Convention.CAPITALS: 0.4,
    Convention.OWN_LINE: 0.15,
    Convention.BOLD: 0.05,
}
# What speech, tables and lists have without meaning anybody: never beside as many colons.
_SOFT = {Convention.TAB, Convention.GAP, Convention.CAPITALS, Convention.BOLD}
_CODED = 0.05  # where nearly all are codes or roles, in lines that are wrapped by hand
_MOST = 0.8
_OPENED = 0.9  # of the paragraphs open with a label: then each of those counts
_HEADING = 25  # words; what stands before the talk is not longer


@dataclass(frozen=True)
class Page:
    """The lines of a transcript with the labels on them, and the lines that open paragraphs."""

    lines: Sequence[Line]
    openers: Sequence[int]
    field: Field

    def counts(self) -> Counter[str]:
        """On how many lines each label stands."""
        return Counter(key for found in self.field for key in {each.key for each in found})

    def firm(self, forced: Collection[str]) -> Field:
        """The labels without the layouts that too few paragraphs have."""
        bearing: dict[Convention, list[set[str]]] = {}
        for found in self.field:
            for convention in {each.convention for each in found}:
                keys = {each.key for each in found if each.convention is convention}
                bearing.setdefault(convention, []).append(keys)
        colons = _returning(bearing.get(Convention.COLON, ()))[1]
        loose = {
            each
            for each, lines in bearing.items()
            if each in _NEEDED and not self._prevails(each, lines, colons)
        }
        return [
            tuple(each for each in found if each.key in forced or each.convention not in loose)
            for found in self.field
        ]

    def outside_lists(self, forced: Collection[str]) -> Field:
        """The labels without those in lists, unless nobody speaks outside of lists."""
        plain = Counter(found[0].key for found in self.field if found and not found[0].listed)
        listed = sum(found[0].listed for found in self.field if found)
        spoken = {key for key, count in plain.items() if count > 1}
        if not spoken or listed > plain.total():
            return self.field
        known = spoken.union(forced)
        return [
            tuple(each for each in found if not each.listed or each.key in known)
            for found in self.field
        ]

    def opens_everywhere(self, convention: Convention | None = None) -> bool:
        """Whether nearly every paragraph opens with a label, a short heading part aside."""
        bearing = [
            any(_opens(each, convention) for each in self.field[index]) for index in self.openers
        ]
        first = bearing.index(True) if any(bearing) else 0
        ahead = [len(self.lines[index].text.split()) for index in self.openers[:first]]
        if first <= min(6, sum(bearing)) and all(words <= _HEADING for words in ahead):
            bearing = bearing[first:]
        return len(bearing) > 1 and sum(bearing) >= _OPENED * len(bearing)

    def _prevails(self, convention: Convention, lines: Sequence[set[str]], colons: int) -> bool:
        """Whether a layout is meant, which has these labels on its lines."""
        times = Counter(key for keys in lines for key in keys)
        repeated, bearing = _returning(lines)
        if convention in _SOFT and bearing <= colons:
            return False
        several = len(repeated) > 1 or convention is Convention.BOLD
        coded = sum(times[key] for key in repeated if is_identifier(key.upper()))
        needed = _CODED if coded >= _MOST * times.total() else _NEEDED[convention]
        enough = bearing >= needed * max(1, len(self.openers))
        return (several and enough) or self.opens_everywhere(convention)


def _returning(lines: Sequence[set[str]]) -> tuple[set[str], int]:
    """The labels that return, and how many of the lines bear one of them."""
    times = Counter(key for keys in lines for key in keys)
    repeated = {key for key, count in times.items() if count > 1}
    return repeated, sum(not repeated.isdisjoint(keys) for keys in lines)


def _opens(each: Candidate, convention: Convention | None) -> bool:
    return opens_talk(each) if convention is None else each.convention is convention


def opens_talk(each: Candidate) -> bool:
    """Whether it is a label by a colon or bold, or a name that needs neither."""
    firm = each.convention in {Convention.COLON, Convention.BOLD}
    return firm or is_identifier(each.label) or is_name(each.label)
