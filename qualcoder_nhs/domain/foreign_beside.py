"""What a study knows and REFI-QDA has no place for, as a document that lies beside the project.

Other programs do not look for it. Read back with the same project, it makes the study whole again:
the project tells who put which code where, the document adds to it. It holds nothing but words,
numbers, lists and mappings.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar

from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import BadSpan
from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCase,
    ForeignCode,
    ForeignCoding,
    ForeignLink,
    ForeignMemo,
    ForeignSet,
    ForeignSpeaker,
    ForeignStudy,
    ForeignText,
)
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Turn

Document = Mapping[str, Any]

FORMAT = 1
_CARD = ("name", "slug", "definition", "use", "do_not_use", "example", "serves")
_OF_TEXT = ("kind", "file_name", "group")

Thing = TypeVar(
    "Thing", ForeignCode, ForeignText, ForeignCoding, ForeignCase, ForeignLink, ForeignSet
)


class DoesNotFit(Exception):
    """The document is none, or is not of this project."""


def beside(study: ForeignStudy, users: Mapping[str, tuple[str, str]]) -> dict[str, object]:
    """The document; `users` say of users of the project which coder that is in which layer."""
    return {
        "format": FORMAT,
        "users": {key: list(who) for key, who in users.items()},
        "codes": {one.key: _of_code(one) for one in study.codes},
        "texts": {one.key: _of_text(one) for one in study.texts},
        "flags": {one.key: [*one.flags] for one in study.codings if one.flags},
        "links": {one.key: [one.coder, one.layer, _hour(one.made)] for one in study.links},
        "sets": {one.key: [one.kind, one.scope] for one in study.sets},
        "cases": {one.key: one.name for one in study.cases},
        "attributes": [_of_card(one) for one in study.cards],
        "memos": [_of_memo(one) for one in study.memos],
    }


def made_whole(study: ForeignStudy, document: Any) -> ForeignStudy:
    """The study with all that the document adds to it; memos are as the document has them.

    Raises:
        DoesNotFit: when it is not what `beside` wrote of this study.
    """
    try:
        if document["format"] != FORMAT:
            raise DoesNotFit
        return _with(study, document)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, BadSpan) as error:
        raise DoesNotFit from error


def _with(study: ForeignStudy, told: Document) -> ForeignStudy:
    users = told["users"]
    return replace(
        study,
        coders=tuple(one for one in study.coders if one.key not in users),
        codes=_each(study.codes, told["codes"], _to_code),
        texts=_each(study.texts, told["texts"], _to_text),
        codings=_each(
            tuple(_of_coder(one, users) for one in study.codings), told["flags"], _to_coding
        ),
        links=_each(study.links, told["links"], _to_link),
        sets=_each(study.sets, told["sets"], _to_set),
        cases=_each(study.cases, told["cases"], _to_case),
        cards=tuple(map(_to_card, told.get("attributes", ()))),  # of earlier days: none
        memos=tuple(map(_to_memo, told["memos"])),
    )


def _each(
    things: tuple[Thing, ...], told: Document, to: Callable[[Thing, Any], Thing]
) -> tuple[Thing, ...]:
    return tuple(to(one, told[one.key]) if one.key in told else one for one in things)


def _of_coder(coding: ForeignCoding, users: Document) -> ForeignCoding:
    if coding.coder is None or coding.coder not in users:
        return coding
    coder, layer = map(_word, users[coding.coder])
    return replace(coding, coder=coder, layer=layer)


def _of_code(code: ForeignCode) -> dict[str, object]:
    told = {name: getattr(code, name) for name in _CARD if getattr(code, name)}
    lists = {"companions": [*code.companions], "aliases": [*code.aliases]}
    rest = {"applicable": code.applicable.value, "archived": code.archived}
    return told | lists | rest | {"colour": code.colour, "of_family": code.of_family}


def _to_code(code: ForeignCode, told: Document) -> ForeignCode:
    plain: dict[str, Any] = {name: _word(told.get(name, "")) for name in _CARD}
    # Documents of earlier days have no names, since all bore their own in the project.
    plain["name"] = plain["name"] or code.name
    return replace(
        code,
        **plain,
        companions=tuple(map(_word, told["companions"])),
        aliases=tuple(map(_word, told["aliases"])),
        archived=told["archived"] is True,
        applicable=Applicable(told["applicable"]),
        colour=_word_or_none(told["colour"]),
        of_family=told.get("of_family") is True,
    )


def _of_card(card: AttributeDraft) -> list[object]:
    return [card.subject.value, card.key, card.name, [*card.values], card.identifying]


def _to_card(told: Any) -> AttributeDraft:
    subject, key, name, values, identifying = told
    listed = tuple(map(_word, values))
    return AttributeDraft(Subject(subject), _word(name), listed, identifying is True, _word(key))


def _of_text(text: ForeignText) -> dict[str, object]:
    plain: dict[str, object] = {name: getattr(text, name) for name in _OF_TEXT}
    turns = [_of_turn(turn) for turn in text.turns or ()]
    speakers = [[one.label, one.function.value, [*one.cases]] for one in text.speakers]
    return plain | {"turns": turns, "speakers": speakers}


def _to_text(text: ForeignText, told: Document) -> ForeignText:
    plain: dict[str, Any] = {name: _word(told[name]) for name in _OF_TEXT}
    turns = tuple(_to_turn(at, one) for at, one in enumerate(told["turns"], 1))
    if any(turn.whole.end > len(text.text) for turn in turns):
        raise DoesNotFit
    speakers = tuple(
        ForeignSpeaker(_word(label), Function(function), tuple(map(_word, cases)))
        for label, function, cases in told["speakers"]
    )
    return replace(text, **plain, turns=turns, speakers=speakers)


def _of_turn(turn: Turn) -> list[object]:
    spans = (turn.words, turn.label_at, turn.time_at)
    return [turn.label, turn.time, *([span.start, span.end] if span else None for span in spans)]


def _to_turn(index: int, told: Any) -> Turn:
    label, time, words, label_at, time_at = told
    return Turn(
        index,
        _word(label),
        Span(*words),
        Span(*label_at) if label_at else None,
        Span(*time_at) if time_at else None,
        None if time is None else float(time),
    )


def _to_coding(coding: ForeignCoding, told: Any) -> ForeignCoding:
    return replace(coding, flags=tuple(map(Flag, told)))


def _to_link(link: ForeignLink, told: Any) -> ForeignLink:
    coder, layer, made = told
    return replace(link, coder=_word_or_none(coder), layer=_word(layer), made=_moment(made))


def _to_case(case: ForeignCase, told: Any) -> ForeignCase:
    return replace(case, name=_word(told))


def _to_set(one: ForeignSet, told: Any) -> ForeignSet:
    kind, scope = map(_word, told)
    return replace(one, kind=kind, scope=scope)


def _of_memo(memo: ForeignMemo) -> list[object]:
    span = [memo.span.start, memo.span.end] if memo.span else None
    hours = (_hour(memo.made), _hour(memo.changed))
    return [memo.key, memo.words, memo.about.value, memo.on, span, memo.coder, *hours, memo.title]


def _to_memo(told: Any) -> ForeignMemo:
    key, words, about, on, span, coder, made, changed, title = told
    return ForeignMemo(
        key=_word(key),
        words=_word(words),
        about=About(about),
        on=_word(on),
        span=Span(*span) if span else None,
        coder=_word_or_none(coder),
        made=_moment(made),
        changed=_moment(changed),
        title=_word(title),
    )


def _hour(at: datetime | None) -> str | None:
    return at.isoformat() if at else None


def _moment(told: Any) -> datetime | None:
    return None if told is None else datetime.fromisoformat(_word(told))


def _word(told: Any) -> str:
    if not isinstance(told, str):
        raise DoesNotFit
    return told


def _word_or_none(told: Any) -> str | None:
    return None if told is None else _word(told)
