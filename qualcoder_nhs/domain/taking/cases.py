"""Who of the cases of another program is a person who speaks, and what the others are."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, takewhile

from qualcoder_nhs.domain.casting import Part, proposed
from qualcoder_nhs.domain.foreign import ForeignCase, ForeignStudy
from qualcoder_nhs.domain.people import MODERATING, Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _

Turns = Mapping[str, Sequence[Turn]]
Label = tuple[str, str]
"""The key of a text, and a label in it."""


@dataclass
class CasePlan:
    """What each case is: a person, with their labels, or what is said of whole texts; or why not.

    `parts` has what each label of each text is.
    """

    parts: Mapping[Label, Part]
    people: dict[str, tuple[Label, ...]] = field(default_factory=dict)
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    moderators: dict[str, tuple[Label, ...]] = field(default_factory=dict)
    left_out: dict[str, str] = field(default_factory=dict)

    @cached_property
    def by_label(self) -> dict[Label, tuple[str, ...]]:
        """The cases that each label stands for; ask when all are known."""
        found: dict[Label, tuple[str, ...]] = {}
        for case, labels in self.people.items():
            for label in labels:
                found[label] = (*found.get(label, ()), case)
        return found

    def is_joint(self, label: Label) -> bool:
        """Whether a label names several people, as `P2 and P4` does."""
        return len(self.parts[label].participants) > 1

    def function(self, label: Label) -> Function:
        """What somebody with this label did in the session."""
        proposed = self.parts[label].function
        moderates = proposed in MODERATING or label not in self.by_label
        return proposed if moderates else Function.PARTICIPANT


def plan_cases(study: ForeignStudy, turns: Turns) -> CasePlan:
    """Which case is who.

    A text that says who speaks under which label is believed. Else a case is the speaker whose
    turns its passages are, or whose label is its name, or, where whole texts belong to it, the one
    participant who speaks in each. Nobody else may be that speaker already, but under a label that
    names several. What is said of whole texts without such a speaker is said of their groups.
    """
    told = _told(study)
    plan = CasePlan(dict(_parts(study, turns)), people=dict(told))
    ours = any(text.turns is not None for text in study.texts)
    taken = {label for labels in told.values() for label in labels}
    found = [
        (case, _labels(case, turns, plan.parts) if case.name else ())
        for case in study.cases
        if case.key not in told
    ]
    # Whoever has fewest labels comes first: a profession has those of all who are of it.
    for case, labels in sorted(found, key=lambda one: len(one[1])):
        clash = any(one in taken and not plan.is_joint(one) for one in labels)
        _decide(plan, case, () if clash else labels, _why(case, labels), ours=ours)
        taken.update(plan.people.get(case.key, ()))
    return plan


def _decide(
    plan: CasePlan, case: ForeignCase, labels: tuple[Label, ...], why: str, *, ours: bool
) -> None:
    if labels and all(plan.parts[one].function in MODERATING for one in labels):
        plan.moderators[case.key] = labels
    elif labels or (ours and case.name and not case.texts):
        plan.people[case.key] = labels
    elif case.texts and not case.passages:
        plan.groups[case.key] = tuple(dict.fromkeys(case.texts))
    else:
        plan.left_out[case.key] = why


def _told(study: ForeignStudy) -> dict[str, tuple[Label, ...]]:
    """The labels of the cases of which the texts say so."""
    known = {case.key for case in study.cases}
    found: dict[str, tuple[Label, ...]] = {}
    for text in study.texts:
        for speaker in text.speakers:
            for case in speaker.cases:
                if case in known:
                    found[case] = (*found.get(case, ()), (text.key, speaker.label))
    return found


def _parts(study: ForeignStudy, turns: Turns) -> Iterator[tuple[Label, Part]]:
    said = {text.key: {one.label: one for one in text.speakers} for text in study.texts}
    for text, talk in turns.items():
        for label, part in proposed(dict.fromkeys(turn.label for turn in talk)).items():
            speaker = said.get(text, {}).get(label)
            yield (text, label), Part(speaker.function) if speaker else part


def _labels(case: ForeignCase, turns: Turns, parts: Mapping[Label, Part]) -> tuple[Label, ...]:
    found = dict.fromkeys([*_by_passages(case, turns), *_by_name(case, parts)])
    return tuple(found or _alone(case, parts))


def _by_passages(case: ForeignCase, turns: Turns) -> Iterator[Label]:
    """The label whose whole turns all of its passages in a text are.

    Where they are turns of several labels, each all of whose turns they are.
    """
    passages: dict[str, list[Span]] = defaultdict(list)
    for text, span in case.passages:
        passages[text].append(span)
    for text, spans in passages.items():
        said = [_said_in(span, turns.get(text, ())) for span in spans]
        if not all(said):
            continue
        spoken = Counter(turn.label for turn in turns[text] if turn.words)
        mine = Counter({turn.index: turn.label for some in said for turn in some}.values())
        whole = [label for label in mine if mine[label] == spoken[label]]
        yield from ((text, label) for label in (mine if len(mine) == 1 else whole))


def _said_in(span: Span, turns: Sequence[Turn]) -> list[Turn]:
    """The turns of one label that a passage is, no more and no less; none where it is not."""
    first = bisect_right(turns, span.start, key=lambda turn: turn.words.end)
    near = takewhile(lambda turn: turn.words.start < span.end, islice(turns, first, None))
    touched = [turn for turn in near if turn.words]
    alike = len({turn.label for turn in touched}) == 1
    return touched if alike and all(span.covers(turn.words) for turn in touched) else []


def _by_name(case: ForeignCase, parts: Mapping[Label, Part]) -> Iterator[Label]:
    """Where its texts have its name as a label; of no text in particular, where one has."""
    of_case = {*case.texts, *(text for text, _span in case.passages)}
    wanted = case.name.casefold()
    named = [one for one in parts if one[1].strip().casefold() == wanted]
    if of_case:
        yield from (one for one in named if one[0] in of_case)
    elif len({text for text, _label in named}) == 1:
        yield from named


def _alone(case: ForeignCase, parts: Mapping[Label, Part]) -> Iterator[Label]:
    """The one participant of each of its texts, as in an interview."""
    speaking = {
        text: [
            one
            for one, part in parts.items()
            if one[0] == text and part.function is Function.PARTICIPANT
        ]
        for text in case.texts
    }
    if speaking and not case.passages and all(len(some) == 1 for some in speaking.values()):
        yield from (one for [one] in speaking.values())


def _why(case: ForeignCase, labels: Collection[Label]) -> str:
    if labels:
        return _("another case is the same speaker")
    if case.passages:
        return _("its passages are not the turns of one speaker")
    return _("it belongs to no text, and no speaker bears its name")
