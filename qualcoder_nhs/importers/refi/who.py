"""Who worked in a REFI-QDA project, and who made a thing of which the file half says so."""

from collections.abc import Iterator

from qualcoder_nhs.domain.foreign import ForeignCoder, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.markup import Element, child, children, guid

_SAID = ("creatingUser", "creatingUserGUID")


class Who:
    """The users of a project. A user who is named and not there is told once."""

    def __init__(self, project: Element, ledger: Ledger) -> None:
        self.coders = tuple(self._coders(project, ledger))
        self._known = {coder.key for coder in self.coders}
        self._project = project
        self._ledger = ledger
        self._missed: set[str] = set()

    @staticmethod
    def _coders(project: Element, ledger: Ledger) -> Iterator[ForeignCoder]:
        for user in children(child(project, "Users"), "User"):
            key = ledger.key(Kind.CODERS, guid(user))
            yield ForeignCoder(key, (user.get("name") or user.get("id") or "").strip())

    def made(self, *elements: Element | None) -> str | None:
        """The coder that the first of these elements names, then the project's own."""
        for element in (*elements, self._project):
            for attribute in _SAID if element is not None else ():
                named = guid(element, attribute) if element is not None else ""
                if named in self._known:
                    return named
                self._miss(named)
        return None

    def _miss(self, named: str) -> None:
        if named and named not in self._missed:
            self._missed.add(named)
            self._ledger.leave(Kind.OTHER, named, _("a user who is named and is not there"))
