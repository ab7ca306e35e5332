"""Codings, memos and chosen quotes on their passages of the corrected text."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.correcting.following import Fate, Followed
from qualcoder_nhs.domain.correcting.ground import Ground, Move
from qualcoder_nhs.domain.correcting.plan import Thing, Touched
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.themes import Quote
from qualcoder_nhs.i18n import _


def codings_moved(ground: Ground, codings: Iterable[Coding]) -> Iterator[Move]:
    """Every coding on the words it was on."""
    names = ground.names
    for one in codings:
        followed = ground.following.passage(one.span)
        told = _touched(
            ground, Thing.CODING, one.id, followed,
            name=names.codes.get(one.code, ""),
            who=names.coders.get(one.coder, ""),
            layer=names.layers.get(one.layer, one.layer),
        )  # fmt: skip
        yield Move(one, _moved(one, followed), told)


def memos_moved(ground: Ground, memos: Iterable[Memo]) -> Iterator[Move]:
    """Every memo on a passage; one whose words went stays, on the transcript."""
    for one in memos:
        if one.span is None:
            continue
        followed = ground.following.passage(one.span)
        stays = followed.fate is not Fate.LOST
        after = replace(one, span=followed.new if stays else None)
        told = _touched(
            ground, Thing.MEMO, one.id, followed,
            name=one.text,
            who=ground.names.coders.get(one.coder, ""),
        )  # fmt: skip
        yield Move(one, after, told if stays else _kept_whole(told))


def _kept_whole(told: Touched) -> Touched:
    why = _("its words went; it stays, on the transcript as a whole")
    return replace(told, fate=Fate.CHANGED, why=why)


def quotes_moved(ground: Ground, quotes: Iterable[Quote]) -> Iterator[Move]:
    """Every quote that was chosen for a theme."""
    for one in quotes:
        followed = ground.following.passage(one.span)
        told = _touched(
            ground, Thing.QUOTE, one.id, followed,
            name=ground.names.themes.get(one.theme, ""),
            who=ground.names.coders.get(one.by, ""),
        )  # fmt: skip
        yield Move(one, _moved(one, followed), told)


def _moved(one: Coding | Quote, followed: Followed) -> Coding | Quote | None:
    return None if followed.fate is Fate.LOST else replace(one, span=followed.new)


def _touched(
    ground: Ground,
    thing: Thing,
    id_: str,
    followed: Followed,
    *,
    name: str,
    who: str,
    layer: str = "",
) -> Touched:
    return Touched(
        thing,
        id_,
        name,
        who,
        layer,
        _turn(ground, followed.old),
        followed.old.of(ground.old.text),
        followed.new.of(ground.new.text),
        followed.fate,
    )


def _turn(ground: Ground, span: Span) -> int | None:
    turn = next(ground.old.turns_in(span), None) or ground.old.turn_at(span.start)
    return turn.index if turn else None
