"""The round-trip report: what of a study leaves, what others will see, and what comes back."""

from collections.abc import Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.coding import OPEN
from qualcoder_nhs.domain.foreign import About, ForeignStudy
from qualcoder_nhs.i18n import N_, _

THEME = "theme"
"""The kind of a set that is a theme of this program."""


@dataclass(frozen=True)
class RoundTripLine:
    """How things of one kind fare: so many in the study, seen by others, back in this program."""

    what: str
    in_study: int
    seen: int
    back: int
    why: str = ""


@dataclass(frozen=True)
class RoundTrip:
    """The report. `replaced` characters could not be written, `target` says for whom it is."""

    target: str
    lines: tuple[RoundTripLine, ...]
    replaced: int = 0


@dataclass(frozen=True)
class Sight:
    """What the others see of a project: sets, or none of them; and as what memos and links."""

    sets: bool = True
    memos: str = ""
    links: str = ""


def round_trip(
    study: ForeignStudy, unseen: Mapping[str, int], target: str, replaced: int, sight: Sight
) -> RoundTrip:
    """The report of a study that leaves; `unseen` counts by name what is not in it at all."""
    lines = (*_whole(study, sight), *_in_part(study, sight), *_not_at_all(unseen))
    return RoundTrip(target, tuple(one for one in lines if one.in_study), replaced)


def _whole(study: ForeignStudy, sight: Sight) -> tuple[RoundTripLine, ...]:
    layered = sum(1 for one in study.codings if one.layer != OPEN)
    described = sum(1 for one in study.memos if one.about is About.CASE)
    cards = sum(1 for one in study.codes if one.use or one.do_not_use or one.example or one.serves)
    themes = sum(1 for one in study.sets if one.kind == THEME)
    return (
        _line(_("transcripts"), len(study.texts)),
        _line(_("coders"), len(study.coders)),
        _line(_("codes"), len(study.codes), _cards(cards)),
        _line(_("codings"), len(study.codings), _layered(layered)),
        _line(_("memos"), len(study.memos), sight.memos or _described(described)),
        _line(_("participants"), len(study.cases), _("as cases, with the turns they speak in")),
        _line(_("attributes"), len(study.attributes), _("as variables; all values are words")),
        _line(_("links between turns"), len(study.links), sight.links),
        _sets(_("sets of codes"), len(study.sets) - themes, sight, len(study.sets) - themes),
    )


def _in_part(study: ForeignStudy, sight: Sight) -> tuple[RoundTripLine, ...]:
    flagged = sum(1 for one in study.codings if one.flags)
    turns = sum(len(one.turns or ()) for one in study.texts)
    speakers = sum(len(one.speakers) for one in study.texts)
    themes = sum(1 for one in study.sets if one.kind == THEME)
    cards = sum(1 for one in study.cards if one.values or one.identifying)
    lies_beside = _("REFI-QDA has no place for it; it lies beside for this program")
    as_sets = _("as sets of their codes, described by what they claim")
    return (
        RoundTripLine(_("turns with labels and times"), turns, 0, turns, lies_beside),
        RoundTripLine(_("labels and who they stand for"), speakers, 0, speakers, lies_beside),
        RoundTripLine(_("codings with flags"), flagged, 0, flagged, lies_beside),
        RoundTripLine(
            _("what attributes offer, and whether they identify"), cards, 0, cards, lies_beside
        ),
        _sets(_("themes"), themes, sight, themes, as_sets),
    )


def _not_at_all(unseen: Mapping[str, int]) -> tuple[RoundTripLine, ...]:
    why = _("stays in the study file; REFI-QDA has no place for it")
    own = _("private, and so it stays in the study file")
    return tuple(
        RoundTripLine(_(UNSEEN[key]), number, 0, 0, own if key == PRIVATE else why)
        for key, number in unseen.items()
    )


PRIVATE = "private memos"

UNSEEN = {
    PRIVATE: N_("private memos"),
    "memos on themes": N_("memos on themes"),
    "quotes of themes": N_("quotes of themes"),
    "rounds": N_("rounds and who codes what in them"),
    "decisions": N_("decisions on disagreements"),
    "questions": N_("questions of the topic guide"),
    "askings": N_("marks of where questions were asked"),
    "presences": N_("who came late or left early"),
    "propositions": N_("propositions"),
    "voicings": N_("positions on propositions"),
    "summaries": N_("summaries of the framework matrix"),
    "versions": N_("versions of the codebook"),
    "steps": N_("steps of the history"),
}
"""What a project cannot hold, by the key it is counted under, to be translated."""


def _sets(what: str, number: int, sight: Sight, back: int, why: str = "") -> RoundTripLine:
    if sight.sets:
        return RoundTripLine(what, number, number, back, why)
    return RoundTripLine(what, number, 0, back, _("written, but not looked for there"))


def _line(what: str, number: int, why: str = "") -> RoundTripLine:
    return RoundTripLine(what, number, number, number, why)


def _cards(number: int) -> str:
    return _("all that a card says stands in the description") if number else ""


def _layered(number: int) -> str:
    if not number:
        return ""
    return _("{n} of rounds or settled, each layer as a user of its own").format(n=f"{number:,}")


def _described(number: int) -> str:
    return _("{n} on participants, as descriptions of cases").format(n=number) if number else ""
