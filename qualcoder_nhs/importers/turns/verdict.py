"""Which of the labels found in a transcript count as speakers."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from dataclasses import field as made_of

from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns import lexicon
from qualcoder_nhs.importers.turns.directions import is_direction_line
from qualcoder_nhs.importers.turns.field import Field, shows
from qualcoder_nhs.importers.turns.front_matter import Front
from qualcoder_nhs.importers.turns.kinship import Kin
from qualcoder_nhs.importers.turns.lines import Candidate, Line, Mark, openers
from qualcoder_nhs.importers.turns.names import (
    is_identifier,
    is_name,
    key_of,
)

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
_SOFT = {Convention.TAB, Convention.GAP, Convention.CAPITALS}
_OPENED = 0.9  # of the paragraphs open with a label: then each of those counts
_TALKATIVE = 0.1  # a single plain label that opens fewer paragraphs is a figure of speech


@dataclass
class Verdict:
    """The labels that count, by line, and why those that stand only once do."""

    accepted: dict[int, Candidate] = made_of(default_factory=dict)
    single: dict[int, str] = made_of(default_factory=dict)


class Court:
    """Judges the candidates of one transcript; `verdict()` is its only answer."""

    def __init__(
        self, lines: Sequence[Line], field: Field, front: Front, reading: ReadingOptions
    ) -> None:
        self._lines = lines
        self._reading = reading
        self._front = front
        self._speech = frozenset(map(key_of, reading.as_speech))
        self._forced = frozenset(map(key_of, reading.as_label))
        opens = openers(lines)
        self._openers = [
            index
            for index, line in enumerate(lines)
            if opens[index] and index >= front.begin and _is_paragraph(line)
        ]
        self._field = self._admitted(field)
        self._counts: Counter[str] = Counter()

    def verdict(self) -> Verdict:
        """Repeated labels first, then those that stand once and are set apart."""
        self._field = self._firm()
        self._counts = self._tally(self._field)
        known = {key for key in self._counts if self._repeats(key)}
        result = Verdict(accepted=self._take(lambda each: self._is_known(each, known)))
        if self._is_figure_of_speech(result.accepted):
            return Verdict()
        self._add_single(result, known)
        return result

    def _admitted(self, field: Field) -> Field:
        """What is left when the header and what the researcher ruled out are gone."""
        wanted = self._reading.convention
        admitted: Field = []
        for index, found in enumerate(field):
            ruled_out = index < self._front.begin
            admitted.append(
                ()
                if ruled_out
                else tuple(
                    each
                    for each in found
                    if each.key not in self._speech and (wanted is None or shows(each, wanted))
                )
            )
        return admitted

    def _firm(self) -> Field:
        """Without the layouts that too few paragraphs have, and labels inside lists.

        A list is talk only where nobody speaks outside of lists.
        """
        tallies = {each: self._tally(self._field, each) for each in _NEEDED}
        if self._reading.convention is None:
            loose = {each for each in _NEEDED if not self._prevails(each, tallies[each])}
        else:
            loose = set()
        plain = Counter(each.key for found in self._field for each in found[:1] if not each.listed)
        spoken = {key for key, count in plain.items() if count > 1}
        return [
            tuple(
                each
                for each in found
                if each.key in self._forced
                or (
                    each.convention not in loose
                    and (not each.listed or not spoken or each.key in spoken)
                )
            )
            for found in self._field
        ]

    def _prevails(self, convention: Convention, tally: Counter[str]) -> bool:
        repeated = {key for key, count in tally.items() if count > 1}
        bearing = self._bearing(convention, repeated)
        if convention in _SOFT and bearing <= self._bearing(Convention.COLON, None):
            return False
        enough = bearing >= _NEEDED[convention] * max(1, len(self._openers))
        everywhere = self._opened_share(convention) >= _OPENED
        return (enough and (len(repeated) > 1 or convention is Convention.BOLD)) or everywhere

    def _bearing(self, convention: Convention, keys: set[str] | None) -> int:
        """How many lines bear a label of this layout, and of these keys where any are given."""
        return sum(
            any(
                each.convention is convention and (keys is None or each.key in keys)
                for each in found
            )
            for found in self._field
        )

    def _tally(self, field: Field, convention: Convention | None = None) -> Counter[str]:
        """On how many lines each label stands."""
        return Counter(
            key
            for found in field
            for key in {each.key for each in found if convention in {None, each.convention}}
        )

    def _repeats(self, key: str) -> bool:
        if key in self._forced:
            return True
        if lexicon.PAIRED.get(key) not in {None, *self._counts} and key != "q":
            return False
        return self._counts[key] > 1 or key in self._front.roster

    def _is_known(self, each: Candidate, known: set[str]) -> bool:
        return each.key in known

    def _take(self, wanted: Callable[[Candidate], bool]) -> dict[int, Candidate]:
        taken = {}
        for index, found in enumerate(self._field):
            first = next((each for each in found if wanted(each)), None)
            if first is not None:
                taken[index] = first
        return taken

    def _is_figure_of_speech(self, accepted: dict[int, Candidate]) -> bool:
        """One plain word with a colon that stands here and there in a text of one voice."""
        keys = {each.key for each in accepted.values()}
        if len(keys) != 1 or keys <= self._forced or self._reading.convention is not None:
            return False
        one = next(iter(accepted.values()))
        if one.marks - {Mark.OWN_LINE} or is_identifier(one.label) or is_name(one.label):
            return False
        return len(accepted) < _TALKATIVE * len(self._openers)

    def _add_single(self, result: Verdict, known: set[str]) -> None:
        """The labels that stand once: each with the reason why it counts."""
        everywhere = self._opened_share() >= _OPENED
        opening = set(self._openers)
        kin = Kin(known, result.accepted.values())
        for index, found in enumerate(self._field):
            if index in result.accepted:
                continue
            for each in found:
                reason = kin.reason(each)
                if not reason and everywhere and index in opening and _opens_talk(each):
                    reason = "paragraph"
                if reason and self._may_stand_alone(each):
                    result.accepted[index] = each
                    result.single[index] = reason
                    break

    def _may_stand_alone(self, each: Candidate) -> bool:
        if self._heads_nothing(each):
            return False
        return each.key not in lexicon.PAIRED or lexicon.PAIRED[each.key] in self._counts

    def _heads_nothing(self, each: Candidate) -> bool:
        """A bold line over another label is a heading: nobody speaks under it."""
        if each.convention is not Convention.BOLD or Mark.OWN_LINE not in each.marks:
            return False
        below = (
            at for at in range(each.line + 1, len(self._lines)) if self._lines[at].text.strip()
        )
        return bool(self._field[at]) if (at := next(below, None)) is not None else True

    def _opened_share(self, convention: Convention | None = None) -> float:
        """Of the paragraphs, the share that opens with a label; a short heading part aside."""
        bearing = [
            any(
                convention is each.convention or (convention is None and _opens_talk(each))
                for each in self._field[index]
            )
            for index in self._openers
        ]
        if not any(bearing):
            return 0.0
        first = bearing.index(True)
        if first <= min(6, sum(bearing)) and all(
            len(self._lines[index].text.split()) <= 25 for index in self._openers[:first]
        ):
            bearing = bearing[first:]
        return sum(bearing) / len(bearing) if len(bearing) > 1 else 0.0


def _opens_talk(each: Candidate) -> bool:
    """Whether it is a label by a colon or bold, or a name that needs neither."""
    return (
        each.convention in {Convention.COLON, Convention.BOLD}
        or is_identifier(each.label)
        or is_name(each.label)
    )


def _is_paragraph(line: Line) -> bool:
    return bool(line.text.strip()) and not is_direction_line(line.text)
