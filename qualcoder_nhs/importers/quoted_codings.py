"""What is told of passages whose stored words and place disagree."""

from collections.abc import Iterable, Sequence

from qualcoder_nhs.domain.foreign import ForeignText, Kind, Placing
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.left_rows import shortened
from qualcoder_nhs.importers.quoted_places import Finding, Found
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.placing import SURE, begins_word, ends_word, worst


def span_told(found: Found, kind: Kind, key: str, name: str, ledger: Ledger) -> Span | None:
    """The span, with a word where it is not the one the file has; None where there is none.

    `name` is what a lost one is listed by.
    """
    if found.finding is Finding.LOST:
        ledger.leave(kind, name, _("the text was changed later, and its words are not in it now"))
        return None
    if found.finding is Finding.EMPTY:
        ledger.leave(kind, name, _("it covers no words"))
        return None
    if found.finding is Finding.MOVED:
        ledger.alter(kind, key, _("its words were found at another place of a text changed later"))
    if found.finding is Finding.EDITED:
        ledger.alter(kind, key, _("the words in its place were changed later"))
    return found.span


def listed_name(what: str, quote: str) -> str:
    """A passage in a list: its code and its first words."""
    words = f"“{shortened(quote)}”" if quote.strip() else ""
    return ": ".join(filter(None, (what, words)))


def placing_of(text: ForeignText, unit: str, found: Sequence[Found]) -> Placing:
    """How the passages of a text were read, and whether anybody should look at them."""
    spans = [one.span for one in found if one.span]
    there = sum(one.finding is Finding.THERE for one in found)
    unsure = there < SURE * len(found)
    return Placing(
        text=text.key,
        unit=unit,
        starts=_share(begins_word(text.text, one.start) for one in spans),
        ends=_share(ends_word(text.text, one.end) for one in spans),
        codings=len(found),
        unsure=unsure,
        worst=tuple(worst(text.text, spans)) if unsure else (),
    )


def _share(told: Iterable[bool]) -> float:
    every = list(told)
    return sum(every) / len(every) if every else 1.0
