"""For each action about themes a builder of random instances; and a study that has themes."""

from typing import Any

from hypothesis import strategies as st

from qualcoder_nhs.actions import codework, quotes, study, themes
from qualcoder_nhs.actions.action import Action
from qualcoder_nhs.actions.codebook import DescribeCode
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.quotes import ChooseQuote
from qualcoder_nhs.actions.themes import AddTheme, StateTheme
from qualcoder_nhs.domain.ids import CodeId, QuoteId, ThemeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.study import Study
from tests.actions.dice import Builder, Dice
from tests.builders import code, coder, transcript


def with_themes(study: Study) -> Study:
    """Two themes that share a code and a quote; the first has a statement, a memo, more quotes."""
    lead, text = coder(study), transcript(study)
    warm, money = code(study, "Warm"), code(study, "Money")
    first = study.run(AddTheme("Close enough", (warm, money)), lead)
    second = study.run(AddTheme("Elsewhere", (warm,)), lead)
    for words in ("They decide.", "They decide, and say so."):
        study.run(StateTheme(first, words), lead)
    for theme in (first, second):
        study.run(ChooseQuote(theme, text, Span(22, 40)), lead)
    study.run(ChooseQuote(first, text, Span(76, 99), note="asked, once"), lead)
    study.run(ChooseQuote(first, transcript(study, "FG2"), Span(22, 40), against=True), lead)
    study.run(WriteMemo("Too neat?", theme=first), lead)
    study.run(DescribeCode(warm, definition="Said kindly."), lead)
    return study


def theme_of(dice: Dice) -> ThemeId:
    return dice.one(dice.known.themes).id


def some_codes(dice: Dice) -> tuple[CodeId, ...]:
    return tuple(one.id for one in dice.some(dice.known.codes))


def add_theme(dice: Dice) -> Action[Any]:
    return themes.AddTheme(dice.name(), some_codes(dice))


def rename_theme(dice: Dice) -> Action[Any]:
    return themes.RenameTheme(theme_of(dice), dice.name())


def move_theme(dice: Dice) -> Action[Any]:
    return themes.MoveTheme(theme_of(dice), dice.one((None, theme_of(dice))))


def state_theme(dice: Dice) -> Action[Any]:
    return themes.StateTheme(theme_of(dice), dice.words())


def say_serves(dice: Dice) -> Action[Any]:
    return themes.SayServes(theme_of(dice), dice.words())


def give_codes(dice: Dice) -> Action[Any]:
    return themes.GiveCodes(theme_of(dice), some_codes(dice))


def take_codes(dice: Dice) -> Action[Any]:
    return themes.TakeCodes(theme_of(dice), some_codes(dice))


def delete_theme(dice: Dice) -> Action[Any]:
    return themes.DeleteTheme(theme_of(dice))


def choose_quote(dice: Dice) -> Action[Any]:
    text = dice.one(dice.known.transcripts)
    against = dice.draw(st.booleans())
    return quotes.ChooseQuote(theme_of(dice), text.id, dice.span(text), against, dice.words())


def begin_with_quote(dice: Dice) -> Action[Any]:
    text = dice.one(dice.known.transcripts)
    return quotes.BeginWithQuote(dice.name(), text.id, dice.span(text), dice.draw(st.booleans()))


def quote_of(dice: Dice) -> QuoteId:
    return dice.one(dice.known.quotes).id


def turn_quote(dice: Dice) -> Action[Any]:
    return quotes.TurnQuote(quote_of(dice), dice.draw(st.booleans()))


def annotate_quote(dice: Dice) -> Action[Any]:
    return quotes.AnnotateQuote(quote_of(dice), dice.words())


def move_quote(dice: Dice) -> Action[Any]:
    return quotes.MoveQuote(quote_of(dice), theme_of(dice), dice.one((None, quote_of(dice))))


def drop_quotes(dice: Dice) -> Action[Any]:
    chosen = dice.some(dice.known.quotes) or [dice.one(dice.known.quotes)]
    return quotes.DropQuotes(tuple(one.id for one in chosen))


def split_code(dice: Dice) -> Action[Any]:
    return codework.SplitCode(dice.code().id, (dice.name(), dice.name(), dice.name()))


def promote_code(dice: Dice) -> Action[Any]:
    under = dice.one((None, dice.code().id))
    return codework.PromoteCode(dice.code().id, under, dice.words())


def keep_version(dice: Dice) -> Action[Any]:
    del dice
    return codework.KeepVersion()


def take_stance(dice: Dice) -> Action[Any]:
    return study.TakeStance(dice.one(list(Stance)))


THEME_BUILDERS: dict[type, Builder] = {
    themes.AddTheme: add_theme,
    themes.RenameTheme: rename_theme,
    themes.MoveTheme: move_theme,
    themes.StateTheme: state_theme,
    themes.SayServes: say_serves,
    themes.GiveCodes: give_codes,
    themes.TakeCodes: take_codes,
    themes.DeleteTheme: delete_theme,
    quotes.ChooseQuote: choose_quote,
    quotes.BeginWithQuote: begin_with_quote,
    quotes.TurnQuote: turn_quote,
    quotes.AnnotateQuote: annotate_quote,
    quotes.MoveQuote: move_quote,
    quotes.DropQuotes: drop_quotes,
    study.TakeStance: take_stance,
    codework.SplitCode: split_code,
    codework.PromoteCode: promote_code,
    codework.KeepVersion: keep_version,
}
