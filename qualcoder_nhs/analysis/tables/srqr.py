"""The SRQR table: what the study knows of each item, and what its team has yet to write."""

from collections.abc import Callable

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.tables.coreq import COREQ
from qualcoder_nhs.analysis.tables.guideline import Guideline
from qualcoder_nhs.analysis.tables.measures import of
from qualcoder_nhs.analysis.tables.srqr_items import DOMAINS, ITEMS
from qualcoder_nhs.i18n import N_, _, ngettext

_AS_COREQ: dict[int, tuple[int, ...]] = {
    5: (9,),
    7: (14, 15),
    8: (22,),
    10: (1, 18),
    11: (17,),
    12: (12, 16, 21),
    14: (24, 25, 26, 27),
    16: (31,),
    17: (29, 30, 32),
}
"""The items of COREQ that ask for what an item of SRQR asks."""


def _as_coreq(items: tuple[int, ...]) -> Callable[[Material], str]:
    """What the study says to these items of COREQ, one after the other."""

    def told(material: Material) -> str:
        return " ".join(filter(None, (COREQ.known[item](material) for item in items)))

    return told


def _processed(material: Material) -> str:
    if not material.sessions:
        return ""
    told = _("{transcripts}; {codings} in the layer “{layer}”.")
    return told.format(
        transcripts=ngettext("{n} transcript", "{n} transcripts", len(material.sessions)),
        codings=ngettext("{n} coding", "{n} codings", len(material.codings)),
        layer=material.layer,
    )


def _relied_on(material: Material) -> str:
    worked = material.standing.coders
    if not worked:
        return ""
    twice = sum(len(coders) > 1 for coders in worked.values())
    told = _("{transcripts} transcripts were coded by more than one coder.")
    doubled = told.format(transcripts=of(twice, len(material.sessions)))
    against = COREQ.known[32](material)
    return f"{doubled} {against}".strip()


SRQR = Guideline(
    id="srqr",
    name=N_("SRQR"),
    title=N_("SRQR: what the study can say of itself"),
    purpose=N_("The items that SRQR asks of a paper, filled as far as the study knows them."),
    source=N_(
        "Items are numbered as by O’Brien, Harris, Beckman, Reed and Cook (2014), Academic "
        "Medicine 89(9): 1245–1251, in words of our own."
    ),
    domains=DOMAINS,
    items=ITEMS,
    known={
        **{item: _as_coreq(items) for item, items in _AS_COREQ.items()},
        13: _processed,
        15: _relied_on,
    },
)
REPORT = SRQR.report
