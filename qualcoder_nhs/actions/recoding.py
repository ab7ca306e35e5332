"""Wording a code anew while settling, and looking again at what was coded by the old words."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codebook import DescribeCode
from qualcoder_nhs.actions.codings import give_code
from qualcoder_nhs.actions.layers import flaggable, refuse_settling
from qualcoder_nhs.actions.rounds import frozen_codebook
from qualcoder_nhs.domain.coding import SETTLED, Coding
from qualcoder_nhs.domain.errors import NothingToSettle
from qualcoder_nhs.domain.ids import CodeId, CodingId, VersionId
from qualcoder_nhs.domain.settling import Recheck
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class AmendCode:
    """Word a code anew and freeze the codebook as a new version, in one step.

    Fields that are None stay.
    """

    code: CodeId
    definition: str | None = None
    use: str | None = None
    do_not_use: str | None = None
    example: str | None = None
    serves: str | None = None
    label: ClassVar[str] = N_("Amend code {}")

    def apply(self, write: Writer) -> VersionId:
        """Word it; the version that holds from now on.

        Raises:
            NoSuch: when the code is gone.
        """
        DescribeCode(**vars(self)).apply(write)
        return frozen_codebook(write)


@dataclass(frozen=True)
class KeepCodings:
    """Say of codings that they hold under the words their codes have now, too."""

    codings: tuple[CodingId, ...]
    label: ClassVar[str] = N_("Keep {} under new words")

    def apply(self, write: Writer) -> None:
        """Say it.

        Raises:
            NothingToSettle: when none of them is there.
        """
        found = write.seen.codings_by_id(self.codings)
        if not found:
            raise NothingToSettle(round=", ".join(self.codings))
        _recheck(write, found)
        write.detail(_names(write, found))


@dataclass(frozen=True)
class Recode:
    """Give a coding another code because its own says something else now.

    What is settled is recoded by those who settle it, and stays part of its decision.
    """

    coding: CodingId
    code: CodeId
    label: ClassVar[str] = N_("Recode to {}")

    def apply(self, write: Writer) -> None:
        """Recode it, and know that it was looked at.

        Raises:
            NotApplicable, Archived: when the code is not put on words, or no more.
            NoSuch: when the coding or the code is gone.
            NotYoursToSettle: when it is settled, and whoever acts has no part in settling.
            Refusal: as the coding's layer says.
        """
        [old] = flaggable(write, [self.coding])
        if old.layer == SETTLED:
            decided = {one.round for one in write.read.decisions() if old.id in one.codings}
            refuse_settling(write, [one for one in write.read.rounds() if one.id in decided])
        give_code(write, old, self.code)
        _recheck(write, [old])


def _recheck(write: Writer, codings: Sequence[Coding]) -> None:
    known = write.read.rechecks()
    for coding in codings:
        now = Recheck(coding.id, write.now, write.coder)
        if coding.id in known:
            write.change(known[coding.id], now)
        else:
            write.add(now)


def _names(write: Writer, codings: Sequence[Coding]) -> str:
    codebook = write.read.codebook()
    return ", ".join(dict.fromkeys(codebook[coding.code].name for coding in codings))
