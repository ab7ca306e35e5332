"""The notes of a project, each named by what it is on."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from qualcoder_nhs.domain.foreign import About, ForeignMemo
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.exporters.refi.markup import Markup, guid_of, inside, moment
from qualcoder_nhs.exporters.refi.users import user_of

_LONGEST_TITLE = 60


class Notes:
    """The memos of a study, to be asked by what they are on.

    Those on things of the kinds `described` are words in the description of the thing; the others
    are notes, no two of one name: a reader was seen to stop at the second.
    """

    def __init__(self, memos: Iterable[ForeignMemo], described: Collection[About]) -> None:
        self._memos = tuple(memos)
        self._described = described
        self._on: dict[About, dict[str, list[ForeignMemo]]] = defaultdict(lambda: defaultdict(list))
        for one in self._memos:
            self._on[one.about][one.on].append(one)

    def on(self, about: About, key: str = "") -> list[str]:
        """The GUIDs of the notes on a thing."""
        if about in self._described:
            return []
        return [guid_of(one.key) for one in self._on[about].get(key, ())]

    def all_on(self, about: About) -> Mapping[str, list[str]]:
        """The GUIDs of all notes on things of a kind, by key."""
        return {key: self.on(about, key) for key in self._on[about]}

    def passages(self, text: str) -> list[ForeignMemo]:
        """The memos on passages of a text."""
        return self._on[About.PASSAGE].get(text, [])

    def words_on(self, about: About, key: str) -> str:
        """The words of the memos on a thing, where they stand in its description."""
        return self.words(self._on[about].get(key, ()))

    def words(self, memos: Iterable[ForeignMemo]) -> str:
        """The words of memos on one thing, each once, where they stand in its description."""
        told = dict.fromkeys(one.words for one in memos if one.about in self._described)
        return "\n\n".join(told)

    def written(self) -> Iterator[ForeignMemo]:
        """Those that are notes."""
        return (one for one in self._memos if one.about not in self._described)

    def elements(self, make: Markup) -> Iterator[Any]:
        """The notes. Their words lie in files of their own: not all readers look for them here."""
        taken: set[str] = set()
        for one in self.written():
            name = unique_name(one.title or _title(one.words), taken)
            taken.add(name)
            yield _note(one, name, make)


def references(make: Markup, notes: Iterable[str]) -> list[Any]:
    """Pointers to notes."""
    return [make.element("NoteRef", {"targetGUID": note}) for note in notes]


def _note(memo: ForeignMemo, name: str, make: Markup) -> Any:
    return make.element(
        "Note",
        {
            "guid": guid_of(memo.key),
            "name": name,
            "plainTextPath": inside(memo.key),
            "creatingUser": user_of(memo.coder),
            "creationDateTime": moment(memo.made),
            "modifiedDateTime": moment(memo.changed),
        },
    )


def _title(words: str) -> str:
    first = words.strip().partition("\n")[0]
    return first if len(first) <= _LONGEST_TITLE else first[: _LONGEST_TITLE - 1] + "…"
