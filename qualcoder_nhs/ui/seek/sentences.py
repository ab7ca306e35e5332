"""What is said of a search, in one sentence."""

from collections.abc import Sequence

from qualcoder_nhs.i18n import _, ngettext
from qualcoder_nhs.queries.study_search import MOST, FoundIn, StudySearch

_NAMED = 8


def found_sentence(search: StudySearch) -> str:
    """Which transcripts hold the words, how many times each; or that none does."""
    words = plain(search.words)
    if not words:
        return ""
    if not search.places:
        return _("“{words}” is nowhere in this study.").format(words=words)
    told = _("“{words}” is in {places}.").format(words=words, places=places(search.places))
    if search.cut:
        told += " " + _("Only {n} paragraphs are shown; more words find fewer.").format(
            n=f"{MOST:,}"
        )
    return told


def elsewhere_sentence(search: StudySearch, name: str) -> str:
    """That one transcript does not hold the words, and which others do."""
    words = plain(search.words)
    told = _("“{words}” is not in {name}.").format(words=words, name=name)
    others = [place for place in search.places if place.name != name]
    if others:
        told += " " + _("It is in {places}.").format(places=places(others))
    return told


def plain(words: str) -> str:
    """What was looked for, without the quotes that hold words together."""
    return " ".join(words.replace('"', " ").split())


def places(found: Sequence[FoundIn], named: int = _NAMED) -> str:
    """`FG3 (4) and FG4 (1)`; of many, the first few and how many more."""
    parts = [f"{place.name} ({len(place.found):,})" for place in found]
    if len(parts) > named:
        more = len(parts) - named + 1
        parts = [*parts[: named - 1], ngettext("{n} more", "{n} more", more)]
    if len(parts) == 1:
        return parts[0]
    return _("{first} and {last}").format(first=", ".join(parts[:-1]), last=parts[-1])
