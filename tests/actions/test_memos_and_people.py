"""Memos on all kinds of things, coders and participants: what is kept, what is refused."""

from typing import Any

import pytest

from qualcoder_nhs.actions.codings import CodePassage
from qualcoder_nhs.actions.memos import ChangeMemo, WriteMemo
from qualcoder_nhs.actions.people import (
    AddCoder,
    AddParticipant,
    DescribeParticipant,
    RenameCoder,
    SetSpeaker,
)
from qualcoder_nhs.domain.coding import Memo
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    EmptyMemo,
    Nameless,
    NoSuch,
    OutsideText,
    Refusal,
)
from qualcoder_nhs.domain.ids import (
    CodeId,
    CoderId,
    CodingId,
    MemoId,
    ParticipantId,
    SpeakerId,
    TranscriptId,
)
from qualcoder_nhs.domain.people import CoderRole, Function
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from tests.builders import all_rows, code, coder, spans, transcript


def test_a_memo_says_what_it_is_on_who_wrote_it_and_when(study: Study) -> None:
    lead = coder(study)
    places: list[dict[str, Any]] = [
        {},
        {"transcript": transcript(study)},
        {"transcript": transcript(study), "span": Span(3, 9)},
        {"code": code(study, "Warm")},
        {"coding": next(iter(spans(study)))},
        {"participant": next(iter(study.ask(Reader.participants)))},
    ]
    for place in places:
        memo = study.ask(Reader.memo, study.run(WriteMemo("Why? 🩺", **place), lead))
        assert memo == Memo(memo.id, lead, "Why? 🩺", memo.made, memo.made, **place)


def test_a_memo_is_rewritten_and_goes_when_it_is_emptied(study: Study) -> None:
    lead = coder(study)
    memo = study.run(WriteMemo("First"), lead)
    made = study.ask(Reader.memo, memo).made
    study.run(ChangeMemo(memo, "Second"), lead)
    found = study.ask(Reader.memo, memo)
    assert (found.text, found.made) == ("Second", made)
    assert found.changed > made
    study.run(ChangeMemo(memo, " \n"), lead)
    assert memo not in {one.id for one in study.ask(Reader.memos)}
    study.undo(lead)
    assert study.ask(Reader.memo, memo) == found


def test_coders_are_told_apart_by_name(study: Study) -> None:
    lead = coder(study)
    reader = study.run(AddCoder("CD", CoderRole.READER), lead)
    assert [one.name for one in study.ask(Reader.coders)] == ["HL", "AB", "CD"]
    study.run(RenameCoder(reader, "CD"), lead)
    study.run(RenameCoder(reader, "EF"), lead)
    assert study.ask(Reader.coder, "EF").role is CoderRole.READER


def test_people_are_described_and_labels_said_to_be_theirs(study: Study) -> None:
    lead = coder(study)
    person = study.run(AddParticipant("P9", {"role": "nurse"}), lead)
    study.run(DescribeParticipant(person, "P10", {"role": "matron", "nation": "Wales"}), lead)
    assert study.ask(Reader.participants)[person].role == "matron"
    speaker = study.ask(Reader.speakers, transcript(study))[0]
    study.run(SetSpeaker(speaker.id, Function.PARTICIPANT, (person, person)), lead)
    (now,) = [one for one in study.ask(Reader.speakers) if one.id == speaker.id]
    assert (now.label, now.participants) == (speaker.label, (person,))


REFUSED: list[tuple[Any, type[Refusal]]] = [
    (WriteMemo(" "), EmptyMemo),
    (WriteMemo("x", transcript=TranscriptId("gone")), NoSuch),
    (WriteMemo("x", transcript=TranscriptId("gone"), span=Span(0, 1)), NoSuch),
    (WriteMemo("x", code=CodeId("gone")), NoSuch),
    (WriteMemo("x", coding=CodingId("gone")), NoSuch),
    (WriteMemo("x", participant=ParticipantId("gone")), NoSuch),
    (ChangeMemo(MemoId("gone"), "x"), NoSuch),
    (AddCoder("AB"), AlreadyThere),
    (AddCoder(""), Nameless),
    (RenameCoder(CoderId("gone"), "Zed"), NoSuch),
    (AddParticipant(" "), Nameless),
    (DescribeParticipant(ParticipantId("gone"), "P1", {}), NoSuch),
    (SetSpeaker(SpeakerId("gone"), Function.MODERATOR), NoSuch),
]


@pytest.mark.parametrize(("action", "refusal"), REFUSED)
def test_what_is_refused_changes_nothing(study: Study, action: Any, refusal: type[Refusal]) -> None:
    before = all_rows(study)
    with pytest.raises(refusal):
        study.run(action, coder(study))
    assert all_rows(study) == before


def test_what_names_things_of_this_study_wrongly_is_refused(study: Study) -> None:
    lead, text = coder(study), transcript(study)
    speaker = study.ask(Reader.speakers)[0]
    person = next(iter(study.ask(Reader.participants)))
    refused: list[tuple[Any, type[Refusal]]] = [
        (WriteMemo("x", transcript=text, span=Span(0, 10_000)), OutsideText),
        (RenameCoder(lead, "AB"), AlreadyThere),
        (RenameCoder(lead, ""), Nameless),
        (DescribeParticipant(person, "", {}), Nameless),
        (SetSpeaker(speaker.id, Function.PARTICIPANT, (ParticipantId("gone"),)), NoSuch),
    ]
    before = all_rows(study)
    for action, refusal in refused:
        with pytest.raises(refusal):
            study.run(action, lead)
    assert all_rows(study) == before


def test_only_the_studys_own_coders_act(study: Study) -> None:
    action = CodePassage(transcript(study), Span(0, 5), code(study, "Warm"))
    for stranger in (CoderId("gone"), CoderId("HL")):
        with pytest.raises(NoSuch, match="coder"):
            study.run(action, stranger)
