"""The notes of a project, each named by what it is on."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from qualcoder_nhs.domain.foreign import About, ForeignMemo
from qualcoder_nhs.exporters.refi.markup import Markup, guid_of, inside, moment
from qualcoder_nhs.exporters.refi.users import user_of

_LONGEST_TITLE = 60


class Notes:
    """The memos of a study, to be asked by what they are on."""

    def __init__(self, memos: Iterable[ForeignMemo]) -> None:
        self._memos = tuple(memos)
        self._on: dict[About, dict[str, list[ForeignMemo]]] = defaultdict(lambda: defaultdict(list))
        for one in self._memos:
            self._on[one.about][one.on].append(one)

    def on(self, about: About, key: str = "") -> list[str]:
        """The GUIDs of the notes on a thing."""
        return [guid_of(one.key) for one in self._on[about].get(key, ())]

    def all_on(self, about: About) -> Mapping[str, list[str]]:
        """The GUIDs of all notes on things of a kind, by key."""
        return {key: self.on(about, key) for key in self._on[about]}

    def passages(self, text: str) -> list[ForeignMemo]:
        """The memos on passages of a text."""
        return self._on[About.PASSAGE].get(text, [])

    def on_case(self, case: str) -> str:
        """The words of the memos on a case: it can be described, and not referred to by notes."""
        return "\n\n".join(one.words for one in self._on[About.CASE].get(case, ()))

    def written(self) -> Iterator[ForeignMemo]:
        """Those that are notes; memos on cases are told in the cases' descriptions."""
        return (one for one in self._memos if one.about is not About.CASE)

    def elements(self, make: Markup) -> Iterator[Any]:
        """The notes. Their words lie in files of their own: not all readers look for them here."""
        return (_note(one, make) for one in self.written())


def references(make: Markup, notes: Iterable[str]) -> list[Any]:
    """Pointers to notes."""
    return [make.element("NoteRef", {"targetGUID": note}) for note in notes]


def _note(memo: ForeignMemo, make: Markup) -> Any:
    return make.element(
        "Note",
        {
            "guid": guid_of(memo.key),
            "name": memo.title or _title(memo.words),
            "plainTextPath": inside(memo.key),
            "creatingUser": user_of(memo.coder),
            "creationDateTime": moment(memo.made),
            "modifiedDateTime": moment(memo.changed),
        },
    )


def _title(words: str) -> str:
    first = words.strip().partition("\n")[0]
    return first if len(first) <= _LONGEST_TITLE else first[: _LONGEST_TITLE - 1] + "…"
