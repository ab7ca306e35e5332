"""Making themes: add, name, order, state, give them codes, say what they serve, delete."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import ClassVar

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.errors import AlreadyThere, NoClaim
from qualcoder_nhs.domain.ids import CodeId, StatementId, ThemeId, new_id
from qualcoder_nhs.domain.naming import refuse_nameless
from qualcoder_nhs.domain.themes import Statement, Theme
from qualcoder_nhs.i18n import N_


@dataclass(frozen=True)
class AddTheme:
    """Begin a theme, last of all; with codes of its own where some are named."""

    name: str
    codes: tuple[CodeId, ...] = ()
    label: ClassVar[str] = N_("Add theme {}")

    def apply(self, write: Writer) -> ThemeId:
        """Begin it.

        Raises:
            Nameless, AlreadyThere: as names of themes are told apart.
            NoSuch: when a code is gone.
        """
        known = write.read.themes()
        name = _free_name(known, self.name)
        codes = _known_codes(write, self.codes)
        place = max((one.position for one in known), default=-1) + 1
        theme = Theme(ThemeId(new_id()), name, codes, position=place)
        write.add(theme)
        write.detail(name)
        return theme.id


@dataclass(frozen=True)
class RenameTheme:
    """Give a theme another name."""

    theme: ThemeId
    name: str
    label: ClassVar[str] = N_("Rename theme to {}")

    def apply(self, write: Writer) -> None:
        """Rename it.

        Raises:
            Nameless, AlreadyThere: as names of themes are told apart.
            NoSuch: when it is gone.
        """
        old = write.read.theme(self.theme)
        others = [one for one in write.read.themes() if one.id != old.id]
        name = _free_name(others, self.name)
        write.change(old, replace(old, name=name))
        write.detail(name)


@dataclass(frozen=True)
class MoveTheme:
    """Put a theme ahead of another in the analyst's order, else last."""

    theme: ThemeId
    before: ThemeId | None = None
    label: ClassVar[str] = N_("Move theme {}")

    def apply(self, write: Writer) -> None:
        """Move it.

        Raises:
            NoSuch: when either is gone.
        """
        moved = write.read.theme(self.theme)
        if self.before is not None:
            write.read.theme(self.before)
        others = [one for one in write.read.themes() if one.id != moved.id]
        at = next((n for n, one in enumerate(others) if one.id == self.before), len(others))
        for place, one in enumerate([*others[:at], moved, *others[at:]]):
            write.change(one, replace(one, position=place))
        write.detail(moved.name)


@dataclass(frozen=True)
class StateTheme:
    """Say what a theme claims from now on; what it claimed before is kept."""

    theme: ThemeId
    text: str
    label: ClassVar[str] = N_("State {}")

    def apply(self, write: Writer) -> StatementId | None:
        """State it; None where it claims just that already.

        Raises:
            NoClaim: when there are no words.
            NoSuch: when the theme is gone.
        """
        text = self.text.strip()
        if not text:
            raise NoClaim
        theme = write.read.theme(self.theme)
        told = write.read.statements(theme.id)
        if told and told[-1].text == text:
            return None
        stated = Statement(StatementId(new_id()), theme.id, text, write.now, write.coder)
        write.add(stated)
        write.detail(theme.name)
        return stated.id


@dataclass(frozen=True)
class SayServes:
    """Say which of the study's questions a theme answers."""

    theme: ThemeId
    serves: str
    label: ClassVar[str] = N_("Say what {} serves")

    def apply(self, write: Writer) -> None:
        """Say it.

        Raises:
            NoSuch: when the theme is gone.
        """
        old = write.read.theme(self.theme)
        write.change(old, replace(old, serves=" ".join(self.serves.split())))
        write.detail(old.name)


@dataclass(frozen=True)
class GiveCodes:
    """Put codes under a theme, after those it has; a code may be under several."""

    theme: ThemeId
    codes: tuple[CodeId, ...]
    label: ClassVar[str] = N_("Put codes under {}")

    def apply(self, write: Writer) -> None:
        """Put them there.

        Raises:
            NoSuch: when the theme or a code is gone.
        """
        old = write.read.theme(self.theme)
        write.change(old, replace(old, codes=_known_codes(write, (*old.codes, *self.codes))))
        write.detail(old.name)


@dataclass(frozen=True)
class TakeCodes:
    """Take codes away from a theme; quotes chosen for it stay."""

    theme: ThemeId
    codes: tuple[CodeId, ...]
    label: ClassVar[str] = N_("Take codes from {}")

    def apply(self, write: Writer) -> None:
        """Take them away.

        Raises:
            NoSuch: when the theme is gone.
        """
        old = write.read.theme(self.theme)
        write.change(old, without(old, self.codes))
        write.detail(old.name)


@dataclass(frozen=True)
class DeleteTheme:
    """Delete a theme with its statements, quotes and memos, and what was written of it in cells."""

    theme: ThemeId
    label: ClassVar[str] = N_("Delete theme {}")

    def apply(self, write: Writer) -> None:
        """Delete it.

        Raises:
            NoSuch: when it is gone already.
        """
        old, read = write.read.theme(self.theme), write.read
        write.remove(*read.memos_on("theme", old.id))
        write.remove(*(one for one in read.summaries() if one.theme == old.id))
        write.remove(*read.quotes(old.id), *read.statements(old.id), old)
        write.detail(old.name)


def without(theme: Theme, codes: Sequence[CodeId]) -> Theme:
    """The theme less these codes."""
    return replace(theme, codes=tuple(one for one in theme.codes if one not in codes))


def _known_codes(write: Writer, codes: Sequence[CodeId]) -> tuple[CodeId, ...]:
    return tuple(dict.fromkeys(write.read.code(code).id for code in codes))


def _free_name(others: Sequence[Theme], name: str) -> str:
    """The name made tidy, when no other theme bears it."""
    tidy = " ".join(name.split())
    refuse_nameless(tidy)
    if any(one.name.casefold() == tidy.casefold() for one in others):
        raise AlreadyThere(kind="theme", name=tidy)
    return tidy
