"""What coders differ on, as lines for people and as JSON for other programs."""

from collections.abc import Sequence
from typing import Any

from qualcoder_nhs.domain.settling import Choice, Decision
from qualcoder_nhs.i18n import N_, _
from qualcoder_nhs.queries.disputed import Queue, QueueItem, Side

Json = dict[str, Any]

_HOLDS = {
    Choice.ALL: N_("both"),
    Choice.NEITHER: N_("neither"),
    Choice.AGREED: N_("agreed"),
    Choice.PUT_OFF: N_("put off"),
}


def line_of(queue: Queue, item: QueueItem) -> str:
    """One disagreement: where, who gave what, and what holds."""
    sides = "; ".join(f"{side.coder.name} {_codes(queue, side)}" for side in item.sides)
    where = f"{item.place} {item.span.start}–{item.span.end}"
    return f"{where}  {item.kind.value}: {sides}  → {_decided(queue, item.decision)}"


def _codes(queue: Queue, side: Side) -> str:
    slugs = dict.fromkeys(queue.codebook[coding.code].slug for coding in side.codings)
    return ", ".join(slugs) or "–"


def _decided(queue: Queue, decision: Decision | None) -> str:
    if decision is None:
        return _("not settled")
    because = ", ".join(filter(None, (decision.cause, decision.reason)))
    return f"{_holds(queue, decision)} ({because})" if because else _holds(queue, decision)


def _holds(queue: Queue, decision: Decision) -> str:
    if decision.choice is Choice.CODER:
        return queue.names.get(decision.coder, "?") if decision.coder else "?"
    if decision.choice is Choice.OTHER:
        return _slug(queue, decision) or "?"
    return _(_HOLDS[decision.choice])


def _slug(queue: Queue, decision: Decision) -> str | None:
    known = queue.codebook.by_id.get(decision.code) if decision.code else None
    return known.slug if known else None


def tally(queue: Queue) -> str:
    """How much of it is settled."""
    alike = queue.agreed_settled + len(queue.agreed)
    return _(
        "{round}: {settled} of {items} disagreements settled, {done} of {alike} unanimous codings."
    ).format(
        round=queue.round.name,
        settled=queue.settled,
        items=len(queue.items),
        done=queue.agreed_settled,
        alike=alike,
    )


def queue_json(queue: Queue, items: Sequence[QueueItem]) -> Json:
    """The queue with these of its items."""
    return {
        "round": queue.round.name,
        "settled": queue.settled,
        "of": len(queue.items),
        "unanimous": {
            "settled": queue.agreed_settled,
            "of": queue.agreed_settled + len(queue.agreed),
        },
        "disagreements": [_item_json(queue, item) for item in items],
    }


def _item_json(queue: Queue, item: QueueItem) -> Json:
    return {
        "transcript": item.name,
        "start": item.span.start,
        "end": item.span.end,
        "turn": item.turn,
        "text": item.words,
        "kind": item.kind.value,
        "same_family": item.same_family,
        "characters": item.characters,
        "codings": [
            {
                "id": coding.id,
                "coder": side.coder.name,
                "code": queue.codebook[coding.code].slug,
                "start": coding.span.start,
                "end": coding.span.end,
            }
            for side in item.sides
            for coding in side.codings
        ],
        "decision": _decision_json(queue, item.decision),
    }


def _decision_json(queue: Queue, decision: Decision | None) -> Json | None:
    if decision is None:
        return None
    return {
        "choice": decision.choice.value,
        "coder": queue.names.get(decision.coder) if decision.coder else None,
        "code": _slug(queue, decision),
        "cause": decision.cause.name.lower() if decision.cause else None,
        "reason": decision.reason,
        "by": queue.names.get(decision.made_by),
        "made": decision.made.isoformat(),
        "settled": list(decision.codings),
    }
