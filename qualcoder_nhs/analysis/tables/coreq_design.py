"""What the study knows of COREQ items 1 to 23: the groups, their people, the guide, saturation."""

from collections import Counter
from collections.abc import Callable, Iterator

from qualcoder_nhs.analysis.counting.material import Material
from qualcoder_nhs.analysis.counting.scope import Scope
from qualcoder_nhs.analysis.tables import saturation
from qualcoder_nhs.analysis.tables.telling import audience
from qualcoder_nhs.domain.attributes import FEW_PEOPLE, Attribute, Subject
from qualcoder_nhs.domain.guide import Asked
from qualcoder_nhs.domain.ids import ParticipantId
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.table_options import wish
from qualcoder_nhs.i18n import _, ngettext

_SETTING = ("mode", "setting", "place", "venue", "composition", "date")
_MODERATORS = ("moderator", "facilitator")
_OTHERS = ("note_taker", "observer")


def _led(material: Material) -> str:
    told = _said(material, _MODERATORS)
    turns = Counter(
        session.name
        for session in material.sessions
        for turn in session.turns
        if turn.function in (Function.MODERATOR, Function.CO_MODERATOR)
    )
    led = ", ".join(f"{name}: {number:,}" for name, number in turns.items())
    return _joined(told, _("Turns of moderators: {turns}.").format(turns=led) if led else "")


def _stance(material: Material) -> str:
    told = material.standing.stance
    return _("The stance of the study is: {stance}.").format(stance=_(told)) if told else ""


def _size(material: Material) -> str:
    return f"{audience(Scope(material))}."


def _setting(material: Material) -> str:
    return _said(material, _SETTING)


def _others(material: Material) -> str:
    return _said(material, _OTHERS)


def _said(material: Material, keys: tuple[str, ...]) -> str:
    """What groups are said to be, by attribute: `Mode: video 2, in person 2.`"""
    names = {one.key: one.name for one in material.attributes if one.subject is Subject.GROUP}
    told = []
    for key in keys:
        values = Counter(
            group.attributes[key] for group in material.groups.values() if group.attributes.get(key)
        )
        if values:
            several = max(values.values()) > 1
            listed = [f"{one} {number}" if several else one for one, number in values.items()]
            told.append(f"{names.get(key, key)}: {', '.join(listed)}.")
    return " ".join(told)


def _sample(material: Material) -> str:
    scope = Scope(material)
    described = [one for one in material.attributes if one.subject is Subject.PARTICIPANT]
    told = [_spread(material, one, scope.participants) for one in described]
    if scope.respondents:
        asked = [_spread(material, one, scope.respondents) for one in described]
        if any(asked):
            told = [*told, _("Respondents:"), *asked]
    return " ".join(one for one in told if one)


def _spread(material: Material, one: Attribute, there: frozenset[ParticipantId]) -> str:
    """Such as `Role: nurse 5, doctor 4, not known 2.`; nothing where nobody's is known.

    A paper goes among people who know each other: what few are is not told, only how many.
    """
    values = Counter(material.people[person].attributes.get(one.key, "") for person in there)
    unknown = values.pop("", 0)
    if not values or one.identifying:
        return ""
    told = {value: number for value, number in values.items() if number >= FEW_PEOPLE}
    listed = [f"{value} {number}" for value, number in sorted(told.items(), key=_commonest)]
    few = values.total() - sum(told.values())
    if few:
        listed.append(_("what fewer than {least} are {n}").format(least=FEW_PEOPLE, n=few))
    if unknown:
        listed.append(_("not known {n}").format(n=unknown))
    return f"{one.name}: {', '.join(listed)}."


def _commonest(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _guide(material: Material) -> str:
    number = len(material.questions)
    if not number:
        return ""
    probes = sum(len(one.probes) for one in material.questions)
    rooms = [one for one in material.sessions if not one.survey]
    everywhere = sum(
        all(room.course.asked(one.id) is Asked.ASKED for room in rooms)
        for one in material.questions
    )
    told = _("{questions} and {probes}; {n} of them asked in every discussion; versions kept: {v}.")
    return told.format(
        questions=ngettext("{n} question", "{n} questions", number),
        probes=ngettext("{n} probe", "{n} probes", probes),
        n=everywhere,
        v=material.standing.guide_versions,
    )


def _repeats(material: Material) -> str:
    groups: dict[ParticipantId, set[str]] = {}
    for session in material.sessions:
        if not session.survey:
            for person in session.people:
                groups.setdefault(person, set()).add(session.group.id)
    several = sum(len(own) > 1 for own in groups.values())
    return _("{n} of {people} participants took part in more than one group.").format(
        n=several, people=len(groups)
    )


def _duration(material: Material) -> str:
    words = sum(turn.words for one in material.sessions if not one.survey for turn in one.turns)
    said = _("{n} words, those of moderators included.").format(n=f"{words:,}")
    return _joined(_said(material, ("duration",)), said)


def _saturation(material: Material) -> str:
    tabled = saturation.REPORT.run(material, wish(saturation.REPORT.options))
    if not tabled.rows:
        return ""
    last = tabled.rows[-1]
    told = _("Codes that are new in each discussion, as held: {curve}.")
    curve = ", ".join(f"{row.name} {row.entries[0].words}" for row in tabled.rows)
    return _joined(
        told.format(curve=curve),
        _("The last, {name}, added {new}.").format(name=last.name, new=last.entries[0].words),
    )


def _joined(*told: str) -> str:
    return " ".join(_filled(told))


def _filled(told: tuple[str, ...]) -> Iterator[str]:
    return (one for one in told if one)


DESIGNED: dict[int, Callable[[Material], str]] = {
    1: _led,
    9: _stance,
    12: _size,
    14: _setting,
    15: _others,
    16: _sample,
    17: _guide,
    18: _repeats,
    21: _duration,
    22: _saturation,
}
"""What can be said, by the number of the item; empty words where nothing can."""
