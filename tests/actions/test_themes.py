"""Themes: order, statements with their history, codes they share, quotes; what is refused."""

from collections.abc import Callable
from typing import Any

import pytest

from qualcoder_nhs.actions.codebook import AddCode, ArchiveCode, DeleteCode, MergeCodes
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.quotes import (
    AnnotateQuote,
    BeginWithQuote,
    ChooseQuote,
    DropQuotes,
    MoveQuote,
    TurnQuote,
)
from qualcoder_nhs.actions.study import TakeStance
from qualcoder_nhs.actions.themes import (
    AddTheme,
    DeleteTheme,
    GiveCodes,
    MoveTheme,
    RenameTheme,
    SayServes,
    StateTheme,
    TakeCodes,
)
from qualcoder_nhs.actions.transcripts import ForgetTranscript, RemoveTranscript
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    EmptyPassage,
    Nameless,
    NoClaim,
    NoSuch,
    OutsideText,
    Refusal,
)
from qualcoder_nhs.domain.ids import CodeId, QuoteId, ThemeId, TranscriptId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.study import Stance
from qualcoder_nhs.domain.themes import Theme
from qualcoder_nhs.queries.steps import next_steps
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.actions.theme_builders import with_themes
from tests.builders import all_rows, code, coder, transcript


@pytest.fixture
def themed(study: Study) -> Study:
    return with_themes(study)


def theme(study: Study, name: str = "Close enough") -> Theme:
    return study.ask(Reader.theme, name)


def names(study: Study) -> list[str]:
    return [one.name for one in study.ask(Reader.themes)]


def quoted(study: Study, name: str = "Close enough") -> list[tuple[int, bool]]:
    return [
        (one.span.start, one.against) for one in study.ask(Reader.quotes, theme(study, name).id)
    ]


def test_themes_stand_in_the_order_they_are_given(themed: Study) -> None:
    lead = coder(themed)
    third = themed.run(AddTheme("  A  third "), lead)
    assert names(themed) == ["Close enough", "Elsewhere", "A third"]
    themed.run(MoveTheme(third, theme(themed).id), lead)
    assert names(themed) == ["A third", "Close enough", "Elsewhere"]
    themed.run(MoveTheme(third), lead)
    themed.run(RenameTheme(third, "Third"), lead)
    assert names(themed) == ["Close enough", "Elsewhere", "Third"]


def test_a_statement_is_added_and_never_rewritten(themed: Study) -> None:
    lead, one = coder(themed), theme(themed).id
    told = [said.text for said in themed.ask(Reader.statements, one)]
    assert told == ["They decide.", "They decide, and say so."]
    assert themed.run(StateTheme(one, " They decide, and say so. \n"), lead) is None
    assert len(themed.ask(Reader.statements, one)) == 2
    themed.run(StateTheme(one, "They decide."), lead)
    assert [said.by for said in themed.ask(Reader.statements, one)] == [lead] * 3
    themed.undo(lead)
    assert [said.text for said in themed.ask(Reader.statements, one)] == told


def test_codes_belong_to_several_themes_and_keep_their_order(themed: Study) -> None:
    lead, one = coder(themed), theme(themed)
    cold = code(themed, "Cold")
    themed.run(GiveCodes(one.id, (cold, one.codes[0])), lead)
    assert theme(themed).codes == (*one.codes, cold)
    themed.run(TakeCodes(one.id, (one.codes[0],)), lead)
    assert theme(themed).codes == (one.codes[1], cold)
    assert theme(themed, "Elsewhere").codes == (one.codes[0],)
    assert themed.faults() == []


def test_what_hangs_on_a_theme_goes_and_comes_back_with_it(themed: Study) -> None:
    lead, one = coder(themed), theme(themed).id
    before = all_rows(themed)
    themed.run(DeleteTheme(one), lead)
    assert names(themed) == ["Elsewhere"]
    assert [memo for memo in themed.ask(Reader.memos) if memo.theme] == []
    assert quoted(themed, "Elsewhere") == [(22, False)]
    themed.undo(lead)
    assert all_rows(themed) == before


def test_a_theme_serves_questions_in_one_line(themed: Study) -> None:
    themed.run(SayServes(theme(themed).id, " S1,\nP3 "), coder(themed))
    assert theme(themed).serves == "S1, P3"


