"""What the options of a table can be answered with: codes, people, questions, attributes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from qualcoder_nhs.domain.attributes import Subject
from qualcoder_nhs.domain.codebook import Codebook
from qualcoder_nhs.domain.guide import Question
from qualcoder_nhs.domain.ids import CodeId, CoderId, ParticipantId, TranscriptId
from qualcoder_nhs.queries.codebook_tree import codebook_tree
from qualcoder_nhs.queries.layers import Layer, layers
from qualcoder_nhs.storage.reader import Reader


@dataclass(frozen=True)
class AttributeChoice:
    """An attribute with what it is called, and its values as they are listed or used."""

    key: str
    name: str
    subject: Subject
    values: tuple[str, ...]


@dataclass(frozen=True)
class TableChoices:
    """Everything that can be named in a table's options, in the order in which it is offered.

    `codings` counts those of a code and all beneath it, in the `layer` that is shown unasked.
    `people` are participants as they are called in a table: `FG3 P5`.
    """

    codebook: Codebook
    codings: Mapping[CodeId, int]
    transcripts: Mapping[TranscriptId, str]
    coders: Mapping[CoderId, str]
    layers: tuple[Layer, ...]
    layer: str
    questions: tuple[Question, ...]
    attributes: tuple[AttributeChoice, ...]
    people: Mapping[ParticipantId, str]

    def attribute(self, key: str) -> AttributeChoice | None:
        """The attribute with this key."""
        return next((one for one in self.attributes if one.key == key), None)


def table_choices(read: Reader, layer: str | None = None) -> TableChoices:
    """What there is to choose from now."""
    tree = codebook_tree(read, layer)
    return TableChoices(
        codebook=tree.codebook,
        codings=tree.beneath,
        transcripts=read.transcript_names(),
        coders={coder.id: coder.name for coder in read.coders()},
        layers=layers(read),
        layer=tree.layer,
        questions=tuple(read.questions()),
        attributes=tuple(_attributes(read)),
        people=_people(read),
    )


def _attributes(read: Reader) -> Iterator[AttributeChoice]:
    """Those that are listed, then those that somebody has all the same; of participants first."""
    listed = read.attributes()
    described = {
        Subject.PARTICIPANT: [one.attributes for one in read.participants().values()],
        Subject.GROUP: [one.attributes for one in read.groups().values()],
    }
    for subject, held in described.items():
        own = [one for one in listed if one.subject is subject]
        names = {one.key: one.name for one in own}
        offered = {one.key: one.values for one in own}
        used = sorted({key for each in held for key in each} - names.keys())
        for key in (*names, *used):
            values = sorted({each[key] for each in held if each.get(key)})
            every = dict.fromkeys((*offered.get(key, ()), *values))
            yield AttributeChoice(key, names.get(key, key.replace("_", " ")), subject, tuple(every))


def _people(read: Reader) -> dict[ParticipantId, str]:
    """Participants with the first transcript they speak in."""
    names, people = read.transcript_names(), read.participants()
    found: dict[ParticipantId, str] = {}
    for one in read.speakers():
        for person in one.participants:
            found.setdefault(person, f"{names[one.transcript]} {people[person].name}")
    return {person: found.get(person, one.name) for person, one in people.items()}
