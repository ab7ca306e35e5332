"""A theme pack: what is in it, in which order, and that what stays out is told."""

from dataclasses import replace

import pytest

from qualcoder_nhs.actions.codings import SetFlags
from qualcoder_nhs.actions.links import LinkTurns
from qualcoder_nhs.actions.memos import KeepPrivate, WriteMemo
from qualcoder_nhs.actions.quotes import ChooseQuote
from qualcoder_nhs.actions.themes import AddTheme, StateTheme
from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.errors import NoSuch
from qualcoder_nhs.domain.ids import ThemeId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.theme_pack import Order, ThemePack, ThemePackWish
from qualcoder_nhs.queries.own_words import own_words
from qualcoder_nhs.queries.theme_pack import theme_pack
from qualcoder_nhs.storage.reader import Reader
from tests.queries.conftest import Known

EVERYBODY = ThemePackWish(minimum=1, template="({transcript}, {participant}, {role})")


@pytest.fixture
def theme(known: Known) -> ThemeId:
    """Money, said in both groups, and doubted motives, said by P2."""
    known.code(known.fg1, "Money gives", "Money")
    known.code(known.fg2, "Nobody asked me which", "Money")
    known.code(known.fg1, "No. [laughs] Waiting gives", "Motive")
    codes = (known.codes["Money"], known.codes["Motive"])
    return known.study.run(AddTheme("Which gives", codes), known.coder)


def pack(known: Known, wish: ThemePackWish = EVERYBODY) -> ThemePack:
    return known.study.ask(theme_pack, wish, "HL")


def told(found: ThemePack) -> list[tuple[int, str]]:
    every = (one for theme in found.themes for one in theme.excerpts)
    return [(one.number, " ".join(line.text for line in one.lines)) for one in every]


def test_excerpts_stand_under_their_codes_with_who_said_them(known: Known, theme: ThemeId) -> None:
    (found,) = pack(known).themes
    money, motive = found.codes
    assert [one.attribution for one in money.excerpts] == [
        "(FG1, P1, chief executive)",
        "(FG2, P1, medical director)",
    ]
    assert [one.reference for one in motive.excerpts] == ["[FG1 t.3]"]
    assert [one.asked for one in money.excerpts] == ["What gives?", ""]
    assert [one.number for one in found.excerpts] == [1, 2, 3]


def test_counts_have_their_denominators_and_roles(known: Known, theme: ThemeId) -> None:
    (found,) = pack(known).themes
    assert (len(found.whole.participants), found.whole.participants_of) == (3, 3)
    assert found.roles == ("chief executive", "medical director")
    assert [row.counts for row in found.by_role] == [((2, 2), (1, 1)), ((1, 2), (1, 1)),
                                                     ((1, 2), (0, 1))]  # fmt: skip


def test_a_cell_of_two_is_widened_and_it_is_said(known: Known, theme: ThemeId) -> None:
    found = pack(known, ThemePackWish())
    assert [one.attribution for one in found.themes[0].excerpts] == [
        "(FG1, P1)", "(FG2, P1)", "(FG1, P2)",
    ]  # fmt: skip
    assert [(one.full, one.told, one.people) for one in found.widened] == [
        ("chief executive", "", 2),
        ("medical director", "", 1),
    ]


def test_what_identifies_is_left_out_and_listed(known: Known, theme: ThemeId) -> None:
    coding = known.code(known.fg1, "Friday", "Skill")
    secret = known.code(known.fg1, "Waiting gives", "Motive")
    known.study.run(SetFlags(secret, frozenset({Flag.IDENTIFYING})), known.coder)
    found = pack(known)
    assert [one.reference for one in found.spared] == ["[FG1 t.3]"]
    assert not any("Waiting" in words for _number, words in told(found))
    assert coding


def test_context_does_not_bring_back_what_identifies(known: Known, theme: ThemeId) -> None:
    secret = known.code(known.fg1, "Waiting gives", "Skill")
    known.study.run(SetFlags(secret, frozenset({Flag.IDENTIFYING})), known.coder)
    found = pack(known, replace(EVERYBODY, context=1))
    lines = [line for one in found.themes[0].excerpts for line in one.lines]
    assert "[left out: identifying detail]" in [one.text for one in lines if one.context]
    assert not any("Waiting" in one.text for one in lines)


def test_chosen_quotes_stand_for_what_they_were_cut_from(known: Known, theme: ThemeId) -> None:
    start = known.study.ask(Reader.transcript, known.fg1).text.index("Money gives")
    chosen = ChooseQuote(theme, known.fg1, Span(start, start + 5), note="In a word.")
    known.study.run(chosen, known.coder)
    money = pack(known).themes[0].codes[0]
    assert [(one.lines[0].text, one.chosen, one.note) for one in money.excerpts] == [
        ("Money", True, "In a word."),
        ("Nobody asked me which", False, ""),
    ]


