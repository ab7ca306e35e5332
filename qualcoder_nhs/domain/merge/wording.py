"""A plan as it is read before anything is written: what comes, what is known, what stays out."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from qualcoder_nhs.domain.merge.coders import Namesake
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.sides import MergeRow
from qualcoder_nhs.i18n import _, ngettext


@dataclass(frozen=True)
class Section:
    """One list of a plan. A row without a reason speaks for itself."""

    title: str
    rows: tuple[MergeRow, ...]


def sections(plan: MergePlan) -> tuple[Section, ...]:
    """The four lists, and what was found by its words where there is any."""
    found = (
        Section(_("Added"), (*_new(plan), *(MergeRow(line, "") for line in _coming(plan)))),
        Section(_("Already known"), tuple(MergeRow(line, "") for line in _known(plan))),
        Section(_("Conflicting: stays as it is here"), plan.conflicting),
        Section(_("Refused: stays out"), (*plan.refused, *_private(plan))),
    )
    if not plan.matched:
        return found
    return (*found, Section(_("Found by its words: look at these"), plan.matched))


def namesake_row(one: Namesake) -> MergeRow:
    """What becomes of a coder who has the name of somebody here."""
    if one.before:
        why = _("taken for “{name}” here, as in an earlier merge")
    elif one.joined:
        why = _("taken for “{name}” here")
    else:
        why = _("another id than “{name}” here; comes in as “{otherwise}”")
    what = _("coder {name}").format(name=one.name)
    return MergeRow(what, why.format(name=one.name, otherwise=one.otherwise))


def _new(plan: MergePlan) -> Iterator[MergeRow]:
    """Transcripts and rounds that this study does not have."""
    codings = Counter(one.transcript for one in plan.codings.added)
    for key, one in plan.arrivals.transcripts.items():
        turns = ngettext("{n} turn", "{n} turns", len(one.turns))
        coded = ngettext("{n} coding", "{n} codings", codings[key])
        why = _("a transcript this study does not have, {turns}, {coded}")
        what = _("transcript “{name}”").format(name=one.name)
        yield MergeRow(what, why.format(turns=turns, coded=coded))
    layers = Counter(one.layer for one in plan.codings.added)
    for round_ in plan.rounds:
        coded = ngettext("{n} coding", "{n} codings", layers[round_.layer])
        why = _("a round this study does not have, {state}, {coded}")
        what = _("round “{name}”").format(name=round_.name)
        yield MergeRow(what, why.format(state=round_.state, coded=coded))


def _private(plan: MergePlan) -> Iterator[MergeRow]:
    """What their writers keep to themselves is no fault of the file, but told all the same."""
    for what in _counted("{n} memo", "{n} memos", plan.memos.left):
        yield MergeRow(what, _("marked private"))


def _coming(plan: MergePlan) -> Iterator[str]:
    talk = plan.arrivals.talk
    yield from _counted(
        "{n} time when somebody was there",
        "{n} times when somebody was there",
        len(talk.presences),
    )
    yield from _counted("{n} mark of a question", "{n} marks of questions", len(talk.askings))
    codings, finishes = plan.codings, plan.finishes
    yield from _counted("{n} coding", "{n} codings", len(codings.added))
    changed, removed = len(codings.changed), len(codings.removed)
    yield from _counted(
        "{n} coding edited since it came", "{n} codings edited since they came", changed
    )
    yield from _counted(
        "{n} coding taken back since it came", "{n} codings taken back since they came", removed
    )
    yield from _links(plan)
    yield from _counted("{n} transcript finished", "{n} transcripts finished", len(finishes.added))
    yield from _counted(
        "{n} transcript reopened", "{n} transcripts reopened", len(finishes.removed)
    )
    yield from _counted("{n} memo", "{n} memos", _memos(plan))
    for code in plan.codes:
        yield _("new code “{name}”").format(name=code.name)
    for coder in plan.coders:
        yield _("coder {name}").format(name=coder.name)


def _links(plan: MergePlan) -> Iterator[str]:
    links = plan.links
    yield from _counted("{n} link between turns", "{n} links between turns", len(links.added))
    changed, removed = len(links.changed), len(links.removed)
    yield from _counted(
        "{n} link changed since it came", "{n} links changed since they came", changed
    )
    yield from _counted(
        "{n} link taken back since it came", "{n} links taken back since they came", removed
    )


def _memos(plan: MergePlan) -> int:
    memos = plan.memos
    return len(memos.added) + len(memos.changed) + len(memos.removed)


def _known(plan: MergePlan) -> Iterator[str]:
    yield from _counted("{n} coding", "{n} codings", plan.codings.known)
    yield from _counted("{n} link", "{n} links", plan.links.known)
    yield from _counted("{n} memo", "{n} memos", plan.memos.known)
    yield from _counted("{n} transcript finished", "{n} transcripts finished", plan.finishes.known)


def _counted(one: str, many: str, count: int) -> Iterator[str]:
    """The count in words; nothing for none."""
    if count:
        yield ngettext(one, many, count)
