"""How the disagreements of a round were settled, for the report of its agreement."""

from qualcoder_nhs.analysis.agreement.settled import DecidedPassage, Settling
from qualcoder_nhs.domain.settling import Decision
from qualcoder_nhs.queries.agreement import AgreementWish
from qualcoder_nhs.queries.agreement_scope import scope_of
from qualcoder_nhs.queries.disputed import Queue, QueueItem
from qualcoder_nhs.queries.queue import disagreement_queue
from qualcoder_nhs.storage.reader import Reader


def how_settled(read: Reader, wish: AgreementWish) -> Settling | None:
    """All that was decided in the round that is compared; None where nothing was, or no round is.

    It is of the whole round, whatever part of it is compared.

    Raises:
        Refusal: as `agreement_material` says.
    """
    one = scope_of(read, wish.round, wish.coders, wish.transcripts).round
    if one is None or not read.decisions(one.id):
        return None
    queue = disagreement_queue(read, one.id)
    found = (_passage(queue, item, item.decision) for item in queue.items if item.decision)
    reworded = (code.slug for code in queue.codebook.walk() if code.id in queue.reworded)
    return Settling(one.name, len(queue.items), tuple(found), queue.agreed_settled, tuple(reworded))


def _passage(queue: Queue, item: QueueItem, decision: Decision) -> DecidedPassage:
    book, names = queue.codebook, queue.names
    other = book.by_id.get(decision.code) if decision.code else None
    return DecidedPassage(
        transcript=item.name,
        span=item.span,
        codes=tuple(book[code].slug for code in item.codes),
        kind=item.kind,
        choice=decision.choice,
        cause=decision.cause,
        reason=decision.reason,
        coder=names.get(decision.coder) if decision.coder else None,
        other=other.slug if other else None,
        by=names.get(decision.made_by, ""),
        at=decision.made,
    )
