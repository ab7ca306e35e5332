"""Taking links from a table: rows that fit go in, the rest are named with their line."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.links import Turns
from qualcoder_nhs.actions.rows_taken import LineProblem, Naming
from qualcoder_nhs.domain.errors import Refusal
from qualcoder_nhs.domain.ids import LinkId, new_id
from qualcoder_nhs.domain.link_draft import LinkDraft
from qualcoder_nhs.domain.links import Link, said_by
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class LinksTaken:
    """How the rows of a table fared: `added` + `known` + problems is all of them."""

    added: int
    known: int
    coders: tuple[str, ...]
    problems: tuple[LineProblem, ...]


@dataclass(frozen=True)
class ImportLinks:
    """Add links by any coder; coders that are named and not known are added."""

    rows: tuple[LinkDraft, ...]
    name: str
    label: ClassVar[str] = N_("Import links from {}")

    def apply(self, write: Writer) -> LinksTaken:
        """Take in what fits; the same table twice changes nothing."""
        write.detail(self.name)
        taking = _Taking(write)
        for row in self.rows:
            taking.take(row)
        return taking.result()


class _Taking:
    """The rows while they are looked up and written, one after the other."""

    def __init__(self, write: Writer) -> None:
        self._write, self._naming, self._turns = write, Naming(write), Turns(write)
        self._there = {said_by(link) for link in write.read.links()}
        self._added = self._known = 0

    def take(self, row: LinkDraft) -> None:
        """Take a row in; a problem where it does not fit."""
        try:
            link = self._looked_up(row)
            self._refuse_unless_shown(link)
        except Refusal as refusal:
            self._naming.refuse(row, refusal)
            return
        if said_by(link) in self._there:
            self._known += 1
            return
        self._there.add(said_by(link))
        self._write.add(link)
        self._added += 1

    def _looked_up(self, row: LinkDraft) -> Link:
        transcript, layer = self._naming.transcript(row).id, self._naming.layer(row)
        self._naming.layers.refuse_unknown(layer)
        self._naming.refuse_newcomer(row)
        name = LinkId(new_id())
        parts = (name, transcript, row.turn, row.target, row.kind)
        link = Link(*parts, self._write.coder, layer, self._write.now)
        self._turns.refuse_no_pair(link)
        return Link(*parts, self._naming.coder(row), layer, self._write.now)

    def _refuse_unless_shown(self, link: Link) -> None:
        """What may not come in is known all the same where whoever acts sees it there."""
        try:
            self._naming.layers.refuse_link(link, for_others=True)
        except Refusal:
            if said_by(link) not in self._shown:
                raise

    @cached_property
    def _shown(self) -> set[object]:
        """Without what a blind round keeps from whoever acts: an answer must not tell of it."""
        return {said_by(link) for link in self._write.seen.links()}

    def result(self) -> LinksTaken:
        """How all rows fared."""
        naming = self._naming
        return LinksTaken(self._added, self._known, naming.newcomers, naming.problems)
