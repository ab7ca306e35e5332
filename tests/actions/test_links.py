"""Turns linked to earlier ones: what stands, what is warned of, what is refused."""

import pytest

from qualcoder_nhs.actions.codebook import ImportCodebook
from qualcoder_nhs.actions.links import ChangeLink, Linked, LinkTurns, Unlink
from qualcoder_nhs.actions.rounds import EndRound, NewRound
from qualcoder_nhs.actions.transcripts import ForgetTranscript, RemoveTranscript
from qualcoder_nhs.domain.codebook import SetKind
from qualcoder_nhs.domain.codebook_draft import CodebookDraft, CodeDraft, SetDraft
from qualcoder_nhs.domain.errors import (
    Frozen,
    ModeratorAnswers,
    NoSuch,
    NoSuchTurn,
    NotEarlier,
    NotInRound,
    NotYours,
    OutsideSample,
    Refusal,
    UndoClash,
)
from qualcoder_nhs.domain.ids import LinkId, TranscriptId
from qualcoder_nhs.domain.links import LinkKind
from qualcoder_nhs.domain.rounds import Sample
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, coder, transcript

AGREE, SOFT, CHALLENGE = LinkKind.AGREE, LinkKind.SOFT, LinkKind.CHALLENGE


def link(
    study: Study,
    turn: int,
    target: int,
    kind: LinkKind = AGREE,
    who: str = "HL",
    layer: str = "open",
) -> Linked:
    action = LinkTurns(transcript(study), turn, target, kind, layer)
    return study.run(action, coder(study, who))


def said(study: Study) -> list[tuple[int, int, str]]:
    return [(one.turn, one.target, one.kind.value) for one in study.ask(Reader.links)]


def steps(study: Study) -> list[str]:
    return [step.words for step in study.ask(Reader.history)]


def test_a_turn_answers_an_earlier_one_by_name(study: Study) -> None:
    linked = link(study, 3, 2, SOFT)
    assert linked == Linked(linked.link)
    [one] = study.ask(Reader.links)
    assert (one.turn, one.target, one.kind, one.layer) == (3, 2, SOFT, "open")
    assert one.coder == coder(study)
    assert steps(study)[0] == "Link FG1 t.3 to t.2: soft dissent"


def test_saying_it_twice_changes_nothing(study: Study) -> None:
    first, rows, told = link(study, 3, 2), all_rows(study), steps(study)
    assert link(study, 3, 2) == Linked(first.link, new=False)
    assert (all_rows(study), steps(study)) == (rows, told)


def test_a_turn_answers_several_turns_in_several_ways_and_for_several_coders(study: Study) -> None:
    made = [
        link(study, 4, 2),
        link(study, 4, 3),
        link(study, 4, 2, LinkKind.BUILD),
        link(study, 4, 2, who="AB"),
        link(study, 4, 2, layer="settled"),
    ]
    assert all(one.new for one in made)
    assert len(said(study)) == 5


def test_whoever_moderates_may_be_answered_and_does_not_answer(study: Study) -> None:
    assert link(study, 2, 1, CHALLENGE).new
    with pytest.raises(ModeratorAnswers, match="Moderator effect"):
        link(study, 5, 4, LinkKind.QUESTION)


@pytest.mark.parametrize(
    ("turn", "target", "why"),
    [(3, 3, NotEarlier), (2, 3, NotEarlier), (3, 9, NoSuchTurn), (9, 3, NoSuchTurn)],
)
def test_only_an_earlier_turn_of_the_transcript_is_answered(
    study: Study, turn: int, target: int, why: type[Refusal]
) -> None:
    rows = all_rows(study)
    with pytest.raises(why):
        link(study, turn, target)
    assert all_rows(study) == rows


def test_neither_transcript_nor_layer_may_be_unknown(study: Study) -> None:
    with pytest.raises(NoSuch):
        study.run(LinkTurns(TranscriptId("x"), 3, 2, AGREE), coder(study))
    with pytest.raises(NoSuch):
        link(study, 3, 2, layer="Nowhere")


def with_degrees(study: Study) -> None:
    """Two codes of dissent that exclude each other on a link, and one of agreement."""
    names = {"soft": "soft dissent", "plain": "challenge", "yes": "agree"}
    codes = tuple(CodeDraft(slug, slug.title(), None) for slug in names)
    sets = tuple(
        SetDraft(SetKind.LINKS, f"Says {kind}", kind, "", (slug,)) for slug, kind in names.items()
    )
    degrees = SetDraft(SetKind.EXCLUSIVE, "Degree", "link", "Directness.", ("soft", "plain"))
    study.run(ImportCodebook(CodebookDraft(codes, (*sets, degrees)), "Degrees"), coder(study))


