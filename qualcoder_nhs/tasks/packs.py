"""Making a coder's pack, writing it to be returned, and merging what comes back."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from qualcoder_nhs.actions.exports import NoteExport
from qualcoder_nhs.actions.merge_pack import MergePack
from qualcoder_nhs.domain.errors import AnothersPack, MergedWithItself, OnlyTheLeadMerges
from qualcoder_nhs.domain.ids import CoderId
from qualcoder_nhs.domain.merge.plan import MergePlan
from qualcoder_nhs.domain.merge.sides import There
from qualcoder_nhs.domain.people import CoderRole
from qualcoder_nhs.queries.pack_check import PackCheck, pack_check
from qualcoder_nhs.queries.packs import PackOf, pack_contents, pack_of
from qualcoder_nhs.storage.incoming import read_incoming
from qualcoder_nhs.storage.packing import copy_without_private, make_pack
from qualcoder_nhs.storage.reader import Reader
from qualcoder_nhs.study import Study
from qualcoder_nhs.tasks.file_names import legible


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
    return read_incoming(path)


def merge_plan(study: Study, there: There, acting: CoderId) -> MergePlan:
    """What merging would do; nothing is written.

    Raises:
        OnlyTheLeadMerges: when somebody else asks.
        ForeignPack: when it is a pack of another study.
    """
    return study.rehearse(MergePack(there), acting)


def merge(study: Study, there: There, acting: CoderId) -> MergePlan:
    """Merge it, in one step; what was done.

    Raises:
        OnlyTheLeadMerges: when somebody else would.
        ForeignPack: when it is a pack of another study.
    """
    return study.run(MergePack(there), acting)
