"""The lists beside the page: overview, library, codebook with counts, turns, memos."""

from queries.conftest import Known

from qualcoder_nhs.actions.memos import WriteMemo
from qualcoder_nhs.queries.codebook_tree import codebook_tree
from qualcoder_nhs.queries.coding_page import coding_page, page_patch
from qualcoder_nhs.queries.library import library
from qualcoder_nhs.queries.memo_list import memo_list
from qualcoder_nhs.queries.overview import overview
from qualcoder_nhs.queries.turn_list import turn_list


def test_the_overview_counts_everything(known: Known) -> None:
    known.code(known.fg1, "Waiting", "Skill")
    found = known.study.ask(overview)
    assert [one.summary.name for one in found.transcripts] == ["FG1", "FG2"]
    assert found.transcripts[0].labels == {"MOD": 2, "P1": 1, "P2": 1, "P1 and P2": 1}
    assert found.transcripts[0].summary.words == 2 + 4 + 4 + 1 + 2
    assert [(one.code.name, one.depth, one.codings) for one in found.codes][:4] == [
        ("Trust", 1, 0),
        ("Suspicion", 2, 0),
        ("Motive", 3, 0),
        ("Skill", 3, 1),
    ]
    assert [(one.coder.name, one.codings) for one in found.coders] == [("HL", 1), ("DM", 0)]
    assert found.codings == 1


def test_the_library_tells_how_far_a_coder_has_come(known: Known) -> None:
    known.code(known.fg1, "year.\nP2: No", "Skill")
    fg1, fg2 = known.study.ask(library, known.coder)
    assert (fg1.coded, fg1.turns_of, fg1.participants, fg1.who) == (2, 3, 2, "chief executive")
    assert (fg2.coded, fg2.turns_of, fg2.share) == (0, 1, 0.0)


def test_the_codebook_counts_own_codings_and_all_beneath(known: Known) -> None:
    known.code(known.fg1, "Waiting", "Skill")
    known.code(known.fg1, "Money gives", "Suspicion")
    tree = known.study.ask(codebook_tree)
    names = {tree.codebook[code].name: count for code, count in tree.beneath.items()}
    assert names == {"Trust": 2, "Suspicion": 2, "Motive": 0, "Skill": 1, "Money": 0}
    assert tree.own[known.codes["Suspicion"]] == 1


def test_turns_are_told_as_other_programs_read_them(known: Known) -> None:
    name, turns = known.study.ask(turn_list, "FG1")
    assert name == "FG1"
    assert turns[2]["text"] == "No. [laughs] Waiting gives \U0001f642 first."
    assert (turns[0]["participant"], turns[0]["function"]) == (None, "moderator")
    assert turns[3]["participant"] == "P1 and P2"
    _, fg2 = known.study.ask(turn_list, known.fg2)
    assert (fg2[1]["participant"], fg2[1]["function"]) == (None, "unknown")


def test_a_patched_page_has_what_a_fresh_one_has(known: Known) -> None:
    coding = known.code(known.fg1, "Waiting", "Skill")
    known.study.run(WriteMemo("Hm.", coding=coding), known.coder)
    page = known.study.ask(coding_page, known.fg1)
    patch = known.study.ask(page_patch, known.fg1, [coding])
    assert patch.now == page.codings
    assert patch.memos == page.memos == {coding: "Hm."}
    known.study.undo(known.coder)
    known.study.undo(known.coder)
    assert known.study.ask(page_patch, known.fg1, [coding]).gone == {coding}


def test_memos_say_what_they_are_on_and_where(known: Known) -> None:
    coding = known.code(known.fg1, "Waiting", "Skill")
    for action in (
        WriteMemo("a"),
        WriteMemo("b", transcript=known.fg1),
        WriteMemo("c", coding=coding),
        WriteMemo("d", code=known.codes["Money"]),
    ):
        known.study.run(action, known.coder)
    listed = known.study.ask(memo_list)
    assert [one.on for one in listed] == ["the study", "FG1", "Skill, FG1", "Money"]
    assert listed[2].span is not None
