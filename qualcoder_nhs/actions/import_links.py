"""Taking links from a table: rows that fit go in, the rest are named with their line."""

from dataclasses import dataclass
from functools import cached_property
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.import_codings import LineProblem
from qualcoder_nhs.actions.layers import Layers
from qualcoder_nhs.actions.links import Turns
from qualcoder_nhs.domain.errors import NoSuch, Refusal
from qualcoder_nhs.domain.ids import CoderId, LinkId, new_id
from qualcoder_nhs.domain.link_draft import LinkDraft
from qualcoder_nhs.domain.links import Link, said_by
from qualcoder_nhs.domain.people import Coder, CoderRole
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
        self._write = write
        self._coders = {coder.name: coder.id for coder in write.read.coders()}
        names = write.read.transcript_names()
        self._transcripts = {word: key for key, name in names.items() for word in (key, name)}
        self._layers, self._turns = Layers(write), Turns(write)
        self._called = {name: layer for layer, name in write.read.layer_names().items()}
        self._there = {said_by(link) for link in write.read.links()}
        self._problems: list[LineProblem] = []
        self._new_coders: list[str] = []
        self._added = self._known = 0

    def take(self, row: LinkDraft) -> None:
        """Take a row in; a problem where it does not fit."""
        try:
            link = self._looked_up(row)
            self._refuse_unless_shown(link)
        except Refusal as refusal:
            self._problems.append(LineProblem(row.line, str(refusal)))
            return
        if said_by(link) in self._there:
            self._known += 1
            return
        self._there.add(said_by(link))
        self._write.add(link)
        self._added += 1

    def _looked_up(self, row: LinkDraft) -> Link:
        transcript = self._transcripts.get(row.transcript)
        if transcript is None:
            raise NoSuch(kind="transcript", name=row.transcript)
        layer = self._called.get(row.layer, row.layer)
        self._layers.refuse_unknown(layer)
        if row.coder and row.coder not in self._coders:
            self._layers.refuse_newcomer(layer, row.coder)
        name = LinkId(new_id())
        parts = (name, transcript, row.turn, row.target, row.kind)
        link = Link(*parts, self._write.coder, layer, self._write.now)
        self._turns.refuse_no_pair(link)
        return Link(*parts, self._coder(row.coder), layer, self._write.now)

    def _refuse_unless_shown(self, link: Link) -> None:
        """What may not come in is known all the same where whoever acts sees it there."""
        try:
            self._layers.refuse_link(link, for_others=True)
        except Refusal:
            if said_by(link) not in self._shown:
                raise

    @cached_property
    def _shown(self) -> set[object]:
        """Without what a blind round keeps from whoever acts: an answer must not tell of it."""
        return {said_by(link) for link in self._write.seen.links()}

    def _coder(self, name: str) -> CoderId:
        if not name:
            return self._write.coder
        if name not in self._coders:
            coder = Coder(CoderId(new_id()), name, CoderRole.CODER, self._write.now)
            self._write.add(coder)
            self._coders[name] = coder.id
            self._new_coders.append(name)
        return self._coders[name]

    def result(self) -> LinksTaken:
        """How all rows fared."""
        coders, problems = tuple(self._new_coders), tuple(self._problems)
        return LinksTaken(self._added, self._known, coders, problems)
