"""Codebook work: what waits for a narrower code, splitting, promoting, versions told in words."""

import pytest

from qualcoder_nhs.actions.codebook import AddCode, AllowCode, CodeNewIdea, RenameCode
from qualcoder_nhs.actions.codework import KeepVersion, PromoteCode, SplitCode
from qualcoder_nhs.actions.codings import ChangeCode
from qualcoder_nhs.actions.themes import AddTheme
from qualcoder_nhs.domain.codebook import Applicable
from qualcoder_nhs.domain.coding import OPEN, SETTLED
from qualcoder_nhs.domain.errors import IllegalMove, NoParts, NoSuch
from qualcoder_nhs.domain.ids import CodeId
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.queries.codework import codebook_story, to_refine, to_split
from qualcoder_nhs.queries.steps import next_steps
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.queries.conftest import Known


def test_codings_on_holding_codes_wait_for_one_beneath(known: Known) -> None:
    known.study.run(AllowCode(known.codes["Suspicion"], Applicable.HOLDING), known.coder)
    coding = known.code(known.fg1, "Money gives", "Suspicion")
    known.code(known.fg1, "Friday", "Motive")
    queue = known.study.ask(to_refine)
    (waiting,) = queue.waiting
    assert waiting.excerpt.coding.id == coding
    assert [one.name for one in waiting.targets] == ["Motive", "Skill"]
    known.study.run(ChangeCode(coding, known.codes["Skill"]), known.coder)
    assert known.study.ask(to_refine).waiting == ()


def test_a_code_is_split_into_siblings_under_the_same_themes(known: Known) -> None:
    study, coder, motive = known.study, known.coder, known.codes["Motive"]
    theme = study.run(AddTheme("Doubt", (motive,)), coder)
    coding = known.code(known.fg1, "Money gives", "Motive")
    parts = study.run(SplitCode(motive, (" Own  gain", "skill", "")), coder)
    book = study.ask(Reader.codebook)
    assert [book[part].name for part in parts] == ["Own gain", "Skill"]
    assert [one.name for one in book.children(known.codes["Suspicion"])] == [
        "Motive",
        "Own gain",
        "Skill",
    ]
    assert study.ask(Reader.theme, theme).codes == (motive, *parts)
    (waiting,) = study.ask(to_split, motive, parts).waiting
    assert (waiting.excerpt.coding.id, [one.id for one in waiting.targets]) == (coding, [*parts])
    study.undo(coder)
    assert study.ask(Reader.theme, theme).codes == (motive,)


def test_one_name_is_no_split(known: Known) -> None:
    for names in ((), ("One",), ("One", " ", "One")):
        with pytest.raises(NoParts):
            known.study.run(SplitCode(known.codes["Motive"], names), known.coder)
    with pytest.raises(NoSuch):
        known.study.run(SplitCode(CodeId("gone"), ("One", "Two")), known.coder)


def test_a_new_idea_is_promoted_with_a_definition_in_one_step(known: Known) -> None:
    study, coder = known.study, known.coder
    study.run(CodeNewIdea(known.fg1, Span(20, 25), "Loyal"), coder)
    idea = study.ask(Reader.codebook).find("Loyal").id
    study.run(PromoteCode(idea, known.codes["Trust"], "Stays when it costs."), coder)
    book = study.ask(Reader.codebook)
    assert book.path(idea) == "Trust > Loyal"
    assert book[idea].definition == "Stays when it costs."
    assert study.ask_as(coder, next_steps, coder).undo == "Promote Loyal"
    study.undo(coder)
    assert study.ask(Reader.codebook).path(idea) == "New ideas > Loyal"
    with pytest.raises(IllegalMove):
        study.run(PromoteCode(known.codes["Trust"], known.codes["Motive"], ""), coder)


def test_versions_are_kept_outside_rounds_and_told_in_sentences(known: Known) -> None:
    study, coder = known.study, known.coder
    (today,) = study.ask(codebook_story)
    assert (today.number, today.codes, today.changes) == (None, 5, ())
    first = study.run(KeepVersion(), coder)
    assert study.run(KeepVersion(), coder) == first
    study.run(RenameCode(known.codes["Motive"], "Doubted motive"), coder)
    assert study.ask(codebook_story)[0].changes == ("“Motive” is called “Doubted motive” now.",)
    study.run(KeepVersion(), coder)
    study.run(AddCode("Calm"), coder)
    told = [(one.number, len(one.changes)) for one in study.ask(codebook_story)]
    assert told == [(None, 1), (2, 1), (1, 0)]
    study.undo(coder)
    study.undo(coder)
    assert [one.number for one in study.ask(codebook_story)] == [None, 1]


def test_what_is_settled_is_counted_and_waits_for_nobody(sample_study: Study) -> None:
    book = sample_study.ask(Reader.codebook)
    motive = book.find("tru-motive").id
    found = sample_study.ask(Reader.codings, codes=[motive])
    queue = sample_study.ask(to_split, motive, ())
    layers = {one.excerpt.coding.layer for one in queue.waiting}
    assert layers == {OPEN}
    assert len(queue.waiting) + queue.fixed == len(found)
    assert SETTLED in {one.layer for one in found}
