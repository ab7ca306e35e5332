"""What there is to compare over time: other rounds, and what coders coded a second time."""

from collections.abc import Iterator
from dataclasses import replace

from qualcoder_nhs.analysis.agreement.continuum import Continuum
from qualcoder_nhs.analysis.agreement.material import Material
from qualcoder_nhs.analysis.agreement.over_time import Recoded
from qualcoder_nhs.analysis.agreement.talk import Talk
from qualcoder_nhs.domain.people import Coder
from qualcoder_nhs.domain.rounds import Unit
from qualcoder_nhs.queries.agreement import AgreementWish, Drawing
from qualcoder_nhs.queries.agreement_scope import other_layers, scope_of
from qualcoder_nhs.storage.reader import Reader


def other_rounds(read: Reader, wish: AgreementWish) -> tuple[Material, ...]:
    """Every other round that may be compared and has two coders, oldest first, in the same units.

    Raises:
        Refusal: as `agreement_material` says.
    """
    here = scope_of(read, wish.round, wish.coders, wish.transcripts)
    unit = Drawing(read, wish, here).plan().unit
    return tuple(
        Drawing(read, replace(wish, round=one.id, coders=(), transcripts=(), codes=()), scope)
        .material()
        .by(Unit(unit))
        for one in read.rounds()
        if one.id != (here.round.id if here.round else None)
        and not one.veiled
        and len(one.coders) > 1
        for scope in [scope_of(read, one.id, (), ())]
    )


def recoded(read: Reader, wish: AgreementWish) -> tuple[Recoded, ...]:
    """Every coder with what they have read in this layer and in another one, too.

    Raises:
        Refusal: as `agreement_material` says.
    """
    here = Drawing(read, wish, scope_of(read, wish.round, wish.coders, wish.transcripts))
    return tuple(
        found
        for scope in other_layers(read, here.scope)
        for found in _recoded(here, Drawing(read, wish, scope))
    )


def _recoded(here: Drawing, there: Drawing) -> Iterator[Recoded]:
    names = (here.scope.called, there.scope.called)
    plan = replace(here.plan(), coders=names)
    for coder in there.scope.coders:
        found = list(_twice(here, there, coder))
        if found:
            talks, continua = zip(*found, strict=True)
            material = Material(here.about(), plan, talks, continua, ())
            yield Recoded(coder.name, material)


def _twice(here: Drawing, there: Drawing, coder: Coder) -> Iterator[tuple[Talk, Continuum]]:
    """The transcripts that a coder has read in both layers, on the turns that both count."""
    for one in there.transcripts:
        key = (coder.id, one.id)
        if key in here.read_codings and key in there.read_codings:
            talk = here.talk(one, _shared(here.scope.turns(one.id), there.scope.turns(one.id)))
            codings = {each.scope.called: each.read_codings[key] for each in (here, there)}
            yield talk, here.continuum(talk, codings)


def _shared(first: frozenset[int] | None, second: frozenset[int] | None) -> frozenset[int] | None:
    if first is None or second is None:
        return second if first is None else first
    return first & second
