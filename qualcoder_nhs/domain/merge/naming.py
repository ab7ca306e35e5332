"""What the rows of a plan are called, and what they must not tell while a round is blind."""

from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.merge.translating import Terms
from qualcoder_nhs.domain.rounds import Finish
from qualcoder_nhs.i18n import _


def coding_name(terms: Terms, one: Coding) -> str:
    """A coding of the file, by place, code and coder; of a blind round by coder and round only."""
    who = _who(terms, one.coder)
    within = terms.round(one.layer)
    if within is not None and within.veiled and not _own(terms, one.coder):
        return _("a coding of {who} in “{round}”").format(who=who, round=within.name)
    code = terms.there.codes.get(one.code)
    what = _("“{code}” on {place}, {who}")
    return what.format(code=code.name if code else one.code, place=_place(terms, one), who=who)


def _place(terms: Terms, one: Coding) -> str:
    text = terms.there.texts.get(one.transcript)
    name = text.name if text else one.transcript
    here = terms.transcripts.here.get(one.transcript)
    if here is not None:
        turn = next(terms.text(here).turns_in(one.span), None)
        if turn is not None:
            return f"{name} t.{turn.index}"
    return f"{name} {one.span.start}–{one.span.end}"


def link_name(terms: Terms, one: Link) -> str:
    """A link of the file, by place, kind and coder; of a blind round by coder and round only."""
    who = _who(terms, one.coder)
    within = terms.round(one.layer)
    if within is not None and within.veiled and not _own(terms, one.coder):
        return _("a link of {who} in “{round}”").format(who=who, round=within.name)
    text = terms.there.texts.get(one.transcript)
    name = text.name if text else one.transcript
    what = _("{name} t.{turn} to t.{target}: {kind}, {who}")
    return what.format(name=name, turn=one.turn, target=one.target, kind=one.kind.words, who=who)


def memo_name(terms: Terms, one: Memo) -> str:
    """A memo of the file, by who wrote it when; never its words."""
    return _("a memo of {who}, {day}").format(
        who=_who(terms, one.coder), day=f"{one.made:%Y-%m-%d %H:%M}"
    )


def finish_name(terms: Terms, one: Finish) -> str:
    """Somebody's word that a transcript is done."""
    text = terms.there.texts.get(one.transcript)
    name = text.name if text else one.transcript
    return _("“{name}” finished by {who}").format(name=name, who=_who(terms, one.coder))


def _who(terms: Terms, coder: CoderId) -> str:
    known = terms.who(coder) or terms.there.coders.get(coder)
    return known.name if known else str(coder)


def _own(terms: Terms, coder: CoderId) -> bool:
    return terms.coders.here.get(coder) == terms.here.acting
