"""A theme as its desk shows it: honest counts, quotes with their places, and what is amiss."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qualcoder_nhs.actions.codebook import AddCode, AllowCode
from qualcoder_nhs.actions.codings import SetFlags
from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.actions.quotes import ChooseQuote, TurnQuote
from qualcoder_nhs.actions.themes import AddTheme, GiveCodes, StateTheme
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import Coding, Flag
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    CodingId,
    LinkId,
    QuoteId,
    ThemeId,
    TranscriptId,
)
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.theme_page import Check, ThemePage, Why
from qualcoder_nhs.queries.memo_list import memo_list
from qualcoder_nhs.queries.theme_list import theme_list
from qualcoder_nhs.queries.theme_page import ThemeWish, theme_page, theme_pages
from qualcoder_nhs.queries.theme_words import Lying
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.storage.writer import Writer
from tests.builders import StandSettled
from tests.queries.conftest import Known

SINCE = datetime(2026, 5, 12, tzinfo=UTC)


@pytest.fixture
def theme(known: Known) -> ThemeId:
    """A theme of two codes: money, said in both groups, and doubted motives, said by P2."""
    known.code(known.fg1, "Money gives", "Money")
    known.code(known.fg2, "Nobody asked me which", "Money")
    known.code(known.fg1, "No. [laughs] Waiting gives", "Motive")
    return known.study.run(
        AddTheme("Which gives", (known.codes["Money"], known.codes["Motive"])), known.coder
    )


def quote(known: Known, theme: ThemeId, where: TranscriptId, words: str, **how: bool) -> QuoteId:
    start = known.study.ask(Reader.transcript, where).text.index(words)
    span = Span(start, start + len(words))
    return known.study.run(ChooseQuote(theme, where, span, **how), known.coder)


def page(known: Known, theme: ThemeId, wish: ThemeWish | None = None) -> ThemePage:
    return known.study.ask(theme_page, theme, wish)


def sentences(found: ThemePage, check: Check) -> list[str]:
    return [one.sentence for one in found.findings if one.check is check]


def test_codes_are_counted_apart_and_together(known: Known, theme: ThemeId) -> None:
    found = page(known, theme)
    money, motive = (line.count for line in found.codes)
    assert (len(money.groups), money.groups_of) == (2, 2)
    assert (len(money.participants), money.participants_of, money.turns) == (2, 3, 2)
    assert (len(motive.groups), len(motive.participants), motive.turns) == (1, 1, 1)
    assert (len(found.whole.participants), found.whole.turns, found.whole.excerpts) == (3, 3, 3)
    assert found.names[motive.loudest or next(iter(found.names))] == "FG1 P2"
    assert found.layer == "open"


def test_a_code_takes_what_is_beneath_it_along(known: Known, theme: ThemeId) -> None:
    known.study.run(GiveCodes(theme, (known.codes["Trust"],)), known.coder)
    trust = page(known, theme).codes[2]
    assert (trust.path, trust.count.turns) == ("Trust", 1)


def test_the_settled_layer_is_shown_where_there_is_one(known: Known, theme: ThemeId) -> None:
    study, text = known.study, known.study.ask(Reader.transcript, known.fg1).text
    start = text.index("Friday")
    settled = StandSettled(known.fg1, Span(start, start + 6), known.codes["Money"])
    study.run(settled, known.coder)
    found = page(known, theme)
    assert (found.layer, found.whole.turns) == ("settled", 1)
    assert page(known, theme, ThemeWish(layer="open")).whole.turns == 3


def test_what_it_claims_is_the_newest_statement(known: Known, theme: ThemeId) -> None:
    assert page(known, theme).statement is None
    for words in ("Waiting gives.", "Waiting gives before money does."):
        known.study.run(StateTheme(theme, words), known.coder)
    known.study.run(WriteMemo("Too neat?", theme=theme), known.coder)
    found = page(known, theme)
    assert found.statement is not None
    assert (found.statement.text, found.statement.by) == ("Waiting gives before money does.", "HL")
    assert found.history[0].text == "Waiting gives."
    assert [(one.text, one.by) for one in found.memos] == [("Too neat?", "HL")]
    assert [one.on for one in known.study.ask(memo_list)] == ["Which gives"]


def test_a_quote_knows_who_says_it_where_it_stands_and_what_was_asked(
    known: Known, theme: ThemeId
) -> None:
    quote(known, theme, known.fg1, "Waiting gives 🙂 first.")
    (chosen,) = page(known, theme).quotes
    words = chosen.words
    assert (words.attribution, words.reference) == ("(FG1, P2, chief executive)", "[FG1 t.3]")
    assert (words.text, words.group, chosen.by) == ("Waiting gives 🙂 first.", "FG1", "HL")
    assert (words.asked, words.prompt) == ("", "What gives?")
    assert words.codes == (known.codes["Motive"],)


def test_a_quote_remembers_the_other_themes_it_is_used_in(known: Known, theme: ThemeId) -> None:
    other = known.study.run(AddTheme("Elsewhere"), known.coder)
    quote(known, theme, known.fg1, "Waiting gives 🙂 first.")
    quote(known, other, known.fg1, "Waiting gives")
    pages = known.study.ask(theme_pages)
    assert [one.quotes[0].elsewhere for one in pages] == [("Elsewhere",), ("Which gives",)]
    assert [one.number for one in pages] == [1, 2]
    assert [one.elsewhere for one in pages[0].pool if one.words.turns == (3,)] == [("Elsewhere",)]


def test_strong_quotes_come_first_in_the_pool_and_each_passage_once(
    known: Known, theme: ThemeId
) -> None:
    strong = known.code(known.fg2, "Nobody asked me which", "Motive")
    known.study.run(SetFlags(strong, frozenset({Flag.STRONG})), known.coder)
    pool = page(known, theme).pool
    assert [one.words.reference for one in pool] == ["[FG2 t.1]", "[FG1 t.2]", "[FG1 t.3]"]
    assert set(pool[0].words.codes) == {known.codes["Money"], known.codes["Motive"]}


def test_deviant_cases_and_dissent_from_what_is_quoted_are_offered_against_it(
    known: Known, theme: ThemeId
) -> None:
    deviant = known.code(known.fg2, "Nobody asked", "Motive")
    known.study.run(SetFlags(deviant, frozenset({Flag.DEVIANT})), known.coder)
    quote(known, theme, known.fg1, "Money gives")
    link(known, 3, 2, LinkKind.SOFT)
    link(known, 4, 2, LinkKind.AGREE)
    found = page(known, theme)
    offered = [(one.why, one.words.reference) for one in found.against_pool]
    assert offered == [(Why.DEVIANT, "[FG2 t.1]"), (Why.DISSENT, "[FG1 t.3]")]
    quote(known, theme, known.fg2, "Nobody asked", against=True)
    assert [one.why for one in page(known, theme).against_pool] == [Why.DISSENT]


def link(known: Known, turn: int, target: int, kind: LinkKind) -> None:
    class Tie:
        label = "Tie"

        def apply(self, write: Writer) -> None:
            key = LinkId(f"{turn}/{target}")
            write.add(Link(key, known.fg1, turn, target, kind, write.coder, "open", SINCE))

    known.study.run(Tie(), known.coder)


# ── checks before writing ────────────────────────────────────────────────────────────────────────


def test_a_code_in_one_voice_is_said_with_the_numbers_behind_it(
    known: Known, theme: ThemeId
) -> None:
    known.code(known.fg1, "Friday", "Motive")
    (told,) = sentences(page(known, theme), Check.ONE_VOICE)
    assert told == "One voice carries “Motive”: FG1 P2 speaks 2 of its 2 turns."
    quote(known, theme, known.fg1, "Waiting gives", against=True)
    (told,) = sentences(page(known, theme), Check.ONE_VOICE)
    assert told.endswith("The same person is your counter-case.")


def test_groups_codes_and_counter_cases_that_are_missing_are_named(
    known: Known, theme: ThemeId
) -> None:
    found = page(known, theme)
    assert sentences(found, Check.NO_COUNTER_CASE) == []
    assert sentences(found, Check.NOT_QUOTED) == [
        "FG1 is coded here but not quoted.",
        "FG2 is coded here but not quoted.",
    ]
    chosen = quote(known, theme, known.fg1, "Money gives")
    found = page(known, theme)
    assert sentences(found, Check.NOT_QUOTED) == ["FG2 is coded here but not quoted."]
    assert sentences(found, Check.NO_QUOTE) == ["“Motive” has no quote."]
    assert len(sentences(found, Check.NO_COUNTER_CASE)) == 1
    (missing,) = (one for one in found.findings if one.check is Check.NOT_QUOTED)
    assert [one.reference for one in missing.shows] == ["[FG2 t.1]"]
    known.study.run(TurnQuote(chosen, against=True), known.coder)
    assert sentences(page(known, theme), Check.NO_COUNTER_CASE) == []


def test_whoever_is_quoted_more_than_the_budget_is_named(known: Known, theme: ThemeId) -> None:
    for words in ("No.", "Waiting", "Friday"):
        chosen = quote(known, theme, known.fg1, words)
    found = page(known, theme)
    assert sentences(found, Check.QUOTED_OFTEN) == ["FG1 P2 is quoted 3 times; your limit is 2."]
    (often,) = (one for one in found.findings if one.check is Check.QUOTED_OFTEN)
    assert chosen in often.quotes
    assert sentences(page(known, theme, ThemeWish(budget=3)), Check.QUOTED_OFTEN) == []


def test_identifying_details_and_holding_codes_are_counted(known: Known, theme: ThemeId) -> None:
    secret = known.code(known.fg1, "Friday", "Skill")
    known.study.run(SetFlags(secret, frozenset({Flag.IDENTIFYING})), known.coder)
    quote(known, theme, known.fg1, "Friday")
    known.study.run(AllowCode(known.codes["Money"], Applicable.HOLDING), known.coder)
    found = page(known, theme)
    assert sentences(found, Check.IDENTIFYING) == [
        "1 passage flagged as identifying stays out of exports."
    ]
    assert sentences(found, Check.TO_REFINE) == [
        "2 passages wait on holding codes for one beneath them."
    ]


def test_a_detail_identifies_in_whatever_layer_it_was_flagged(known: Known, theme: ThemeId) -> None:
    secret = known.code(known.fg1, "Friday", "Skill")
    known.study.run(SetFlags(secret, frozenset({Flag.IDENTIFYING, Flag.DISCUSS})), known.coder)
    quote(known, theme, known.fg1, "Friday")
    found = page(known, theme, ThemeWish(layer="settled"))
    assert found.quotes[0].words.flags == (Flag.IDENTIFYING,)
    assert len(sentences(found, Check.IDENTIFYING)) == 1
    marked = [known.study.ask(Reader.codings, flag=flag) for flag in Flag]
    assert [len(one) for one in marked] == [0, 1, 0, 1]


def test_there_is_no_page_of_a_theme_that_is_not_there(known: Known) -> None:
    with pytest.raises(NoSuch, match="theme"):
        page(known, ThemeId("gone"))


# ── the list ─────────────────────────────────────────────────────────────────────────────────────


def test_the_list_counts_quotes_and_names_codes_without_a_theme(
    known: Known, theme: ThemeId
) -> None:
    known.code(known.fg1, "Say more", "Skill")
    known.study.run(AddCode("Unused"), known.coder)
    quote(known, theme, known.fg1, "Money gives")
    quote(known, theme, known.fg1, "Friday", against=True)
    listed = known.study.ask(theme_list)
    (one,) = listed.themes
    assert (one.number, one.quotes, one.against, one.statement) == (1, 1, 1, "")
    assert [code.name for code in listed.homeless] == ["Skill"]
    assert listed.with_code(known.codes["Money"]) == (one,)
    assert listed.with_code(known.codes["Skill"]) == ()


SPANS = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 12)), max_size=12)


@given(SPANS, st.integers(0, 45), st.integers(0, 12))
def test_what_lies_on_words_is_found_whatever_lies_around(
    lying: list[tuple[int, int]], start: int, length: int
) -> None:
    codings = [_coding(f"{n}", Span(at, at + long)) for n, (at, long) in enumerate(lying)]
    span = Span(start, start + length)
    found = {one.id for one in Lying(codings).on(span)}
    assert found == {one.id for one in codings if one.span.overlaps(span)}


def _coding(name: str, span: Span) -> Coding:
    text, coder, code = TranscriptId("FG1"), CoderId("HL"), CodeId("c")
    return Coding(CodingId(name), text, coder, code, "open", span, SINCE)