# ── codes that change under a theme ──────────────────────────────────────────────────────────────


def test_a_merged_code_hands_its_place_in_themes_over(themed: Study) -> None:
    lead = coder(themed)
    warm, cold = code(themed, "Warm"), code(themed, "Cold")
    money = code(themed, "Money")
    themed.run(MergeCodes(warm, cold), lead)
    assert theme(themed).codes == (cold, money)
    assert theme(themed, "Elsewhere").codes == (cold,)
    themed.run(MergeCodes(money, cold), lead)
    assert theme(themed).codes == (cold,)
    themed.undo(lead)
    themed.undo(lead)
    assert theme(themed).codes == (warm, money)


def test_deleting_or_archiving_a_code_says_which_themes_used_it(themed: Study) -> None:
    lead, root = coder(themed), code(themed, "Trust")
    assert themed.run(ArchiveCode(root), lead) == ("Close enough", "Elsewhere")
    assert code(themed, "Warm") in theme(themed).codes
    spare = themed.run(AddCode("Spare"), lead)
    themed.run(GiveCodes(theme(themed, "Elsewhere").id, (spare,)), lead)
    assert themed.run(DeleteCode(spare), lead) == ("Elsewhere",)
    assert spare not in theme(themed, "Elsewhere").codes
    themed.undo(lead)
    assert spare in theme(themed, "Elsewhere").codes


# ── quotes ───────────────────────────────────────────────────────────────────────────────────────


def test_the_same_words_are_chosen_once_for_each_theme(themed: Study) -> None:
    lead, one, text = coder(themed), theme(themed).id, transcript(themed)
    again = themed.run(ChooseQuote(one, text, Span(22, 40), against=True, note="why"), lead)
    assert quoted(themed) == [(22, True), (76, False), (22, True)]
    (found,) = [quote for quote in themed.ask(Reader.quotes) if quote.id == again]
    assert (found.note, found.by) == ("why", lead)
    assert quoted(themed, "Elsewhere") == [(22, False)]


def test_quotes_are_ordered_and_move_between_themes(themed: Study) -> None:
    lead, one = coder(themed), theme(themed).id
    first, second, third = [quote.id for quote in themed.ask(Reader.quotes, one)]
    themed.run(MoveQuote(third, one, first), lead)
    assert [quote.id for quote in themed.ask(Reader.quotes, one)] == [third, first, second]
    themed.run(MoveQuote(third, one), lead)
    assert [quote.id for quote in themed.ask(Reader.quotes, one)] == [first, second, third]
    other = theme(themed, "Elsewhere").id
    (there,) = [quote.id for quote in themed.ask(Reader.quotes, other)]
    themed.run(MoveQuote(second, other, there), lead)
    assert [quote.id for quote in themed.ask(Reader.quotes, other)] == [second, there]
    themed.run(MoveQuote(first, other), lead)
    assert quoted(themed, "Elsewhere") == [(76, False), (22, False)]
    assert [quote.id for quote in themed.ask(Reader.quotes, one)] == [third]


def test_a_quote_is_put_ahead_of_another_as_it_is_chosen(themed: Study) -> None:
    lead, one = coder(themed), theme(themed).id
    second = themed.ask(Reader.quotes, one)[1].id
    themed.run(ChooseQuote(one, transcript(themed), Span(100, 120), before=second), lead)
    assert [start for start, _against in quoted(themed)] == [22, 100, 76, 22]


def test_a_theme_is_begun_with_its_first_quote_in_one_step(themed: Study) -> None:
    lead, before = coder(themed), all_rows(themed)
    themed.run(BeginWithQuote("Fresh", transcript(themed), Span(22, 40), against=True), lead)
    assert quoted(themed, "Fresh") == [(22, True)]
    assert themed.ask_as(lead, next_steps, lead).undo == "Begin theme Fresh with a quote"
    themed.undo(lead)
    assert all_rows(themed) == before


def test_a_quote_is_turned_annotated_and_dropped(themed: Study) -> None:
    lead, one = coder(themed), theme(themed).id
    first = themed.ask(Reader.quotes, one)[0].id
    themed.run(TurnQuote(first, against=True), lead)
    themed.run(AnnotateQuote(first, " the same person "), lead)
    quote = themed.ask(Reader.quotes, one)[0]
    assert (quote.against, quote.note) == (True, "the same person")
    themed.run(DropQuotes((first, first)), lead)
    assert quoted(themed) == [(76, False), (22, True)]
    assert themed.ask_as(lead, next_steps, lead).undo == "Drop counter-case FG1 t.2"


