"""Links, marks of questions, propositions voiced and samples: what names turns by their numbers."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from qualcoder_nhs.domain.consensus import Voicing
from qualcoder_nhs.domain.correcting.following import Fate
from qualcoder_nhs.domain.correcting.ground import Ground, Move
from qualcoder_nhs.domain.correcting.plan import Thing, Touched
from qualcoder_nhs.domain.correcting.references import renumbered, turns_gone
from qualcoder_nhs.domain.framework import Summary
from qualcoder_nhs.domain.guide import Asking
from qualcoder_nhs.domain.links import Link
from qualcoder_nhs.domain.rounds import Portion, Round
from qualcoder_nhs.i18n import _


def links_moved(ground: Ground, links: Iterable[Link]) -> Iterator[Move]:
    """Every link between the turns it joined; the same is not said twice of two that are one."""
    said: set[object] = set()
    for one in links:
        turn, target = (ground.turns.numbers.get(n) for n in (one.turn, one.target))
        after, why = None, _("one of its turns went")
        if turn is not None and target is not None:
            key = (one.coder, one.layer, one.kind, turn, target)
            if target > turn:
                why = _("the turn it answers stands after it now")
            elif target == turn:
                why = _("its turns are one now")
            elif key in said:
                why = _("the same link stands between the same turns now")
            else:
                said.add(key)
                after = replace(one, turn=turn, target=target)
        names = ground.names
        yield _move(
            one, after, why,
            thing=Thing.LINK,
            name=one.kind.words,
            who=names.coders.get(one.coder, ""),
            layer=names.layers.get(one.layer, one.layer),
            said=_("t.{turn} to t.{target}"),
        )  # fmt: skip


def askings_moved(ground: Ground, askings: Iterable[Asking]) -> Iterator[Move]:
    """Every mark of a question at the turn it was asked in; one at a turn."""
    marked: set[int] = set()
    for one in askings:
        if one.turn is None:
            continue
        turn = ground.turns.numbers.get(one.turn)
        why = _("the turn it was asked in went")
        if turn in marked:
            why = _("another question is marked at the same turn now")
        after = None if turn is None or turn in marked else replace(one, turn=turn)
        if turn is not None:
            marked.add(turn)
        name = ground.names.questions.get(one.question or "", _("no question"))
        yield _move(one, after, why, thing=Thing.ASKING, name=name, said=_("t.{turn}"))


def voicings_moved(ground: Ground, voicings: Iterable[Voicing]) -> Iterator[Move]:
    """Every turn that says a proposition; each proposition once a turn."""
    voiced: set[object] = set()
    for one in voicings:
        turn = ground.turns.numbers.get(one.turn)
        key = (one.proposition, turn)
        why = _("the turn that says it went")
        if key in voiced:
            why = _("the same turn says it already")
        after = None if turn is None or key in voiced else replace(one, turn=turn)
        voiced.add(key)
        name = ground.names.propositions.get(one.proposition, "")
        yield _move(one, after, why, thing=Thing.VOICING, name=name, said=_("t.{turn}"))


def _move(
    one: Any,
    after: Any,
    why: str,
    *,
    thing: Thing,
    name: str,
    said: str,
    who: str = "",
    layer: str = "",
) -> Move:
    fate = Fate.LOST if after is None else Fate.UNMOVED if after == one else Fate.MOVED
    before, now = (said.format(**vars(each)) if each else "" for each in (one, after))
    told = Touched(
        thing, one.id, name, who, layer, one.turn, before, now, fate, "" if after else why
    )
    return Move(one, after, told)


def summaries_moved(ground: Ground, summaries: Iterable[Summary]) -> Iterator[Move]:
    """Every summary that names a turn, with its turns under their new numbers."""
    numbers = ground.turns.numbers
    for one in summaries:
        text, gone = renumbered(one.text, numbers), turns_gone(one.text, numbers)
        if text == one.text and not gone:
            continue
        why = _("it names {turns}, which went").format(turns=_listed(gone)) if gone else ""
        fate = Fate.CHANGED if gone else Fate.MOVED
        name = ground.names.codes.get(one.code or "") or ground.names.themes.get(one.theme or "")
        who = ground.names.coders.get(one.by, "")
        told = Touched(Thing.SUMMARY, one.id, name or "", who, "", None, one.text, text, fate, why)
        yield Move(one, replace(one, text=text), told)


def samples_moved(ground: Ground, rounds: Iterable[Round]) -> Iterator[Move]:
    """Every round that was to code some turns, with the same turns."""
    for one in rounds:
        portion = one.portion(ground.old.id)
        if portion is None or portion.turns is None:
            continue
        turns = ground.turns.within(portion.turns)
        if turns == portion.turns:
            continue
        portions = tuple(
            Portion(each.transcript, turns) if each is portion else each for each in one.portions
        )
        same = len(turns) == len(portion.turns)
        told = Touched(
            Thing.SAMPLE, one.id, one.name, "", one.name, None, _listed(portion.turns),
            _listed(turns), Fate.MOVED if same else Fate.CHANGED,
            "" if same else _("some of the turns that were drawn went"),
        )  # fmt: skip
        yield Move(one, replace(one, portions=portions), told)


def _listed(turns: Iterable[int]) -> str:
    return ", ".join(f"t.{turn}" for turn in turns)
