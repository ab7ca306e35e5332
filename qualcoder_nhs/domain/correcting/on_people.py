"""Who was in the room, after a correction: from which turn to which, and behind which labels."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qualcoder_nhs.domain.attributes import Presence
from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.correcting.ground import Ground, Move
from qualcoder_nhs.domain.correcting.plan import Thing, Touched
from qualcoder_nhs.domain.people import Speaker
from qualcoder_nhs.i18n import _


def presences_moved(
    ground: Ground, presences: Iterable[Presence], speakers: Iterable[Speaker]
) -> Iterator[Move]:
    """Everybody from and to the turns they came and left at; whoever is heard was there."""
    voices = list(speakers)
    for one in presences:
        own = {each.label for each in voices if one.participant in each.participants}
        after = _present(ground, one, own)
        if after == one:
            continue
        heard = _numbers(ground, one) != (after.first, after.last)
        told = Touched(
            Thing.PRESENCE, one.id, ground.names.participants.get(one.participant, ""), "", "",
            one.first, _said(one), _said(after), Fate.CHANGED if heard else Fate.MOVED,
            _("the turn they came or left at went, or they are heard outside") if heard else "",
        )  # fmt: skip
        yield Move(one, after, told)


def _numbers(ground: Ground, one: Presence) -> tuple[int | None, int | None]:
    numbers = ground.turns.numbers
    return (
        None if one.first is None else numbers.get(one.first),
        None if one.last is None else numbers.get(one.last),
    )


def _present(ground: Ground, one: Presence, own: set[str]) -> Presence:
    """The presence in new numbers, wide enough for every turn that is theirs."""
    turns, most = ground.turns, max(1, len(ground.new.turns))
    first = None if one.first is None else turns.first_from(one.first) or most
    last = None if one.last is None else turns.last_until(one.last) or 1
    heard = [turn.index for turn in ground.new.turns if turn.label in own]
    if first is not None:
        first = min([first, *heard])
    if last is not None:
        last = max([last, *heard, *([] if first is None else [first])])
    return replace(one, first=first, last=last)


def _said(one: Presence) -> str:
    if one.last is None:
        return _("from t.{first}").format(first=one.first)
    if one.first is None:
        return _("until t.{last}").format(last=one.last)
    return _("t.{first} to t.{last}").format(first=one.first, last=one.last)


def speakers_told(ground: Ground) -> Iterator[str]:
    """Sentences about labels that come, and about those that nobody speaks under any more."""
    was, now = ground.old.labels, ground.new.labels
    for label in now:
        if label not in was:
            yield _("“{label}” is a new speaker, of {n} turns.").format(label=label, n=now[label])
    for label in was:
        if label not in now:
            words = _("“{label}” is not heard any more; who stands behind it stays in the study.")
            yield words.format(label=label)
