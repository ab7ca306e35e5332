"""What the study knows of COREQ items 24 to 32: coders, tree, themes, software, quotes."""

from collections.abc import Callable

from qualcoder_nhs import __version__
from qualcoder_nhs.analysis.counting.material import Material, Session
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.tables.measures import of
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.themes import Quote
from qualcoder_nhs.i18n import _, ngettext


def _coders(material: Material) -> str:
    worked = material.standing.coders
    if not worked:
        return ""
    everybody = {coder for own in worked.values() for coder in own}
    each = ", ".join(
        f"{session.name}: {len(worked[session.id])}"
        for session in material.sessions
        if session.id in worked
    )
    people = ngettext("{n} coder", "{n} coders", len(everybody))
    return _("{coders}; by transcript: {each}.").format(coders=people, each=each)


def _tree(material: Material) -> str:
    book = material.codebook
    live = [one for one in book.codes if not one.archived]
    applied = sum(one.applicable is not Applicable.NO for one in live)
    roots = [one.name for one in book.children(None) if not one.archived]
    if not live:
        return ""
    told = _(
        "{codes}, {applied} of them put on words, in {families}: {names}. {defined} with a "
        "definition. Versions of the codebook kept: {versions}."
    )
    return told.format(
        codes=ngettext("{n} code", "{n} codes", len(live)),
        applied=applied,
        families=ngettext("{n} family", "{n} families", len(roots)),
        names=", ".join(roots),
        defined=of(sum(bool(one.definition) for one in live), len(live)),
        versions=material.standing.codebook_versions,
    )


def _derivation(material: Material) -> str:
    themes = material.themes
    if not themes:
        return ""
    linked = len({code for one in themes for code in one.codes})
    return _("{themes}, made of {codes}.").format(
        themes=ngettext("{n} theme", "{n} themes", len(themes)),
        codes=ngettext("{n} code", "{n} codes", linked),
    )


def _software(_material: Material) -> str:
    return f"qualcoder_nhs {__version__}."


def _quotes(material: Material) -> str:
    chosen = material.standing.quotes
    if not chosen:
        return ""
    scope = Scope(material)
    speaking = {person for one in chosen for person in _speakers(material, one)}
    groups = {_room(material, one).group.id for one in chosen if not _room(material, one).survey}
    told = _("{quotes}, by {people} participants in {groups} groups, each with its speaker.")
    return told.format(
        quotes=ngettext("{n} quote", "{n} quotes", len(chosen)),
        people=of(len(speaking & scope.participants), len(scope.participants)),
        groups=of(len(groups), len(scope.groups)),
    )


def _room(material: Material, one: Quote) -> Session:
    return material.by_id[one.transcript]


def _speakers(material: Material, one: Quote) -> set[ParticipantId]:
    turns = _room(material, one).touched(one.span)
    return {person for turn in turns if turn.counts for person in turn.people}


def _findings(material: Material) -> str:
    number = len(material.codings)
    if not number:
        return ""
    told = _("{n} excerpts of the layer “{layer}” stand behind the findings.")
    return told.format(n=f"{number:,}", layer=material.layer)


def _major(material: Material) -> str:
    return "; ".join(one.name for one in material.themes)


def _minor(material: Material) -> str:
    against = sum(one.against for one in material.standing.quotes)
    if not material.standing.quotes:
        return ""
    told = _("{n} of {quotes} speak against their theme.")
    quotes = ngettext("{n} quote", "{n} quotes", len(material.standing.quotes))
    return told.format(n=against, quotes=quotes)


ANALYSED: dict[int, Callable[[Material], str]] = {
    24: _coders,
    25: _tree,
    26: _derivation,
    27: _software,
    29: _quotes,
    30: _findings,
    31: _major,
    32: _minor,
}
"""What can be said, by the number of the item; empty words where nothing can."""
