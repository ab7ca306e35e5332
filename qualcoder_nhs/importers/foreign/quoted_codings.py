"""What is told of passages whose stored words and place disagree."""

from collections.abc import Sequence

from qualcoder_nhs.domain.foreign import ForeignText, Kind, Placing
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.foreign.left_rows import shortened
from qualcoder_nhs.importers.foreign.quoted_places import Finding, Found
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.placing import SURE, begins_word, ends_word, worst

_UNTOLD = (Finding.BELIEVED, Finding.EDITED)


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


def listed_name(code: str, quote: str, text: str = "", place: int | None = None) -> str:
    """A passage in a list: its code and its first words, and where the file has it."""
    where = text
    if text and place is not None:
        where = _("{text}, character {place}").format(text=text, place=place)
    words = f"‘{shortened(quote)}’" if quote.strip() else ""
    head = _("{code} in {where}").format(code=code, where=where) if code and where else code
    return ": ".join(filter(None, (head, words)))


def placing_of(text: ForeignText, unit: str, found: Sequence[Found]) -> Placing:
    """How the passages of a text were read, and whether anybody should look at them.

    That is asked of those only whose words the file does not tell, or tells otherwise.
    """
    spans = [one.span for one in found if one.span]
    untold = [one.span for one in found if one.finding in _UNTOLD]
    unsure = sum(_at_words(text, untold)) < 2 * SURE
    starts, ends = _at_words(text, spans)
    return Placing(
        text=text.key,
        unit=unit,
        starts=starts,
        ends=ends,
        codings=len(found),
        unsure=unsure,
        worst=tuple(worst(text.text, untold)) if unsure else (),
    )


def _at_words(text: ForeignText, spans: Sequence[Span]) -> tuple[float, float]:
    """The shares that begin and end where a word does; all where there are none."""
    if not spans:
        return 1.0, 1.0
    starts = sum(begins_word(text.text, one.start) for one in spans)
    ends = sum(ends_word(text.text, one.end) for one in spans)
    return starts / len(spans), ends / len(spans)
