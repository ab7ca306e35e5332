"""Which of the labels found in a transcript count as speakers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from dataclasses import field as made_of

from qualcoder_nhs.importers.format import ReadingOptions
from qualcoder_nhs.importers.labels import Convention
from qualcoder_nhs.importers.turns import lexicon
from qualcoder_nhs.importers.turns.directions import is_direction_line
from qualcoder_nhs.importers.turns.field import Field, shows
from qualcoder_nhs.importers.turns.front_matter import Front
from qualcoder_nhs.importers.turns.kinship import Kin
from qualcoder_nhs.importers.turns.layouts import Page, opens_talk
from qualcoder_nhs.importers.turns.lines import Candidate, Line, Mark, openers
from qualcoder_nhs.importers.turns.names import (
    is_identifier,
    is_initials,
    is_name,
    joint_parts,
    key_of,
)

_TALKATIVE = 1 / 3  # a single plain label that opens fewer paragraphs is a figure of speech
_CODED = 2 / 3  # of the labels are codes or roles: then a plain word that is rare is speech
_RARE = 0.02


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
        self._wanted = reading.convention
        self._roster = front.roster
        self._speech = frozenset(map(key_of, reading.as_speech))
        self._forced = frozenset(map(key_of, reading.as_label))
        opens = [
            index
            for index, opens in enumerate(openers(lines))
            if opens and index >= front.begin and not is_direction_line(lines[index].text)
        ]
        page = Page(lines, opens, self._admitted(field, front.begin))
        if self._wanted is None:
            page = replace(page, field=page.firm(self._forced))
        self._page = replace(page, field=page.outside_lists(self._forced))
        self._counts = self._page.counts()

    def verdict(self) -> Verdict:
        """Repeated labels first, then those that stand once and are set apart."""
        known = {key for key in self._counts if self._repeats(key)}
        known |= {each.key for each in self._joint(known)}
        rare = self._rare_words(known)
        result = Verdict(self._taken(known - rare))
        if self._is_figure_of_speech(result.accepted):
            return Verdict()
        self._add_single(result, known - rare, rare)
        return result

    def _admitted(self, field: Field, begin: int) -> Field:
        """What is left when the header and what the researcher ruled out are gone."""
        return [
            tuple(each for each in found if index >= begin and self._is_admitted(each))
            for index, found in enumerate(field)
        ]

    def _is_admitted(self, each: Candidate) -> bool:
        asked = self._wanted is None or shows(each, self._wanted)
        return asked and each.key not in self._speech

    def _repeats(self, key: str) -> bool:
        if key in self._forced or key in self._roster:
            return True
        if lexicon.PAIRED.get(key) not in {None, *self._counts} and key != "q":
            return False
        return self._counts[key] > 1 and not (key in lexicon.NEVER and self._is_alone(key))

    def _is_alone(self, key: str) -> bool:
        """Whether `NB` is no one's initials, since nobody else is called by two letters."""
        others = (each for found in self._page.field for each in found if each.key != key)
        return not any(
            is_initials(each.label) and each.key not in lexicon.NEVER and self._counts[each.key] > 1
            for each in others
        )

    def _joint(self, known: set[str]) -> Iterator[Candidate]:
        """The labels that name several who are known: `P2 and P4`."""
        for found in self._page.field:
            for each in found:
                parts = {key_of(part) for part in joint_parts(each.label)}
                if len(parts) > 1 and parts <= known:
                    yield each

    def _rare_words(self, known: set[str]) -> set[str]:
        """Where people go by codes, plain words that hardly return: `Strengths:`, `The board:`."""
        taken = self._taken(known)
        coded = [each.key for each in taken.values() if is_identifier(each.label)]
        if len(set(coded)) < 3 or len(coded) < _CODED * len(taken):
            return set()
        most = max(2, _RARE * len(taken))
        return {
            each.key
            for each in taken.values()
            if _is_plain(each)
            and self._counts[each.key] <= most
            and each.key not in self._forced | self._roster
        }

    def _taken(self, known: set[str]) -> dict[int, Candidate]:
        """On each line the most telling of the labels that are known."""
        first = (
            next((each for each in found if each.key in known), None) for found in self._page.field
        )
        return {each.line: each for each in first if each is not None}

    def _is_figure_of_speech(self, accepted: dict[int, Candidate]) -> bool:
        """One plain word with a colon that stands here and there in a text of one voice."""
        keys = {each.key for each in accepted.values()}
        if len(keys) != 1 or keys <= self._forced | self._roster or self._wanted is not None:
            return False
        opening = sum(index in accepted for index in self._page.openers)
        one = next(iter(accepted.values()))
        return _is_plain(one) and opening < _TALKATIVE * len(self._page.openers)

    def _add_single(self, result: Verdict, known: set[str], rare: set[str]) -> None:
        """The labels that stand once: each with the reason why it counts."""
        opening = set(self._page.openers) if self._page.opens_everywhere() else set()
        kin = Kin(known, result.accepted.values())
        for index, found in enumerate(self._page.field):
            if index in result.accepted:
                continue
            for each in found:
                reason = kin.reason(each)
                if not reason and index in opening and opens_talk(each):
                    reason = "paragraph"
                if reason and each.key not in rare and self._may_stand_alone(each):
                    result.accepted[index] = each
                    result.single[index] = reason
                    break

    def _may_stand_alone(self, each: Candidate) -> bool:
        if each.key in lexicon.NEVER or self._heads_nothing(each):
            return False
        return each.key not in lexicon.PAIRED or lexicon.PAIRED[each.key] in self._counts

    def _heads_nothing(self, each: Candidate) -> bool:
        """A bold line over another label is a heading: nobody speaks under it."""
        if each.convention is not Convention.BOLD or Mark.OWN_LINE not in each.marks:
            return False
        lines = self._page.lines
        below = (at for at in range(each.line + 1, len(lines)) if lines[at].text.strip())
        at = next(below, None)
        return at is None or bool(self._page.field[at])


def _is_plain(each: Candidate) -> bool:
    """Whether nothing but its colon makes a label of a word."""
    marks = each.marks - {Mark.OWN_LINE}
    return not marks and not is_identifier(each.label) and not is_name(each.label)