@pytest.mark.parametrize("gone", [RemoveTranscript, ForgetTranscript])
def test_a_transcript_takes_its_quotes_along(
    themed: Study, gone: Callable[[TranscriptId], Any]
) -> None:
    lead = coder(themed)
    themed.run(gone(transcript(themed)), lead)
    assert quoted(themed) == [(22, True)]
    assert quoted(themed, "Elsewhere") == []
    assert themed.faults() == []
    if gone is RemoveTranscript:
        themed.undo(lead)
        assert quoted(themed) == [(22, False), (76, False), (22, True)]


def test_the_stance_is_taken_and_taken_back(themed: Study) -> None:
    lead = coder(themed)
    themed.run(TakeStance(Stance.REFLEXIVE), lead)
    assert themed.ask(Reader.study).stance is Stance.REFLEXIVE
    assert themed.ask_as(lead, next_steps, lead).undo == "Take the stance “reflexive”"
    themed.undo(lead)
    assert themed.ask(Reader.study).stance is Stance.CODEBOOK


GONE, NOBODY = ThemeId("gone"), QuoteId("gone")


REFUSED: list[tuple[Any, type[Refusal]]] = [
    (AddTheme(" "), Nameless),
    (AddTheme("elsewhere"), AlreadyThere),
    (AddTheme("New", (CodeId("gone"),)), NoSuch),
    (RenameTheme(GONE, "x"), NoSuch),
    (MoveTheme(GONE), NoSuch),
    (StateTheme(GONE, "x"), NoSuch),
    (StateTheme(GONE, " \n"), NoClaim),
    (SayServes(GONE, "x"), NoSuch),
    (GiveCodes(GONE, ()), NoSuch),
    (TakeCodes(GONE, ()), NoSuch),
    (DeleteTheme(GONE), NoSuch),
    (TurnQuote(NOBODY, against=True), NoSuch),
    (AnnotateQuote(NOBODY, "x"), NoSuch),
    (MoveQuote(NOBODY, GONE), NoSuch),
    (DropQuotes((NOBODY,)), NoSuch),
    (WriteMemo("x", theme=GONE), NoSuch),
]


@pytest.mark.parametrize(("action", "refusal"), REFUSED)
def test_what_is_gone_or_says_nothing_is_refused(
    themed: Study, action: Any, refusal: type[Refusal]
) -> None:
    before = all_rows(themed)
    with pytest.raises(refusal):
        themed.run(action, coder(themed))
    assert all_rows(themed) == before


def test_what_names_things_of_this_study_wrongly_is_refused(themed: Study) -> None:
    lead, one, text = coder(themed), theme(themed).id, transcript(themed)
    quote = themed.ask(Reader.quotes, one)[0].id
    refused: list[tuple[Any, type[Refusal]]] = [
        (RenameTheme(one, ""), Nameless),
        (RenameTheme(one, "ELSEWHERE"), AlreadyThere),
        (MoveTheme(one, GONE), NoSuch),
        (GiveCodes(one, (CodeId("gone"),)), NoSuch),
        (ChooseQuote(GONE, text, Span(0, 1)), NoSuch),
        (BeginWithQuote("Elsewhere", text, Span(0, 1)), AlreadyThere),
        (BeginWithQuote("Fresh", text, Span(3, 3)), EmptyPassage),
        (ChooseQuote(one, TranscriptId("gone"), Span(0, 1)), NoSuch),
        (ChooseQuote(one, text, Span(3, 3)), EmptyPassage),
        (ChooseQuote(one, text, Span(3, 30_000)), OutsideText),
        (ChooseQuote(one, text, Span(3, 4), before=NOBODY), NoSuch),
        (MoveQuote(quote, GONE), NoSuch),
        (MoveQuote(quote, one, NOBODY), NoSuch),
    ]
    before = all_rows(themed)
    for action, refusal in refused:
        with pytest.raises(refusal):
            themed.run(action, lead)
    assert all_rows(themed) == before
