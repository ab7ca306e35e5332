"""Linking turns with keys and with the mouse, and what the card and the gutter tell of links."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from ui.code import demo

from qualcoder_nhs.domain.codebook import CodeSet, SetKind
from qualcoder_nhs.domain.ids import CodeId, CodeSetId, LinkId
from qualcoder_nhs.domain.links import Link, LinkKind
from qualcoder_nhs.ui.code.arcs import Arc, arcs_at
from qualcoder_nhs.ui.code.linking import KINDS

WHEN = datetime(2026, 5, 12, tzinfo=UTC)
SOFT = LinkKind.SOFT


def a_link(turn, target, kind=LinkKind.AGREE, coder=demo.HL):
    name = LinkId(f"{turn}-{target}-{kind.value}")
    return Link(name, demo.a_page().transcript.id, turn, target, kind, coder, "open", WHEN)


def with_links(*links):
    return replace(demo.a_page(), links=links)


def stand(hands, turn):
    start = hands.state.page.transcript.turns[turn - 1].words.start
    hands.view.put_caret(start)


def told(hands):
    return [label.text() for label in hands.desk.card.widget().findChildren(QLabel)]


def buttons(hands):
    return {one.text(): one for one in hands.desk.card.widget().findChildren(QPushButton)}


def remover(hands):
    """The button that takes a link away; buttons of codings have other names."""
    every = hands.desk.card.widget().findChildren(QPushButton)
    named = (one for one in every if one.accessibleName().startswith("Remove the link"))
    return next(named, None)


def a_turn(hands):
    """A participant's turn with others before it."""
    turns = hands.state.page.transcript.turns
    return next(t for t in turns if t.index > demo.FIRST + 1 and t.label == "P6")


@pytest.mark.parametrize(("key", "kind"), list(zip("ABSCQ", LinkKind, strict=True)))
def test_l_then_up_then_a_letter_links(hands, key, kind):
    turn = a_turn(hands)
    stand(hands, turn.index)
    hands.key("L")
    begun = hands.state.linking
    assert begun.turn == turn.index
    assert begun.target < turn.index
    hands.key(Qt.Key.Key_Up)
    assert hands.state.linking.target < begun.target
    hands.key(Qt.Key.Key_Down)
    hands.key(key)
    assert hands.wishes("link_wanted") == [(turn.index, begun.target, kind)]
    assert hands.state.linking is None


def test_enter_agrees_and_escape_links_nothing(hands):
    turn = a_turn(hands)
    stand(hands, turn.index)
    hands.key("L")
    hands.key(Qt.Key.Key_Escape)
    assert hands.wishes("link_wanted") == []
    assert hands.state.linking is None
    hands.key("L")
    hands.key(Qt.Key.Key_Return)
    [(_turn, _target, kind)] = hands.wishes("link_wanted")
    assert kind is LinkKind.AGREE
    assert hands.state.page.transcript.turn_at(hands.view.caret()).index == turn.index


def test_arrows_stop_at_the_first_turn_and_before_the_one_that_answers(hands):
    stand(hands, demo.FIRST + 2)
    hands.key("L")
    for _ in range(400):
        hands.key(Qt.Key.Key_Up)
    assert hands.state.linking.target == 1
    for _ in range(400):
        hands.key(Qt.Key.Key_Down)
    assert hands.state.linking.target == demo.FIRST + 1


def test_a_moderators_turn_links_to_nothing_and_says_why(hands):
    moderator = next(t for t in hands.state.page.transcript.turns[1:] if t.label == "MOD")
    stand(hands, moderator.index)
    hands.key("L")
    assert hands.state.linking is None
    assert "moderator" in hands.wishes("said")[-1][0]


def test_nothing_is_linked_in_a_study_that_is_only_read(hands):
    hands.state.writable = False
    stand(hands, demo.FIRST + 2)
    hands.key("L")
    assert hands.state.linking is None


def test_a_click_picks_the_turn_and_the_card_has_the_kinds(hands):
    turn = hands.state.page.transcript.turns[demo.FIRST + 2]
    stand(hands, turn.index)
    hands.desk.run("link")
    gutter = hands.desk.sides.gutter
    wanted = hands.state.page.transcript.turns[demo.FIRST - 1]
    top, _bottom = gutter.bounds(wanted)
    place = QPoint(40, round(top - hands.view.scroll_top()) + 8)
    QTest.mouseClick(gutter, Qt.MouseButton.LeftButton, pos=place)
    assert hands.state.linking == (turn.index, wanted.index)
    assert f"t.{wanted.index} {hands.state.voice(wanted).name}" in told(hands)
    assert {kind.words for kind in KINDS.values()} <= set(buttons(hands))
    buttons(hands)["soft dissent"].click()
    assert hands.wishes("link_wanted") == [(turn.index, wanted.index, SOFT)]


