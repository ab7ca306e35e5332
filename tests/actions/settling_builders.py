"""Builders of settling and of what follows from it."""

from typing import Any

from qualcoder_nhs.actions import (
    recoding,
    settling,
    settling_together,
)
from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.domain.ids import CodingId
from qualcoder_nhs.domain.rounds import Round
from qualcoder_nhs.domain.settling import Cause, Choice
from qualcoder_nhs.domain.span import Span
from tests.actions.dice import Dice


def disputed(dice: Dice) -> tuple[Round, tuple[CodingId, ...]]:
    """Some codings of a round whose work is shown."""
    coded = {coding.layer for coding in dice.known.codings}
    one = dice.one([one for one in dice.known.rounds if one.layer in coded])
    within = [coding.id for coding in dice.known.codings if coding.layer == one.layer]
    return one, tuple(dice.some(within) or within[:1])


def settle(dice: Dice) -> Action[Any]:
    one, about = disputed(dice)
    return settling.Settle(
        one.id,
        about,
        dice.one((Choice.CODER, Choice.ALL, Choice.ALL, Choice.NEITHER, Choice.OTHER)),
        dice.one(list(Cause)),
        dice.words(),
        dice.one(one.coders),
        dice.applicable().id,
    )


def put_off(dice: Dice) -> Action[Any]:
    one, about = disputed(dice)
    return settling.PutOff(one.id, about, dice.words())


def settle_unanimous(dice: Dice) -> Action[Any]:
    one, _about = disputed(dice)
    alike: dict[tuple[str, str, Span], list[CodingId]] = {}
    for coding in dice.known.codings:
        if coding.layer == one.layer:
            key = (coding.transcript, coding.code, coding.span)
            alike.setdefault(key, []).append(coding.id)
    agreed = (tuple(each) for each in alike.values() if len(each) > dice.one((0, 1, 1)))
    return settling.SettleUnanimous(one.id, tuple(agreed))


def settle_together(dice: Dice) -> Action[Any]:
    first, second = settle(dice), put_off(dice)
    return settling_together.SettleTogether(first.round, (first, second))


def amend_code(dice: Dice) -> Action[Any]:
    return recoding.AmendCode(dice.code().id, dice.words(), example=dice.words())


def keep_codings(dice: Dice) -> Action[Any]:
    chosen = dice.some(dice.known.codings) or [dice.one(dice.known.codings)]
    return recoding.KeepCodings(tuple(coding.id for coding in chosen))


def recode(dice: Dice) -> Action[Any]:
    return recoding.Recode(dice.one(dice.known.codings).id, dice.applicable().id)
