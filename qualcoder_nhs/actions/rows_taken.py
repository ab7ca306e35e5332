"""Rows of a table while they are taken in: what and whom they name, and those that do not fit."""

from dataclasses import dataclass
from typing import Protocol

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.layers import Layers
from qualcoder_nhs.domain.errors import NoSuch, Refusal
from qualcoder_nhs.domain.ids import CoderId, new_id
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.transcript import TranscriptSummary


@dataclass(frozen=True)
class LineProblem:
    """A row that did not fit, and why."""

    line: int
    what: str


class Row(Protocol):
    """What any row of work says; the words are as they stand in the table."""

    @property
    def line(self) -> int: ...
    @property
    def transcript(self) -> str: ...
    @property
    def coder(self) -> str: ...
    @property
    def layer(self) -> str: ...


class Naming:
    """Finds what rows name. Coders who are not known are added, once their row fits.

    Everything is looked up here and read once: a table may have as many rows as a study has work.
    """

    def __init__(self, write: Writer) -> None:
        self._write, self.layers = write, Layers(write)
        self._coders = {coder.name: coder.id for coder in write.read.coders()}
        listed = write.read.transcript_summaries()
        self._transcripts = {key: one for one in listed for key in (one.id, one.name)}
        self._called = {name: layer for layer, name in write.read.layer_names().items()}
        self._problems: list[LineProblem] = []
        self._newcomers: list[str] = []

    def refuse(self, row: Row, why: Refusal) -> None:
        """Note that a row does not fit."""
        self._problems.append(LineProblem(row.line, str(why)))

    def transcript(self, row: Row) -> TranscriptSummary:
        """The transcript that the row names.

        Raises:
            NoSuch: when there is none.
        """
        found = self._transcripts.get(row.transcript)
        if found is None:
            raise NoSuch(kind="transcript", name=row.transcript)
        return found

    def layer(self, row: Row) -> str:
        """The layer that the row names; one that the study has not stays as the table calls it."""
        return self._called.get(row.layer, row.layer)

    def refuse_newcomer(self, row: Row) -> None:
        """Nobody joins a round by a table.

        Raises:
            Refusal: when the row's coder is not known, and its layer is a round's.
        """
        if row.coder and row.coder not in self._coders:
            self.layers.refuse_newcomer(self.layer(row), row.coder)

    def coder(self, row: Row) -> CoderId:
        """The coder that the row names, who is added where nobody is; without a name who acts."""
        if not row.coder:
            return self._write.coder
        if row.coder not in self._coders:
            coder = Coder(CoderId(new_id()), row.coder, CoderRole.CODER, self._write.now)
            self._write.add(coder)
            self._coders[row.coder] = coder.id
            self._newcomers.append(row.coder)
        return self._coders[row.coder]

    @property
    def newcomers(self) -> tuple[str, ...]:
        """The names of those who were added."""
        return tuple(self._newcomers)

    @property
    def problems(self) -> tuple[LineProblem, ...]:
        """The rows that did not fit."""
        return tuple(self._problems)