def test_counter_cases_stand_apart(known: Known, theme: ThemeId) -> None:
    start = known.study.ask(Reader.transcript, known.fg1).text.index("Friday")
    against = ChooseQuote(theme, known.fg1, Span(start, start + 6), against=True)
    known.study.run(against, known.coder)
    loose = pack(known).themes[0].codes[-1]
    assert loose.code is None
    assert [(one.against, one.lines[0].text) for one in loose.against] == [(True, "Friday")]


def test_limits_keep_strong_quotes_and_say_what_is_missing(known: Known, theme: ThemeId) -> None:
    strong = known.code(known.fg1, "every year", "Money")
    known.study.run(SetFlags(strong, frozenset({Flag.STRONG})), known.coder)
    found = pack(known, replace(EVERYBODY, per_code=1))
    assert next(words for _number, words in told(found)) == "every year"
    assert [(one.count, one.why) for one in found.left_out] == [(2, "above 1 a code")]


def test_orders(known: Known, theme: ThemeId) -> None:
    by_role = pack(known, replace(EVERYBODY, order=Order.ROLE)).themes[0].codes[0].excerpts
    assert [one.attribution.rpartition(", ")[2] for one in by_role] == [
        "chief executive)", "medical director)",
    ]  # fmt: skip
    secret = known.study.ask(Reader.codings)[1]
    known.study.run(SetFlags(secret.id, frozenset({Flag.STRONG})), known.coder)
    first = pack(known, replace(EVERYBODY, order=Order.STRONG)).themes[0].codes[0].excerpts[0]
    assert first.strong or secret.code != known.codes["Money"]


def test_linked_turns_are_dialogue_with_the_link_named(known: Known, theme: ThemeId) -> None:
    text = known.study.ask(Reader.transcript, known.fg1).text
    known.study.run(LinkTurns(known.fg1, 3, 2, LinkKind.CHALLENGE), known.coder)
    span = Span(text.index("Money gives"), text.index("first.") + 6)
    known.study.run(ChooseQuote(theme, known.fg1, span), known.coder)
    exchange = next(one for one in pack(known).themes[0].excerpts if one.exchange)
    assert [(line.speaker, line.link) for line in exchange.lines] == [
        ("P1", ""),
        ("P2", "← challenge"),
    ]
    assert exchange.attribution == "(FG1, P1, P2: chief executive)"


def test_only_roles_that_are_wanted_are_counted_and_quoted(known: Known, theme: ThemeId) -> None:
    wish = replace(EVERYBODY, roles=frozenset({"medical director"}))
    (found,) = pack(known, wish).themes
    assert (found.whole.turns, found.whole.participants_of) == (1, 1)
    assert [one.attribution for one in found.excerpts] == ["(FG2, P1, medical director)"]


def test_private_memos_stay_at_home(known: Known, theme: ThemeId) -> None:
    money = known.codes["Money"]
    known.study.run(WriteMemo("For all.", code=money), known.coder)
    private = known.study.run(WriteMemo("For me.", code=money), known.coder)
    known.study.run(KeepPrivate(private, private=True), known.coder)
    assert [one.text for one in pack(known).themes[0].codes[0].memos] == ["For all."]
    assert pack(known, replace(EVERYBODY, memos=False)).themes[0].codes[0].memos == ()


def test_the_title_says_how_it_was_made(known: Known, theme: ThemeId) -> None:
    known.study.run(StateTheme(theme, "Something always gives."), known.coder)
    found = pack(known)
    assert (found.study, found.by, found.number, found.layer) == ("Known", "HL", 1, "open")
    assert (len(found.transcripts), found.participants) == (2, 3)
    assert found.themes[0].statement
    assert found.themes[0].statement.by == "HL"
    assert found.audit
    assert [(one.name, one.codings) for one in found.audit.coders] == [("HL", 3)]


def test_a_theme_that_is_not_there_is_refused(known: Known, theme: ThemeId) -> None:
    with pytest.raises(NoSuch):
        pack(known, ThemePackWish(themes=(ThemeId("nowhere"),)))


def test_an_extract_has_nobody_elses_words(known: Known) -> None:
    found = known.study.ask(own_words, "FG1/P2")
    (session,) = found.sessions
    assert [(one.index, one.asked, one.together) for one in session.turns] == [
        (3, "What gives?", False),
        (4, "", True),
    ]
    assert "Money" not in " ".join(one.text for one in session.turns)
    with pytest.raises(NoSuch):
        known.study.ask(own_words, "FG1/P9")
