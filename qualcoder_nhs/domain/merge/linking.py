"""Links of a file: which of them come, change or go, by the same three states as codings."""

from collections.abc import Callable
from functools import partial

from qualcoder_nhs.domain.links import Link, said_by
from qualcoder_nhs.domain.merge import naming
from qualcoder_nhs.domain.merge.deciding import Deciding, Kind
from qualcoder_nhs.domain.merge.plan import Moves
from qualcoder_nhs.domain.merge.states import Point
from qualcoder_nhs.domain.merge.translating import Terms


def link_moves(terms: Terms, point: Point, refuse_others: Callable[[Link], None]) -> Moves[Link]:
    """Decide on all of them; `refuse_others` keeps what somebody else made here."""
    here, there = terms.here, terms.there
    standing = {said_by(one): one.id for one in here.links.values()}

    def allow(one: Link) -> None:
        terms.refuse_link(one)
        standing.setdefault(said_by(one), one.id)

    def spare(one: Link) -> None:
        terms.refuse_frozen(one.layer)
        refuse_others(one)
        standing.pop(said_by(one), None)

    kind = Kind(
        there.links,
        here.links,
        told=terms.link,
        was=terms.link,
        name=partial(naming.link_name, terms),
        allow=allow,
        spare=spare,
        standing=lambda one: said_by(one) in standing,
        silent=lambda one: one.transcript in terms.transcripts.refused,
    )
    return Deciding(kind, here, point).decide()
