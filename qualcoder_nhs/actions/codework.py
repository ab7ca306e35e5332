"""Codebook work on the way: split a code, promote a new idea, keep the codebook as a version."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.actions.codebook import AddCode, DescribeCode, MoveCode
from qualcoder_nhs.actions.rounds import frozen_codebook
from qualcoder_nhs.actions.themes import GiveCodes
from qualcoder_nhs.domain.codebook import Code, Codebook
from qualcoder_nhs.domain.errors import NoParts
from qualcoder_nhs.domain.ids import CodeId, VersionId
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class SplitCode:
    """Make the codes that one is to be split into, beside it and under the same themes.

    Its codings stay until each is given to one of them. A sibling that bears one of the names
    already takes its part.
    """

    code: CodeId
    names: tuple[str, ...]
    label: ClassVar[str] = N_("Split {}")

    def apply(self, write: Writer) -> tuple[CodeId, ...]:
        """Make them; the codes it is split into.

        Raises:
            NoParts: when there are fewer than two names.
            NoSuch: when the code is gone.
            Archived: as the rules of the codebook say.
        """
        tidy = (" ".join(name.split()) for name in self.names)
        names = tuple(dict.fromkeys(name for name in tidy if name))
        if len(names) < 2:
            raise NoParts
        old = write.read.code(self.code)
        parts = tuple(self._parts(write, old, names))
        for theme in write.read.themes():
            if old.id in theme.codes:
                GiveCodes(theme.id, parts).apply(write)
        write.detail(old.name)
        return parts

    def _parts(self, write: Writer, old: Code, names: tuple[str, ...]) -> Iterator[CodeId]:
        siblings = write.read.codebook().children(old.parent)
        known = {one.name.casefold(): one.id for one in siblings if not one.archived}
        for name in names:
            found = known.get(name.casefold())
            yield found or AddCode(name, old.parent, _after(write.read.codebook(), old)).apply(
                write
            )


def _after(book: Codebook, code: Code) -> CodeId | None:
    """The sibling that follows a code."""
    siblings = book.children(code.parent)
    at = next(n for n, one in enumerate(siblings) if one.id == code.id)
    return siblings[at + 1].id if at + 1 < len(siblings) else None


@dataclass(frozen=True)
class PromoteCode:
    """Give a new idea its place in the codebook, and the words that say where it belongs."""

    code: CodeId
    under: CodeId | None
    definition: str
    label: ClassVar[str] = N_("Promote {}")

    def apply(self, write: Writer) -> None:
        """Promote it.

        Raises:
            IllegalMove, AlreadyThere, Archived, NoSuch: as the rules of the codebook say.
        """
        MoveCode(self.code, self.under).apply(write)
        DescribeCode(self.code, definition=self.definition or None).apply(write)


@dataclass(frozen=True)
class KeepVersion:
    """Keep the codebook as it is now as a version, to be told apart from what it becomes."""

    label: ClassVar[str] = N_("Keep the codebook as version {}")

    def apply(self, write: Writer) -> VersionId:
        """Keep it; where nothing has changed since the newest version, that one it is."""
        version = frozen_codebook(write)
        write.detail(str(write.read.version(version).number))
        return version
