"""Making a coder's pack, writing it to be returned, and merging what comes back."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from qualcoder_nhs.actions.exports import NoteExport
from qualcoder_nhs.actions.merge_pack import MergePack
from qualcoder_nhs.domain.errors import (
    AlreadyThere,
    AnothersPack,
    MergedWithItself,
    NoNamesake,
    OnlyTheLeadMerges,
)
from qualcoder_nhs.domain.ids import CoderId, RoundId
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.sides import There
from qualcoder_nhs.domain.people import CoderRole
from qualcoder_nhs.i18n import _
from qualcoder_nhs.queries.pack_check import PackCheck, pack_check
from qualcoder_nhs.queries.packs import PackOf, pack_contents, pack_of
from qualcoder_nhs.storage.incoming import read_incoming
from qualcoder_nhs.storage.packing import copy_without_private, make_pack
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.file_names import legible
from qualcoder_nhs.tasks.task import Progress


@dataclass(frozen=True)
class Packed:
    """A pack that was written. `check` is there where it is one to be returned."""

    round: str
    coder: str
    check: PackCheck | None = None


def write_pack(study: Study, words: str, coder: CoderId, out: Path, acting: CoderId) -> Packed:
    """A coder's pack for the round with this name or id.

    From a study it holds the material and the coder's own work, and the lead makes it. From a
    pack it is the same pack, to be returned: with its history, without private memos.

    Raises:
        OnlyTheLeadMerges: when somebody else would make one.
        NoSuch, NotInRound, Frozen: when there is no such round, or nothing to do in it.
        AnothersPack: when a pack should be written from somebody else's.
        AlreadyThere, NotMade: when the file is there, or cannot be made.
    """
    own = study.ask(pack_of)
    if own is not None:
        return _returned(study, own, words, coder, out)
    _refuse_all_but_the_lead(study, acting)
    values, transcripts = study.ask_as(coder, pack_contents, words, coder, acting)
    one, who = study.ask(Reader.round, words), study.ask(Reader.coder, coder)
    make_pack(out.resolve(), f"{one.name}, {who.name}", acting, values)
    digest = hashlib.sha256(out.read_bytes()).hexdigest()
    study.run(NoteExport("pack", legible(out.name), digest, transcripts), acting)
    return Packed(one.name, who.name)


def _returned(study: Study, own: PackOf, words: str, coder: CoderId, out: Path) -> Packed:
    if coder != own.coder.id or words not in (own.round.id, own.round.name):
        raise AnothersPack(coder=own.coder.name, round=own.round.name)
    check = study.ask_as(coder, pack_check, words, coder)
    copy_without_private(study.path, out.resolve())
    return Packed(own.round.name, own.coder.name, check)


def _refuse_all_but_the_lead(study: Study, acting: CoderId) -> None:
    leads = [one for one in study.ask(Reader.coders) if one.role is CoderRole.LEAD]
    if acting not in {one.id for one in leads}:
        raise OnlyTheLeadMerges(lead=" / ".join(one.name for one in leads))


def incoming(study: Study, path: Path) -> There:
    """What a file holds that may be merged into the study; it is read once and left as it is.

    Raises:
        NotAStudy, FromTheFuture: when it is no study this program can read.
        MergedWithItself: when it is the study itself.
    """
    if path.exists() and path.samefile(study.path):
        raise MergedWithItself(name=path.name)
    known = {one.id: one.text for one in study.ask(Reader.transcripts)}
    return read_incoming(path, known)


def merge_plan(
    study: Study, there: There, acting: CoderId, joins: frozenset[CoderId] = frozenset()
) -> MergePlan:
    """What merging would do; nothing is written. `joins` are coders of the file who are joined.

    Raises:
        OnlyTheLeadMerges: when somebody else asks.
        ForeignPack: when it is a pack of another study.
    """
    return study.rehearse(MergePack(there, joins), acting)


def joined(study: Study, there: There, acting: CoderId, names: Iterable[str]) -> frozenset[CoderId]:
    """Those of the file who are the coders with these names here, as the lead says.

    Raises:
        NoNamesake: when file and study do not both have such a coder.
        OnlyTheLeadMerges, ForeignPack: as for the plan.
    """
    wanted = tuple(names)
    known = merge_plan(study, there, acting).namesakes if wanted else ()
    by_name = {one.name: one.there for one in known}
    for name in wanted:
        if name not in by_name:
            raise NoNamesake(name=name)
    return frozenset(by_name[name] for name in wanted)


def merge(
    study: Study, there: There, acting: CoderId, joins: frozenset[CoderId] = frozenset()
) -> MergePlan:
    """Merge it, in one step; what was done.

    Raises:
        OnlyTheLeadMerges: when somebody else would.
        ForeignPack: when it is a pack of another study.
    """
    return study.run(MergePack(there, joins), acting)


# ── as long work of the window ───────────────────────────────────────────────────────────────────


@dataclass
class MakePacks:
    """Make the packs of all coders of a round but whoever makes them, in one folder."""

    round: RoundId
    folder: Path
    title: str = field(default_factory=lambda: _("Making packs"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> tuple[Path, ...]:
        """Make them; where a file is in the way, none.

        Raises:
            Refusal: as for one pack.
        """
        one = study.ask(Reader.round, self.round)
        others = [who for who in study.ask(Reader.coders) if who.id in one.coders]
        wanted = {
            self.folder / pack_name(one.name, who.name): who.id for who in others if who.id != coder
        }
        for path in wanted:
            if path.exists():
                raise AlreadyThere(kind=_("file"), name=path.name)
        for done, (path, who) in enumerate(wanted.items()):
            progress(done, len(wanted), self.title)
            write_pack(study, one.id, who, path, coder)
        return tuple(wanted)


def pack_name(round_: str, coder: str) -> str:
    """What a pack is called as a file; characters that some systems do not take become `_`."""
    return re.sub(r'[<>:"/\\|?*\x00-\x1f]', "_", f"{round_} {coder}").strip(" .") + ".qnhs"


@dataclass
class ReturnPack:
    """Write the open pack to be returned, without private memos."""

    out: Path
    title: str = field(default_factory=lambda: _("Writing the pack"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> PackCheck | None:
        """Write it; None where the study is no pack.

        Raises:
            AlreadyThere, NotMade: when the file is there, or cannot be made.
        """
        own = study.ask(pack_of)
        if own is None:
            return None
        progress(0, 1, self.title)
        return write_pack(study, own.round.id, own.coder.id, self.out, coder).check


@dataclass
class PlanMerge:
    """Read a file and plan its merge."""

    path: Path
    title: str = field(default_factory=lambda: _("Reading the pack"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> tuple[There, MergePlan]:
        """What was read, and what merging it would do.

        Raises:
            Refusal: when it cannot be read, or is not to be merged here.
        """
        progress(0, 1, self.title)
        there = incoming(study, self.path)
        return there, merge_plan(study, there, coder)


@dataclass
class PlanAgain:
    """Plan the merge of a file that was read, with these coders of it joined."""

    there: There
    joins: frozenset[CoderId]
    title: str = field(default_factory=lambda: _("Planning the merge"))

    def run(self, study: Study, coder: CoderId, progress: Progress) -> MergePlan:
        """What merging it would do then.

        Raises:
            Refusal: when it is not to be merged here.
        """
        progress(0, 1, self.title)
        return merge_plan(study, self.there, coder, self.joins)