def test_what_the_codebook_excludes_on_a_link_is_warned_of_and_stands(study: Study) -> None:
    with_degrees(study)
    assert link(study, 3, 2, SOFT).at_odds == ()
    assert link(study, 3, 2, AGREE).at_odds == ()
    assert link(study, 3, 2, CHALLENGE).at_odds == (SOFT,)
    assert link(study, 4, 2, CHALLENGE).at_odds == ()
    assert link(study, 3, 2, SOFT, who="AB").at_odds == ()
    assert len(said(study)) == 5


def test_a_link_gets_another_kind_or_another_turn_and_keeps_its_name(study: Study) -> None:
    with_degrees(study)
    made = link(study, 4, 2)
    changed = study.run(ChangeLink(made.link, SOFT), coder(study))
    assert changed == Linked(made.link)
    study.run(ChangeLink(made.link, target=3), coder(study))
    assert said(study) == [(4, 3, "soft dissent")]
    assert steps(study)[0] == "Change link FG1 t.4 to t.3: soft dissent"
    study.undo(coder(study))
    study.undo(coder(study))
    assert said(study) == [(4, 2, "agree")]
    with pytest.raises(NotEarlier):
        study.run(ChangeLink(made.link, target=4), coder(study))


def test_a_link_that_becomes_what_another_says_becomes_part_of_it(study: Study) -> None:
    made, other = link(study, 4, 2), link(study, 4, 2, SOFT)
    assert study.run(ChangeLink(other.link, AGREE), coder(study)) == Linked(made.link, new=False)
    assert said(study) == [(4, 2, "agree")]
    study.undo(coder(study))
    assert len(said(study)) == 2


def test_links_go_in_one_step_and_come_back(study: Study) -> None:
    made = [link(study, 3, 2), link(study, 4, 2)]
    rows = all_rows(study)
    study.run(Unlink(tuple(one.link for one in made)), coder(study))
    assert said(study) == []
    assert steps(study)[0] == "Remove link FG1 t.3 to t.2: agree; FG1 t.4 to t.2: agree"
    study.undo(coder(study))
    assert all_rows(study) == rows
    with pytest.raises(NoSuch):
        study.run(Unlink((LinkId("gone"),)), coder(study))


def test_a_round_is_for_its_own_coders_and_its_own_turns(study: Study) -> None:
    lead, other = coder(study), coder(study, "AB")
    alone = study.run(NewRound("Alone", (lead,), (transcript(study),), blind=False), lead)
    made = link(study, 3, 2, layer=alone)
    with pytest.raises(NotInRound):
        link(study, 3, 2, who="AB", layer=alone)
    with pytest.raises(NotYours):
        study.run(Unlink((made.link,)), other)
    both = NewRound("Both", (lead, other), (transcript(study),), blind=False)
    shared = study.run(both, lead)
    own = link(study, 3, 2, layer=shared)
    with pytest.raises(NotYours):
        study.run(ChangeLink(own.link, SOFT), other)
    part = NewRound("Part", (lead,), (transcript(study),), blind=False, sample=Sample(0.3, 7))
    drawn = study.run(part, lead)
    [portion] = study.ask(Reader.round, "Part").portions
    for turn in {2, 3, 4} - set(portion.turns or ()):
        with pytest.raises(OutsideSample):
            link(study, turn, 1, layer=drawn)
    for turn in {2, 3, 4} & set(portion.turns or ()):
        assert link(study, turn, 1, layer=drawn).new


def test_a_round_that_has_ended_keeps_its_links(study: Study) -> None:
    lead = coder(study)
    held = study.run(NewRound("Held", (lead,), (transcript(study),), blind=False), lead)
    other = coder(study, "AB")
    made = link(study, 3, 2, layer=held)
    study.run(EndRound(held), lead)
    for action in (Unlink((made.link,)), ChangeLink(made.link, SOFT)):
        with pytest.raises(Frozen):
            study.run(action, lead)
    with pytest.raises(Frozen):
        link(study, 4, 2, layer=held)
    study.undo(lead)
    study.redo(lead)
    assert study.ask_as(other, Reader.links, layer=held)
    assert study.faults() == []


def test_an_undo_does_not_reach_into_a_round_that_has_ended(study: Study) -> None:
    lead, other = coder(study), coder(study, "AB")
    held = study.run(NewRound("Held", (lead, other), (transcript(study),), blind=False), lead)
    link(study, 3, 2, who="AB", layer=held)
    study.run(EndRound(held), lead)
    with pytest.raises(UndoClash, match="has ended"):
        study.undo(other)


def test_links_leave_with_their_transcript(study: Study) -> None:
    link(study, 3, 2)
    rows = all_rows(study)
    study.run(RemoveTranscript(transcript(study)), coder(study))
    assert said(study) == []
    study.undo(coder(study))
    assert all_rows(study) == rows
    study.run(ForgetTranscript(transcript(study)), coder(study))
    assert said(study) == []
    assert study.faults() == []