def test_a_click_on_a_later_turn_leaves_the_mode(hands):
    stand(hands, demo.FIRST + 2)
    hands.desk.run("link")
    stand(hands, demo.FIRST + 4)
    assert hands.state.linking is None


def test_what_is_picked_is_spoken(hands):
    spoken = []
    hands.desk.announcer.spoken.connect(spoken.append)
    stand(hands, demo.FIRST + 2)
    hands.key("L")
    assert spoken[-1].startswith("Link to ")
    assert f"turn {hands.state.linking.target}" in spoken[-1]


def test_the_card_names_the_links_of_the_turn_at_the_caret(make_hands):
    first = demo.FIRST
    hands = make_hands(with_links(a_link(first + 2, first + 1, SOFT), a_link(first + 3, first + 2)))
    stand(hands, first + 2)
    shown = buttons(hands)
    assert f"answers t.{first + 1} P1: soft dissent" in shown
    assert f"answered by t.{first + 3} P3: agree" in shown
    remover(hands).click()
    assert hands.wishes("unlink_wanted") == [(a_link(first + 2, first + 1, SOFT).id,)]
    shown = buttons(hands)
    shown[f"answers t.{first + 1} P1: soft dissent"].click()
    assert hands.state.page.transcript.turn_at(hands.view.caret()).index == first + 1


def test_anothers_link_can_be_seen_and_not_changed(make_hands):
    hands = make_hands(with_links(a_link(demo.FIRST + 2, demo.FIRST + 1, coder=demo.JT)))
    stand(hands, demo.FIRST + 2)
    assert remover(hands) is None
    assert any(words.startswith("answers") for words in buttons(hands))


def test_arcs_are_those_of_the_turn_at_the_caret(make_hands):
    first = demo.FIRST
    links = (a_link(first + 2, first), a_link(first + 2, first + 1), a_link(first + 4, first + 3))
    hands = make_hands(with_links(*links))
    turns = hands.state.page.transcript.turns
    assert arcs_at(hands.state, turns[first + 1]) == [
        Arc(first + 2, first + 1),
        Arc(first + 2, first),
    ]
    assert arcs_at(hands.state, turns[first + 4]) == []
    stand(hands, first + 2)
    ink = hands.state.theme.tokens.ink3
    image = hands.desk.sides.gutter.grab().toImage()
    tints = {image.pixelColor(x, y).name() for x in range(17) for y in range(image.height())}
    assert ink.lower() in tints


def with_interaction(page, slug, kind):
    group = CodeSet(CodeSetId("links"), SetKind.LINKS, "Linked", kind, "", (CodeId(slug),))
    return replace(page, codebook=replace(page.codebook, sets=(*page.codebook.sets, group)))


def test_a_link_offers_the_code_that_says_the_same(make_hands):
    page = with_links(a_link(demo.FIRST + 2, demo.FIRST + 1, SOFT))
    hands = make_hands(with_interaction(page, "grp-soft", "soft dissent"))
    stand(hands, demo.FIRST + 2)
    [offer] = [one for words, one in buttons(hands).items() if words.startswith("Code the turn")]
    offer.click()
    turn = hands.state.page.transcript.turns[demo.FIRST + 1]
    assert hands.wishes("code_wanted") == [(turn.words, "grp-soft")]


def test_an_interaction_code_without_a_link_says_so(make_hands):
    page = demo.a_page()
    coding = next(one for one in page.codings if one.coder == demo.HL)
    slug = page.codebook[coding.code].slug
    hands = make_hands(with_interaction(page, slug, ""))
    turn = page.transcript.turn_at(coding.span.start)
    stand(hands, turn.index)
    assert any("without a link" in words for words in told(hands))


def test_a_suggestion_is_a_quiet_hint_that_can_be_taken(hands):
    turns = hands.state.page.transcript.turns
    found = next(one for one in map(hands.state.suggesting.of, turns) if one is not None)
    stand(hands, found.turn)
    assert any(words.startswith("Perhaps") for words in told(hands))
    buttons(hands)["Take"].click()
    assert hands.wishes("link_wanted") == [(found.turn, found.target, found.kind)]
