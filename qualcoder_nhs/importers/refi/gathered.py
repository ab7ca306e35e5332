"""What a REFI-QDA project gathers under names: cases with variables, sets, links; and graphs."""

from collections.abc import Iterator, Mapping

from qualcoder_nhs.domain.foreign import (
    About,
    ForeignCase,
    ForeignLink,
    ForeignSet,
    Kind,
)
from qualcoder_nhs.domain.naming import unique_name
from qualcoder_nhs.domain.span import Span
from qualcoder_nhs.i18n import _
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
    words,
)
from qualcoder_nhs.importers.refi.passages import SELECTIONS
from qualcoder_nhs.importers.refi.places import Place, Places
from qualcoder_nhs.importers.refi.sayings import Sayings
from qualcoder_nhs.importers.refi.who import Who

_ENDS = ("targetGUID", "originGUID")
_SELECTIONS = (
    *SELECTIONS,
    "PDFSelection",
    "PictureSelection",
    "AudioSelection",
    "VideoSelection",
)
MENTIONED = (About.TEXT, About.PASSAGE)


class Gathered:
    """Reads what points to texts and passages; broken pointers are told to the ledger."""

    def __init__(
        self,
        project: Element,
        places: Places,
        codes: frozenset[str],
        ledger: Ledger,
        people: Sayings,
    ) -> None:
        self._project = project
        self._places = places
        self._codes = codes
        self._ledger = ledger
        self._people = people
        self.variables = self._variables()

    def _variables(self) -> Mapping[str, str]:
        """The names of the variables by GUID, no two alike."""
        found: dict[str, str] = {}
        for one in children(child(self._project, "Variables"), "Variable"):
            key = self._ledger.key(Kind.ATTRIBUTES, guid(one))
            given = called(one) or _("Variable")
            found[key] = unique_name(given, set(found.values()))
            if described(one):
                how = _("its description stays out")
                self._ledger.alter(Kind.ATTRIBUTES, found[key], how)
            if found[key] != given:
                how = _("another is called “{name}” too").format(name=given)
                self._ledger.alter(Kind.ATTRIBUTES, found[key], how)
        return found

    def cases(self) -> Iterator[ForeignCase]:
        """The cases with all that belongs to them."""
        for one in children(child(self._project, "Cases"), "Case"):
            key = self._ledger.key(Kind.CASES, guid(one))
            self._places.put(one, Place(About.CASE, key))
            for _code in children(one, "CodeRef"):
                self._lose(called(one), _("a code on a whole case"))
            of_it = (*self._pointed(one, "SourceRef"), *self._pointed(one, "SelectionRef"))
            pointed = dict.fromkeys((*of_it, *self._people.of(guid(one))))
            yield ForeignCase(
                key=key,
                name=called(one),
                attributes=self.values_of(one),
                texts=tuple(place.on for place in pointed if place.about is About.TEXT),
                passages=tuple(_passage(p) for p in pointed if p.about is About.PASSAGE),
            )

    def _pointed(self, element: Element, name: str) -> Iterator[Place]:
        for one in children(element, name):
            place = self._places.by_guid.get(guid(one, "targetGUID"))
            if place is not None and place.about in MENTIONED:
                yield place
            else:
                self._lose(called(element), _("a text or passage that stays out"))

    def values_of(self, element: Element) -> dict[str, str]:
        """What the variables say of a case or a source, by the names of the variables."""
        found: dict[str, str] = {}
        for one in children(element, "VariableValue"):
            variable = child(one, "VariableRef")
            name = self.variables.get(guid(variable, "targetGUID") if variable is not None else "")
            told = [words(value) for value in one if local(value).endswith("Value")]
            if name is None:
                self._lose(called(element), _("a value of a variable that is not there"))
            elif told and told[0].strip():
                found[name] = told[0].strip()
        return found

    def of_groups(self, sources: Element | None) -> Iterator[tuple[str, dict[str, str]]]:
        """What variables say of the texts themselves."""
        for source in sources if sources is not None else ():
            values = self.values_of(source) if local(source) else {}
            place = self._places.of.get(source)
            if values and place is not None:
                yield place.on, values
            for _value in values if place is None else ():
                self._lose(called(source), _("a value of a source that stays out"))

    def sets(self) -> Iterator[ForeignSet]:
        """The sets; which hold nothing that comes in is for others to say."""
        for one in children(child(self._project, "Sets"), "Set"):
            key = self._ledger.key(Kind.SETS, guid(one))
            codes = [guid(each, "targetGUID") for each in children(one, "MemberCode")]
            if missing := [code for code in codes if code not in self._codes]:
                how = _("{n} of its codes are none here").format(n=len(missing))
                self._ledger.alter(Kind.SETS, key, how)
            texts = list(self._pointed(one, "MemberSource"))
            if child(one, "MemberNote") is not None:
                self._ledger.alter(Kind.SETS, key, _("the memos in it stay out of it"))
            yield ForeignSet(
                key=key,
                name=called(one),
                codes=tuple(code for code in codes if code in self._codes),
                texts=tuple(place.on for place in texts),
                description=described(one),
            )

    def links(self, who: Who) -> Iterator[ForeignLink]:
        """The links from passage to passage; others are told to the ledger."""
        for one in children(child(self._project, "Links"), "Link"):
            ends = [
                self._places.by_guid.get(guid(one, end)) for end in ("originGUID", "targetGUID")
            ]
            passages = [_passage(end) for end in ends if end and end.about is About.PASSAGE]
            if len(passages) < 2:
                why = _("it does not lead from passage to passage")
                self._ledger.leave(Kind.LINKS, called(one), why)
                continue
            key = self._ledger.key(Kind.LINKS, guid(one))
            name, [origin, target] = called(one), passages
            yield ForeignLink(key, name, origin, target, who.made(one), moment(one))

    def leave_the_rest(self) -> None:
        """Drawings have no place here, and a passage that nothing is on says nothing."""
        for one in children(child(self._project, "Graphs"), "Graph"):
            self._lose(called(one), _("a drawing"))
        pointing = below(self._project, "SelectionRef", "Link")
        pointed = {guid(one, end) for one in pointing for end in _ENDS if one.get(end)}
        for one in below(self._project, *_SELECTIONS):
            bare = guid(one) not in pointed and not described(one)
            if bare and not list(children(one, "Coding", "NoteRef")):
                name = called(one) or next(filter(None, map(called, one.iterancestors())), "")
                self._lose(name, _("a marked passage that nothing is on"))

    def _lose(self, name: str, why: str) -> None:
        self._ledger.leave(Kind.OTHER, name, why)


def _passage(place: Place) -> tuple[str, Span]:
    return place.on, place.span or Span(0, 0)
