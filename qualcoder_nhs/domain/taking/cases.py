"""Who of the cases of another program is a person who speaks, and what the others are."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice, takewhile

from qualcoder_nhs.domain.casting import proposed
from qualcoder_nhs.domain.foreign import ForeignCase
from qualcoder_nhs.domain.people import MODERATING, Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _

Turns = Mapping[str, Sequence[Turn]]
Label = tuple[str, str]
"""The key of a text, and a label in it."""


@dataclass
class CasePlan:
    """What each case is: speakers by label, or something said of whole texts; else why neither.

    `functions` has what each label of each text is proposed to be.
    """

    functions: Mapping[Label, Function]
    people: dict[str, tuple[Label, ...]] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    moderators: dict[str, tuple[Label, ...]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    @property
    def by_label(self) -> dict[Label, str]:
        """The case that each label stands for."""
        return {label: case for case, labels in self.people.items() for label in labels}


def plan_cases(cases: Sequence[ForeignCase], turns: Turns) -> CasePlan:
    """Which case is who.

    A case is the speaker whose turns its passages are, or whose label is its name, or, where whole
    texts belong to it, the one participant who speaks in each. Nobody else may be that speaker
    already. What is said of whole texts without such a speaker is said of their groups.
    """
    plan = CasePlan(dict(_functions(turns)))
    for case in cases:
        labels = _labels(case, turns, plan.functions) if case.name else ()
        free = tuple(one for one in labels if one not in plan.by_label)
        if free and all(plan.functions[one] in MODERATING for one in free):
            plan.moderators[case.key] = free
        elif free:
            plan.people[case.key] = free
        elif case.texts and not case.passages:
            plan.groups[case.key] = tuple(dict.fromkeys(case.texts))
        else:
            plan.left_out[case.key] = _why(case, labels)
    return plan


def _functions(turns: Turns) -> Iterator[tuple[Label, Function]]:
    for text, said in turns.items():
        for label, part in proposed(dict.fromkeys(turn.label for turn in said)).items():
            yield (text, label), part.function


def _labels(
    case: ForeignCase, turns: Turns, functions: Mapping[Label, Function]
) -> tuple[Label, ...]:
    found = dict.fromkeys([*_by_passages(case, turns), *_by_name(case, functions)])
    return tuple(found or _alone(case, functions))


def _by_passages(case: ForeignCase, turns: Turns) -> Iterator[Label]:
    """In each text the one label whose whole turns all of its passages are."""
    passages: dict[str, list[Span]] = defaultdict(list)
    for text, span in case.passages:
        passages[text].append(span)
    for text, spans in passages.items():
        labels = {_said_by(span, turns.get(text, ())) for span in spans}
        if len(labels) == 1 and (label := labels.pop()) is not None:
            yield text, label


def _said_by(span: Span, turns: Sequence[Turn]) -> str | None:
    """The label of the turns that a passage is, no more and no less."""
    first = bisect_right(turns, span.start, key=lambda turn: turn.words.end)
    touched = list(takewhile(lambda turn: turn.words.start < span.end, islice(turns, first, None)))
    labels = {turn.label for turn in touched}
    whole = all(span.covers(turn.words) for turn in touched)
    return labels.pop() if len(labels) == 1 and whole else None


def _by_name(case: ForeignCase, functions: Mapping[Label, Function]) -> Iterator[Label]:
    """Where its texts have its name as a label; of no text in particular, where one has."""
    of_case = {*case.texts, *(text for text, _span in case.passages)}
    wanted = case.name.casefold()
    named = [one for one in functions if one[1].strip().casefold() == wanted]
    if of_case:
        yield from (one for one in named if one[0] in of_case)
    elif len({text for text, _label in named}) == 1:
        yield from named


def _alone(case: ForeignCase, functions: Mapping[Label, Function]) -> Iterator[Label]:
    """The one participant of each of its texts, as in an interview."""
    speaking = {
        text: [
            one
            for one, function in functions.items()
            if one[0] == text and function is Function.PARTICIPANT
        ]
        for text in case.texts
    }
    if speaking and not case.passages and all(len(some) == 1 for some in speaking.values()):
        yield from (one for [one] in speaking.values())


def _why(case: ForeignCase, labels: Sequence[Label]) -> str:
    if labels:
        return _("another case is the same speaker")
    if case.passages:
        return _("its passages are not the turns of one speaker")
    return _("it belongs to no text, and no speaker bears its name")
