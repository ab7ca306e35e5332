"""The card says in words what is at the caret."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from ui.code import demo

from qualcoder_nhs.domain.coding import Flag
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.ui.code.card_opened import MemoWords
from qualcoder_nhs.ui.code.card_parts import CodeButton


def words(hands):
    return [label.text() for label in hands.desk.card.findChildren(QLabel)]


def press(hands, name):
    buttons = hands.desk.card.findChildren(QPushButton)
    next(button for button in buttons if name in button.accessibleName()).click()


def test_uncoded_words(hands):
    hands.view.put_caret(hands.span(144, "Yes", "Yes").start)
    assert "Not coded." in words(hands)
    assert "turn 144" in words(hands)


def test_the_opened_coding_with_its_definition_and_the_others(hands):
    hands.desk.open_coding("coding-9")
    told = words(hands)
    assert "Caught between" in told
    assert "turn 142 · 3 words" in told
    assert {"whole turn", "13 words", "P1", "medical director"} <= set(told)
    press(hands, "Cost against quality")
    assert hands.state.chosen == demo.CHOSEN
    assert any("Saving or spending" in line for line in words(hands))


def test_selected_words_with_recent_codes_and_reach(hands):
    hands.desk.set_recent([CodeId("fin-lead")])
    span = hands.span(144, "Sometimes", "Yes")
    hands.view.select(span)
    assert "“Sometimes. Yes”" in words(hands)
    press(hands, "Turn, Shift T")
    turn = hands.state.page.transcript.turns[143].words
    assert hands.view.selected() == turn
    press(hands, "Clinicians leading the money")
    assert hands.wishes("code_wanted") == [(turn, "fin-lead")]


@pytest.mark.parametrize(("name", "wish"), [("Remove", "remove_wanted"), ("memo", "memo_wanted")])
def test_its_buttons_do_what_the_keys_do(hands, name, wish):
    hands.desk.open_coding(demo.CHOSEN)
    press(hands, name)
    assert hands.wishes(wish)[0][0] == demo.CHOSEN


def test_a_flag_is_taken_away_by_a_click(hands):
    hands.desk.open_coding(demo.CHOSEN)
    press(hands, "strong quote")
    assert hands.wishes("flag_wanted") == [(demo.CHOSEN, Flag.STRONG)]


def test_a_memo_is_shown_when_it_is_given(hands):
    hands.desk.open_coding(demo.CHOSEN)
    assert hands.wishes("chosen")[-1] == (demo.CHOSEN,)
    hands.desk.card.show_memo(demo.CHOSEN, MemoWords("He gives the sum first.", "HL", demo.WHEN))
    assert "He gives the sum first." in words(hands)
    hands.desk.card.show_memo(demo.CHOSEN, None)
    assert "He gives the sum first." not in words(hands)


def test_anothers_coding_has_no_foot(make_hands):
    hands = make_hands(coder=demo.JT)
    hands.desk.open_coding(demo.CHOSEN)
    assert "HL" in words(hands)
    names = [button.accessibleName() for button in hands.desk.card.findChildren(QPushButton)]
    assert not any("Remove" in name for name in names)


def test_codes_are_called_by_their_names_wherever_the_codebook_has_slugs(hands):
    book = hands.state.codebook
    advice = "Fear of harm (use fin-cost-access, not hyb-torn-x or tru). A well-run fin-lead."
    codes = tuple(
        replace(code, do_not_use=advice) if code.slug == "fin-cost-quality" else code
        for code in book.codes
    )
    hands.desk.patch(replace(hands.state.page, codebook=replace(book, codes=codes)))
    hands.desk.open_coding(demo.CHOSEN)
    told = (
        "Fear of harm (use Cost against access, not hyb-torn-x or tru). "
        "A well-run Clinicians leading the money."
    )
    assert any(told in label.text() for label in hands.desk.card.findChildren(QLabel))


def flagged_and_long(hands):
    """A page whose opened coding has every flag and stands beside codes of long names."""
    page = hands.state.page
    codes = tuple(
        replace(code, name=f"{code.name}, as it was told of others") for code in page.codebook.codes
    )
    codings = tuple(
        replace(one, flags=tuple(Flag)) if one.id == demo.CHOSEN else one for one in page.codings
    )
    return replace(page, codebook=replace(page.codebook, codes=codes), codings=codings)


def test_nothing_on_the_card_is_wider_than_its_pane(hands):
    hands.desk.patch(flagged_and_long(hands))
    card = hands.desk.card
    card.resize(268, 700)
    card.show()
    hands.desk.open_coding(demo.CHOSEN)
    hands.desk.set_recent([CodeId("fin-lead"), CodeId("imp-everyday")])
    for _state in range(2):
        assert card.widget().width() <= card.viewport().width()
        assert card.widget().minimumSizeHint().width() <= card.viewport().width()
        buttons = [one for one in card.findChildren(QPushButton) if one.isVisible()]
        assert buttons
        for one in buttons:
            right = one.mapTo(card.viewport(), one.rect().bottomRight()).x()
            assert right < card.viewport().width()
        hands.view.select(hands.span(142, "Taking", "sleeping."))


def test_a_name_that_finds_no_room_loses_its_end_and_says_all_when_hovered(hands):
    hands.desk.patch(flagged_and_long(hands))
    hands.desk.card.resize(268, 700)
    hands.desk.card.show()
    hands.desk.open_coding(demo.CHOSEN)
    button = hands.desk.card.findChildren(CodeButton)[0]
    assert button.text().endswith("…")
    assert button.toolTip().endswith("as it was told of others")
    assert button.toolTip() in button.accessibleName()
