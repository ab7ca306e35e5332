"""One file on the import page: how it was read, what was chosen for it, and what comes of both."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from qualcoder_nhs.actions.transcripts import AddTranscript
from qualcoder_nhs.domain.casting import Part, alike, proposed
from qualcoder_nhs.domain.people import Function
from qualcoder_nhs.domain.speech import count_words
from qualcoder_nhs.domain.turn_taking import Beginning, turns_begun
from qualcoder_nhs.importers.format import Doubt, Parsed, ReadingOptions

USUAL = ReadingOptions()
"""Every file is left to the reader at first."""


@dataclass(frozen=True)
class ReadyTranscript:
    """A file as the person accepted it."""

    path: Path
    name: str
    parsed: Parsed
    cast: Mapping[str, Part]
    file_hash: str

    def action(self) -> AddTranscript:
        """What brings it into the study."""
        return AddTranscript(
            name=self.name,
            text=self.parsed.text,
            turns=self.parsed.turns,
            cast=self.cast,
            kind=self.parsed.kind,
            file_name=self.path.name,
            file_hash=self.file_hash,
        )


@dataclass(frozen=True)
class FileChoice:
    """One file on the page: how it was read and what was chosen for it.

    `parts` were chosen for labels that are not another's spelling. `merged` are labels that were
    said to be another one, `apart` those whose proposal was taken back. `known_as` are transcripts
    in the study from this very file, `twin` a file further up with the same content. `settled` are
    the places of the doubtful lines that were taken, `begun` those of them with which somebody
    begins to speak whom the file does not name, or that open with a time mark. `wanted` is None
    until somebody says.
    """

    path: Path
    reading: ReadingOptions = USUAL
    parsed: Parsed | None = None
    file_hash: str = ""
    refused: str = ""
    known_as: tuple[str, ...] = ()
    twin: str = ""
    wanted: bool | None = None
    parts: Mapping[str, Part] = field(default_factory=dict)
    merged: Mapping[str, str] = field(default_factory=dict)
    apart: frozenset[str] = frozenset()
    settled: frozenset[int] = frozenset()
    begun: Mapping[int, Beginning] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """What the transcript will be called."""
        return self.path.stem

    @property
    def can_come(self) -> bool:
        """Whether it was read."""
        return self.parsed is not None

    @property
    def comes(self) -> bool:
        """Whether Import takes it; what is in the study already stays out unless wanted."""
        if self.wanted is None:
            return self.can_come and not (self.known_as or self.twin)
        return self.can_come and self.wanted

    @cached_property
    def understood(self) -> Parsed | None:
        """The file as it was read, with the turns that were begun by hand."""
        parsed = self.parsed
        if parsed is None or not self.begun:
            return parsed
        return replace(parsed, turns=turns_begun(parsed.text, parsed.turns, self.begun))

    @cached_property
    def turns(self) -> dict[str, int]:
        """How many turns each label has, in order of appearance."""
        counted: dict[str, int] = {}
        for turn in self.understood.turns if self.understood else ():
            counted[turn.label] = counted.get(turn.label, 0) + 1
        return counted

    @cached_property
    def words(self) -> dict[str, int]:
        """How many words each label says."""
        counted = dict.fromkeys(self.turns, 0)
        if self.understood:
            for turn in self.understood.turns:
                counted[turn.label] += count_words(self.understood.text, turn.words)
        return counted

    @cached_property
    def proposed_merges(self) -> dict[str, str]:
        """Labels that look like another's spelling and were neither merged nor kept by hand."""
        return {
            label: other
            for label, other in alike(self.turns).items()
            if label not in self.merged and label not in self.apart and label not in self.parts
        }

    @cached_property
    def spellings(self) -> dict[str, str]:
        """Each label that stands for another one, with the one that stands for itself."""
        ways = {**self.proposed_merges, **self.merged}
        return {label: _end(ways, label) for label in ways if label in self.turns}

    @cached_property
    def cast(self) -> dict[str, Part]:
        """Who every label is, in order of appearance."""
        own = {**proposed(self.turns), **self.parts}
        return {label: own[self.spellings.get(label, label)] for label in self.turns}

    @cached_property
    def proposed_functions(self) -> dict[str, Function]:
        """Labels that are taken for a moderator or note-taker by their words alone."""
        return {
            label: part.function
            for label, part in self.cast.items()
            if part.function not in (Function.PARTICIPANT, Function.UNKNOWN)
            and label not in self.parts
            and label not in self.spellings
        }

    @property
    def participants(self) -> tuple[str, ...]:
        """The people who answer, each once, in order of appearance."""
        return tuple(
            dict.fromkeys(name for part in self.cast.values() for name in part.participants)
        )

    @property
    def roles(self) -> tuple[str, ...]:
        """The roles given so far, each once."""
        given = (part.attributes.get("role", "") for part in self.cast.values())
        return tuple(dict.fromkeys(role for role in given if role))

    @cached_property
    def open_doubts(self) -> tuple[Doubt, ...]:
        """The lines nobody has looked at yet."""
        doubts = self.parsed.doubts if self.parsed else ()
        return tuple(doubt for doubt in doubts if doubt.start not in self.settled)

    @property
    def proposals(self) -> int:
        """How many readings and roles stand without anybody having said so."""
        return len(self.proposed_merges) + len(self.proposed_functions) + len(self.open_doubts)

    def ready(self) -> ReadyTranscript | None:
        """What Import takes; None for a file that was not read."""
        if self.understood is None:
            return None
        return ReadyTranscript(self.path, self.name, self.understood, self.cast, self.file_hash)


def _end(ways: Mapping[str, str], label: str) -> str:
    seen = {label}
    while label in ways and ways[label] not in seen:
        label = ways[label]
        seen.add(label)
    return label
