"""Codes that are cases: some programs mark what a person says with a code of the case's own key."""

from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from qualcoder_nhs.domain.foreign import About, Altered, ForeignMemo, ForeignStudy, Kind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.taking.cases import CasePlan, Turns
from qualcoder_nhs.domain.transcript import Turn
from qualcoder_nhs.i18n import _


def speaking(study: ForeignStudy, plan: CasePlan, turns: Turns) -> set[str]:
    """The cases that come in with all that is theirs: whole texts, or words in turns of their own.

    Of others a code of the same key says more than the turns do.
    """
    labels = {**plan.people, **plan.moderators}
    return {
        case.key
        for case in study.cases
        if (case.key in labels or (case.key in plan.groups and not case.passages))
        and all(
            (text, label) in labels[case.key]
            for text, span in case.passages
            for label in _labels(turns.get(text, ()), span)
        )
    }


def _labels(turns: Sequence[Turn], span: Span) -> Iterator[str]:
    """Of the turns whose words the passage touches; of none where it touches no words."""
    at = max(0, bisect_right(turns, span.start, key=lambda turn: turn.whole.start) - 1)
    for turn in turns[at:]:
        if turn.whole.start >= span.end:
            return
        if turn.words.overlaps(span):
            yield turn.label


def said_by_cases(study: ForeignStudy, cases: Collection[str]) -> ForeignStudy:
    """The study in which codes that are these cases say only whose words they stand on.

    The passages are the case's own already; its code, and what is coded by it, are told as turned
    into that.
    """
    people = {code.key: code for code in study.codes if code.key in cases}
    if not people:
        return study
    texts = {text.key: text.name for text in study.texts}
    said = [one for one in study.codings if one.code in people]
    how = _("it is the case of that name")
    words = _("it says whose words these are, and is a passage of that case")
    return replace(
        study,
        codes=tuple(code for code in study.codes if code.key not in people),
        codings=tuple(one for one in study.codings if one.code not in people),
        memos=tuple(_memos(study, people.keys(), {one.key: one.code for one in said})),
        sets=tuple(
            replace(one, codes=tuple(code for code in one.codes if code not in people))
            for one in study.sets
        ),
        altered=(*study.altered, *_sets_without(study, people.keys())),
        turned=(
            *study.turned,
            *(Altered(Kind.CODES, code.name, how) for code in people.values()),
            *(
                Altered(Kind.CODINGS, f"{people[one.code].name}, {texts[one.text]}", words)
                for one in said
            ),
        ),
    )


def _memos(
    study: ForeignStudy, people: Collection[str], said: dict[str, str]
) -> Iterator[ForeignMemo]:
    """Memos on such codes and codings are on the case; so is what the code means, if it is news."""
    told = {(one.on, one.words.strip()) for one in study.memos if one.about is About.CASE}
    for one in study.memos:
        if one.about is About.CODE and one.on in people:
            yield replace(one, about=About.CASE)
        elif one.about is About.CODING and one.on in said:
            yield replace(one, about=About.CASE, on=said[one.on])
        else:
            yield one
    for code in study.codes:
        words = code.definition.strip()
        if code.key in people and words and (code.key, words) not in told:
            yield ForeignMemo(f"{code.key} meant", words, About.CASE, code.key)


def _sets_without(study: ForeignStudy, people: Collection[str]) -> Iterator[Altered]:
    for one in study.sets:
        if any(code in people for code in one.codes):
            yield Altered(Kind.SETS, one.key, _("the cases in it stay out of it"))
