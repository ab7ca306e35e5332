"""The whole study as other programs exchange studies: texts, codes, codings, memos, people."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from qualcoder_nhs.domain.attribute_draft import AttributeDraft
from qualcoder_nhs.domain.attributes import Attribute
from qualcoder_nhs.domain.codebook import Code, Codebook, families
from qualcoder_nhs.domain.coding import Coding, Memo
from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCase,
    ForeignCode,
    ForeignCoder,
    ForeignCoding,
    ForeignLink,
    ForeignMemo,
    ForeignSet,
    ForeignSpeaker,
    ForeignStudy,
    ForeignText,
)
from qualcoder_nhs.domain.ids import ParticipantId, TranscriptId
from qualcoder_nhs.domain.palette import family
from qualcoder_nhs.domain.people import Participant, Speaker
from qualcoder_nhs.domain.round_trip import PRIVATE, THEME
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.domain.transcript import Transcript
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class WholeStudy:
    """The study, and how many things it has that are not in it, by the keys of `UNSEEN`."""

    study: ForeignStudy
    unseen: Mapping[str, int]


def whole_study(read: Reader) -> WholeStudy:
    """All of it, as far as whoever asks may see it; private memos stay here."""
    codebook, layers = read.codebook(), read.layer_names()
    transcripts, speakers = read.transcripts(), _by_transcript(read.speakers())
    groups, memos = read.groups(), read.memos()
    listed = read.attributes()
    attributes = {one.key: one.name for one in listed}
    study = ForeignStudy(
        program="qualcoder_nhs",
        name=read.study().name,
        coders=tuple(ForeignCoder(coder.id, coder.name) for coder in read.coders()),
        codes=tuple(_codes(codebook)),
        texts=tuple(_text(one, groups[one.group].name, speakers[one.id]) for one in transcripts),
        codings=tuple(_coding(one, layers) for one in read.codings()),
        memos=tuple(_memos(memos)),
        cases=tuple(_cases(read.participants(), transcripts, speakers, attributes)),
        attributes=tuple(attributes.values()),
        cards=tuple(_card(one) for one in listed),
        group_attributes={
            one.id: _named(groups[one.group].attributes, attributes) for one in transcripts
        },
        sets=(*_code_sets(codebook), *_themes(read)),
        links=tuple(_links(read, transcripts, layers)),
    )
    return WholeStudy(study, _unseen(read, memos))


def _codes(codebook: Codebook) -> Iterator[ForeignCode]:
    numbers = families(codebook)
    for code in codebook.walk():
        of_family = family(numbers[code.id], codebook.root(code.id).colour).stripe_light
        yield _code(code, of_family)


def _code(code: Code, of_family: str) -> ForeignCode:
    return ForeignCode(
        key=code.id,
        name=code.name,
        parent=code.parent,
        colour=code.colour or of_family,
        applicable=code.applicable,
        definition=code.definition,
        use=code.use,
        do_not_use=code.do_not_use,
        example=code.example,
        serves=code.serves,
        companions=code.companions,
        aliases=code.aliases,
        archived=code.archived,
        slug=code.slug,
        of_family=code.colour is None,
    )


def _text(transcript: Transcript, group: str, speakers: Sequence[Speaker]) -> ForeignText:
    return ForeignText(
        key=transcript.id,
        name=transcript.name,
        text=transcript.text,
        file_name=transcript.file_name,
        added=transcript.added,
        turns=transcript.turns,
        speakers=tuple(ForeignSpeaker(s.label, s.function, s.participants) for s in speakers),
        group=group,
        kind=transcript.kind,
    )


def _coding(coding: Coding, layers: Mapping[str, str]) -> ForeignCoding:
    return ForeignCoding(
        key=coding.id,
        text=coding.transcript,
        code=coding.code,
        span=coding.span,
        coder=coding.coder,
        made=coding.made,
        flags=coding.flags,
        layer=layers.get(coding.layer, coding.layer),
    )


def _memos(memos: Sequence[Memo]) -> Iterator[ForeignMemo]:
    for one in memos:
        place = _place(one)
        if place and not one.private:
            about, on = place
            yield ForeignMemo(
                one.id, one.text, about, on, one.span, one.coder, one.made, one.changed
            )


def _place(memo: Memo) -> tuple[About, str] | None:
    """What a memo is on; None for what no other program has."""
    if memo.theme:
        return None
    on_text = About.PASSAGE if memo.span else About.TEXT
    on = (
        (About.CODING, memo.coding),
        (About.CODE, memo.code),
        (About.CASE, memo.participant),
        (on_text, memo.transcript),
    )
    return next(((about, key) for about, key in on if key), (About.STUDY, ""))


def _cases(
    people: Mapping[ParticipantId, Participant],
    transcripts: Sequence[Transcript],
    speakers: Mapping[TranscriptId, Sequence[Speaker]],
    attributes: Mapping[str, str],
) -> Iterator[ForeignCase]:
    said: dict[ParticipantId, list[tuple[str, Span]]] = defaultdict(list)
    for one in transcripts:
        who = {speaker.label: speaker.participants for speaker in speakers[one.id]}
        for turn in one.turns:
            for spoke in who.get(turn.label, ()) if turn.words else ():
                said[spoke].append((one.id, turn.words))
    for person in people.values():
        yield ForeignCase(
            key=person.id,
            name=person.name,
            attributes=_named(person.attributes, attributes),
            passages=tuple(said[person.id]),
        )


def _card(one: Attribute) -> AttributeDraft:
    return AttributeDraft(one.subject, one.name, one.values, one.identifying, one.key)


def _named(values: Mapping[str, str], attributes: Mapping[str, str]) -> dict[str, str]:
    return {attributes.get(key, key): words for key, words in values.items() if words}


def _code_sets(codebook: Codebook) -> Iterator[ForeignSet]:
    for one in codebook.sets:
        yield ForeignSet(one.id, one.name, one.members, (), one.why, one.kind.value, one.scope)


def _themes(read: Reader) -> Iterator[ForeignSet]:
    """Themes as sets of their codes, described by what they claim."""
    claims = {one.theme: one.text for one in read.statements()}
    for one in read.themes():
        yield ForeignSet(one.id, one.name, one.codes, (), claims.get(one.id, ""), THEME)


def _links(
    read: Reader, transcripts: Sequence[Transcript], layers: Mapping[str, str]
) -> Iterator[ForeignLink]:
    turns = {one.id: {turn.index: turn.words for turn in one.turns} for one in transcripts}
    for one in read.links():
        words = turns[one.transcript]
        yield ForeignLink(
            key=one.id,
            name=one.kind.value,
            origin=(one.transcript, words[one.turn]),
            target=(one.transcript, words[one.target]),
            coder=one.coder,
            made=one.made,
            layer=layers.get(one.layer, one.layer),
        )


def _by_transcript(speakers: Sequence[Speaker]) -> dict[TranscriptId, list[Speaker]]:
    found: dict[TranscriptId, list[Speaker]] = defaultdict(list)
    for one in speakers:
        found[one.transcript].append(one)
    return found


def _unseen(read: Reader, memos: Sequence[Memo]) -> dict[str, int]:
    counted = {
        PRIVATE: sum(1 for one in memos if one.private),
        "memos on themes": sum(1 for one in memos if one.theme and not one.private),
        "quotes of themes": len(read.quotes()),
        "rounds": len(read.rounds()),
        "decisions": len(read.decisions()),
        "questions": len(read.questions()),
        "askings": len(read.askings()),
        "presences": len(read.presences()),
        "propositions": len(read.propositions()),
        "voicings": len(read.voicings()),
        "summaries": len(read.summaries()),
        "versions": len(read.versions()),
        "steps": len(read.history()),
    }
    return {name: number for name, number in counted.items() if number}
