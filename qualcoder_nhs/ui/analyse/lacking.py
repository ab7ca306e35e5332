"""What a table cannot do without, and the step that is told where the study lacks it."""

from collections.abc import Callable, Mapping

from qualcoder_nhs.domain.table_options import Value
from qualcoder_nhs.i18n import N_
from qualcoder_nhs.queries.holdings import Holdings
from qualcoder_nhs.ui.widgets.way_on import (
    NO_CODES,
    NO_GUIDE,
    NO_LINKS,
    NO_TALK,
    NO_TEXTS,
    NOT_CODED,
    NOT_DESCRIBED,
    Step,
)

PROPOSE = "propose"
NO_PROPOSITION = Step(
    N_(
        "No proposition yet. Write what people may agree or disagree with: often what the first "
        "speaker says."
    ),
    N_("Add proposition…"),
    PROPOSE,
    writes=True,
)

Need = tuple[Callable[[Holdings], bool], Step]

_TEXTS: Need = (lambda has: has.texts, NO_TEXTS)
_TALK: Need = (lambda has: has.talk, NO_TALK)
_CODES: Need = (lambda has: has.codes, NO_CODES)
_CODED: Need = (lambda has: has.coded, NOT_CODED)
_LINKS: Need = (lambda has: has.links, NO_LINKS)
_DESCRIBED: Need = (lambda has: has.described, NOT_DESCRIBED)
_GUIDE: Need = (lambda has: has.questions, NO_GUIDE)
_PROPOSED: Need = (lambda has: has.propositions, NO_PROPOSITION)

_OF_CODES = (_TEXTS, _CODES, _CODED)
_NEEDS: Mapping[str, tuple[Need, ...]] = {
    "matrix": _OF_CODES,
    "frequencies": _OF_CODES,
    "cooccurrence": _OF_CODES,
    "side-by-side": (_TEXTS, _DESCRIBED, _CODES, _CODED),
    "coders": _OF_CODES,
    "timeline": (_TEXTS, _TALK, _CODES, _CODED),
    "saturation": (_TEXTS, _TALK, _CODES, _CODED),
    "sequences": (_TEXTS, _TALK),
    "voices": (_TEXTS, _TALK),
    "links": (_TEXTS, _TALK, _LINKS),
    "consensus": (_TEXTS, _TALK, _PROPOSED),
    "framework": (_TEXTS, _TALK, _CODES),
    "kwic": (_TEXTS,),
    "words": (_TEXTS,),
    "collocations": (_TEXTS,),
}

NEVER_WITHOUT = ("links", "saturation")
"""Tables that have rows of noughts where what they count is missing."""

_BY_QUESTION = ("columns", "show")
"""Options that may wish for a table by question."""


def lacking(report: str, said: Mapping[str, Value], has: Holdings) -> Step | None:
    """The first thing that a table cannot do without and the study does not have."""
    by_question = any(str(said.get(one) or "").startswith("question") for one in _BY_QUESTION)
    needs = (*_NEEDS.get(report, ()), *([_GUIDE] if by_question else ()))
    return next((step for is_there, step in needs if not is_there(has)), None)


_NOTHING = {
    "sequences": N_("Nothing in the talk answers this question. Ask for more turns, or for more."),
    "kwic": N_("Nobody says it here. A star stands for the rest of a word: trust*."),
    "words": N_("No word is said often enough for these choices."),
    "collocations": N_("No words stand together often enough for these choices."),
    "framework": N_("This sheet has no column: choose a code that has others beneath it."),
}


def nothing_words(report: str) -> str:
    """Why a table is empty although the study has all that it is made of."""
    return _NOTHING.get(report, N_("Nothing is coded that fits these choices."))
