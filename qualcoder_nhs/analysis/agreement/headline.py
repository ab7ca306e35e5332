"""The one sentence over a report: what kind of problem the coders have, chosen by a fixed rule."""

from dataclasses import dataclass
from enum import StrEnum

from qualcoder_nhs.analysis.agreement.kinds import Kind, KindShares
from qualcoder_nhs.i18n import N_

TENTATIVE = 0.667
"""What Krippendorff asks for even tentative conclusions; holds where the team set no criterion."""

CLEAR = 2 / 3
"""From this share of the differing characters on, a problem is mostly of one sort."""


class Problem(StrEnum):
    """What coders do not agree on."""

    NOTHING = "nothing"
    LITTLE = "little"
    WHERE = "where"
    WHICH = "which"
    MORE = "more"
    BOTH = "both"
    UNDEFINED = "undefined"


WORDS = {
    Problem.NOTHING: N_("The coders agree on every character."),
    Problem.LITTLE: N_("What can be compared reaches the criterion."),
    Problem.WHERE: N_("Mostly a where-problem: the coders mark different passages."),
    Problem.WHICH: N_("Mostly a which-code-problem: the same passages are given different codes."),
    Problem.MORE: N_("Mostly a how-many-codes-problem: to the same passages some give more codes."),
    Problem.BOTH: N_("Both a where-problem and a which-code-problem."),
    Problem.UNDEFINED: N_("There is nothing yet that could be compared."),
}

DETAILS = {
    Kind.BOUNDARY: N_("Most of what differs lies at the ends of passages both coded."),
    Kind.SPLIT: N_("Most of what differs lies where one made one passage and another several."),
    Kind.SUBSTITUTION: N_("Most of what differs was given another code instead."),
    Kind.OMISSION: N_("Most of what differs was coded by one and left out by another."),
}
IN_FAMILY = N_("Most of what differs was given another code of the same family.")


@dataclass(frozen=True)
class Headline:
    """The problem, and the kind that most of the differing characters are of.

    `words` and `detail` are untranslated sentences; there is no detail where nothing differs.
    """

    problem: Problem
    words: str
    detail: str | None
    criterion: float


def headline(
    bar_u: float | None, cu: float | None, kinds: KindShares, criterion: float | None = None
) -> Headline:
    """The headline by |u-alpha (where), cu-alpha (which code) and the shares of the kinds.

    1. Nothing differs: *nothing*, or *undefined* where neither coefficient has a value.
    2. Both reach the criterion, or one does and the other is undefined: *little*.
    3. |u-alpha alone falls short, cu-alpha reaching it or being undefined: *where*.
    4. cu-alpha alone falls short: *which*; but *more* if less than a third of the characters that
       differ had another code instead, so that most of them are codes one gave and another did not.
    5. Both fall short, or both are undefined: the characters decide. Two thirds of those that
       differ being substitutions makes it *which*; two thirds being boundaries, splits and
       omissions makes it *where*; else it is *both*.

    An undefined coefficient is no failure: without text left unmarked there is no question of
    where, and without a passage that two coders marked, or a second code, none of which.
    """
    limit = TENTATIVE if criterion is None else criterion
    problem = _problem(bar_u, cu, kinds, limit)
    return Headline(problem, WORDS[problem], _detail(kinds), limit)


def _problem(bar_u: float | None, cu: float | None, kinds: KindShares, limit: float) -> Problem:
    if not kinds.total:
        return Problem.UNDEFINED if bar_u is None and cu is None else Problem.NOTHING
    substituted = kinds.share(Kind.SUBSTITUTION) or 0.0
    where, which = (value is not None and value < limit for value in (bar_u, cu))
    if (where and which) or (bar_u is None and cu is None):
        return _by_characters(substituted)
    if where:
        return Problem.WHERE
    if which:
        return Problem.MORE if 1 - substituted > CLEAR else Problem.WHICH
    return Problem.LITTLE


def _by_characters(substituted: float) -> Problem:
    if substituted >= CLEAR:
        return Problem.WHICH
    return Problem.WHERE if 1 - substituted >= CLEAR else Problem.BOTH


def _detail(kinds: KindShares) -> str | None:
    if not kinds.total:
        return None
    greatest = max(kinds.characters, key=lambda kind: kinds.characters[kind])
    substituted = kinds.characters[Kind.SUBSTITUTION]
    if greatest is Kind.SUBSTITUTION and 2 * kinds.same_family > substituted:
        return IN_FAMILY
    return DETAILS[greatest]
