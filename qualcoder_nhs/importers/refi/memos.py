"""The memos of a REFI-QDA project: notes where they are referred to, and descriptions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from qualcoder_nhs.domain.foreign import About, ForeignMemo, Kind
from qualcoder_nhs.i18n import _
from qualcoder_nhs.importers.refi.bodies import SOURCES, words_of
from qualcoder_nhs.importers.refi.ledger import Ledger
from qualcoder_nhs.importers.refi.markup import (
    Element,
    below,
    called,
    child,
    children,
    described,
    guid,
    local,
    moment,
)
from qualcoder_nhs.importers.refi.parts import Parts
from qualcoder_nhs.importers.refi.passages import SELECTIONS
from qualcoder_nhs.importers.refi.places import Place, Places
from qualcoder_nhs.importers.refi.who import Who

_STUDY = Place(About.STUDY)


class Memos:
    """Reads memos, each where it belongs; what it belongs to may itself stay out."""

    def __init__(self, project: Element, places: Places, who: Who, ledger: Ledger) -> None:
        self._project = project
        self._places = places
        self._who = who
        self._ledger = ledger

    def described(self) -> Iterator[ForeignMemo]:
        """The descriptions of the project, of sources, of passages and of cases, as memos.

        MAXQDA's comments come as descriptions of passages that have no code. Those of codes are
        their definitions, those of sets and variables belong to them.
        """
        for element in self._may_be_described():
            if words := described(element):
                yield from self._on(element, words)

    def _may_be_described(self) -> Iterator[Element]:
        yield self._project
        yield from children(child(self._project, "Cases"), "Case")
        for source in children(child(self._project, "Sources"), *SOURCES):
            for description in below(source, "Description"):
                element = description.getparent()
                if element is not None and child(element, "Description") is description:
                    yield element

    def _on(self, element: Element, words: str) -> Iterator[ForeignMemo]:
        place = self._places.of.get(element)
        if place is None:
            why = self._places.lost.get(element, _("what it describes stays out"))
            self._ledger.leave(Kind.MEMOS, words[:60], why)
            return
        codings = list(children(element, "Coding")) if local(element) in SELECTIONS else []
        if len(codings) == 1:
            place = self._places.of.get(codings[0], place)
        key = self._ledger.key(Kind.MEMOS, "")
        yield self._memo(key, words, place, element)

    def notes(self, parts: Parts) -> Iterator[ForeignMemo]:
        """The notes, each on all that refers to it, and on the study where nothing does."""
        notes = {guid(one): one for one in reversed(self._notes())}
        referring = self._referring(notes)
        for note in self._notes():
            told = (words_of(note, parts).file.text.strip(), described(note))
            words = "\n\n".join(dict.fromkeys(filter(None, told)))
            for _passage in below(note, "Coding"):
                self._ledger.leave(Kind.CODINGS, called(note), _("it stands on a memo"))
            mine = referring[guid(note)] if notes[guid(note)] is note else []
            for element in mine or (None,):
                yield from self._note(note, words, element)

    def _notes(self) -> list[Element]:
        return list(children(child(self._project, "Notes"), "Note"))

    def _referring(self, notes: Mapping[str, Element]) -> dict[str, list[Element]]:
        found: dict[str, list[Element]] = defaultdict(list)
        for reference in below(self._project, "NoteRef"):
            target, element = guid(reference, "targetGUID"), reference.getparent()
            if target not in notes:
                self._ledger.leave(Kind.OTHER, target, _("a memo that is named and is not there"))
            elif element is not None:
                found[target].append(element)
        return found

    def _note(self, note: Element, words: str, element: Element | None) -> Iterator[ForeignMemo]:
        if not words:
            self._ledger.leave(Kind.MEMOS, called(note), _("it has no words"))
            return
        key = self._ledger.key(Kind.MEMOS, guid(note))
        place = _STUDY if element is None else self._places.of.get(element)
        if place is None:
            how = _("what it was on stays out; it is a memo of the study now")
            self._ledger.alter(Kind.MEMOS, key, how)
        yield self._memo(key, words, place or _STUDY, note, called(note))

    def _memo(
        self, key: str, words: str, place: Place, said: Element, title: str = ""
    ) -> ForeignMemo:
        return ForeignMemo(
            key=key,
            words=words,
            about=place.about,
            on=place.on,
            span=place.span if place.about is About.PASSAGE else None,
            coder=self._who.made(said),
            made=moment(said),
            changed=moment(said, "modifiedDateTime"),
            title=title,
        )
