"""Sets of another program: codes kept together, themes of this program, and sets of texts."""

import re
from collections.abc import Mapping

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.codebook import CodeSet, SetKind
from qualcoder_nhs.domain.foreign import ForeignSet, ForeignStudy, Kind
from qualcoder_nhs.domain.ids import CodeId, CodeSetId, StatementId, ThemeId, new_id
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.round_trip import THEME
from qualcoder_nhs.domain.taking.account import Account
from qualcoder_nhs.domain.taking.ids import kept_id
from qualcoder_nhs.domain.themes import Statement, Theme
from qualcoder_nhs.i18n import _


class Sets:
    """Takes sets in. What a set is for is known of those of this program only; codes of others are
    kept together, and that is all it says.
    """

    def __init__(self, write: Writer, codes: Mapping[str, CodeId], account: Account) -> None:
        self._write = write
        self._codes = codes
        self._account = account
        self._there = list(write.read.codebook().sets)
        self._themes = {one.name.casefold(): one for one in write.read.themes()}

    def take(self, study: ForeignStudy) -> None:
        """All of them; those of texts were said of groups already."""
        for one in study.sets:
            members = tuple(dict.fromkeys(self._codes[code] for code in one.codes))
            if one.kind == THEME:
                self._theme(one, members)
            elif members:
                self._codes_together(one, members)
            if one.texts:
                how = _("of its texts it is an attribute of their groups")
                self._account.change(Kind.SETS, one.key, how)
            elif not members and one.kind != THEME:
                self._account.leave(Kind.SETS, one.key, _("nothing that is in it comes in"))

    def _codes_together(self, one: ForeignSet, members: tuple[CodeId, ...]) -> None:
        told = one.kind in list(SetKind)
        kind = SetKind(one.kind) if told else SetKind.TOGETHER
        name = " ".join(one.name.split()) or _("Set")
        if self._known(kind, name, members):
            self._account.tell(Kind.SETS, _("in the codebook already"))
        elif told and any((known.kind, known.name) == (kind, name) for known in self._there):
            how = _("the study has it with other codes, which stay")
            self._account.change(Kind.SETS, one.key, how)
        else:
            free = unique_name(name, {known.name for known in self._there if known.kind is kind})
            if free != one.name:
                how = _("called “{name}”, since the name must be its own").format(name=free)
                self._account.change(Kind.SETS, one.key, how)
            taken = {known.id for known in self._there}
            number = CodeSetId(kept_id(one.key, taken))
            made = CodeSet(number, kind, free, one.scope, one.description, members)
            self._write.add(made)
            self._there.append(made)

    def _known(self, kind: SetKind, name: str, members: tuple[CodeId, ...]) -> bool:
        """Whether these codes stand together under that name, or under it with a number.

        A file that does not say what a set is for may have it from here, where it is for something.
        """
        called = re.compile(rf"{re.escape(name)}( \(\d+\))?")
        return any(
            set(known.members) == set(members)
            and kind in (known.kind, SetKind.TOGETHER)
            and called.fullmatch(known.name)
            for known in self._there
        )

    def _theme(self, one: ForeignSet, members: tuple[CodeId, ...]) -> None:
        if one.name.casefold() in self._themes:
            self._account.tell(Kind.SETS, _("a theme of that name is here already"))
            return
        number = ThemeId(kept_id(one.key, {theme.id for theme in self._themes.values()}))
        position = max((theme.position for theme in self._themes.values()), default=-1) + 1
        theme = Theme(number, one.name, members, position=position)
        self._themes[one.name.casefold()] = theme
        self._write.add(theme)
        if claim := one.description.strip():
            at, by = self._write.now, self._write.coder
            self._write.add(Statement(StatementId(new_id()), number, claim, at, by))
