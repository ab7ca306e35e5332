"""Who worked in a study of another program, as coders here."""

from collections.abc import Mapping

from qualcoder_nhs.actions.action import Writer
from qualcoder_nhs.domain.foreign import ForeignCoder, ForeignStudy, Kind
from qualcoder_nhs.domain.ids import CoderId, new_id
from qualcoder_nhs.domain.people import Coder, CoderRole
from qualcoder_nhs.domain.taking.account import Account
from qualcoder_nhs.i18n import _


class Coders:
    """The coders of a file by their names here; each is added when first needed, or at the end.

    `same` says of names in the file under which other name the same person is known. Who is known
    by the same name here is that coder. Work that nobody is named for is that of “Unknown”.
    """

    def __init__(
        self,
        write: Writer,
        study: ForeignStudy,
        same: Mapping[str, str],
        account: Account,
    ) -> None:
        coders = study.coders
        self._write = write
        self._account = account
        self._program = study.program
        self._coders = coders
        self._same = same
        self._known = {coder.name: coder.id for coder in write.read.coders()}
        self._names = {coder.key: self._name(coder) for coder in coders}
        self._used: set[str] = set()
        self.added: list[str] = []
        for name in same:
            if name not in {coder.name for coder in coders}:
                words = _("nobody is called “{name}” in the file").format(name=name)
                account.tell(Kind.CODERS, words)

    def _name(self, coder: ForeignCoder) -> str:
        name = " ".join(coder.name.split())
        return self._same.get(coder.name, name) or _("Unknown")

    def of(self, key: str | None) -> CoderId:
        """The coder here of whom the file calls so."""
        if key is not None:
            self._used.add(key)
        name = self._names.get(key or "", _("Unknown"))
        if name not in self._known:
            coder = Coder(CoderId(new_id()), name, CoderRole.CODER, self._write.now)
            self._write.add(coder)
            self._known[name] = coder.id
            self.added.append(name)
        return self._known[name]

    def _is_program(self, coder: ForeignCoder) -> bool:
        """ATLAS.ti lists itself among the users."""
        return bool(coder.name) and self._program.casefold().startswith(coder.name.casefold())

    def settle(self) -> None:
        """Say how each fared, once all work is in."""
        first: dict[str, ForeignCoder] = {}
        for coder in self._coders:
            name = self._names[coder.key]
            if coder.key not in self._used and self._is_program(coder):
                self._account.leave(Kind.CODERS, coder.key, _("the program, not a person"))
                continue
            self.of(coder.key)
            if name != coder.name:
                how = _("“{old}” is “{name}” here").format(old=coder.name, name=name)
                self._account.change(Kind.CODERS, coder.key, how)
            elif first.setdefault(name, coder) is not coder:
                how = _("another is called “{name}” too; they are one coder here")
                self._account.change(Kind.CODERS, coder.key, how.format(name=name))
            elif name not in self.added:
                self._account.tell(Kind.CODERS, _("a coder of that name is here already"))
        if _("Unknown") in self.added and _("Unknown") not in self._names.values():
            self._account.tell(Kind.CODERS, _("“Unknown” did what the file names nobody for"))
