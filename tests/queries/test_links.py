"""Links with their words, codes without a link, suggestions, and exchanges to be read."""

from pathlib import Path

import pytest

from qualcoder_nhs.actions.links import LinkTurns
from qualcoder_nhs.domain.dialogue import FEW_BETWEEN
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.queries.exchanges import exchange_book
from qualcoder_nhs.queries.links import LinkFilter, link_list, suggested_links, unlinked_codes
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import a_study, an_import, coder, link_some, transcript


@pytest.fixture
def talked(tmp_path: Path):
    """Ten turns of which few are linked."""
    lines = ["MOD: Who decides?", "P1: The board.", "P2: We were asked once."]
    lines += [f"P{number}: And so on." for number in (3, 4, 5, 6, 7, 8)]
    text = "\n".join([*lines, "P1: So there.", "P2: Never again."])
    with a_study(tmp_path / "talk.qnhs") as study:
        study.run(an_import(text=text), coder(study))
        yield study


def link(study: Study, turn: int, target: int, kind: LinkKind, who: str = "HL") -> None:
    study.run(LinkTurns(transcript(study), turn, target, kind), coder(study, who))


def test_a_link_is_told_with_both_voices(talked: Study) -> None:
    link(talked, 3, 2, LinkKind.SOFT)
    [line] = talked.ask(link_list)
    assert line.words == "FG1 t.3 P2 answers t.2 P1: soft dissent"
    assert (line.answer.text, line.answered.text) == ("We were asked once.", "The board.")
    assert (line.coder, line.layer) == ("HL", "open")


def test_filters_narrow_it(talked: Study) -> None:
    link(talked, 3, 2, LinkKind.SOFT)
    link(talked, 11, 10, LinkKind.AGREE, "AB")
    both = talked.ask(link_list)
    assert len(both) == 2
    for wanted in (LinkFilter(kind=LinkKind.AGREE), LinkFilter(coder=coder(talked, "AB"))):
        assert [one.link.turn for one in talked.ask(link_list, wanted)] == [11]
    assert talked.ask(link_list, LinkFilter(layer="settled")) == []


def test_an_exchange_shows_what_lies_between_and_names_the_link(talked: Study) -> None:
    link(talked, 3, 2, LinkKind.SOFT)
    link(talked, 5, 3, LinkKind.BUILD)
    [one] = talked.ask(exchange_book).dialogues
    assert one.reference == "[FG1 t.2–5]"
    assert one.attribution == "(FG1, P1, P2, P4)"
    told = [(line.speaker, line.context, link) for line, link in one.lines_told()]
    assert told == [
        ("P1", False, ""),
        ("P2", False, "← soft dissent"),
        ("P3", True, ""),
        ("P4", False, "← build"),
    ]


def test_a_link_that_passes_over_another_line_gives_the_number(talked: Study) -> None:
    link(talked, 3, 2, LinkKind.SOFT)
    link(talked, 4, 2, LinkKind.AGREE)
    [one] = talked.ask(exchange_book).dialogues
    assert [link for _line, link in one.lines_told()] == ["", "← soft dissent", "← agree (t.2)"]


def test_of_many_turns_between_only_the_number_is_told(talked: Study) -> None:
    link(talked, 11, 3, LinkKind.BUILD)
    [one] = talked.ask(exchange_book).dialogues
    assert [line.text for line in one.lines][1:-1] == ["[7 turns]"]
    assert FEW_BETWEEN < 7


def test_coders_are_named_where_several_linked(talked: Study) -> None:
    link(talked, 3, 2, LinkKind.SOFT)
    link(talked, 3, 2, LinkKind.SOFT, "AB")
    link(talked, 4, 3, LinkKind.AGREE)
    [one] = talked.ask(exchange_book).dialogues
    assert [link for _line, link in one.lines_told()][1] == "← soft dissent (HL, AB)"


def test_a_kind_shows_whole_exchanges_that_hold_one(talked: Study) -> None:
    link(talked, 3, 2, LinkKind.SOFT)
    link(talked, 4, 3, LinkKind.AGREE)
    link(talked, 11, 10, LinkKind.AGREE)
    book = talked.ask(exchange_book, LinkFilter(kind=LinkKind.SOFT))
    assert [one.turns for one in book.dialogues] == [(2, 3, 4)]
    assert book.links == 2


def test_the_sample_has_a_code_without_a_link_only_where_none_was_made(
    sample_study: Study,
) -> None:
    alone = sample_study.ask(unlinked_codes, LinkFilter(layer="open"))
    every = sample_study.ask(Reader.codings, layer="open")
    assert 0 < len(alone) < 40 < len(every)
    linked = {(one.transcript, one.turn) for one in sample_study.ask(Reader.links, layer="open")}
    agreeing = [one for one in alone if one.code == "Change of position"]
    assert not {(one.coding.transcript, one.turn.turn) for one in agreeing} & linked


def test_a_link_of_another_kind_does_not_go_with_the_code(sample_study: Study) -> None:
    found = sample_study.ask(unlinked_codes, LinkFilter(layer="open"))
    kinds = {one.code for one in found}
    assert kinds <= {
        "Agreement",
        "Building on",
        "Soft dissent",
        "Open challenge",
        "Change of position",
    }


def test_what_is_linked_is_suggested_no_more(talked: Study) -> None:
    lead = coder(talked)
    link_some(talked)
    suggested = talked.ask(suggested_links, lead, "open")
    assert not {one.suggested.turn for one in suggested} & {3}
    assert all(one.suggested.target < one.suggested.turn for one in suggested)


def test_codes_need_a_codebook_that_speaks_of_links(talked: Study) -> None:
    assert talked.ask(unlinked_codes) == []
